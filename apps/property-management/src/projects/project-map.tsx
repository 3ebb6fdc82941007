import { PROJECT_TYPE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Columns, Facade, Inline, Panel, StatusTag, Tile } from '@steward/ui'
import { byNumber } from './place.ts'

export const SiteProjectMapFragment = graphql(/* GraphQL */ `
  fragment SiteProjectMap on Project {
    id
    name
    type
    address
    buildings {
      id
      name
      unitCount
      openComplaintCount
    }
  }
`)

const texts = messages({
  units: { zh: '{{count}} 个房号', en: { one: '{{count}} unit', other: '{{count}} units' } },
  open: { zh: '{{count}} 件未结', en: { one: '{{count}} open case', other: '{{count}} open cases' } },
  none: { zh: '还没有楼栋', en: 'It has no buildings yet' },
})

/** A project drawn as its buildings; a lit window stands for an open case. */
export function ProjectMap({ project }: { readonly project: FragmentType<typeof SiteProjectMapFragment> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { name, type, address, buildings } = readFragment(SiteProjectMapFragment, project)
  const sorted = buildings.toSorted((one, other) => byNumber.compare(one.name, other.name))
  return (
    <Panel
      title={
        <Inline gap={2}>
          {name}
          <StatusTag>{sayWord(PROJECT_TYPE_LABELS[type])}</StatusTag>
        </Inline>
      }
      actions={address && <span className="st-quiet">{address}</span>}
    >
      {sorted.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Columns min={140} gap={3}>
        {sorted.map(({ id, name: building, unitCount, openComplaintCount: open }) => (
          <Tile
            key={id}
            to={path(`projects/buildings/${id}`)}
            picture={<Facade doors={unitCount} lit={open ?? 0} />}
            title={building}
            note={
              open ? (
                <StatusTag tone="warn">{say('open', { count: open })}</StatusTag>
              ) : (
                say('units', { count: unitCount })
              )
            }
          />
        ))}
      </Columns>
    </Panel>
  )
}
