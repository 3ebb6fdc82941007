import { placesOf } from '@steward/portal'
import { readFragment } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { PersonIcon } from '@steward/ui'
import { ClientHit, ClientLookup, contactFound, isTail } from './client-lookup.ts'

/** Beside cases and pages; whoever wants more opens the look-up. */
const MOST = 8

/** Any client with a few keys, from every page: as in the look-up, by name, pinyin, unit or code; by the end of a phone it leads there. */
export const clientFinder: PortalFinder = {
  key: 'clients',
  title: { zh: '客户', en: 'Clients' },
  icon: <PersonIcon />,
  permission: 'client:lookup',
  wants: (typed) => typed !== '',
  async find(typed, { client, may }) {
    const { data } = await client.query({
      query: ClientLookup,
      variables: { words: typed },
      fetchPolicy: 'network-only',
    })
    const hits = (data?.findClients ?? []).slice(0, MOST).map((node) => {
      const hit = readFragment(ClientHit, node)
      const name = hit.name ?? hit.code
      const contact = contactFound(hit, typed)
      return {
        key: hit.id,
        label: contact ? { zh: `联系人 ${contact} · ${name}`, en: `Contact ${contact} of ${name}` } : name,
        note: placesOf(hit) || hit.code,
        path: `clients/${hit.id}`,
      }
    })
    const byTail = isTail(typed) && may('client:lookupByPhone')
    return byTail
      ? [
          ...hits,
          {
            key: 'tail',
            label: { zh: `按手机尾号 ${typed} 查找客户…`, en: `Clients whose phone ends in ${typed}…` },
            path: `clients?q=${typed}`,
          },
        ]
      : hits
  },
}
