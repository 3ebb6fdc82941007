import { MOST_PLAN_MEASURES, type PlanKind, type WorkingCalendar } from '@steward/domain'
import { Field, FieldList, Fields, Input, useFieldValue } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { PersonSelect } from '../people/person-select.tsx'
import { MachinesSelect } from './machines-select.tsx'
import { BudgetLinesFields, MeasureFields, ObjectivesFields } from './plan-parts.tsx'
import { freshMeasure, type BudgetValues } from './plan-values.ts'
import { RuleFields } from './rule-fields.tsx'

const texts = messages({
  title: { zh: '方案名称', en: 'Title' },
  owner: { zh: '责任人', en: 'Owner' },
  startsOn: { zh: '开始日期', en: 'Begins' },
  endsOn: { zh: '结束日期', en: 'Ends' },
  summary: { zh: '概述', en: 'Summary' },
  machines: { zh: '设备（不选为整个项目）', en: 'Machines (none: the community as a whole)' },
  measures: { zh: '措施', en: 'Measures' },
  addMeasure: { zh: '增加措施', en: 'Add a measure' },
  assignee: { zh: '执行人', en: 'Carried out by' },
  sum: { zh: '预算合计 {{sum}}', en: 'Budget in all: {{sum}}' },
})

interface PlanFieldsProps {
  readonly kind: PlanKind
  readonly calendar: WorkingCalendar | undefined
  /** Of a facility plan: where its machines are; undefined while none is chosen. */
  readonly projectId?: string | undefined
}

/** Everything that a plan says, in the order in which it is thought: for what, aim, money, measures. */
export function PlanFields({ kind, calendar, projectId }: PlanFieldsProps) {
  const say = useMessages(texts)
  const startsOn = useFieldValue<string>('startsOn')
  const endsOn = useFieldValue<string>('endsOn')
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
      {kind === 'FACILITY' && (
        <Field name="equipmentIds" label={say('machines')}>
          <MachinesSelect projectId={projectId} />
        </Field>
      )}
      <Field name="summary" label={say('summary')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Field>
      <ObjectivesFields kind={kind} withBaseline />
      <BudgetLinesFields />
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
          <MeasureFields
            at={at}
            kind={kind}
            onRemove={count > 1 ? remove : undefined}
            assignee={
              <Field name={`${at}.assigneeId`} label={say('assignee')}>
                <PersonSelect />
              </Field>
            }
            schedule={
              <RuleFields
                name={`${at}.recurrence`}
                path={`measures.${at}.recurrence`}
                startsOn={startsOn}
                endsOn={endsOn}
                calendar={calendar}
              />
            }
          />
        )}
      </FieldList>
    </div>
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
