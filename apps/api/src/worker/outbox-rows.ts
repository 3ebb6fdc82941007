import type { AuditSubject } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { Change } from '../audit/audit.ts'
import { SUBJECT_TYPES } from '../audit/subject-types.ts'
import type { NodeType } from '../graphql/global-id.ts'
import type { OutboxKind } from './outbox-kinds.ts'
import type { Outbox } from './outbox.entity.ts'

/** Something that a transaction says beside what it changed. */
export interface Emitted {
  readonly kind: OutboxKind
  /** Published name of the record's type. */
  readonly type: NodeType
  readonly id: string
  readonly version?: number
  /** Of an escalation. */
  readonly level?: number
}

type By = Pick<Outbox, 'orgId' | 'actorId' | 'verb' | 'at'>

/** The outbox rows of one transaction: one for each record that it changed, in order, and what else it said. */
export const outboxRows = (
  changes: readonly Change[],
  emitted: readonly Emitted[],
  { orgId, actorId, verb, at }: By,
): Omit<Outbox, 'relayedAt' | 'attempts' | 'notBefore'>[] =>
  [...changedRecords(changes), ...emitted].map(({ kind, type, id, version, level }) => ({
    orgId,
    id: newId(),
    kind,
    subjectType: type,
    subjectId: id,
    version: version ?? null,
    level: level ?? null,
    verb,
    actorId,
    at,
  }))

/**
 * Parts without an id of their own are told with the record that they belong to, which changes along with them. Whatever is about a
 * client tells of the client too: whoever has their page open sees the new entry of the timeline.
 */
const changedRecords = (changes: readonly Change[]): Iterable<Emitted> => {
  const last = new Map<string, Emitted>()
  for (const { before, after, reason } of changes) {
    const { clientId } = after as { readonly clientId?: unknown }
    if (typeof clientId === 'string' && before !== after && reason === undefined)
      last.set(clientId, { kind: 'changed', type: 'Client', id: clientId })
  }
  for (const { subjectType, subjectId, before, after, reason } of changes) {
    const type = SUBJECT_TYPES[subjectType as AuditSubject]
    // Only looked at, not changed: a value was shown.
    if (!type || before === after || reason !== undefined) continue
    const { version } = after
    last.set(subjectId, {
      kind: 'changed',
      type,
      id: subjectId,
      ...(typeof version === 'number' ? { version } : {}),
    })
  }
  return last.values()
}
