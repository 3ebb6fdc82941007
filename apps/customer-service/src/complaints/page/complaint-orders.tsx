import { OPEN_TASK_STATUSES, TASK_ACTION_LABELS, TASK_STATUS_LABELS, type TaskStatus } from '@steward/domain'
import {
  graphql,
  readFragment,
  type ComplaintOrderFragment,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Button,
  Inline,
  Instant,
  Panel,
  Prose,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  useNow,
} from '@steward/ui'
import { useState } from 'react'
import { TASK_TONES } from '../tones.ts'
import { AssignOrderForm, CancelOrderForm } from '../verbs/order-forms.tsx'

export const ComplaintOrder = graphql(/* GraphQL */ `
  fragment ComplaintOrder on ComplaintTask {
    id
    version
    status
    instruction
    reason
    evidenceNote
    dispatchedAt
    dueAt
    completedAt
    availableActions
    department {
      id
      name
    }
    assignee {
      id
      name
    }
    dispatchedBy {
      id
      name
    }
    completedBy {
      id
      name
    }
  }
`)

export const ComplaintOrdersFragment = graphql(/* GraphQL */ `
  fragment ComplaintOrders on Complaint {
    id
    tasks {
      id
      ...ComplaintOrder
    }
  }
`)

const texts = messages({
  title: { zh: '执行单', en: 'Orders' },
  dispatched: { zh: '{{name}}派出', en: 'given by {{name}}' },
  due: { zh: '期限', en: 'due' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  done: { zh: '完成情况：{{words}}', en: 'Done: {{words}}' },
  reason: { zh: '原因：{{reason}}', en: 'Why: {{reason}}' },
})

interface ComplaintOrdersProps {
  readonly complaint: FragmentType<typeof ComplaintOrdersFragment>
  readonly onReload: () => Promise<unknown>
}

const FORMS = { ASSIGN: AssignOrderForm, CANCEL: CancelOrderForm } as const
type OrderAction = keyof typeof FORMS
const VERBS = { ASSIGN: 'assign', CANCEL: 'cancel' } as const

/** What was ordered from other departments, how far it is, and what came back. */
export function ComplaintOrders({ complaint, onReload }: ComplaintOrdersProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const [open, setOpen] = useState<{ readonly id: string; readonly action: OrderAction }>()
  const { tasks } = readFragment(ComplaintOrdersFragment, complaint)
  const orders = tasks.map((task) => readFragment(ComplaintOrder, task))
  if (orders.length === 0) return null
  const chosen = orders.find(({ id }) => id === open?.id)
  const label = open && sayWord(TASK_ACTION_LABELS[VERBS[open.action]])
  const OrderForm = open && FORMS[open.action]
  return (
    <Panel title={say('title')}>
      <Stack gap={5}>
        {orders.map((order) => (
          <Order key={order.id} order={order} onAct={(action) => setOpen({ id: order.id, action })} />
        ))}
      </Stack>
      <Sheet open={chosen !== undefined} title={label} onClose={() => setOpen(undefined)}>
        {chosen && OrderForm && (
          <OrderForm
            order={chosen}
            onReload={onReload}
            onDone={() => {
              notify.done(label ?? '')
              setOpen(undefined)
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}

interface OrderProps {
  readonly order: ComplaintOrderFragment
  readonly onAct: (action: OrderAction) => void
}

function Order({ order, onAct }: OrderProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { department, assignee, dispatchedBy, completedBy } = order
  const now = useNow()
  const owed = (OPEN_TASK_STATUSES as readonly TaskStatus[]).includes(order.status)
  const overdue = owed && order.dueAt !== null && Date.parse(order.dueAt) < now
  const actions = order.availableActions.filter((action): action is OrderAction => action in FORMS)
  return (
    <Stack gap={2}>
      <Inline gap={3} justify="space-between">
        <Inline gap={2}>
          <StatusTag tone={TASK_TONES[order.status]}>{sayWord(TASK_STATUS_LABELS[order.status])}</StatusTag>
          {overdue && <StatusTag tone="bad">{say('overdue')}</StatusTag>}
          <span className="st-strong">{[department?.name, assignee?.name].filter(Boolean).join(' · ')}</span>
        </Inline>
        <Inline gap={2}>
          {actions.map((action) => (
            <Button key={action} size="small" danger={action === 'CANCEL'} onClick={() => onAct(action)}>
              {sayWord(TASK_ACTION_LABELS[VERBS[action]])}
            </Button>
          ))}
        </Inline>
      </Inline>
      {order.instruction && <Prose>{order.instruction}</Prose>}
      {order.evidenceNote && <Prose said>{say('done', { words: order.evidenceNote })}</Prose>}
      {order.reason && <p>{say('reason', { reason: order.reason })}</p>}
      <span className="st-quiet st-small">
        {dispatchedBy && say('dispatched', { name: dispatchedBy.name })} <Instant at={order.dispatchedAt} />
        {order.dueAt && owed && (
          <>
            {' '}
            · {say('due')} <Instant at={order.dueAt} show="both" />
          </>
        )}
        {order.completedAt && (
          <>
            {' '}
            · {completedBy?.name} {sayWord(TASK_STATUS_LABELS.DONE)} <Instant at={order.completedAt} />
          </>
        )}
      </span>
    </Stack>
  )
}
