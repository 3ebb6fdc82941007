/** Showing what is kept masked or sealed: with a reason, on record, counted. */
import { text, type Text } from '../../text.ts'
import { PROFILE_FIELD_LABELS, type ProfileField } from './profile.ts'
import { DOSSIER_HEAD_LABELS, type DossierSealedHead } from '../../key-accounts/dossier.ts'
import { STATUS_FIELD_LABELS, type StatusSealedField } from './status-record.ts'

export const REVEAL_KINDS = ['PHONE', 'PROFILE', 'STATUS', 'ATTACHMENT', 'FIELD', 'DOSSIER'] as const
export type RevealKind = (typeof REVEAL_KINDS)[number]

export const REVEAL_KIND_LABELS: Readonly<Record<RevealKind, Text>> = {
  PHONE: text('完整电话', 'Phone number'),
  PROFILE: text('个人资料', 'Profile'),
  STATUS: text('企业资金与信用', 'Money of a company'),
  ATTACHMENT: text('敏感附件', 'Sensitive file'),
  FIELD: text('敏感字段', 'Sensitive field'),
  DOSSIER: text('大客户资金与信用', 'Money of a key account'),
}

/** The names under which what is no line of a record stands in the ledger. */
const OTHER_LABELS: Readonly<Record<string, Text>> = {
  phone: text('电话', 'Phone'),
  attachment: text('附件', 'File'),
}

/** What a line of the ledger says was shown. */
export const revealedFieldLabel = (field: string): Text =>
  PROFILE_FIELD_LABELS[field as ProfileField] ??
  STATUS_FIELD_LABELS[field as StatusSealedField] ??
  DOSSIER_HEAD_LABELS[field as DossierSealedHead] ??
  OTHER_LABELS[field] ??
  text(field, field)

/** How many clients one person may have shown a day: sealed particulars only, phone numbers are no part of it. */
export interface RevealPolicy {
  /** Beyond this many, quality management is told. */
  readonly tellAbove: number
  /** Beyond this many, nothing more is shown that day. */
  readonly refuseAbove: number
}

/** While an organization has not set its own. */
export const DEFAULT_REVEAL_POLICY: RevealPolicy = { tellAbove: 10, refuseAbove: 30 }

export type RevealVerdict = 'SHOWN' | 'SHOWN_AND_TOLD' | 'REFUSED'

/** `clientsToday` counts the one that is to be shown now; `isNew`: nothing of that client was shown to that person today. */
export const revealVerdict = (
  { tellAbove, refuseAbove }: RevealPolicy,
  { clientsToday, isNew }: { readonly clientsToday: number; readonly isNew: boolean },
): RevealVerdict => {
  if (!isNew) return 'SHOWN'
  if (clientsToday > refuseAbove) return 'REFUSED'
  return clientsToday === tellAbove + 1 ? 'SHOWN_AND_TOLD' : 'SHOWN'
}
