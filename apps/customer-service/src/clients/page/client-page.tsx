import { useQuery } from '@apollo/client/react'
import { graphql, readFragment } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useWorkTab } from '@steward/portal'
import {
  AppLink,
  Columns,
  DataTable,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Stack,
  useIsPhone,
  ViewTabs,
} from '@steward/ui'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { QueueRow, useQueueColumns } from '../../complaints/queue/queue-columns.tsx'
import { ClientCare } from '../../care/client-care.tsx'
import { ClientMembership } from '../../membership/client-membership.tsx'
import { ClientSilence } from '../../silence/client-silence.tsx'
import { ClientAttachments } from '../attachments/attachments-panel.tsx'
import { ClientKeyAccount } from '../../key-accounts/client-key-account.tsx'
import { ClientMoney } from '../../finance/client-money.tsx'
import { ClientEntries } from '../../grading/entries/client-entries.tsx'
import { ClientValue } from '../../finance/value/client-value.tsx'
import { ClientTags } from '../client-tags.tsx'
import { ClientGrade } from '../../grading/cycles/client-grade.tsx'
import { ClientFields } from '../fields/fields-panel.tsx'
import { ArchivePlace, ClientDuty } from '../duty/client-duty.tsx'
import { ClientTagBar } from '../tags/tag-bar.tsx'
import { ClientActions } from './client-actions.tsx'
import { ClientAbout } from './client-about.tsx'
import { ClientConsents } from './client-consents.tsx'
import { ClientContacts } from './client-contacts.tsx'
import { ClientErased } from './client-erased.tsx'
import { ClientHousehold } from './client-household.tsx'
import { ClientOrigin } from './client-origin.tsx'
import { ClientOccupancies } from './client-occupancies.tsx'
import { ClientTimeline } from '../timeline/client-timeline.tsx'
import { ClientProfilePanel } from '../confidential/profile-panel.tsx'
import { ClientStatusPanel } from '../confidential/status-panel.tsx'
import { ClientOpportunities } from '../../opportunities/client-opportunities.tsx'
import { ClientPlans } from './client-plans.tsx'
import { ArchivedNote } from './client-standing.tsx'

const PAGE = 20

const ClientPageQuery = graphql(/* GraphQL */ `
  query ClientPage($id: ID!, $first: Int!, $after: String, $withClient: Boolean!, $withCases: Boolean!) {
    client(id: $id) @include(if: $withClient) {
      id
      code
      name
      kind
      relation
      archivedAt
      mergedInto {
        id
      }
      erasedAt
      ...ClientErased
      ...ClientStanding
      ...ClientAbout
      ...ClientContacts
      ...ClientHousehold
      ...ClientOccupancies
      ...ClientConsents
      ...ClientOrigin
      ...ClientStatusPanel
      ...ClientProfilePanel
      ...ClientAttachments
      ...ClientTagBar
      ...ClientGradeOf
      ...ClientFields
      ...ArchiveDuty
      ...ClientOpportunities
    }
    complaints(filter: { client: $id }, first: $first, after: $after, orderBy: NEWEST)
      @include(if: $withCases) {
      edges {
        node {
          id
          ...QueueRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  back: { zh: '客户', en: 'Clients' },
  missing: { zh: '没有找到这位客户', en: 'There is no such client' },
  missingHint: {
    zh: '可能不存在，或不在您的负责范围内。',
    en: 'They do not exist here, or lie outside your responsibility.',
  },
  parts: { zh: '档案与时间线', en: 'Archive and timeline' },
  archive: { zh: '档案', en: 'Archive' },
  timeline: { zh: '时间线', en: 'Timeline' },
  cases: { zh: '投诉与诉求', en: 'Cases' },
  noCases: { zh: '还没有登记过', en: 'Nothing was registered yet' },
})

/** One client: who they are, where they live, what they came to us with. */
export function ClientPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  // On a phone one side at a time; a narrowed timeline is what somebody was sent to see.
  const part = params.has('part') || params.has('show') ? 'timeline' : 'archive'
  // Beside the archive there is room for what it was and how it stands.
  const columns = useQueueColumns().filter(({ key }) => ['case', 'status', 'registered'].includes(key))
  const { data, error, loading, refetch, fetchMore } = useQuery(ClientPageQuery, {
    // Whose a case is stays hidden from whoever keeps the accounts.
    variables: { id, first: PAGE, withClient: true, withCases: may('complaint:readClient') },
    notifyOnNetworkStatusChange: true,
  })
  useWorkTab(data?.client?.code, data?.client?.name ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { client, complaints } = data
  if (!client) {
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('clients')}>{say('back')}</AppLink>}
      />
    )
  }
  if (client.erasedAt) return <ClientErased client={client} />
  const reload = () => refetch()
  const table = complaints && (
    <DataTable
      label={say('cases')}
      columns={columns}
      rows={complaints.edges.map(({ node }) => readFragment(QueueRow, node))}
      rowKey={(row) => row.id}
      rowTo={(row) => path(`complaints/${row.id}`)}
      empty={<EmptyState title={say('noCases')} />}
      more={
        complaints.pageInfo.hasNextPage
          ? {
              loading,
              onLoad: () =>
                void fetchMore({ variables: { after: complaints.pageInfo.endCursor, withClient: false } }),
            }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader
        title={client.name ?? client.code}
        back={{ to: path('clients'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <ClientTags kind={client.kind} relation={client.relation} />
            <ClientKeyAccount clientId={client.id} />
          </Inline>
        }
        actions={<ClientActions of={client} client={client} onReload={reload} />}
      />
      <Stack gap={4}>
        <ArchivedNote client={client} onReload={reload} />
        {phone && (
          <ViewTabs
            label={say('parts')}
            current={part}
            views={[
              { key: 'archive', label: say('archive'), to: pathname },
              { key: 'timeline', label: say('timeline'), to: `${pathname}?part=timeline` },
            ]}
          />
        )}
        <ClientTagBar client={client} onReload={reload} />
        <Columns min={440} gap={4}>
          {(!phone || part === 'archive') && (
            <Stack gap={4}>
              <ClientDuty client={client} onReload={reload} />
              <ClientGrade client={client} />
              <ArchivePlace place="about">
                <ClientAbout client={client} onReload={reload} />
              </ArchivePlace>
              <ArchivePlace place="contacts">
                <ClientContacts client={client} onReload={reload} />
              </ArchivePlace>
              <ArchivePlace place="household">
                <ClientHousehold client={client} onReload={reload} />
              </ArchivePlace>
              <ArchivePlace place="fields">
                <ClientFields client={client} onReload={reload} />
              </ArchivePlace>
              <ArchivePlace place="stays">
                <ClientOccupancies client={client} onReload={reload} />
              </ArchivePlace>
              <ClientOrigin client={client} />
              <ArchivePlace place="consents">
                <ClientConsents client={client} onReload={reload} />
              </ArchivePlace>
              <ClientAttachments client={client} onReload={reload} />
              <ArchivePlace place="status">
                <ClientStatusPanel client={client} onChanged={reload} />
              </ArchivePlace>
              <ArchivePlace place="profile">
                <ClientProfilePanel client={client} onChanged={reload} />
              </ArchivePlace>
            </Stack>
          )}
          {(!phone || part === 'timeline') && (
            <Stack gap={4}>
              {may('client:readTimeline') && (
                <ClientTimeline clientId={client.id} closed={client.mergedInto !== null} />
              )}
              {table && (
                <Panel title={say('cases')} flush>
                  {table}
                </Panel>
              )}
              <ClientOpportunities client={client} />
              <ClientCare clientId={client.id} />
              <ClientMembership clientId={client.id} closed={client.archivedAt !== null} />
              <ClientPlans clientId={client.id} />
              {client.archivedAt === null && <ClientSilence clientId={client.id} />}
              {may('receivable:read') && <ClientMoney clientId={client.id} />}
              {may('metricEntry:read') && (
                <ClientEntries clientId={client.id} closed={client.mergedInto !== null} />
              )}
              <ClientValue clientId={client.id} closed={client.mergedInto !== null} />
            </Stack>
          )}
        </Columns>
      </Stack>
    </>
  )
}
