import { readFragment, type FragmentType, type SigningInBriefFragment } from '@steward/graphql-client'
import { Card, Cards, Instant, Money, StatusTag } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { DueMark } from '../promises/due-mark.tsx'
import { useViewer } from '../session/viewer.tsx'
import { SigningInBrief } from './signing-documents.ts'
import { awaitedStep, useSigningSubject, useWayName } from './signing-words.tsx'

const texts = messages({
  prepared: { zh: '{{name}} 编制', en: 'Prepared by {{name}}' },
  someone: { zh: '同事', en: 'a colleague' },
  awaited: { zh: '待签自', en: 'waits since' },
  pick: { zh: '选中 {{what}}', en: 'Choose {{what}}' },
  noTime: { zh: '不限时', en: 'no time set' },
})

export type ListedSigning = { readonly id: string } & FragmentType<typeof SigningInBrief>

interface SigningCardsProps {
  readonly label: string
  readonly signings: readonly ListedSigning[]
  /** Which are chosen to be signed together; absent where none can be. */
  readonly picked?: ReadonlySet<string>
  readonly onPick?: (id: string, picked: boolean) => void
}

/** What waits for the viewer, each leading to its page with the form open. */
export function SigningCards({ label, signings, picked, onPick }: SigningCardsProps) {
  return (
    <Cards label={label}>
      {signings.map((masked) => (
        <SigningCard
          key={masked.id}
          signing={readFragment(SigningInBrief, masked)}
          {...(picked && onPick ? { picked: picked.has(masked.id), onPick } : {})}
        />
      ))}
    </Cards>
  )
}

interface SigningCardProps {
  readonly signing: SigningInBriefFragment
  readonly picked?: boolean
  readonly onPick?: (id: string, picked: boolean) => void
}

function SigningCard({ signing, picked, onPick }: SigningCardProps) {
  const say = useMessages(texts)
  const subjectOf = useSigningSubject()
  const wayName = useWayName()
  const { currency } = useViewer().organization
  const { id, openedBy, awaitedSince, dueAt, waysToSign } = signing
  const { kind, number, title, meaning, to } = subjectOf(signing)
  const amountMinor = awaitedStep(signing)?.amountMinor ?? null
  const lead = [number, title ?? (number ? undefined : kind)].filter(Boolean).join(' ')
  // Somebody else's name is said first thing: whoever signs must know for whom.
  const others = waysToSign.some(({ delegationId }) => delegationId === null) ? [] : waysToSign
  return (
    <Card
      {...(to ? { to } : {})}
      lead={lead}
      tag={dueAt ? <DueMark dueAt={dueAt} /> : <StatusTag>{say('noTime')}</StatusTag>}
      {...(onPick && picked !== undefined
        ? {
            pick: {
              label: say('pick', { what: lead }),
              picked,
              onPick: (now: boolean) => onPick(id, now),
            },
          }
        : {})}
    >
      <div className="st-card-facts">
        {others.map((way) => (
          <StatusTag key={way.delegationId} tone="seal">
            {wayName(way)}
          </StatusTag>
        ))}
        <span>{[kind, meaning].filter(Boolean).join(' · ')}</span>
        {amountMinor !== null && (
          <span className="st-strong">
            <Money minor={amountMinor} currency={currency} />
          </span>
        )}
        <span className="st-quiet">
          {say('prepared', { name: openedBy?.name ?? say('someone') })}
          {awaitedSince && (
            <>
              {' · '}
              {say('awaited')} <Instant at={awaitedSince} />
            </>
          )}
        </span>
      </div>
    </Card>
  )
}
