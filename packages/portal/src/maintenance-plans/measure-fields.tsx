import { PLAN_MEANS_LABELS, PLAN_MEANS_OF, type PlanKind, type WorkingCalendar } from '@steward/domain'
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
import type { ReactNode } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useViewer } from '../session/viewer.tsx'
import { freshKey, type BudgetValues, type MeasureValues } from './plan-values.ts'
import { RuleFields } from './rule-fields.tsx'

const texts = messages({
  nth: { zh: '措施 {{nth}}', en: 'Measure {{nth}}' },
  means: { zh: '方式', en: 'Means' },
  what: { zh: '措施', en: 'What is done' },
  gap: { zh: '差距', en: 'Gap' },
  effect: { zh: '预期效果', en: 'Effect hoped for' },
  assignee: { zh: '执行人', en: 'Carried out by' },
  instruction: { zh: '做法', en: 'How it is done' },
  due: { zh: '完成期限（到期日后几天）', en: 'Days to do it' },
  before: { zh: '前置措施', en: 'Comes after' },
  minutes: { zh: '每次工时（分钟）', en: 'Minutes each time' },
  cost: { zh: '每次费用', en: 'Cost each time' },
  line: { zh: '从哪一预算行支出', en: 'Paid from' },
  evidence: { zh: '须附照片或文件', en: 'Needs evidence' },
  more: { zh: '做法、前置措施与凭证', en: 'How, what comes before, evidence' },
})

export const freshMeasure = (): MeasureValues => ({
  key: freshKey(),
  recurrence: { frequency: 'MONTHLY', interval: 1, by: 'DAY', shift: 'NEXT', missingDay: 'LAST_DAY' },
  dueAfterDays: 7,
  estimatedMinutes: 60,
  estimatedMinor: 0,
})

interface MeasureFieldsProps {
  readonly at: number
  readonly kind: PlanKind
  readonly calendar: WorkingCalendar | undefined
  /** The button that takes it away. */
  readonly children: ReactNode
}

/** One line of the strengthening form: gap, measure, owner, schedule, effect, and what it costs. */
export function MeasureFields({ at, kind, calendar, children }: MeasureFieldsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const lines = useFieldValue<readonly (BudgetValues | undefined)[]>('budget') ?? []
  const measures = useFieldValue<readonly (MeasureValues | undefined)[]>('measures') ?? []
  const startsOn = useFieldValue<string>('startsOn')
  const endsOn = useFieldValue<string>('endsOn')
  const own = measures[at]?.key
  const titled = (rows: readonly ({ readonly key: string; readonly title?: string } | undefined)[]) =>
    rows.flatMap((row) => (row?.title ? [{ value: row.key, label: row.title }] : []))
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
        <Field name={`${at}.assigneeId`} label={say('assignee')}>
          <PersonSelect />
        </Field>
        <Field name={`${at}.effect`} label={say('effect')}>
          <Input maxLength={500} />
        </Field>
      </Fields>
      <RuleFields
        name={`${at}.recurrence`}
        path={`measures.${at}.recurrence`}
        startsOn={startsOn}
        endsOn={endsOn}
        calendar={calendar}
      />
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
      {children}
    </>
  )
}
