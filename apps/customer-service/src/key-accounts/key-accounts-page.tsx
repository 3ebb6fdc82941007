import { useQuery } from '@apollo/client/react'
import {
  KEY_ACCOUNT_RELEASE_REASON_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
  KEY_ACCOUNT_TIERS,
} from '@steward/domain'
import type { KeyAccountsQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  Board,
  Card,
  Cards,
  Columns,
  DataTable,
  Day,
  DescriptionList,
  EmptyState,
  Loading,
  Panel,
  Stack,
  Stat,
  StatusTag,
  useIsPhone,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { KeyAccounts } from './key-account-documents.ts'
import { KeyAccountHeader } from './key-account-header.tsx'
import { DueOn, LevelTag, TIER_TONES, TierLevel } from './key-account-words.tsx'

/** A list that a committee decides on by hand: it stays small. */
const MOST = 100

const texts = messages({
  list: { zh: '大客户名单', en: 'List of key accounts' },
  tier: { zh: '{{tier}}层级', en: '{{tier}} tier' },
  tiers: { zh: '层级', en: 'Tier' },
  none: { zh: '这一层级还没有客户', en: 'Nobody in this tier' },
  empty: { zh: '还没有大客户', en: 'No key accounts yet' },
  emptyHint: {
    zh: '由推荐部门提名，附四项条件的依据，经大客户管理委员会批准后列入。',
    en: 'A department nominates, with evidence on the test of four; the committee decides.',
  },
  noneReleased: { zh: '还没有移出的客户', en: 'Nobody was released' },
  dossier: { zh: '档案应报', en: 'Dossier due' },
  test: { zh: '复评应做', en: 'Test due' },
  manager: { zh: '专职客户经理', en: 'Manager' },
  nobody: { zh: '未指定', en: 'Nobody named' },
  attention: { zh: '需要处理', en: 'To deal with' },
  accounts: { zh: '大客户', en: 'Key accounts' },
  dossiersLate: { zh: '档案逾期', en: 'Dossiers overdue' },
  testsLate: { zh: '复评逾期', en: 'Tests overdue' },
  unmanaged: { zh: '没有专职客户经理', en: 'Nobody named' },
  client: { zh: '客户', en: 'Client' },
  since: { zh: '列入', en: 'Listed' },
  releasedOn: { zh: '移出', en: 'Released' },
  why: { zh: '原因', en: 'Why' },
})

type Row = KeyAccountsQuery['keyAccounts']['edges'][number]['node']

/** Who is a key account, by tier; at a glance, whose dossier or test is overdue and who has nobody named. */
export function KeyAccountsPage() {
  const [params] = useSearchParams()
  const isReleased = params.get('view') === 'released'
  const { data, error, loading, refetch, fetchMore } = useQuery(KeyAccounts, {
    variables: { filter: { isListed: !isReleased }, first: MOST },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['KeyAccount'], () => void refetch())
  const rows = data?.keyAccounts.edges.map(({ node }) => node)
  const page = data?.keyAccounts.pageInfo
  const more = page?.hasNextPage
    ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
    : undefined
  return (
    <>
      <KeyAccountHeader current={isReleased ? 'released' : 'listed'} />
      {!rows ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : isReleased ? (
        <ReleasedList rows={rows} more={more} />
      ) : (
        <Listed rows={rows} />
      )}
    </>
  )
}

function Listed({ rows }: { readonly rows: readonly Row[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const phone = useIsPhone()
  if (rows.length === 0) return <EmptyState title={say('empty')} hint={say('emptyHint')} />
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length
  const dossiers = count(({ dossierDueOn }) => dossierDueOn < today)
  const tests = count(({ nextTestOn }) => nextTestOn < today)
  const unmanaged = count(({ client }) => !client?.keyAccountManager)
  const tone = (many: number) => (many > 0 ? 'bad' : 'good')
  const columns = KEY_ACCOUNT_TIERS.map((tier) => {
    const theirs = rows.filter((row) => row.tier === tier)
    return {
      key: tier,
      title: say('tier', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) }),
      count: theirs.length,
      tone: TIER_TONES[tier],
      children:
        theirs.length === 0 ? (
          <p className="st-quiet st-small">{say('none')}</p>
        ) : (
          <Cards label={say('tier', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) })}>
            {theirs.map((row) => (
              <AccountCard key={row.id} row={row} />
            ))}
          </Cards>
        ),
    }
  })
  return (
    <Stack gap={4}>
      <Columns min={150} gap={3} fill>
        <Stat label={say('accounts')} value={rows.length} />
        <Stat label={say('dossiersLate')} value={dossiers} tone={tone(dossiers)} />
        <Stat label={say('testsLate')} value={tests} tone={tone(tests)} />
        <Stat label={say('unmanaged')} value={unmanaged} tone={tone(unmanaged)} />
      </Columns>
      {phone ? (
        columns.map(({ key, title, count: many, children }) => (
          <Panel key={key} title={`${title} · ${many}`}>
            {children}
          </Panel>
        ))
      ) : (
        <Board columns={columns} />
      )}
    </Stack>
  )
}

function AccountCard({ row }: { readonly row: Row }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id, client, level, dossierDueOn, nextTestOn } = row
  return (
    <Card
      to={path(`key-accounts/${id}`)}
      lead={client?.name ?? client?.code ?? ''}
      tag={<LevelTag level={level} />}
    >
      <DescriptionList
        min={300}
        items={[
          {
            label: say('manager'),
            value: client?.keyAccountManager?.name ?? <StatusTag tone="warn">{say('nobody')}</StatusTag>,
          },
          { label: say('dossier'), value: <DueOn on={dossierDueOn} /> },
          { label: say('test'), value: <DueOn on={nextTestOn} /> },
        ]}
      />
    </Card>
  )
}

interface ReleasedListProps {
  readonly rows: readonly Row[]
  readonly more: { readonly loading: boolean; readonly onLoad: () => void } | undefined
}

function ReleasedList({ rows, more }: ReleasedListProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const columns: readonly Column<Row>[] = [
    { key: 'client', title: say('client'), render: ({ client }) => client?.name ?? client?.code ?? '' },
    { key: 'tier', title: say('tiers'), render: ({ tier }) => <TierLevel tier={tier} /> },
    { key: 'since', title: say('since'), width: '130px', render: ({ since }) => <Day on={since} /> },
    {
      key: 'released',
      title: say('releasedOn'),
      width: '130px',
      render: ({ releasedOn }) => releasedOn && <Day on={releasedOn} />,
    },
    {
      key: 'why',
      title: say('why'),
      width: '130px',
      card: 'tag',
      render: ({ releaseReason }) =>
        releaseReason && (
          <StatusTag tone={releaseReason === 'LOST' ? 'bad' : 'neutral'}>
            {sayWord(KEY_ACCOUNT_RELEASE_REASON_LABELS[releaseReason])}
          </StatusTag>
        ),
    },
  ]
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`key-accounts/${id}`)}
      empty={<EmptyState title={say('noneReleased')} />}
      more={more}
    />
  )
  return phone ? table : <Panel flush>{table}</Panel>
}
