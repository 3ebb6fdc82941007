import { useQuery } from '@apollo/client/react'
import { PROMISE_KIND_LABELS, spokenTime, type Purpose, type Severity } from '@steward/domain'
import { graphql, type PromiseOutlookQuery } from '@steward/graphql-client'
import { Button, Stack, useNow } from '@steward/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { DueTimeArithmetic } from './due-time-arithmetic.tsx'

const PromiseOutlookDocument = graphql(/* GraphQL */ `
  query PromiseOutlook($severity: Int!, $purpose: ComplaintPurpose, $categoryId: ID, $clientId: ID) {
    promiseOutlook(severity: $severity, purpose: $purpose, categoryId: $categoryId, clientId: $clientId) {
      kind
      dueAt
      explainDueTime {
        ...DueTimeArithmetic
      }
    }
  }
`)

const texts = messages({
  ANSWER: { zh: '“我们会在{{when}} 之前答复您。”', en: '“You have our answer by {{when}}.”' },
  ARRIVAL: { zh: '“我们会在{{when}} 之前到现场。”', en: '“Somebody is with you by {{when}}.”' },
  other: { zh: '{{kind}}：最迟{{when}}', en: '{{kind}}: by {{when}} at the latest' },
  unknown: {
    zh: '暂时算不出期限；登记后可在单上看到。',
    en: 'The time is not known just now; it is on the case once it is registered.',
  },
  why: { zh: '为什么是这个时间', en: 'Why this time' },
  hide: { zh: '收起', en: 'Hide' },
})

interface PromiseOutlookProps {
  readonly severity: Severity
  readonly purpose?: Purpose | undefined
  readonly categoryId?: string | undefined
  /** Who it is for, once that is known. */
  readonly clientId?: string | undefined
}

type Outlook = PromiseOutlookQuery['promiseOutlook'][number]

/** What the client can be told while they are still speaking: what will be promised, by when, and why. */
export function PromiseOutlook({ severity, purpose, categoryId, clientId }: PromiseOutlookProps) {
  const say = useMessages(texts)
  const { data, previousData, error, refetch } = useQuery(PromiseOutlookDocument, {
    variables: {
      severity,
      purpose: purpose ?? null,
      categoryId: categoryId ?? null,
      clientId: clientId ?? null,
    },
    fetchPolicy: 'cache-and-network',
  })
  const again = () => void refetch().catch(() => undefined)
  useRefreshOnReturn(again)
  useEachMinuteAtWork(again)
  const outlooks = (data ?? previousData)?.promiseOutlook ?? []
  if (outlooks.length === 0) return error ? <p className="st-quiet">{say('unknown')}</p> : null
  return (
    <Stack gap={2}>
      {outlooks.map((it) => (
        <Said key={it.kind} it={it} />
      ))}
    </Stack>
  )
}

/**
 * Budgets in minutes move on with the clock, and what is read out must be what will be promised. Only keys and clicks ask anew:
 * a screen that nobody looks at must not keep its session alive.
 */
function useEachMinuteAtWork(work: () => void): void {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    const minuteNow = () => Math.floor(Date.now() / 60_000)
    let asked = minuteNow()
    const act = () => {
      if (minuteNow() === asked) return
      asked = minuteNow()
      latest.current()
    }
    document.addEventListener('keydown', act)
    document.addEventListener('pointerdown', act)
    return () => {
      document.removeEventListener('keydown', act)
      document.removeEventListener('pointerdown', act)
    }
  }, [])
}

function Said({ it }: { readonly it: Outlook }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const lines = useId()
  const now = new Date(useNow())
  const { timeZone } = useViewer().organization
  const [open, setOpen] = useState(false)
  const when = sayWord(spokenTime(new Date(it.dueAt), now, timeZone))
  const words =
    it.kind === 'ANSWER' || it.kind === 'ARRIVAL'
      ? say(it.kind, { when })
      : say('other', { kind: sayWord(PROMISE_KIND_LABELS[it.kind]), when })
  return (
    <Stack gap={1}>
      <span className="st-strong">{words}</span>
      <div>
        <Button
          size="small"
          type="link"
          aria-expanded={open}
          aria-controls={lines}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'hide' : 'why')}
        </Button>
      </div>
      <div id={lines} hidden={!open}>
        {open && <DueTimeArithmetic explanation={it.explainDueTime} />}
      </div>
    </Stack>
  )
}
