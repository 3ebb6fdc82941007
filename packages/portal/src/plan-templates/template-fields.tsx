import {
  DAY_SHIFT_LABELS,
  DAY_SHIFTS,
  MOST_PLAN_MEASURES,
  RECURRENCE_FREQUENCIES,
  RECURRENCE_FREQUENCY_LABELS,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type PlanKind,
  type RecurrenceFrequency,
} from '@steward/domain'
import { Field, FieldList, Fields, Input, InputNumber, Select, useFieldValue } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { BudgetLinesFields, MeasureFields, ObjectivesFields } from '../maintenance-plans/plan-parts.tsx'
import { freshMeasure } from './template-content.ts'

const texts = messages({
  title: { zh: '模板名称', en: 'Title' },
  lasts: { zh: '时长（天）', en: 'Lasts (days)' },
  summary: { zh: '概述', en: 'Summary' },
  measures: { zh: '措施', en: 'Measures' },
  addMeasure: { zh: '增加措施', en: 'Add a measure' },
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
      <ObjectivesFields kind={kind} />
      <BudgetLinesFields />
      <h2>{say('measures')}</h2>
      <FieldList
        name="measures"
        most={MOST_PLAN_MEASURES}
        column
        addLabel={say('addMeasure')}
        fresh={freshMeasure}
      >
        {({ at, count, remove }) => (
          <MeasureFields
            at={at}
            kind={kind}
            onRemove={count > 1 ? remove : undefined}
            schedule={<CountedRule at={at} />}
          />
        )}
      </FieldList>
    </>
  )
}

/** How often, from which day of the plan on. */
function CountedRule({ at }: { readonly at: number }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const frequency = useFieldValue<RecurrenceFrequency>(`measures.${at}.frequency`)
  return (
    <Fields>
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
    </Fields>
  )
}
