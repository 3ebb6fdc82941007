import { CHANNEL_LABELS, KIND_LABELS, TRACK_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import {
  LiveMark,
  messages,
  Onlookers,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import { AppLink, Inline, Instant, PageHeader, StatusTag } from '@steward/ui'
import { SeverityMark, StatusMark } from '../marks.tsx'

export const ComplaintHeaderFragment = graphql(/* GraphQL */ `
  fragment ComplaintHeader on Complaint {
    id
    number
    summary
    status
    severity
    kind
    channel
    track
    imported
    externalReference
    reopenCount
    registeredAt
    registeredBy {
      id
      name
    }
    mergedInto {
      id
      number
    }
  }
`)

const texts = messages({
  back: { zh: '投诉处理', en: 'Cases' },
  registeredBy: { zh: '{{name}}登记于', en: 'registered by {{name}}' },
  registered: { zh: '登记于', en: 'registered' },
  reopened: {
    zh: '第 {{count}} 次重新处理',
    en: { one: 'reopened once', other: 'reopened {{count}} times' },
  },
  imported: { zh: '历史导入，未签核', en: 'imported, not signed' },
  merged: { zh: '已并入', en: 'merged into' },
})

/** What the case is called, where it stands, and how it came to us. */
export function ComplaintHeader({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintHeaderFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const it = readFragment(ComplaintHeaderFragment, complaint)
  useWorkTab(it.number, it.summary ?? undefined)
  return (
    <PageHeader
      title={it.summary ? `${it.number}　${it.summary}` : it.number}
      back={{ to: path('complaints'), label: say('back') }}
      subtitle={
        <Inline gap={3}>
          <StatusMark status={it.status} />
          <SeverityMark severity={it.severity} />
          {it.kind && <StatusTag>{sayWord(KIND_LABELS[it.kind])}</StatusTag>}
          {it.track && <StatusTag>{sayWord(TRACK_LABELS[it.track])}</StatusTag>}
          {it.imported && <StatusTag>{say('imported')}</StatusTag>}
          {it.reopenCount ? (
            <StatusTag tone="bad">{say('reopened', { count: it.reopenCount })}</StatusTag>
          ) : null}
          <span>
            {[
              it.channel && sayWord(CHANNEL_LABELS[it.channel]),
              it.registeredBy ? say('registeredBy', { name: it.registeredBy.name }) : say('registered'),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <Instant at={it.registeredAt} show="both" />
          </span>
          {it.externalReference && <span className="st-code">{it.externalReference}</span>}
          {it.mergedInto && (
            <span>
              {say('merged')}{' '}
              <AppLink to={path(`complaints/${it.mergedInto.id}`)}>{it.mergedInto.number}</AppLink>
            </span>
          )}
          <LiveMark />
          <Onlookers id={it.id} />
        </Inline>
      }
    />
  )
}
