import { readFragment } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { PersonIcon } from '@steward/ui'
import { ClientHit, ClientLookup, lookupVariables, placesOf, withoutDoubles } from './client-lookup.ts'

/** Any client with a few keys, from every page: as in the look-up, by name, code, door number or the phone's last digits. */
export const clientFinder: PortalFinder = {
  key: 'clients',
  title: { zh: '客户', en: 'Clients' },
  icon: <PersonIcon />,
  permission: 'client:lookup',
  wants: (typed) => typed !== '',
  async find(typed, { client, may }) {
    const { data } = await client.query({
      query: ClientLookup,
      variables: lookupVariables(typed, may),
      fetchPolicy: 'network-only',
    })
    const nodes = [...(data?.byTail?.edges ?? []), ...(data?.bySearch.edges ?? [])]
    return withoutDoubles(nodes.map(({ node }) => readFragment(ClientHit, node))).map((it) => ({
      key: it.id,
      label: it.name ?? it.code,
      note: placesOf(it) || it.code,
      path: `clients/${it.id}`,
    }))
  },
}
