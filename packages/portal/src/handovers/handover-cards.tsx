import { HANDOVER_KIND_LABELS } from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Card, Cards, Instant } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { HandoverInBrief } from './handover-documents.ts'
import { HandoverMark, useSides } from './handover-words.tsx'

const texts = messages({
  between: { zh: '{{giver}} → {{receiver}}', en: '{{giver}} → {{receiver}}' },
  cases: { zh: '{{count}} 件案件', en: { one: '{{count}} case', other: '{{count}} cases' } },
  offered: { zh: '交出', en: 'Offered' },
  answered: { zh: '{{name}} 答复', en: 'Answered by {{name}}' },
})

/** Hand-overs, each leading to its list. */
export function HandoverCards({
  label,
  handovers,
}: {
  readonly label: string
  readonly handovers: readonly FragmentType<typeof HandoverInBrief>[]
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const sides = useSides()
  return (
    <Cards label={label} min={320}>
      {handovers.map((masked) => {
        const handover = readFragment(HandoverInBrief, masked)
        const { id, kind, status, caseCount, offeredAt, answeredAt, answeredBy } = handover
        return (
          <Card
            key={id}
            to={path(`handovers/${id}`)}
            lead={say('between', sides(handover))}
            tag={<HandoverMark status={status} />}
          >
            <p className="st-quiet">
              {sayWord(HANDOVER_KIND_LABELS[kind])} · {say('cases', { count: caseCount })} · {say('offered')}{' '}
              <Instant at={offeredAt} />
              {answeredAt && answeredBy && (
                <>
                  {' · '}
                  {say('answered', { name: answeredBy.name })} <Instant at={answeredAt} />
                </>
              )}
            </p>
          </Card>
        )
      })}
    </Cards>
  )
}
