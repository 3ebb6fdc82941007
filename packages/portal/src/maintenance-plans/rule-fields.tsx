import {
  DAY_SHIFT_LABELS,
  DAY_SHIFTS,
  MISSING_DAY_LABELS,
  MISSING_DAYS,
  occurrencesOf,
  RECURRENCE_FREQUENCIES,
  RECURRENCE_FREQUENCY_LABELS,
  recurrenceInWords,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type RecurrenceFrequency,
  type WorkingCalendar,
} from '@steward/domain'
import { Choice, dayText, Field, Fields, Input, InputNumber, Select, useFieldValue, useUi } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ruleIn, type RuleValues } from './plan-values.ts'

const texts = messages({
  frequency: { zh: '多久一次', en: 'How often' },
  interval: { zh: '间隔', en: 'Every' },
  DAILY: { zh: '天', en: 'days' },
  WEEKLY: { zh: '周', en: 'weeks' },
  MONTHLY: { zh: '个月', en: 'months' },
  YEARLY: { zh: '年', en: 'years' },
  from: { zh: '自（不填则自方案开始）', en: 'From (empty: the beginning of the plan)' },
  once: { zh: '日期', en: 'On' },
  until: { zh: '至（不填则到方案结束）', en: 'Until (empty: the end of the plan)' },
  weekdays: { zh: '星期', en: 'Weekdays' },
  by: { zh: '按', en: 'By' },
  DAY: { zh: '几号', en: 'Day of the month' },
  WEEKDAY: { zh: '第几个星期几', en: 'Weekday of the month' },
  monthDay: { zh: '几号', en: 'Day' },
  last: { zh: '最后一天', en: 'The last day' },
  nth: { zh: '第几个', en: 'Which' },
  weekday: { zh: '星期几', en: 'Weekday' },
  n1: { zh: '第一个', en: 'First' },
  n2: { zh: '第二个', en: 'Second' },
  n3: { zh: '第三个', en: 'Third' },
  n4: { zh: '第四个', en: 'Fourth' },
  nLast: { zh: '最后一个', en: 'Last' },
  missing: { zh: '当月无此日', en: 'Where the month lacks it' },
  shift: { zh: '遇休息日', en: 'On days off' },
  unfinished: { zh: '日程还没有填完', en: 'The schedule is not whole yet' },
  next: { zh: '接下来：{{days}}', en: 'Next: {{days}}' },
  never: { zh: '在方案期内一次也没有', en: 'Never within the plan' },
})

const MONTH_DAYS = Array.from({ length: 31 }, (_, at) => at + 1)
const NTHS = [
  [1, 'n1'],
  [2, 'n2'],
  [3, 'n3'],
  [4, 'n4'],
  [-1, 'nLast'],
] as const
const SHOWN = 5

interface RuleFieldsProps {
  /** Path of the rule inside the list that it stands in, and from the form. */
  readonly name: string
  readonly path: string
  readonly startsOn: string | undefined
  readonly endsOn: string | undefined
  readonly calendar: WorkingCalendar | undefined
}

/** When something comes again: by fields, in a sentence, and the days that follow. */
export function RuleFields({ name, path, startsOn, endsOn, calendar }: RuleFieldsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const rule = useFieldValue<RuleValues>(path) ?? {}
  const { frequency = 'MONTHLY', by = 'DAY' } = rule
  const byMonth = frequency === 'MONTHLY' || frequency === 'YEARLY'
  const isOnce = frequency === 'ONCE'
  const weekdayOptions = WEEKDAYS.map((value) => ({ value, label: sayWord(WEEKDAY_LABELS[value]) }))
  return (
    <>
      <Fields>
        <Field name={`${name}.frequency`} label={say('frequency')} required>
          <Select
            options={RECURRENCE_FREQUENCIES.map((value: RecurrenceFrequency) => ({
              value,
              label: sayWord(RECURRENCE_FREQUENCY_LABELS[value]),
            }))}
          />
        </Field>
        {!isOnce && (
          <Field name={`${name}.interval`} label={say('interval')} required>
            <InputNumber<number> min={1} max={400} precision={0} suffix={say(frequency)} />
          </Field>
        )}
        <Field name={`${name}.from`} label={say(isOnce ? 'once' : 'from')} required={isOnce}>
          <Input type="date" />
        </Field>
        {!isOnce && (
          <Field name={`${name}.until`} label={say('until')}>
            <Input type="date" />
          </Field>
        )}
        {frequency === 'WEEKLY' && (
          <Field name={`${name}.weekdays`} label={say('weekdays')} required>
            <Select mode="multiple" options={weekdayOptions} />
          </Field>
        )}
        {byMonth && (
          <Field name={`${name}.by`} label={say('by')}>
            <Choice<'DAY' | 'WEEKDAY'>
              options={(['DAY', 'WEEKDAY'] as const).map((value) => ({ value, label: say(value) }))}
            />
          </Field>
        )}
        {byMonth && by === 'DAY' && (
          <Field name={`${name}.monthDay`} label={say('monthDay')} required>
            <Select
              options={[
                ...MONTH_DAYS.map((value) => ({ value, label: String(value) })),
                { value: -1, label: say('last') },
              ]}
            />
          </Field>
        )}
        {byMonth && by === 'WEEKDAY' && (
          <>
            <Field name={`${name}.nth`} label={say('nth')} required>
              <Select options={NTHS.map(([value, key]) => ({ value, label: say(key) }))} />
            </Field>
            <Field name={`${name}.weekday`} label={say('weekday')} required>
              <Select options={weekdayOptions} />
            </Field>
          </>
        )}
        {byMonth && by === 'DAY' && (rule.monthDay ?? 0) > 28 && (
          <Field name={`${name}.missingDay`} label={say('missing')}>
            <Select
              options={MISSING_DAYS.map((value) => ({ value, label: sayWord(MISSING_DAY_LABELS[value]) }))}
            />
          </Field>
        )}
        <Field name={`${name}.shift`} label={say('shift')}>
          <Select options={DAY_SHIFTS.map((value) => ({ value, label: sayWord(DAY_SHIFT_LABELS[value]) }))} />
        </Field>
      </Fields>
      <RuleSaid rule={rule} startsOn={startsOn} endsOn={endsOn} calendar={calendar} />
    </>
  )
}

function RuleSaid({
  rule,
  startsOn,
  endsOn,
  calendar,
}: Pick<RuleFieldsProps, 'startsOn' | 'endsOn' | 'calendar'> & { readonly rule: RuleValues }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const whole = ruleIn(rule, startsOn)
  if (!whole) return <p className="st-above-field st-quiet">{say('unfinished')}</p>
  const days =
    calendar && endsOn
      ? occurrencesOf(whole, { until: endsOn, calendar, most: SHOWN }).map(({ scheduledOn }) =>
          dayText(scheduledOn, locale),
        )
      : undefined
  return (
    <p aria-live="polite" className="st-above-field">
      <span className="st-strong">{sayWord(recurrenceInWords(whole))}</span>
      {days && (
        <>
          <br />
          <span className="st-quiet st-small">
            {days.length === 0
              ? say('never')
              : say('next', { days: days.join(locale === 'en' ? '; ' : '、') })}
          </span>
        </>
      )}
    </p>
  )
}
