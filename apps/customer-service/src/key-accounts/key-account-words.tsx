import {
  daysOverdue,
  KEY_ACCOUNT_LEVEL_LABELS,
  KEY_ACCOUNT_NOMINATION_STATUS_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
} from '@steward/domain'
import type { KeyAccountLevel, KeyAccountNominationStatus, KeyAccountTier } from '@steward/graphql-client'
import { messages, useMessages, useSay, useToday } from '@steward/portal'
import { Day, Level, StatusTag, type Tone } from '@steward/ui'

const texts = messages({
  overdue: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day overdue', other: '{{count}} days overdue' } },
  tier: { zh: '{{tier}}大客户', en: '{{tier}} account' },
})

const TONES: Readonly<Record<KeyAccountNominationStatus, Tone>> = {
  IN_SIGNING: 'seal',
  ACCEPTED: 'good',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}

export function NominationTag({ status }: { readonly status: KeyAccountNominationStatus }) {
  return <StatusTag tone={TONES[status]}>{useSay()(KEY_ACCOUNT_NOMINATION_STATUS_LABELS[status])}</StatusTag>
}

export const TIER_TONES: Readonly<Record<KeyAccountTier, Tone>> = {
  CORE: 'primary',
  KEY: 'good',
  GENERAL: 'neutral',
}
const FILLED: Readonly<Record<KeyAccountTier, number>> = { CORE: 3, KEY: 2, GENERAL: 1 }

/** A tier by the number of its bars and by its word. */
export function TierLevel({ tier }: { readonly tier: KeyAccountTier }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Level filled={FILLED[tier]} of={3} tone={TIER_TONES[tier]}>
      {say('tier', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) })}
    </Level>
  )
}

export function LevelTag({ level }: { readonly level: KeyAccountLevel }) {
  return <StatusTag>{useSay()(KEY_ACCOUNT_LEVEL_LABELS[level])}</StatusTag>
}

/** A day by which something is owed, and by how much it has passed. */
export function DueOn({ on }: { readonly on: string }) {
  const say = useMessages(texts)
  const late = daysOverdue(on, useToday())
  return late > 0 ? <StatusTag tone="bad">{say('overdue', { count: late })}</StatusTag> : <Day on={on} />
}
