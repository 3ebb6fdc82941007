import { useQuery } from '@apollo/client/react'
import { readFragment, type MemberLineFragment } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useToday } from '@steward/portal'
import {
  Choice,
  DataTable,
  Day,
  EmptyState,
  PageHeader,
  Panel,
  Stack,
  useIsPhone,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { MemberLine, MemberList } from './membership-documents.ts'
import { MembershipPolicyPanel } from './membership-policy-panel.tsx'
import { MembershipTag } from './membership-words.tsx'
import { useMembershipRules } from './use-rules.ts'

const PAGE = 50
const DAY_MS = 86_400_000
const VIEWS = ['due', 'members', 'left'] as const
type View = (typeof VIEWS)[number]

const texts = messages({
  title: { zh: '会员', en: 'Members' },
  subtitle: {
    zh: '会员从客户档案入会；到期前在这里逐个续期',
    en: 'Clients join on their own page; terms that end are renewed from here, one by one',
  },
  views: { zh: '范围', en: 'Which' },
  due: { zh: '待续期', en: 'Renewal due' },
  members: { zh: '全部会员', en: 'All members' },
  left: { zh: '已退会', en: 'Left' },
  table: { zh: '会员名单', en: 'Members' },
  client: { zh: '客户', en: 'Client' },
  number: { zh: '会员号', en: 'Number' },
  level: { zh: '等级', en: 'Level' },
  points: { zh: '积分', en: 'Points' },
  joined: { zh: '入会', en: 'Joined' },
  until: { zh: '有效期至', en: 'Until' },
  status: { zh: '状态', en: 'Status' },
  noneDue: { zh: '近期没有会员到期', en: 'No term ends soon' },
  none: { zh: '还没有会员', en: 'There are no members' },
  noneHint: { zh: '在客户档案的“会员”处办理入会。', en: 'A client joins on their page, under “Membership”.' },
})

const viewIn = (value: string | null): View => VIEWS.find((it) => it === value) ?? 'due'

/** 会员: whose term ends, and all of them; and the rules. */
export function MembersPage() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const view = viewIn(params.get('view'))
  const { rules } = useMembershipRules()
  const renewsBefore = new Date(Date.parse(today) + (rules.remindDays + 1) * DAY_MS)
    .toISOString()
    .slice(0, 10)
  const { data, error, loading, refetch, fetchMore } = useQuery(MemberList, {
    variables: {
      filter:
        view === 'due'
          ? { status: ['ACTIVE', 'LAPSED'], renewsBefore }
          : { status: view === 'left' ? ['LEFT'] : ['ACTIVE', 'LAPSED'] },
      orderBy: view === 'due' ? 'RENEWAL' : 'NEWEST',
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const columns = useColumns()
  const rows = data?.memberships.edges.map(({ node }) => readFragment(MemberLine, node))
  const page = data?.memberships.pageInfo
  const table = (
    <DataTable
      label={say('table')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ client }) => path(`clients/${client?.id ?? ''}`)}
      empty={
        <EmptyState
          title={say(view === 'due' ? 'noneDue' : 'none')}
          hint={view === 'due' ? undefined : say('noneHint')}
        />
      }
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <Choice<View>
          label={say('views')}
          options={VIEWS.map((value) => ({ value, label: say(value) }))}
          value={view}
          onChange={(value) => setParams(value === 'due' ? {} : { view: value })}
        />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        {may('membershipPolicy:read') && <MembershipPolicyPanel />}
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<MemberLineFragment>[] {
  const say = useMessages(texts)
  const { levelName } = useMembershipRules()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ client }) =>
        client && (
          <Stack gap={0}>
            <span>{client.name ?? client.code}</span>
            <span className="st-quiet st-small">
              {[client.code, client.project?.name].filter(Boolean).join(' · ')}
            </span>
          </Stack>
        ),
    },
    { key: 'number', title: say('number'), width: '110px', render: ({ number }) => number },
    { key: 'level', title: say('level'), width: '140px', render: ({ level }) => levelName(level) },
    { key: 'points', title: say('points'), width: '100px', align: 'end', render: ({ balance }) => balance },
    { key: 'joined', title: say('joined'), width: '140px', render: ({ joinedOn }) => <Day on={joinedOn} /> },
    { key: 'until', title: say('until'), width: '140px', render: ({ renewsOn }) => <Day on={renewsOn} /> },
    {
      key: 'status',
      title: say('status'),
      width: '110px',
      render: ({ status }) => <MembershipTag status={status} />,
    },
  ]
}
