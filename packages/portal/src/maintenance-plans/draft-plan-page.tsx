import { useQuery } from '@apollo/client/react'
import { PLAN_ACTION_LABELS, PLAN_INPUTS, PLAN_KIND_LABELS, PLAN_KINDS, type PlanKind } from '@steward/domain'
import { readFragment, type PlanTemplateTextFragment } from '@steward/graphql-client'
import {
  Alert,
  Choice,
  Field,
  Fields,
  Form,
  Loading,
  PageHeader,
  Panel,
  Select,
  Stack,
  useFieldValue,
  useNotify,
  useUi,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { LessonsPanel } from '../plan-evaluation/lessons-panel.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { exampleStart, planOf } from '../plan-templates/template-content.ts'
import { OnePlanTemplate, PlanTemplateText } from '../plan-templates/template-documents.ts'
import { useToday } from '../session/use-today.ts'
import { FacilityTemplate } from './facility-template.tsx'
import { ForWhom, type PlanAim } from './for-whom.tsx'
import { MaintenancePlanPage, PlanText, type PlanInFull } from './plan-documents.ts'
import { PlanFields } from './plan-fields.tsx'
import { DraftPlan } from './plan-mutations.ts'
import {
  atFields,
  contentInput,
  freshKey,
  freshMeasure,
  renewed,
  valuesOf,
  valuesOfContent,
  type PlanValues,
} from './plan-values.ts'
import { usePlanSurroundings } from './use-plan-surroundings.ts'

const texts = messages({
  back: { zh: '维护方案', en: 'Maintenance plans' },
  title: { zh: '起草维护方案', en: 'Draft a maintenance plan' },
  subtitle: {
    zh: '草稿保存在本机，保存后可继续修改；提交时签署，再由他人审核、批准',
    en: 'What you type is kept in this browser; a saved draft can still be changed, and is signed when it is submitted',
  },
  kind: { zh: '类别', en: 'Kind' },
  project: { zh: '项目', en: 'Community' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  saved: { zh: '草稿已保存', en: 'The draft is saved' },
  renews: { zh: '续期：{{number}}', en: 'Renews {{number}}' },
  renewsHint: {
    zh: '内容取自上一期，日期顺移；上一期评估归档后才能提交。',
    en: 'Taken from the last plan, its dates moved on; it can be submitted once that one is evaluated.',
  },
})

interface Values extends PlanValues {
  readonly aim?: PlanAim
  readonly clientId?: string
  readonly segmentGrades?: readonly string[]
  readonly segmentProjectIds?: readonly string[]
  readonly projectId?: string
}

/** A plan is begun: for whom, and all that it says. */
export function DraftPlanPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const renewsId = params.get('renews')
  const { data } = useQuery(MaintenancePlanPage, { variables: { id: renewsId ?? '' }, skip: !renewsId })
  const last = data?.maintenancePlan ?? undefined
  const templateId = params.get('template')
  const { data: found } = useQuery(OnePlanTemplate, {
    variables: { id: templateId ?? '' },
    skip: !templateId,
  })
  const template = found?.planTemplate ? readFragment(PlanTemplateText, found.planTemplate) : undefined
  // Plans for clients are written where clients are.
  const own: PlanKind = may('portal:customerService') ? 'RELATIONSHIP' : 'FACILITY'
  const kind = last?.kind ?? PLAN_KINDS.find((it) => it === params.get('kind')) ?? own
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('plans'), label: say('back') }}
      />
      <Stack gap={4}>
        {own === 'RELATIONSHIP' && !renewsId && (
          <Choice<PlanKind>
            label={say('kind')}
            value={kind}
            options={PLAN_KINDS.map((value) => ({ value, label: sayWord(PLAN_KIND_LABELS[value]) }))}
            onChange={(value) =>
              setParams(
                (now) => {
                  now.set('kind', value)
                  return now
                },
                { replace: true },
              )
            }
          />
        )}
        {last && (
          <Alert
            type="info"
            showIcon
            title={say('renews', { number: `${last.number} ${last.title}` })}
            description={say('renewsHint')}
          />
        )}
        {kind === 'FACILITY' && !renewsId && (
          <FacilityTemplate
            value={templateId ?? undefined}
            onChange={(id) =>
              setParams(
                (now) => {
                  if (id) now.set('template', id)
                  else now.delete('template')
                  return now
                },
                { replace: true },
              )
            }
          />
        )}
        {(renewsId && !data) || (templateId && !found) ? (
          <Loading />
        ) : (
          <Panel title={sayWord(PLAN_KIND_LABELS[kind])}>
            <DraftForm
              key={`${kind}/${templateId ?? ''}`}
              kind={kind}
              clientId={params.get('client') ?? undefined}
              machine={machineIn(params)}
              last={last}
              template={template}
              templateId={templateId}
            />
          </Panel>
        )}
      </Stack>
    </>
  )
}

interface Machine {
  readonly projectId: string
  readonly equipmentIds: readonly string[]
}
/** Begun on the page of a machine: where it is, and which. */
const machineIn = (params: URLSearchParams): Machine | undefined => {
  const [projectId, machine] = [params.get('project'), params.get('machine')]
  return projectId && machine ? { projectId, equipmentIds: [machine] } : undefined
}

interface DraftFormProps {
  readonly kind: PlanKind
  readonly clientId: string | undefined
  readonly machine: Machine | undefined
  readonly last: PlanInFull | undefined
  /** What it begins with: on the first of the next month. */
  readonly template: PlanTemplateTextFragment | undefined
  readonly templateId: string | null
}

/** What the last plan says, for the next period. */
const fromLast = (last: PlanInFull | undefined): Values | undefined => {
  const revision =
    last && (last.revisions.find(({ id }) => id === last.effectiveRevision?.id) ?? last.revisions[0])
  if (!last || !revision) return undefined
  return {
    ...renewed(valuesOf(readFragment(PlanText, revision))),
    aim: last.client ? 'CLIENT' : 'SEGMENT',
    ...(last.client ? { clientId: last.client.id } : {}),
    segmentGrades: last.segmentGrades ?? [],
    segmentProjectIds: last.segmentProjects.map(({ projectId }) => projectId),
    ...(last.project ? { projectId: last.project.id } : {}),
  }
}

function DraftForm({ kind, clientId, machine, last, template, templateId }: DraftFormProps) {
  const today = useToday()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const { staff } = useViewer()
  const notify = useNotify()
  const check = useCheckInput()
  const send = useAct(DraftPlan)
  const { projects, calendar } = usePlanSurroundings()
  const draft = useDraft<Values>(
    `plan.new.${kind}.${last?.id ?? clientId ?? machine?.equipmentIds[0] ?? ''}${templateId ?? ''}`,
  )
  const inputOf = (values: Values) => ({
    kind,
    ...(kind === 'FACILITY'
      ? {
          ...(values.projectId ? { projectId: values.projectId } : {}),
          equipmentIds: [...(values.equipmentIds ?? [])],
        }
      : values.aim === 'SEGMENT'
        ? {
            segmentGrades: [...(values.segmentGrades ?? [])],
            segmentProjectIds: [...(values.segmentProjectIds ?? [])],
          }
        : { clientId: values.clientId ?? '' }),
    ...(last ? { renewsId: last.id } : {}),
    content: contentInput(values),
  })
  const fresh: Values = {
    aim: 'CLIENT',
    ...(clientId ? { clientId } : {}),
    ...machine,
    ownerId: staff.id,
    objectives: [{ key: freshKey() }],
    measures: [freshMeasure()],
    budget: [],
  }
  return (
    <Form<Values>
      label={sayWord(PLAN_ACTION_LABELS.draft)}
      verb={say('save')}
      stays
      wide
      initial={{
        ...fresh,
        ...(template ? valuesOfContent(planOf(template, exampleStart(today))) : {}),
        ...fromLast(last),
        ...draft.found,
      }}
      onChange={draft.keep}
      onCancel={() => routing.go(path('plans'))}
      check={(values) => atFields(check(PLAN_INPUTS.draft, inputOf(values)), values)}
      onSubmit={async (values) => {
        const { done, refused } = await send(inputOf(values))
        if (!done) return refused?.fields ? { ...refused, fields: atFields(refused.fields, values) } : refused
        draft.drop()
        notify.done(say('saved'))
        routing.go(path(`plans/${done.id}`))
        return undefined
      }}
    >
      <div className="st-field-wide">
        <LearntBefore kind={kind} />
        {kind === 'FACILITY' ? (
          <Fields>
            <Field name="projectId" label={say('project')} required>
              <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
            </Field>
          </Fields>
        ) : (
          <ForWhom projects={projects} />
        )}
      </div>
      <DraftFields kind={kind} calendar={calendar} />
    </Form>
  )
}

/** Follows whom the plan is for. */
function LearntBefore({ kind }: { readonly kind: PlanKind }) {
  const aim = useFieldValue<Values['aim']>('aim')
  const client = useFieldValue<string>('clientId')
  const project = useFieldValue<string>('projectId')
  return (
    <LessonsPanel
      kind={kind}
      client={kind === 'RELATIONSHIP' && aim !== 'SEGMENT' && client ? client : undefined}
      project={kind === 'FACILITY' && project ? project : undefined}
    />
  )
}

/** The machines offered are those of the community that is chosen. */
function DraftFields({ kind, calendar }: Parameters<typeof PlanFields>[0]) {
  const projectId = useFieldValue<string>('projectId')
  return <PlanFields kind={kind} calendar={calendar} projectId={projectId} />
}
