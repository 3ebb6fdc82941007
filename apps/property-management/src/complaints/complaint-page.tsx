import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  CaseHandover,
  FailureState,
  LiveMark,
  messages,
  Onlookers,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useWorkTab,
} from '@steward/portal'
import { EmptyState, Inline, Loading, PageHeader, WithAside } from '@steward/ui'
import { useParams } from 'react-router'
import { ComplaintContents } from './complaint-contents.tsx'
import { ComplaintCourse } from './complaint-course.tsx'
import { ComplaintHandling } from './complaint-handling.tsx'
import { ComplaintOrders } from './complaint-orders.tsx'
import { ComplaintVerbs } from './complaint-verbs.tsx'
import { SeverityMark, StatusMark } from './marks.tsx'

const SiteCase = graphql(/* GraphQL */ `
  query SiteCase($id: ID!) {
    complaint(id: $id) {
      id
      number
      status
      severity
      summary
      ...SiteCaseVerbs
      ...HandoverOfCase
      ...SiteCaseContents
      ...SiteCaseHandling
      ...SiteCaseOrders
      ...SiteCaseCourse
    }
  }
`)

const texts = messages({
  back: { zh: '投诉', en: 'Cases' },
  missing: { zh: '没有找到这件投诉', en: 'There is no such case' },
  missingHint: {
    zh: '可能不在您的片区内。',
    en: 'It may lie outside your territory.',
  },
})

/** One case as the site sees it: read-only but for what the site itself may do. */
export function ComplaintPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(SiteCase, { variables: { id } })
  useRefreshOnReturn(refetch)
  useLiveRecord(id, refetch)
  useWorkTab(data?.complaint?.number, data?.complaint?.summary ?? undefined)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { complaint } = data
  if (!complaint) return <EmptyState title={say('missing')} hint={say('missingHint')} />
  const { number, summary, status, severity } = complaint
  return (
    <>
      <PageHeader
        title={summary ?? number}
        back={{ to: path('complaints'), label: say('back') }}
        subtitle={
          <Inline gap={3}>
            <StatusMark status={status} />
            <SeverityMark severity={severity} />
            <span>{number}</span>
            <LiveMark />
            <Onlookers id={id} />
          </Inline>
        }
        actions={<ComplaintVerbs complaint={complaint} />}
      />
      <WithAside
        aside={
          <>
            <ComplaintHandling complaint={complaint} />
            <ComplaintCourse complaint={complaint} />
          </>
        }
      >
        <CaseHandover complaint={complaint} onReload={refetch} />
        <ComplaintContents complaint={complaint} />
        <ComplaintOrders complaint={complaint} />
      </WithAside>
    </>
  )
}
