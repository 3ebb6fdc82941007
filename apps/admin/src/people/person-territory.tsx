import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useFreshAct, useMay, useMessages } from '@steward/portal'
import { Alert, Button, Checkbox, EmptyState, Inline, Panel, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import { byName } from '../natural-order.ts'

const Parts = graphql(/* GraphQL */ `
  fragment PersonTerritory on Staff {
    id
    name
    version
    territory {
      project {
        id
      }
      building {
        id
      }
    }
  }
`)

const Choices = graphql(/* GraphQL */ `
  fragment TerritoryChoice on Project {
    id
    name
    buildings {
      id
      name
    }
  }
`)

const Assign = graphql(/* GraphQL */ `
  mutation AssignTerritory($input: AssignTerritoryInput!) {
    assignTerritory(input: $input) {
      ... on Staff {
        id
        ...PersonTerritory
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '责任片区', en: 'Territory' },
  hint: {
    zh: '片区决定现场岗位（项目经理、维修人员、信息员）能看到哪里；其他角色不受影响。',
    en: 'Bounds what field roles (site manager, technician, information clerk) see; others are not affected.',
  },
  whole: { zh: '{{name}}（整个项目）', en: '{{name}} (whole project)' },
  buildings: { zh: '{{name}}的楼栋', en: 'Buildings of {{name}}' },
  save: { zh: '保存片区', en: 'Save the territory' },
  discard: { zh: '放弃改动', en: 'Discard' },
  saved: {
    zh: '{{name}} 的责任片区已更新，立即生效。',
    en: 'The territory of {{name}} is changed; it holds at once.',
  },
  none: { zh: '还没有项目', en: 'There is no project yet' },
})

interface PersonTerritoryProps {
  readonly person: FragmentType<typeof Parts>
  readonly projects: readonly FragmentType<typeof Choices>[]
  readonly onReload: () => Promise<unknown>
}

/** Ids of whole projects and single buildings alike: their prefixes tell them apart. */
type Places = ReadonlySet<string>

const same = (a: Places, b: Places) => a.size === b.size && [...a].every((id) => b.has(id))
const toggled = (places: Places, id: string, on: boolean): Places =>
  new Set(on ? [...places, id] : [...places].filter((other) => other !== id))

/** Which projects or buildings somebody answers for. */
export function PersonTerritory({ person, projects, onReload }: PersonTerritoryProps) {
  const { id, name, version, territory } = readFragment(Parts, person)
  const choices = readFragment(Choices, projects)
  const say = useMessages(texts)
  const may = useMay()('staff:assignTerritory')
  const notify = useNotify()
  const assign = useFreshAct(Assign, onReload)
  const [draft, setDraft] = useState<Places>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const held: Places = new Set(
    territory.flatMap(({ project, building }) => building?.id ?? project?.id ?? []),
  )
  const wanted = draft ?? held
  const save = async () => {
    setBusy(true)
    const ids = [...wanted]
    const { done, refused } = await assign({
      staffId: id,
      expectedVersion: version,
      projectIds: ids.filter((place) => place.startsWith('prj_')),
      buildingIds: ids.filter((place) => place.startsWith('bld_')),
    })
    setBusy(false)
    setProblem(refused?.message)
    if (!done) return
    setDraft(undefined)
    notify.done(say('saved', { name }))
  }
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        <p className="st-quiet">{say('hint')}</p>
        {choices.length === 0 && <EmptyState title={say('none')} />}
        {choices.map((project) => {
          const whole = wanted.has(project.id)
          return (
            <fieldset key={project.id} className="st-plain-fieldset">
              <legend className="st-hidden">{project.name}</legend>
              <Checkbox
                checked={whole}
                disabled={!may}
                onChange={({ target }) => setDraft(toggled(wanted, project.id, target.checked))}
              >
                <span className="st-strong">{say('whole', { name: project.name })}</span>
              </Checkbox>
              <div
                className="st-checkboxes"
                role="group"
                aria-label={say('buildings', { name: project.name })}
              >
                {project.buildings.toSorted(byName).map((building) => (
                  <Checkbox
                    key={building.id}
                    checked={whole || wanted.has(building.id)}
                    disabled={!may || whole}
                    onChange={({ target }) => setDraft(toggled(wanted, building.id, target.checked))}
                  >
                    {building.name}
                  </Checkbox>
                ))}
              </div>
            </fieldset>
          )
        })}
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        {!same(wanted, held) && (
          <Inline>
            <Button type="primary" loading={busy} onClick={() => void save()}>
              {say('save')}
            </Button>
            <Button disabled={busy} onClick={() => setDraft(undefined)}>
              {say('discard')}
            </Button>
          </Inline>
        )}
      </Stack>
    </Panel>
  )
}
