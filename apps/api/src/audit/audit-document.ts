/** A row of the audit trail as its entry in the chain signs it (FORMAT.md, section 3): everything that it says, and no personal value. */
import { AUDIT_SUBJECT, writeCanonical, type CanonicalValue } from '@steward/verify'
import type { AuditEntry } from './audit.entity.ts'

export type AuditRow = Pick<
  AuditEntry,
  'at' | 'actorId' | 'verb' | 'subjectType' | 'subjectId' | 'changes' | 'reasonCommitment' | 'requestId'
>

/** As canonical JSON has it: texts in NFC, a number that is no whole one as its decimal text. */
export const canonicalValue = (value: unknown): CanonicalValue => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : String(value)
  if (typeof value !== 'object' || value === null) return value as CanonicalValue
  if (Array.isArray(value)) return value.map(canonicalValue)
  const { commitment } = value as { readonly commitment?: unknown }
  if (typeof commitment === 'string') return { c: commitment }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.normalize('NFC'), canonicalValue(member)]),
  )
}

/** Its canonical text. */
export const auditDocument = (row: AuditRow): string =>
  writeCanonical({
    content: {
      actor: row.actorId,
      at: row.at.toISOString(),
      changes: canonicalValue(row.changes),
      reason: row.reasonCommitment === null ? null : { c: row.reasonCommitment },
      request: row.requestId.normalize('NFC'),
      subject: { id: row.subjectId, type: row.subjectType },
      verb: row.verb,
    },
    subject: AUDIT_SUBJECT,
    v: 1,
  })

/** The columns of `AuditRow` under an alias, for statements that read many. */
export const auditRowSql = (alias: string): string =>
  `${alias}.id, ${alias}.at, ${alias}.actor_id as "actorId", ${alias}.verb, ${alias}.subject_type as "subjectType",
   ${alias}.subject_id as "subjectId", ${alias}.changes, ${alias}.reason_commitment as "reasonCommitment",
   ${alias}.request_id as "requestId"`
