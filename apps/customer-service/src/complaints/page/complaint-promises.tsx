import {
  PROMISE_ACTION_LABELS,
  PROMISE_KIND_LABELS,
  PROMISE_STATUS_LABELS,
  type PromiseAction,
} from '@steward/domain'
import { graphql, readFragment, type CasePromiseFragment, type FragmentType } from '@steward/graphql-client'
import { DueMark, messages, useMessages, useSay } from '@steward/portal'
import {
  Button,
  Fold,
  Inline,
  Instant,
  Panel,
  Prose,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'

import { PROMISE_FORMS } from '../verbs/promise-act-forms.tsx'
import { WhyThisTime } from './why-this-time.tsx'

export const CasePromise = graphql(/* GraphQL */ `
  fragment CasePromise on ComplaintPromise {
    id
    version
    kind
    status
    what
    channel
    dueAt
    pausedAt
    pausedUntil
    fulfilledAt
    brokenAt
    answer
    assent
    escalationLevel
    availableActions
    owner {
      id
      name
    }
    department {
      id
      name
    }
  }
`)

export const ComplaintPromisesFragment = graphql(/* GraphQL */ `
  fragment ComplaintPromises on Complaint {
    id
    promises {
      id
      ...CasePromise
    }
  }
`)

const texts = messages({
  title: { zh: '对客户的承诺', en: 'Promised to the client' },
  by: { zh: '最迟', en: 'by' },
  paused: { zh: '计时已暂停，至多到', en: 'The clock rests, until at most' },
  level: { zh: '已上报 {{count}} 级', en: 'Escalated {{count}} levels' },
  fulfilled: { zh: '兑现于', en: 'done' },
  earlier: { zh: '以前的承诺（{{count}}）', en: 'Promised before ({{count}})' },
})

const TONES: Readonly<Record<CasePromiseFragment['status'], Tone>> = {
  OPEN: 'info',
  KEPT: 'good',
  BROKEN: 'bad',
  SUPERSEDED: 'neutral',
  CANCELLED: 'neutral',
}

interface ComplaintPromisesProps {
  readonly complaint: FragmentType<typeof ComplaintPromisesFragment>
  readonly onReload: () => Promise<unknown>
}

/** What the client was promised: what is still owed first, with its clock and exactly the steps that are allowed. */
export function ComplaintPromises({ complaint, onReload }: ComplaintPromisesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const [act, setAct] = useState<{ readonly id: string; readonly action: PromiseAction }>()
  const { promises } = readFragment(ComplaintPromisesFragment, complaint)
  const all = promises.map((promise) => readFragment(CasePromise, promise))
  if (all.length === 0) return null
  const owed = all.filter(isOwed).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  const settled = all.filter((promise) => !isOwed(promise))
  const chosen = all.find(({ id }) => id === act?.id)
  const label = act && sayWord(PROMISE_ACTION_LABELS[act.action])
  const ActForm = act && PROMISE_FORMS[act.action]
  const show = (promise: CasePromiseFragment) => (
    <Promised key={promise.id} promise={promise} onAct={(action) => setAct({ id: promise.id, action })} />
  )
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        {owed.map(show)}
        {settled.length > 0 &&
          (owed.length === 0 && settled.length === 1 ? (
            settled.map(show)
          ) : (
            <Fold title={say('earlier', { count: settled.length })}>
              <Stack gap={4}>{settled.map(show)}</Stack>
            </Fold>
          ))}
      </Stack>
      <Sheet open={chosen !== undefined} title={label} onClose={() => setAct(undefined)}>
        {chosen && ActForm && (
          <ActForm
            promise={chosen}
            onReload={onReload}
            onDone={() => {
              notify.done(label ?? '')
              setAct(undefined)
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}

/** A broken promise is still owed until somebody has kept it late. */
const isOwed = ({ status, fulfilledAt }: CasePromiseFragment): boolean =>
  status === 'OPEN' || (status === 'BROKEN' && fulfilledAt === null)

interface PromisedProps {
  readonly promise: CasePromiseFragment
  readonly onAct: (action: PromiseAction) => void
}

function Promised({ promise, onAct }: PromisedProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { kind, status, what, answer, assent, owner, department, escalationLevel } = promise
  const said = answer ?? assent
  return (
    <Stack gap={2}>
      <Inline gap={2}>
        <StatusTag tone={TONES[status]}>{sayWord(PROMISE_STATUS_LABELS[status])}</StatusTag>
        <span className="st-strong">{sayWord(PROMISE_KIND_LABELS[kind])}</span>
        <span className="st-quiet">
          {say('by')} <Instant at={promise.dueAt} />
        </span>
        {isOwed(promise) && <Clock promise={promise} />}
        {escalationLevel > 0 && <StatusTag tone="bad">{say('level', { count: escalationLevel })}</StatusTag>}
      </Inline>
      <span className="st-quiet">{[owner?.name, department?.name].filter(Boolean).join(' · ')}</span>
      {what && <Prose>{what}</Prose>}
      {promise.fulfilledAt && (
        <span className="st-quiet">
          {say('fulfilled')} <Instant at={promise.fulfilledAt} />
        </span>
      )}
      {said && <Prose said>{said}</Prose>}
      <Inline gap={2}>
        {promise.availableActions.map((action) => {
          const verb = action.toLowerCase() as PromiseAction
          return (
            <Button
              key={action}
              size="small"
              type={verb === 'answer' ? 'primary' : 'default'}
              onClick={() => onAct(verb)}
            >
              {sayWord(PROMISE_ACTION_LABELS[verb])}
            </Button>
          )
        })}
      </Inline>
      <WhyThisTime promiseId={promise.id} />
    </Stack>
  )
}

/** How much is left; at rest while the clock is paused. */
function Clock({ promise }: { readonly promise: CasePromiseFragment }) {
  const say = useMessages(texts)
  if (promise.pausedAt && promise.pausedUntil) {
    return (
      <StatusTag tone="warn">
        {say('paused')} <Instant at={promise.pausedUntil} />
      </StatusTag>
    )
  }
  return <DueMark dueAt={promise.dueAt} />
}
