import {
  MOST_BUDGET_LINES,
  MOST_OBJECTIVES,
  MOST_PLAN_MEASURES,
  PLAN_COST_KIND_LABELS,
  PLAN_COST_KINDS,
  PLAN_MEASURE_LABELS,
  PLAN_MEASURES_OF,
  type PlanKind,
  type PlanMeasure,
  type WorkingCalendar,
} from '@steward/domain'
import {
  Button,
  DeleteIcon,
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
import { useMoneyText } from '../money/money-words.tsx'
import { PersonSelect } from '../people/person-select.tsx'
import { useViewer } from '../session/viewer.tsx'
import { freshMeasure, MeasureFields } from './measure-fields.tsx'
import { freshKey, type BudgetValues } from './plan-values.ts'

const texts = messages({
  title: { zh: '方案名称', en: 'Title' },
  owner: { zh: '责任人', en: 'Owner' },
  startsOn: { zh: '开始日期', en: 'Begins' },
  endsOn: { zh: '结束日期', en: 'Ends' },
  summary: { zh: '概述', en: 'Summary' },
  objectives: { zh: '目标', en: 'Objectives' },
  addObjective: { zh: '增加目标', en: 'Add an objective' },
  measured: { zh: '指标', en: 'Measured in' },
  baseline: { zh: '现状值', en: 'As it stands' },
  target: { zh: '目标值', en: 'Target' },
  rank: { zh: '等级序号，1 为最高', en: 'Rank of the grade, 1 the highest' },
  most: { zh: '期内件数，不超过', en: 'In the period, at most' },
  note: { zh: '说明', en: 'Note' },
  measures: { zh: '措施', en: 'Measures' },
  addMeasure: { zh: '增加措施', en: 'Add a measure' },
  budget: { zh: '预算', en: 'Budget' },
  addLine: { zh: '增加预算行', en: 'Add a line' },
  costKind: { zh: '费用类别', en: 'Kind of cost' },
  lineTitle: { zh: '用途', en: 'What for' },
  amount: { zh: '金额', en: 'Amount' },
  sum: { zh: '预算合计 {{sum}}', en: 'Budget in all: {{sum}}' },
  remove: { zh: '删除', en: 'Remove' },
})

interface PlanFieldsProps {
  readonly kind: PlanKind
  readonly calendar: WorkingCalendar | undefined
}

/** Everything that a plan says, in the order in which it is thought: aim, money, measures. */
export function PlanFields({ kind, calendar }: PlanFieldsProps) {
  const say = useMessages(texts)
  return (
    <div className="st-field-wide">
      <Fields>
        <Field name="title" label={say('title')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="ownerId" label={say('owner')} required>
          <PersonSelect />
        </Field>
        <Field name="startsOn" label={say('startsOn')} required>
          <Input type="date" />
        </Field>
        <Field name="endsOn" label={say('endsOn')} required>
          <Input type="date" />
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
      <BudgetSum />
      <h2>{say('measures')}</h2>
      <FieldList
        name="measures"
        most={MOST_PLAN_MEASURES}
        column
        addLabel={say('addMeasure')}
        fresh={freshMeasure}
      >
        {({ at, count, remove }) => (
          <MeasureFields at={at} kind={kind} calendar={calendar}>
            <Remove onRemove={count > 1 ? remove : undefined} />
          </MeasureFields>
        )}
      </FieldList>
    </div>
  )
}

function Remove({ onRemove }: { readonly onRemove: (() => void) | undefined }) {
  const say = useMessages(texts)
  if (!onRemove) return null
  return (
    <Button type="text" icon={<DeleteIcon aria-hidden />} onClick={onRemove}>
      {say('remove')}
    </Button>
  )
}

interface ItemProps {
  readonly at: number
  readonly onRemove: (() => void) | undefined
}

function ObjectiveFields({ at, kind, onRemove }: ItemProps & { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const measure = useFieldValue<PlanMeasure>(`objectives.${at}.measure`)
  const hint =
    measure === 'GRADE' ? { hint: say('rank') } : measure === 'COMPLAINTS' ? { hint: say('most') } : {}
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
        <Field name={`${at}.baseline`} label={say('baseline')} {...hint}>
          <Measured measure={measure} />
        </Field>
        <Field name={`${at}.target`} label={say('target')} required {...hint}>
          <Measured measure={measure} />
        </Field>
        <Field name={`${at}.note`} label={say('note')}>
          <Input maxLength={500} />
        </Field>
      </Fields>
      <Remove onRemove={onRemove} />
    </>
  )
}

interface MeasuredProps {
  readonly measure: PlanMeasure | undefined
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
  readonly id?: string
}

/** Typed in the unit of what is measured. */
function Measured({ measure, ...field }: MeasuredProps) {
  const { currency } = useViewer().organization
  if (measure === 'SATISFACTION' || measure === 'AVAILABILITY') return <PercentInput {...field} />
  if (measure === 'REVENUE') return <MoneyInput currency={currency} {...field} />
  return <InputNumber<number> min={0} precision={0} inputMode="numeric" {...field} />
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

function BudgetSum() {
  const say = useMessages(texts)
  const money = useMoneyText()
  const lines = useFieldValue<readonly (BudgetValues | undefined)[]>('budget') ?? []
  const sum = lines.reduce((total, line) => total + (line?.amountMinor ?? 0), 0)
  return (
    <p aria-live="polite" className="st-strong">
      {say('sum', { sum: money(sum) })}
    </p>
  )
}
