import {
  DAY_SHIFT_LABELS,
  DAY_SHIFTS,
  PLAN_MEANS_LABELS,
  PLAN_MEANS_OF,
  RECURRENCE_FREQUENCIES,
  RECURRENCE_FREQUENCY_LABELS,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type PlanKind,
} from '@steward/domain'
import {
  Field,
  Fields,
  Fold,
  Input,
  InputNumber,
  MoneyInput,
  Select,
  Switch,
  useFieldValue,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import type { BudgetValues, MeasureValues } from './template-content.ts'
import { Remove, type ItemProps } from './template-item.tsx'

const texts = messages({
  nth: { zh: '措施 {{nth}}', en: 'Measure {{nth}}' },
  what: { zh: '做什么', en: 'What is done' },
  means: { zh: '方式', en: 'Means' },
  frequency: { zh: '多久一次', en: 'How often' },
  interval: { zh: '间隔', en: 'Every' },
  DAILY: { zh: '天', en: 'days' },
  WEEKLY: { zh: '周', en: 'weeks' },
  MONTHLY: { zh: '个月', en: 'months' },
  YEARLY: { zh: '年', en: 'years' },
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
})

const titled = (rows: readonly ({ readonly key: string; readonly title?: string } | undefined)[]) =>
  rows.flatMap((row) => (row?.title ? [{ value: row.key, label: row.title }] : []))

/** What is done, how often from which day of the plan on, and what it costs. */
export function MeasureFields({ at, kind, onRemove }: ItemProps & { readonly kind: PlanKind }) {
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
            <InputNumber<number>
              min={1}
              max={400}
              precision={0}
              {...(frequency ? { suffix: say(frequency) } : {})}
            />
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
