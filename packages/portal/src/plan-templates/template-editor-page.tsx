import { useQuery } from '@apollo/client/react'
import {
  EQUIPMENT_CLASS_LABELS,
  EQUIPMENT_CLASSES,
  PLAN_KIND_LABELS,
  PLAN_KINDS,
  PLAN_TEMPLATE_ACTION_LABELS,
  PLAN_TEMPLATE_INPUTS,
  type EquipmentClass,
  type PlanKind,
} from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  Alert,
  EmptyState,
  Field,
  Fields,
  Form,
  Loading,
  PageHeader,
  Panel,
  Select,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useParams, useSearchParams } from 'react-router'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import {
  AddPlanTemplate,
  OnePlanTemplate,
  PlanTemplateLine,
  PlanTemplateText,
  RevisePlanTemplate,
} from './template-documents.ts'
import { freshKey } from '../maintenance-plans/plan-values.ts'
import {
  atFields,
  freshMeasure,
  inputOf as contentInput,
  valuesOf,
  type TemplateValues,
} from './template-content.ts'
import { TemplateFields } from './template-fields.tsx'

const texts = messages({
  list: { zh: '方案模板', en: 'Plan templates' },
  hint: {
    zh: '日期都从方案开始的那天数起；起草时换成实际日期。执行人和现状值在每份方案里填。',
    en: 'Days are counted from the day a plan begins, and become dates when it is drafted. Who carries it out and how things stand is said in each plan.',
  },
  grade: { zh: '客户等级', en: 'Grade' },
  class: { zh: '设备类别', en: 'Class of machines' },
  save: { zh: '保存模板', en: 'Save the template' },
  added: { zh: '模板已保存', en: 'The template is saved' },
  revised: { zh: '已保存为第 {{edition}} 版', en: 'Saved as edition {{edition}}' },
  taken: {
    zh: '这个等级（或设备类别）已有使用中的模板；请修订它，或先停用。',
    en: 'There is one in use already: revise it, or retire it first.',
  },
  gone: { zh: '没有这个模板', en: 'There is no such template' },
  goneHint: { zh: '可能不存在，或已停用。', en: 'It does not exist, or is retired.' },
})

/** As standards grade; others are typed. */
const GRADES = ['A', 'B', 'C', 'D']

interface Values extends TemplateValues {
  readonly grade?: readonly string[] | string
  readonly equipmentClass?: EquipmentClass
}

/** A new template of the kind that the address says. */
export function AddPlanTemplatePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const [params] = useSearchParams()
  const kind: PlanKind = PLAN_KINDS.find((it) => it === params.get('kind')) ?? 'RELATIONSHIP'
  const send = useAct(AddPlanTemplate)
  const draft = useDraft<Values>(`planTemplate.new.${kind}`)
  const inputOf = (values: Values) => ({
    kind,
    ...(kind === 'FACILITY'
      ? values.equipmentClass && { equipmentClass: values.equipmentClass }
      : values.grade && { grade: String(values.grade) }),
    content: contentInput(values),
  })
  const fresh: Values = {
    durationDays: 365,
    objectives: [{ key: freshKey() }],
    measures: [freshMeasure()],
    budget: [],
  }
  return (
    <>
      <PageHeader
        title={sayWord(PLAN_TEMPLATE_ACTION_LABELS.add)}
        subtitle={sayWord(PLAN_KIND_LABELS[kind])}
        back={{ to: path(`plan-templates?kind=${kind}`), label: say('list') }}
      />
      <Panel>
        <Form<Values>
          label={sayWord(PLAN_TEMPLATE_ACTION_LABELS.add)}
          verb={say('save')}
          stays
          initial={{ ...fresh, ...draft.found }}
          onChange={draft.keep}
          onCancel={() => routing.go(path(`plan-templates?kind=${kind}`))}
          check={(values) => atFields(check(PLAN_TEMPLATE_INPUTS.add, inputOf(values)))}
          onSubmit={async (values) => {
            const { done, refused, refusal } = await send(inputOf(values))
            if (refusal && 'code' in refusal && refusal.code === 'DUPLICATE')
              return { fields: { [kind === 'FACILITY' ? 'equipmentClass' : 'grade']: say('taken') } }
            if (!done) return { ...refused, fields: atFields(refused?.fields ?? {}) }
            draft.drop()
            notify.done(say('added'))
            routing.go(path(`plan-templates/${done.id}`))
            return undefined
          }}
        >
          <ForWhom kind={kind} />
          <Written kind={kind} />
        </Form>
      </Panel>
    </>
  )
}

function ForWhom({ kind }: { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Fields>
      {kind === 'FACILITY' ? (
        <Field name="equipmentClass" label={say('class')} required>
          <Select
            options={EQUIPMENT_CLASSES.map((value) => ({
              value,
              label: sayWord(EQUIPMENT_CLASS_LABELS[value]),
            }))}
          />
        </Field>
      ) : (
        <Field name="grade" label={say('grade')} required>
          <Select mode="tags" maxCount={1} options={GRADES.map((value) => ({ value, label: value }))} />
        </Field>
      )}
    </Fields>
  )
}

function Written({ kind }: { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  return (
    <Stack gap={4}>
      <Alert type="info" showIcon title={say('hint')} />
      <TemplateFields kind={kind} />
    </Stack>
  )
}

/** The next edition of a template. */
export function RevisePlanTemplatePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(OnePlanTemplate, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  const send = useFreshAct(RevisePlanTemplate, refetch)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const template = data.planTemplate
  const line = template && readFragment(PlanTemplateLine, template)
  if (!template || !line || line.retiredAt !== null)
    return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const text = readFragment(PlanTemplateText, template)
  const back = path(`plan-templates/${id}`)
  const inputOf = (values: TemplateValues) => ({
    expectedVersion: template.version,
    content: contentInput(values, text),
  })
  return (
    <>
      <PageHeader
        title={sayWord(PLAN_TEMPLATE_ACTION_LABELS.revise)}
        subtitle={line.title}
        back={{ to: back, label: line.title }}
      />
      <Panel>
        <Form<TemplateValues>
          label={sayWord(PLAN_TEMPLATE_ACTION_LABELS.revise)}
          verb={say('save')}
          stays
          initial={valuesOf(text)}
          onCancel={() => routing.go(back)}
          check={(values) => atFields(check(PLAN_TEMPLATE_INPUTS.revise, inputOf(values)))}
          onSubmit={async (values) => {
            const { done, refused } = await send({ templateId: id, ...inputOf(values) })
            if (!done) return { ...refused, fields: atFields(refused?.fields ?? {}) }
            notify.done(say('revised', { edition: done.edition }))
            routing.go(back)
            return undefined
          }}
        >
          <Written kind={line.kind} />
        </Form>
      </Panel>
    </>
  )
}
