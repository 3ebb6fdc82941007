import { HANDOVER_STATUS_LABELS, SEVERITIES, SEVERITY_LABELS, type HandoverStatus } from '@steward/domain'
import type { HandoverInBriefFragment } from '@steward/graphql-client'
import { Level, StatusTag, type Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'

const texts = messages({
  whoever: { zh: '{{department}}（谁接收都可以）', en: '{{department}} (whoever accepts)' },
  someone: { zh: '同事', en: 'a colleague' },
})

const TONES: Readonly<Record<HandoverStatus, Tone>> = {
  OFFERED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  TAKEN_BACK: 'neutral',
  LAPSED: 'neutral',
}

export function HandoverMark({ status }: { readonly status: HandoverStatus }) {
  const say = useSay()
  return (
    <StatusTag tone={TONES[status]} dot={status === 'OFFERED'}>
      {say(HANDOVER_STATUS_LABELS[status])}
    </StatusTag>
  )
}

/** Names of both sides, as a sentence says them. */
export function useSides(): (
  handover: Pick<HandoverInBriefFragment, 'giver' | 'receiver' | 'department'>,
) => {
  readonly giver: string
  readonly receiver: string
} {
  const say = useMessages(texts)
  return ({ giver, receiver, department }) => ({
    giver: giver?.name ?? say('someone'),
    receiver:
      receiver?.name ?? (department ? say('whoever', { department: department.name }) : say('someone')),
  })
}

/** How severe a listed case is: 1 fills all bars. */
export function ListedSeverity({ severity }: { readonly severity: number }) {
  const say = useSay()
  const known = SEVERITIES.find((it) => it === severity)
  if (known === undefined) return null
  return (
    <Level
      filled={SEVERITIES.length + 1 - known}
      of={SEVERITIES.length}
      tone={known === 1 ? 'bad' : known === 2 ? 'warn' : 'neutral'}
    >
      {say(SEVERITY_LABELS[known])}
    </Level>
  )
}
