import {
  BREACH_STATUS_LABELS,
  INFORMATION_FINDING_LABELS,
  type BreachStatus,
  type InformationFinding,
} from '@steward/domain'
import { Day, StatusTag, type Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useToday } from '../session/use-today.ts'

const texts = messages({
  overdue: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
})

const DAY_MS = 86_400_000

/** By when it is to be confirmed; that it is overdue stands out. */
export function ConfirmDue({ dueOn }: { readonly dueOn: string }) {
  const say = useMessages(texts)
  const late = Math.round((Date.parse(useToday()) - Date.parse(dueOn)) / DAY_MS)
  return (
    <>
      <Day on={dueOn} /> {late > 0 && <StatusTag tone="bad">{say('overdue', { count: late })}</StatusTag>}
    </>
  )
}

const FINDINGS: Readonly<Record<InformationFinding, Tone>> = {
  IN_ORDER: 'good',
  DEVIATION: 'warn',
  UNAUTHORISED: 'bad',
}

export function FindingTag({ finding }: { readonly finding: InformationFinding }) {
  return <StatusTag tone={FINDINGS[finding]}>{useSay()(INFORMATION_FINDING_LABELS[finding])}</StatusTag>
}

const BREACHES: Readonly<Record<BreachStatus, Tone>> = {
  RECORDED: 'warn',
  HEARD: 'primary',
  CONCLUDED: 'neutral',
}

export function BreachTag({ status }: { readonly status: BreachStatus }) {
  return (
    <StatusTag tone={BREACHES[status]} dot={status !== 'CONCLUDED'}>
      {useSay()(BREACH_STATUS_LABELS[status])}
    </StatusTag>
  )
}
