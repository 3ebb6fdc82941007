import type { PortalFinder } from '@steward/portal'
import { PersonIcon } from '@steward/ui'
import { SiteOccupantSearch } from './occupant-search.tsx'
import { placeOf } from './place.ts'

/** From a name or a door number to the door, from every page. */
export const occupantFinder: PortalFinder = {
  key: 'occupants',
  title: { zh: '住户', en: 'Occupants' },
  icon: <PersonIcon />,
  permission: 'client:lookup',
  wants: (typed) => typed !== '',
  async find(search, { client }) {
    const { data } = await client.query({
      query: SiteOccupantSearch,
      variables: { search },
      fetchPolicy: 'network-only',
    })
    return (data?.findClients ?? [])
      .flatMap((node) =>
        node.occupancies.flatMap(({ unit }) =>
          unit
            ? [
                {
                  key: `${node.id}.${unit.id}`,
                  label: node.name ?? node.code,
                  note: placeOf({ project: unit.project, building: unit.building, unit }),
                  path: `projects/units/${unit.id}`,
                },
              ]
            : [],
        ),
      )
      .slice(0, 10)
  },
}
