import { RUNNING_IMPORT_STATUSES, type ImportKind, type ImportStatus } from '@steward/domain'

/** A run that has not been heard of for so long has lost its process, and its transaction with it. */
export const LOST_AFTER_SECONDS = 60

/** Does it say that it runs while nobody does it any more? */
export const isLost = (run: { readonly status: ImportStatus; readonly seenAt: Date }, now: Date): boolean =>
  RUNNING_IMPORT_STATUSES.some((status) => status === run.status) &&
  run.seenAt.getTime() < now.getTime() - LOST_AFTER_SECONDS * 1000

/** Where the refused rows of a run are fetched, by its published id. */
export const refusedRowsPath = (id: string): string => `/files/imports/${id}/refused.csv`

interface Facts {
  readonly status: ImportStatus
  readonly kind: ImportKind
  readonly dryRun: boolean
  readonly undoesId: string | null
  readonly appliedAt: Date | null
  readonly undoneAt: Date | null
}

/** What the life cycle asks of a run. */
export const importFacts = ({ status, kind, dryRun, undoesId, appliedAt, undoneAt }: Facts) => ({
  status,
  importAwaits: dryRun && appliedAt === null,
  importStands: !dryRun && undoesId === null && undoneAt === null && kind !== 'COMPLAINTS',
})
