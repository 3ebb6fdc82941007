import {
  CRITERION_COLUMNS,
  daysOverdue,
  KEY_ACCOUNT_CRITERIA,
  KEY_ACCOUNT_CRITERION_LABELS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
  localDate,
  type KeyAccountTier,
} from '@steward/domain'
import { messages, useMessages, usePortalPath, useSay, useToday, useViewer } from '@steward/portal'
import { AppLink, dayText, Inline, Panel, SpanBar, Stack, StatusTag, Timeline, useUi } from '@steward/ui'
import type { AccountInFull } from './key-account-documents.ts'
import { NominationTag, TIER_TONES } from './key-account-words.tsx'

const texts = messages({
  title: { zh: '层级与复评', en: 'Tiers and tests' },
  tiers: { zh: '历来的层级', en: 'Tiers over time' },
  tests: { zh: '提名与复评', en: 'Nominations and tests' },
  from: { zh: '自 {{day}}', en: 'From {{day}}' },
  met: { zh: '符合', en: 'Met' },
  notMet: { zh: '不符合', en: 'Not met' },
  moved: { zh: '{{from}} → {{to}}', en: '{{from}} → {{to}}' },
})

interface Spell {
  readonly key: string
  readonly tier: KeyAccountTier
  readonly from: string
  readonly days: number
}

/** From one accepted nomination to the next, and up to today or the release. */
const useSpells = ({ nominations, releasedOn }: AccountInFull): readonly Spell[] => {
  const today = useToday()
  const { timeZone } = useViewer().organization
  const begun = nominations.flatMap(({ id, status, tier, decidedAt }) =>
    status === 'ACCEPTED' && tier && decidedAt
      ? [{ key: id, tier, from: localDate(new Date(decidedAt), timeZone) }]
      : [],
  )
  // A test that left the tier as it was goes on with the spell before it.
  const spells = begun.filter(({ tier }, at) => at === 0 || begun[at - 1]!.tier !== tier)
  return spells.map((spell, at) => {
    const until = spells[at + 1]?.from ?? releasedOn ?? today
    return { ...spell, days: Math.max(1, daysOverdue(spell.from, until)) }
  })
}

/** In which tier they were how long, and what was asked of the committee with what evidence. */
export function TestHistory({ account }: { readonly account: AccountInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { locale } = useUi()
  const spells = useSpells(account)
  const whole = spells.reduce((sum, { days }) => sum + days, 0)
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        {spells.length > 0 && (
          <SpanBar
            label={say('tiers')}
            parts={spells.map(({ key, tier, from, days }) => ({
              key,
              label: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]),
              tone: TIER_TONES[tier],
              share: days / whole,
              note: say('from', { day: dayText(from, locale) }),
            }))}
          />
        )}
        <Timeline
          label={say('tests')}
          entries={account.nominations.toReversed().map((it) => ({
            key: it.id,
            at: it.decidedAt ?? it.proposedAt,
            title: (
              <AppLink to={path(`key-accounts/nominations/${it.id}`)}>
                {sayWord(KEY_ACCOUNT_NOMINATION_KIND_LABELS[it.kind])} <code>{it.number}</code>
              </AppLink>
            ),
            by: <NominationTag status={it.status} />,
            tone: it.status === 'ACCEPTED' ? 'good' : it.status === 'REJECTED' ? 'bad' : 'neutral',
            children: (
              <Stack gap={1}>
                {it.tier && it.previousTier && it.tier !== it.previousTier && (
                  <span>
                    {say('moved', {
                      from: sayWord(KEY_ACCOUNT_TIER_LABELS[it.previousTier]),
                      to: sayWord(KEY_ACCOUNT_TIER_LABELS[it.tier]),
                    })}
                  </span>
                )}
                {it.kind !== 'RELEASE' && (
                  <Inline gap={2}>
                    {KEY_ACCOUNT_CRITERIA.map((criterion) => {
                      const isMet = it[CRITERION_COLUMNS[criterion].met] === true
                      return (
                        <StatusTag key={criterion} tone={isMet ? 'good' : 'neutral'}>
                          {`${sayWord(KEY_ACCOUNT_CRITERION_LABELS[criterion])} · ${say(isMet ? 'met' : 'notMet')}`}
                        </StatusTag>
                      )
                    })}
                  </Inline>
                )}
              </Stack>
            ),
          }))}
        />
      </Stack>
    </Panel>
  )
}
