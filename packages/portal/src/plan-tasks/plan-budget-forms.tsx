import { PLAN_BUDGET_INPUTS } from '@steward/domain'
import { Choice, Field, Form, Input, MoneyInput, Prose, Select } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { useToday } from '../session/use-today.ts'
import { useViewer } from '../session/viewer.tsx'
import type { BudgetLine, Overrun } from './plan-budget-section.tsx'
import { ApproveOverrunOfPlan, AskOverrunOfPlan, SpendPlan } from './plan-section-documents.ts'
import { usePlanAct, type FormSurroundings } from './use-plan-act.ts'

const texts = messages({
  spend: { zh: '登记支出', en: 'Record the expense' },
  ask: { zh: '提交申请', en: 'Ask for it' },
  decide: { zh: '签署决定', en: 'Sign the decision' },
  line: { zh: '预算行', en: 'Line of the budget' },
  left: { zh: '{{title}}（可用 {{sum}}）', en: '{{title}} ({{sum}} left)' },
  amount: { zh: '金额', en: 'Sum' },
  more: { zh: '追加金额', en: 'By how much' },
  spentOn: { zh: '支出日期', en: 'Spent on' },
  purpose: { zh: '用途', en: 'What for' },
  reason: { zh: '为什么需要', en: 'Why it is needed' },
  spent: { zh: '已登记', en: 'Recorded' },
  asked: { zh: '已提交，等待审批', en: 'Asked; it waits for a decision' },
  decided: { zh: '已签署', en: 'Signed' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  decision: { zh: '决定', en: 'Decision' },
  note: { zh: '说明（驳回必填）', en: 'Note (needed where it is rejected)' },
})

interface BudgetFormProps extends FormSurroundings {
  readonly plan: string
  readonly lines: readonly BudgetLine[]
}

function LineField({ lines }: Pick<BudgetFormProps, 'lines'>) {
  const say = useMessages(texts)
  const money = useMoneyText()
  return (
    <Field name="line" label={say('line')} required>
      <Select
        options={lines.map(({ key, title, leftMinor }) => ({
          value: key,
          label: say('left', { title: title ?? key, sum: money(Math.max(0, leftMinor)) }),
        }))}
      />
    </Field>
  )
}

interface Expense {
  readonly line?: string
  readonly amountMinor?: number | null
  readonly spentOn?: string
  readonly purpose?: string
}

export function SpendForm({ plan, lines, ...surroundings }: BudgetFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const today = useToday()
  const { organization } = useViewer()
  const act = usePlanAct(SpendPlan, say('spent'), surroundings)
  const inputOf = ({ line, amountMinor, spentOn, purpose }: Expense) => ({
    planId: plan,
    line: line ?? '',
    amountMinor: amountMinor ?? 0,
    spentOn: spentOn ?? today,
    purpose: purpose ?? '',
  })
  return (
    <Form<Expense>
      label={say('spend')}
      verb={say('spend')}
      initial={{ spentOn: today, ...(lines[0] ? { line: lines[0].key } : {}) }}
      onCancel={surroundings.onClose}
      check={(values) => check(PLAN_BUDGET_INPUTS.spend, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <LineField lines={lines} />
      <Field name="amountMinor" label={say('amount')} required>
        <MoneyInput currency={organization.currency} />
      </Field>
      <Field name="spentOn" label={say('spentOn')} required>
        <Input type="date" />
      </Field>
      <Field name="purpose" label={say('purpose')} required>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}

interface Asked {
  readonly line?: string
  readonly amountMinor?: number | null
  readonly reason?: string
}

export function AskOverrunForm({ plan, lines, ...surroundings }: BudgetFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const { organization } = useViewer()
  const act = usePlanAct(AskOverrunOfPlan, say('asked'), surroundings)
  const inputOf = ({ line, amountMinor, reason }: Asked) => ({
    planId: plan,
    line: line ?? '',
    amountMinor: amountMinor ?? 0,
    reason: reason ?? '',
  })
  return (
    <Form<Asked>
      label={say('ask')}
      verb={say('ask')}
      initial={lines[0] ? { line: lines[0].key } : {}}
      onCancel={surroundings.onClose}
      check={(values) => check(PLAN_BUDGET_INPUTS.askOverrun, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <LineField lines={lines} />
      <Field name="amountMinor" label={say('more')} required>
        <MoneyInput currency={organization.currency} />
      </Field>
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

interface Decision {
  readonly decision?: 'approve' | 'reject'
  readonly note?: string
}

export function DecideOverrunForm({
  overrun,
  plan: _plan,
  lines: _lines,
  ...surroundings
}: BudgetFormProps & { readonly overrun: Overrun }) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const act = usePlanAct(ApproveOverrunOfPlan, say('decided'), surroundings)
  const inputOf = ({ decision, note }: Decision) => ({
    overrunId: overrun.id,
    expectedVersion: overrun.version,
    approves: decision !== 'reject',
    ...(note?.trim() ? { note } : {}),
  })
  return (
    <Form<Decision>
      label={say('decide')}
      verb={say('decide')}
      initial={{ decision: 'approve' }}
      onCancel={surroundings.onClose}
      check={(values) => check(PLAN_BUDGET_INPUTS.approveOverrun, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Prose>{overrun.reason ?? ''}</Prose>
      <Field name="decision" label={say('decision')}>
        <Choice
          options={[
            { value: 'approve', label: say('approve') },
            { value: 'reject', label: say('reject') },
          ]}
        />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </Form>
  )
}
