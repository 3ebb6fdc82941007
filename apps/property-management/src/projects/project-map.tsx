import { PROJECT_TYPE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { AddBuilding, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AddIcon, Button, Columns, Facade, Inline, Panel, Sheet, StatusTag, Tile } from '@steward/ui'
import { useState } from 'react'
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
  add: { zh: '新增楼栋', en: 'Add a building' },
  addTo: { zh: '给{{name}}新增楼栋', en: 'Add a building to {{name}}' },
})

interface ProjectMapProps {
  readonly project: FragmentType<typeof SiteProjectMapFragment>
  readonly onReload: () => Promise<unknown>
}

/** A project drawn as its buildings; a lit window stands for an open case. */
export function ProjectMap({ project, onReload }: ProjectMapProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const { id: projectId, name, type, address, buildings } = readFragment(SiteProjectMapFragment, project)
  const sorted = buildings.toSorted((one, other) => byNumber.compare(one.name, other.name))
  return (
    <Panel
      title={
        <Inline gap={2}>
          {name}
          <StatusTag>{sayWord(PROJECT_TYPE_LABELS[type])}</StatusTag>
        </Inline>
      }
      actions={
        <Inline gap={2}>
          {address && <span className="st-quiet">{address}</span>}
          {may('project:addBuilding') && (
            <Button
              type="text"
              icon={<AddIcon aria-hidden />}
              aria-label={say('addTo', { name })}
              onClick={() => setAdding(true)}
            >
              {say('add')}
            </Button>
          )}
        </Inline>
      }
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
      <Sheet open={adding} title={say('addTo', { name })} onClose={close}>
        <AddBuilding projectId={projectId} onReload={onReload} onClose={close} />
      </Sheet>
    </Panel>
  )
}
