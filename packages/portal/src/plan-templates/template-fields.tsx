import {
  MOST_BUDGET_LINES,
  MOST_OBJECTIVES,
  MOST_PLAN_MEASURES,
  PLAN_COST_KIND_LABELS,
  PLAN_COST_KINDS,
  PLAN_MEASURE_LABELS,
  PLAN_MEASURE_UNITS,
  PLAN_MEASURES_OF,
  type PlanKind,
  type PlanMeasure,
} from '@steward/domain'
import {
  Field,
  FieldList,
  Fields,
  Input,
  InputNumber,
  MoneyInput,
  PercentInput,
  Select,
  useFieldValue,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { freshKey, freshMeasure } from './template-content.ts'
import { Remove, type ItemProps } from './template-item.tsx'
import { MeasureFields } from './template-measure-fields.tsx'

const texts = messages({
  title: { zh: '模板名称', en: 'Title' },
  lasts: { zh: '时长（天）', en: 'Lasts (days)' },
  summary: { zh: '概述', en: 'Summary' },
  objectives: { zh: '目标', en: 'Objectives' },
  addObjective: { zh: '增加目标', en: 'Add an objective' },
  measured: { zh: '指标', en: 'Measured in' },
  target: { zh: '目标值', en: 'Target' },
  note: { zh: '说明', en: 'Note' },
  budget: { zh: '预算', en: 'Budget' },
  addLine: { zh: '增加预算行', en: 'Add a line' },
  costKind: { zh: '费用类别', en: 'Kind of cost' },
  lineTitle: { zh: '用途', en: 'What for' },
  amount: { zh: '金额', en: 'Amount' },
  measures: { zh: '措施', en: 'Measures' },
  addMeasure: { zh: '增加措施', en: 'Add a measure' },
})

/** All that a template says: aim, money, measures; its days are counted from the beginning of a plan. */
export function TemplateFields({ kind }: { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  return (
    <>
      <Fields>
        <Field name="title" label={say('title')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="durationDays" label={say('lasts')} required>
          <InputNumber<number> min={1} max={1_100} precision={0} />
        </Field>
      </Fields>
      <Field name="summary" label={say('summary')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Field>
      <h2>{say('objectives')}</h2>
      <FieldList
        name="objectives"
        most={MOST_OBJECTIVES}
        column
        addLabel={say('addObjective')}
        fresh={() => ({ key: freshKey() })}
      >
        {({ at, count, remove }) => (
          <ObjectiveFields at={at} kind={kind} onRemove={count > 1 ? remove : undefined} />
        )}
      </FieldList>
      <h2>{say('budget')}</h2>
      <FieldList
        name="budget"
        most={MOST_BUDGET_LINES}
        column
        addLabel={say('addLine')}
        fresh={() => ({ key: freshKey() })}
      >
        {({ at, remove }) => <BudgetFields at={at} onRemove={remove} />}
      </FieldList>
      <h2>{say('measures')}</h2>
      <FieldList
        name="measures"
        most={MOST_PLAN_MEASURES}
        column
        addLabel={say('addMeasure')}
        fresh={freshMeasure}
      >
        {({ at, count, remove }) => (
          <MeasureFields at={at} kind={kind} onRemove={count > 1 ? remove : undefined} />
        )}
      </FieldList>
    </>
  )
}

function ObjectiveFields({ at, kind, onRemove }: ItemProps & { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const measure = useFieldValue<PlanMeasure>(`objectives.${at}.measure`)
  return (
    <>
      <Field name={`${at}.key`} label="" hidden>
        <Input />
      </Field>
      <Fields>
        <Field name={`${at}.measure`} label={say('measured')} required>
          <Select
            options={PLAN_MEASURES_OF[kind].map((value) => ({
              value,
              label: sayWord(PLAN_MEASURE_LABELS[value]),
            }))}
          />
        </Field>
        <Field
          name={`${at}.target`}
          label={say('target')}
          required
          {...(measure === 'GRADE' ? { hint: sayWord(PLAN_MEASURE_UNITS.GRADE) } : {})}
        >
          {measure === 'SATISFACTION' || measure === 'AVAILABILITY' ? (
            <PercentInput />
          ) : measure === 'REVENUE' ? (
            <MoneyInput currency={currency} />
          ) : (
            <InputNumber<number> min={0} precision={0} />
          )}
        </Field>
        <Field name={`${at}.note`} label={say('note')}>
          <Input maxLength={500} />
        </Field>
      </Fields>
      <Remove onRemove={onRemove} />
    </>
  )
}

function BudgetFields({ at, onRemove }: ItemProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  return (
    <>
      <Field name={`${at}.key`} label="" hidden>
        <Input />
      </Field>
      <Fields>
        <Field name={`${at}.kind`} label={say('costKind')} required>
          <Select
            options={PLAN_COST_KINDS.map((value) => ({
              value,
              label: sayWord(PLAN_COST_KIND_LABELS[value]),
            }))}
          />
        </Field>
        <Field name={`${at}.title`} label={say('lineTitle')} required>
          <Input maxLength={120} />
        </Field>
        <Field name={`${at}.amountMinor`} label={say('amount')} required>
          <MoneyInput currency={currency} />
        </Field>
      </Fields>
      <Remove onRemove={onRemove} />
    </>
  )
}
