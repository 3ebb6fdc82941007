import { messages, useMessages } from '@steward/portal'
import { Disclosure, Timeline, type Tone } from '@steward/ui'
import { ActChanges } from './act-changes.tsx'
import { ActSentence } from './act-sentence.tsx'
import { actsOf, type Act, type Entry } from './acts.ts'

const texts = messages({
  count: { zh: '{{count}} 处变更', en: { one: '{{count}} change', other: '{{count}} changes' } },
  details: { zh: '详情', en: 'Details' },
  because: { zh: '理由：{{reason}}', en: 'Reason: {{reason}}' },
})

/** What hurts, or shows what is protected, catches the eye; everything else is calm. */
const TONES: Readonly<Record<string, Tone>> = {
  'staff:disable': 'bad',
  'staff:resetPassword': 'warn',
  'staff:assignRoles': 'warn',
  'document:submit': 'warn',
  'document:retire': 'warn',
  'client:revealPhone': 'warn',
  'client:revealProfile': 'warn',
  'client:revealStatus': 'warn',
  'complaint:revealPhone': 'warn',
}

interface ActListProps {
  readonly label: string
  readonly entries: readonly Entry[]
  /** More follow: the last act may be cut in two, and waits for its other half. */
  readonly goesOn?: boolean
}

/** Acts in the order handed in, each a sentence; what exactly changed unfolds. */
export function ActList({ label, entries, goesOn = false }: ActListProps) {
  const acts = actsOf(entries)
  const whole = goesOn && acts.length > 1 ? acts.slice(0, -1) : acts
  return (
    <Timeline
      label={label}
      entries={whole.map((act) => ({
        key: act.key,
        at: act.main.at,
        title: <ActSentence entry={act.main} />,
        tone: TONES[act.main.verb] ?? 'neutral',
        children: <ActDetails act={act} />,
      }))}
    />
  )
}

function ActDetails({ act }: { readonly act: Act }) {
  const say = useMessages(texts)
  const count = act.entries.reduce((sum, { changes }) => sum + changes.length, 0)
  const { reason } = act.main
  return (
    <>
      {reason && <p>{say('because', { reason })}</p>}
      <Disclosure summary={count > 0 ? say('count', { count }) : say('details')}>
        {() => <ActChanges act={act} />}
      </Disclosure>
    </>
  )
}
