import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_KEY_ACCOUNT_POLICY,
  KEY_ACCOUNT_PRIVILEGE_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
  type KeyAccountEarning,
} from '@steward/domain'
import type { KeyAccountTier } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import { DescriptionList, Panel } from '@steward/ui'
import { KeyAccountRules } from './key-account-documents.ts'

const texts = messages({
  title: { zh: '享有（{{tier}}）', en: 'What they earn ({{tier}})' },
  nothing: { zh: '没有', en: 'Nothing' },
})

/** In which field each privilege stands, in the order of the form. */
export const EARNED = [
  ['PRIORITY', 'priority'],
  ['TRIALS', 'trials'],
  ['DISCOUNT', 'discount'],
  ['SYMPOSIUM', 'symposium'],
] as const satisfies readonly (readonly [
  keyof typeof KEY_ACCOUNT_PRIVILEGE_LABELS,
  keyof Omit<KeyAccountEarning, 'tier'>,
])[]

/** What the organization gives to accounts of a tier, beside the contracted service. */
export function TierEarnings({ tier }: { readonly tier: KeyAccountTier }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { data } = useQuery(KeyAccountRules, { skip: !may('keyAccountPolicy:read') })
  if (!data) return null
  const { earnings } = data.keyAccountPolicy ?? DEFAULT_KEY_ACCOUNT_POLICY
  const earned = earnings.find((it) => it.tier === tier)
  return (
    <Panel title={say('title', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) })}>
      <DescriptionList
        min={260}
        items={EARNED.map(([privilege, field]) => ({
          label: sayWord(KEY_ACCOUNT_PRIVILEGE_LABELS[privilege]),
          value: earned?.[field] ?? <span className="st-quiet">{say('nothing')}</span>,
        }))}
      />
    </Panel>
  )
}
