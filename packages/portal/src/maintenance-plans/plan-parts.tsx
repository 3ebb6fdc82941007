/** What plans and their templates say alike: aims, money, and the work of a measure. */
import {
  MOST_BUDGET_LINES,
  MOST_OBJECTIVES,
  PLAN_COST_KIND_LABELS,
  PLAN_COST_KINDS,
  PLAN_MEANS_LABELS,
  PLAN_MEANS_OF,
  PLAN_MEASURE_LABELS,
  PLAN_MEASURES_OF,
  type PlanKind,
  type PlanMeasure,
} from '@steward/domain'
import {
  Button,
  DeleteIcon,
  Field,
  FieldList,
  Fields,
  Fold,
  Input,
  InputNumber,
  MoneyInput,
  PercentInput,
  Select,
  Switch,
  useFieldValue,
} from '@steward/ui'
import type { ReactNode } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { freshKey, type BudgetValues, type WorkValues } from './plan-values.ts'

const texts = messages({
  objectives: { zh: '目标', en: 'Objectives' },
  addObjective: { zh: '增加目标', en: 'Add an objective' },
  measured: { zh: '指标', en: 'Measured in' },
  baseline: { zh: '现状值', en: 'As it stands' },
  target: { zh: '目标值', en: 'Target' },
  rank: { zh: '等级序号，1 为最高', en: 'Rank of the grade, 1 the highest' },
  most: { zh: '期内件数，不超过', en: 'In the period, at most' },
  note: { zh: '说明', en: 'Note' },
  budget: { zh: '预算', en: 'Budget' },
  addLine: { zh: '增加预算行', en: 'Add a line' },
  costKind: { zh: '费用类别', en: 'Kind of cost' },
  lineTitle: { zh: '用途', en: 'What for' },
  amount: { zh: '金额', en: 'Amount' },
  nth: { zh: '措施 {{nth}}', en: 'Measure {{nth}}' },
  means: { zh: '方式', en: 'Means' },
  what: { zh: '措施', en: 'What is done' },
  gap: { zh: '差距', en: 'Gap' },
  effect: { zh: '预期效果', en: 'Effect hoped for' },
  instruction: { zh: '做法', en: 'How it is done' },
  due: { zh: '完成期限（到期日后几天）', en: 'Days to do it' },
  before: { zh: '前置措施', en: 'Comes after' },
  minutes: { zh: '每次工时（分钟）', en: 'Minutes each time' },
  cost: { zh: '每次费用', en: 'Cost each time' },
  line: { zh: '从哪一预算行支出', en: 'Paid from' },
  evidence: { zh: '须附照片或文件', en: 'Needs evidence' },
  more: { zh: '做法、前置措施与凭证', en: 'How, what comes before, evidence' },
  remove: { zh: '删除', en: 'Remove' },
})

interface ItemProps {
  readonly at: number
  /** Absent where it is the last that has to be. */
  readonly onRemove: (() => void) | undefined
}

function Remove({ onRemove }: Pick<ItemProps, 'onRemove'>) {
  const say = useMessages(texts)
  return onRemove ? (
    <Button type="text" icon={<DeleteIcon aria-hidden />} onClick={onRemove}>
      {say('remove')}
    </Button>
  ) : null
}

interface ObjectivesProps {
  readonly kind: PlanKind
  /** How things stand is said in each plan; a template does not know it. */
  readonly withBaseline?: boolean
}

export function ObjectivesFields({ kind, withBaseline = false }: ObjectivesProps) {
  const say = useMessages(texts)
  return (
    <>
      <h2>{say('objectives')}</h2>
      <FieldList
        name="objectives"
        most={MOST_OBJECTIVES}
        column
        addLabel={say('addObjective')}
        fresh={() => ({ key: freshKey() })}
      >
        {({ at, count, remove }) => (
          <Objective
            at={at}
            kind={kind}
            withBaseline={withBaseline}
            onRemove={count > 1 ? remove : undefined}
          />
        )}
      </FieldList>
    </>
  )
}

function Objective({ at, kind, withBaseline, onRemove }: ItemProps & ObjectivesProps) {
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
        {withBaseline && (
          <Field name={`${at}.baseline`} label={say('baseline')} {...hint}>
            <Measured measure={measure} />
          </Field>
        )}
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

export function BudgetLinesFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  return (
    <>
      <h2>{say('budget')}</h2>
      <FieldList
        name="budget"
        most={MOST_BUDGET_LINES}
        column
        addLabel={say('addLine')}
        fresh={() => ({ key: freshKey() })}
      >
        {({ at, remove }) => (
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
            <Remove onRemove={remove} />
          </>
        )}
      </FieldList>
    </>
  )
}

interface MeasureFieldsProps extends ItemProps {
  readonly kind: PlanKind
  /** Who carries it out: of plans alone. */
  readonly assignee?: ReactNode
  /** When it comes: on days of the calendar, or so many after a plan begins. */
  readonly schedule: ReactNode
}

const titled = (rows: readonly ({ readonly key: string; readonly title?: string } | undefined)[]) =>
  rows.flatMap((row) => (row?.title ? [{ value: row.key, label: row.title }] : []))

/** One line of the strengthening form: gap, measure, schedule, effect, and what it costs. */
export function MeasureFields({ at, kind, assignee, schedule, onRemove }: MeasureFieldsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const lines = useFieldValue<readonly (BudgetValues | undefined)[]>('budget') ?? []
  const measures = useFieldValue<readonly (WorkValues | undefined)[]>('measures') ?? []
  const own = measures[at]?.key
  return (
    <>
      <h3>{say('nth', { nth: at + 1 })}</h3>
      <Field name={`${at}.key`} label="" hidden>
        <Input />
      </Field>
      <Fields>
        <Field name={`${at}.gap`} label={say('gap')}>
          <Input maxLength={500} />
        </Field>
        <Field name={`${at}.title`} label={say('what')} required>
          <Input maxLength={120} />
        </Field>
        <Field name={`${at}.means`} label={say('means')} required>
          <Select
            options={PLAN_MEANS_OF[kind].map((value) => ({
              value,
              label: sayWord(PLAN_MEANS_LABELS[value]),
            }))}
          />
        </Field>
        {assignee}
        <Field name={`${at}.effect`} label={say('effect')}>
          <Input maxLength={500} />
        </Field>
      </Fields>
      {schedule}
      <Fields>
        <Field name={`${at}.estimatedMinor`} label={say('cost')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name={`${at}.budgetLine`} label={say('line')}>
          <Select allowClear options={titled(lines)} />
        </Field>
        <Field name={`${at}.estimatedMinutes`} label={say('minutes')}>
          <InputNumber<number> min={0} max={14_400} precision={0} />
        </Field>
        <Field name={`${at}.dueAfterDays`} label={say('due')}>
          <InputNumber<number> min={0} max={90} precision={0} />
        </Field>
      </Fields>
      <Fold title={say('more')}>
        <Fields>
          <Field name={`${at}.instruction`} label={say('instruction')} wide>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
          </Field>
          <Field name={`${at}.dependsOn`} label={say('before')}>
            <Select allowClear options={titled(measures).filter(({ value }) => value !== own)} />
          </Field>
          <Field name={`${at}.needsEvidence`} label={say('evidence')} toggles>
            <Switch />
          </Field>
        </Fields>
      </Fold>
      <Remove onRemove={onRemove} />
    </>
  )
}
