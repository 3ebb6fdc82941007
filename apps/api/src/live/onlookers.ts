import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { CoalescingStream } from './coalescing-stream.ts'
import type { LiveContext } from './live-context.ts'

export interface Onlooker {
  readonly id: string
  readonly name: string
}

const NAMES = 'select id, name from staff where org_id = $1 and id = any($2) order by name'

/** Who else looks at the record, now and whenever that changes; while it is listened to, the listener is one who looks. */
export function onlookers(
  { session, presence, dataSource }: LiveContext,
  recordId: string,
): AsyncIterableIterator<readonly Onlooker[]> {
  const { organizationId: orgId, staffId } = session.signedIn.actor
  let latest = 0
  const tell = async (everybody: readonly string[]) => {
    const turn = (latest += 1)
    const others = everybody.filter((id) => id !== staffId)
    const rows = (await withTenant(dataSource, orgId, (manager) =>
      manager.query(NAMES, [orgId, others]),
    )) as Onlooker[]
    // A newer list may have been found sooner.
    if (turn !== latest) return
    stream.push(
      'all',
      rows.map(({ id, name }) => ({ id: toGlobalId('Staff', id), name })),
    )
  }
  const stream = new CoalescingStream<readonly Onlooker[]>(() => leave())
  const leave = presence.look(orgId, recordId, staffId, (everybody) => {
    tell(everybody).catch(() => stream.end())
  })
  return stream
}
