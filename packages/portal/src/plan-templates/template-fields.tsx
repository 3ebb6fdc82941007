import {
  DAY_SHIFT_LABELS,
  DAY_SHIFTS,
  MOST_BUDGET_LINES,
  MOST_OBJECTIVES,
  MOST_PLAN_MEASURES,
  PLAN_COST_KIND_LABELS,
  PLAN_COST_KINDS,
  PLAN_MEANS_LABELS,
  PLAN_MEANS_OF,
  PLAN_MEASURE_LABELS,
  PLAN_MEASURE_UNITS,
  PLAN_MEASURES_OF,
  RECURRENCE_FREQUENCIES,
  RECURRENCE_FREQUENCY_LABELS,
  WEEKDAY_LABELS,
  WEEKDAYS,
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
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { freshKey, freshMeasure, type BudgetValues, type MeasureValues } from './template-content.ts'

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
  nth: { zh: '措施 {{nth}}', en: 'Measure {{nth}}' },
  what: { zh: '做什么', en: 'What is done' },
  means: { zh: '方式', en: 'Means' },
  frequency: { zh: '多久一次', en: 'How often' },
  interval: { zh: '间隔', en: 'Every' },
  startAfter: {
    zh: '方案开始后第几天首次（0 为当天）',
    en: 'First, days after the plan begins (0: that day)',
  },
  weekdays: { zh: '星期', en: 'Weekdays' },
  shift: { zh: '遇休息日', en: 'On days off' },
  due: { zh: '完成期限（到期日后几天）', en: 'Days to do it' },
  cost: { zh: '每次费用', en: 'Cost each time' },
  line: { zh: '从哪一预算行支出', en: 'Paid from' },
  minutes: { zh: '每次工时（分钟）', en: 'Minutes each time' },
  more: { zh: '差距、做法、效果、前置措施与凭证', en: 'Gap, how, effect, what comes before, evidence' },
  gap: { zh: '差距', en: 'Gap' },
  effect: { zh: '预期效果', en: 'Effect hoped for' },
  instruction: { zh: '做法', en: 'How it is done' },
  before: { zh: '前置措施', en: 'Comes after' },
  evidence: { zh: '须附照片或文件', en: 'Needs evidence' },
  remove: { zh: '删除', en: 'Remove' },
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

interface ItemProps {
  readonly at: number
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

const titled = (rows: readonly ({ readonly key: string; readonly title?: string } | undefined)[]) =>
  rows.flatMap((row) => (row?.title ? [{ value: row.key, label: row.title }] : []))

function MeasureFields({ at, kind, onRemove }: ItemProps & { readonly kind: PlanKind }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const lines = useFieldValue<readonly (BudgetValues | undefined)[]>('budget') ?? []
  const measures = useFieldValue<readonly (MeasureValues | undefined)[]>('measures') ?? []
  const { frequency, key: own } = measures[at] ?? {}
  return (
    <>
      <h3>{say('nth', { nth: at + 1 })}</h3>
      <Field name={`${at}.key`} label="" hidden>
        <Input />
      </Field>
      <Fields>
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
        <Field name={`${at}.frequency`} label={say('frequency')} required>
          <Select
            options={RECURRENCE_FREQUENCIES.map((value) => ({
              value,
              label: sayWord(RECURRENCE_FREQUENCY_LABELS[value]),
            }))}
          />
        </Field>
        {frequency !== 'ONCE' && (
          <Field name={`${at}.interval`} label={say('interval')} required>
            <InputNumber<number> min={1} max={400} precision={0} />
          </Field>
        )}
        <Field name={`${at}.startAfterDays`} label={say('startAfter')} required>
          <InputNumber<number> min={0} max={1_100} precision={0} />
        </Field>
        {frequency === 'WEEKLY' && (
          <Field name={`${at}.weekdays`} label={say('weekdays')} required>
            <Select
              mode="multiple"
              options={WEEKDAYS.map((value) => ({ value, label: sayWord(WEEKDAY_LABELS[value]) }))}
            />
          </Field>
        )}
        <Field name={`${at}.shift`} label={say('shift')}>
          <Select options={DAY_SHIFTS.map((value) => ({ value, label: sayWord(DAY_SHIFT_LABELS[value]) }))} />
        </Field>
        <Field name={`${at}.dueAfterDays`} label={say('due')}>
          <InputNumber<number> min={0} max={90} precision={0} />
        </Field>
        <Field name={`${at}.estimatedMinutes`} label={say('minutes')}>
          <InputNumber<number> min={0} max={14_400} precision={0} />
        </Field>
        <Field name={`${at}.estimatedMinor`} label={say('cost')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name={`${at}.budgetLine`} label={say('line')}>
          <Select allowClear options={titled(lines)} />
        </Field>
      </Fields>
      <Fold title={say('more')}>
        <Fields>
          <Field name={`${at}.gap`} label={say('gap')}>
            <Input maxLength={500} />
          </Field>
          <Field name={`${at}.effect`} label={say('effect')}>
            <Input maxLength={500} />
          </Field>
          <Field name={`${at}.instruction`} label={say('instruction')}>
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
