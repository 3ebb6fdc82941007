/** What every verb owes beside its own rows: signatures, audit with its place in the chain to come, salts, word to whoever waits. */
import type { Permission } from '@steward/domain'
import { auditEntry, type Change, type Salt } from '../audit/audit.ts'
import { AuditUnchained } from '../audit/audit-chain.entity.ts'
import { AuditEntry } from '../audit/audit.entity.ts'
import { CommitmentSalt, SignOff } from '../sign-off/sign-off.entity.ts'
import { Outbox } from '../worker/outbox.entity.ts'
import { outboxRows, type Emitted } from '../worker/outbox-rows.ts'

interface Done {
  readonly by: {
    readonly orgId: string
    readonly actorId: string | null
    readonly verb: Permission | 'system'
    readonly requestId: string
    readonly at: Date
  }
  readonly changes: readonly Change[]
  /** Null: it is history, of which nobody is told. */
  readonly emitted: readonly Emitted[] | null
  readonly signOffs: readonly SignOff[]
  readonly salts: readonly Salt[]
  readonly newId: () => string
}

export const owedRows = ({
  by,
  changes,
  emitted,
  signOffs,
  salts,
  newId,
}: Done): readonly (readonly [new () => object, readonly object[]])[] => {
  const { orgId, at } = by
  const audits = changes.map((change) => auditEntry(change, by))
  const allSalts = [...salts, ...audits.flatMap((audit) => audit.salts)]
  return [
    [SignOff, signOffs],
    [AuditEntry, audits.map(({ entry }) => entry)],
    [AuditUnchained, audits.map(({ entry: { id } }) => ({ orgId, id, at }))],
    [CommitmentSalt, allSalts.map((salt) => ({ ...salt, id: newId(), orgId }))],
    [Outbox, emitted ? outboxRows(changes, emitted, by) : []],
  ]
}
