import { REVISION_STATUS_LABELS } from '@steward/domain'
import type { ControlledDocumentPageQuery } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { AppLink, Day, Timeline } from '@steward/ui'
import { REVISION_TONES } from './document-tags.tsx'

const texts = messages({
  history: { zh: '版次沿革', en: 'Course of revisions' },
  places: {
    zh: '修改 {{count}} 处',
    en: { one: '{{count}} place changed', other: '{{count}} places changed' },
  },
  from: { zh: '将于', en: 'from' },
  effect: { zh: '生效', en: 'on' },
  rejected: { zh: '上次驳回：{{reason}}', en: 'Rejected the last time: {{reason}}' },
  first: { zh: '初始', en: 'initial' },
})

type Revision = NonNullable<ControlledDocumentPageQuery['controlledDocument']>['revisions'][number]

/** The moment that says most of where a revision stands. */
const sinceOf = (it: Revision): string =>
  it.endedAt ?? it.effectiveAt ?? it.approvedAt ?? it.submittedAt ?? it.draftedAt

interface RevisionHistoryProps {
  readonly revisions: readonly Revision[]
  readonly shown: string
  readonly toRevision: (id: string) => string
}

/** All revisions, the newest first: where each stands, since when, what it changed and why. */
export function RevisionHistory({ revisions, shown, toRevision }: RevisionHistoryProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const titleOf = (it: Revision) => `${it.label} ${sayWord(REVISION_STATUS_LABELS[it.status])}`
  return (
    <Timeline
      label={say('history')}
      entries={revisions.map((it) => ({
        key: it.id,
        at: sinceOf(it),
        title:
          it.id === shown ? (
            <span aria-current="true">{titleOf(it)}</span>
          ) : (
            <AppLink to={toRevision(it.id)}>{titleOf(it)}</AppLink>
          ),
        by: it.draftedBy?.name ?? say('first'),
        tone: REVISION_TONES[it.status],
        children: (
          <>
            {it.status === 'APPROVED' && it.effectiveOn && (
              <div>
                {say('from')} <Day on={it.effectiveOn} /> {say('effect')}
              </div>
            )}
            {it.changeCount > 0 && <div className="st-quiet">{say('places', { count: it.changeCount })}</div>}
            {it.changeReason && <div>{it.changeReason}</div>}
            {it.endReason && <div>{it.endReason}</div>}
            {it.rejectedReason && it.status === 'DRAFT' && (
              <div className="st-warned">{say('rejected', { reason: it.rejectedReason })}</div>
            )}
          </>
        ),
      }))}
    />
  )
}
