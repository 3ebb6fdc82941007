import { RUNNING_IMPORT_STATUSES, type ImportStatus } from '@steward/domain'

/** A run that has not been heard of for so long has lost its process, and its transaction with it. */
export const LOST_AFTER_SECONDS = 60

/** Does it say that it runs while nobody does it any more? */
export const isLost = (run: { readonly status: ImportStatus; readonly seenAt: Date }, now: Date): boolean =>
  RUNNING_IMPORT_STATUSES.some((status) => status === run.status) &&
  run.seenAt.getTime() < now.getTime() - LOST_AFTER_SECONDS * 1000

/** Where the refused rows of a run are fetched, by its published id. */
export const refusedRowsPath = (id: string): string => `/files/imports/${id}/refused.csv`
