import { useQuery } from '@apollo/client/react'
import { PROJECT_TYPE_LABELS, SITE_TIER_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  AddBuilding,
  AddUnits,
  FailureState,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  Disclosure,
  EditIcon,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  StatusTag,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { byName } from '../natural-order.ts'
import { BuildingUnits } from './building-units.tsx'
import { ProjectForm } from './project-form.tsx'

const Project = graphql(/* GraphQL */ `
  query Project($id: ID!) {
    project(id: $id) {
      id
      code
      name
      type
      address
      tier
      version
      buildings {
        id
        name
        unitCount
        version
      }
    }
  }
`)

const texts = messages({
  projects: { zh: '项目', en: 'Projects' },
  gone: { zh: '没有这个项目', en: 'There is no such project' },
  goneHint: {
    zh: '可能不存在，或不在您的片区内。',
    en: 'It does not exist, or lies outside your territory.',
  },
  change: { zh: '修改', en: 'Change' },
  buildings: { zh: '楼栋与房号', en: 'Buildings and units' },
  addBuilding: { zh: '新增楼栋', en: 'Add a building' },
  addUnits: { zh: '新增房号', en: 'Add units' },
  units: { zh: '{{count}} 个房号', en: { one: '{{count}} unit', other: '{{count}} units' } },
  none: { zh: '还没有楼栋', en: 'There is no building yet' },
})

type Doing = 'change' | 'building' | { readonly building: string }

/** One project with its buildings; the units of a building unfold. */
export function ProjectPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(Project, { variables: { id } })
  const [doing, setDoing] = useState<Doing>()
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { project } = data
  if (!project) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const close = () => setDoing(undefined)
  const growing =
    typeof doing === 'object' ? project.buildings.find((it) => it.id === doing.building) : undefined
  return (
    <>
      <PageHeader
        title={project.name}
        back={{ to: path('projects'), label: say('projects') }}
        subtitle={
          <Inline gap={2}>
            <StatusTag>{sayWord(PROJECT_TYPE_LABELS[project.type])}</StatusTag>
            <StatusTag>{sayWord(SITE_TIER_LABELS[project.tier])}</StatusTag>
            <code>{project.code}</code>
            {project.address}
          </Inline>
        }
        actions={
          may('project:change') && (
            <Button icon={<EditIcon aria-hidden />} onClick={() => setDoing('change')}>
              {say('change')}
            </Button>
          )
        }
      />
      <Panel
        title={say('buildings')}
        actions={
          may('project:addBuilding') && (
            <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setDoing('building')}>
              {say('addBuilding')}
            </Button>
          )
        }
      >
        {project.buildings.length === 0 && <EmptyState title={say('none')} />}
        {project.buildings.toSorted(byName).map((building) => (
          <Disclosure
            key={building.id}
            summary={
              <>
                <span className="st-strong">{building.name}</span>{' '}
                <span className="st-quiet">{say('units', { count: building.unitCount })}</span>
              </>
            }
            actions={
              may('project:addUnits') && (
                <Button
                  type="text"
                  aria-label={`${say('addUnits')} ${building.name}`}
                  onClick={() => setDoing({ building: building.id })}
                >
                  {say('addUnits')}
                </Button>
              )
            }
          >
            {() => <BuildingUnits key={building.version} building={building.id} />}
          </Disclosure>
        ))}
      </Panel>
      <Sheet open={doing === 'change'} title={say('change')} onClose={close}>
        <ProjectForm project={project} onReload={refetch} onCancel={close} onDone={close} />
      </Sheet>
      <Sheet open={doing === 'building'} title={say('addBuilding')} onClose={close}>
        <AddBuilding projectId={project.id} onReload={refetch} onClose={close} />
      </Sheet>
      <Sheet
        open={growing !== undefined}
        title={growing && `${say('addUnits')} · ${growing.name}`}
        onClose={close}
      >
        {growing && <AddUnits building={growing} onReload={refetch} onClose={close} />}
      </Sheet>
    </>
  )
}
