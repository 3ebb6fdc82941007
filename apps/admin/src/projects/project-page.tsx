import { useQuery } from '@apollo/client/react'
import { PROJECT_INPUTS, PROJECT_TYPE_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
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
  Field,
  Form,
  Inline,
  Input,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  StatusTag,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { byName } from '../natural-order.ts'
import { AddUnits } from './add-units.tsx'
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

const Add = graphql(/* GraphQL */ `
  mutation AddBuilding($input: AddBuildingInput!) {
    addBuilding(input: $input) {
      ... on Building {
        id
        name
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
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
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '业主平时怎么叫就怎么写，如 3栋、A座', en: 'As people say it, e.g. Tower A' },
  taken: { zh: '这个项目已有同名楼栋。', en: 'The project has a building of that name.' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '{{name}}已新增', en: '{{name}} is added' },
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
        <BuildingForm projectId={project.id} onReload={refetch} onClose={close} />
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

interface BuildingFormProps {
  readonly projectId: string
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

function BuildingForm({ projectId, onReload, onClose }: BuildingFormProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const add = useAct(Add)
  return (
    <Form<{ name: string }>
      label={say('addBuilding')}
      verb={say('save')}
      onCancel={onClose}
      check={(values) => check(PROJECT_INPUTS.addBuilding, values)}
      onSubmit={async ({ name }) => {
        const { done, refused, refusal } = await add({ projectId, name })
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved', { name: done.name }))
          onClose()
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input autoComplete="off" />
      </Field>
    </Form>
  )
}
