/** What the relay tells all API processes of a batch, and how they read it: ids only, within what a NOTIFY may hold. */
import { fromGlobalId, nodeTypeOf, toGlobalId, type NodeType } from '../graphql/global-id.ts'
import type { Outbox } from './outbox.entity.ts'

/** The channel of LISTEN and NOTIFY. */
export const CHANGED_CHANNEL = 'steward_changed'

/** A record that is new or different. Whoever may read it reads it by their own rights. */
export interface ChangedRecord {
  readonly orgId: string
  readonly type: NodeType
  /** UUID. */
  readonly id: string
  /** Null where the type has none. */
  readonly version: number | null
}

/** A NOTIFY may hold 7,999 bytes, and a line takes at most 81: organization, id, version. */
export const MOST_IN_A_PAYLOAD = 90

export const toPayload = (rows: readonly Pick<Outbox, 'orgId' | 'subjectType' | 'subjectId' | 'version'>[]) =>
  rows
    .map(({ orgId, subjectType, subjectId, version }) =>
      [orgId.replaceAll('-', ''), toGlobalId(subjectType, subjectId), version ?? ''].join(' '),
    )
    .join('\n')

/** Lines that this version does not understand are left out: an older or newer worker may have written them. */
export const fromPayload = (payload: string): ChangedRecord[] =>
  payload.split('\n').flatMap((line) => {
    const [organization = '', globalId = '', version = ''] = line.split(' ')
    const orgId = fromGlobalId('Organization', `org_${organization}`)
    const type = nodeTypeOf(globalId)
    const id = type && fromGlobalId(type, globalId)
    return orgId && type && id ? [{ orgId, type, id, version: version === '' ? null : Number(version) }] : []
  })
