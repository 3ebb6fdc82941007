import { useQuery } from '@apollo/client/react'
import { SIGNING_KIND_LABELS, SIGNING_KINDS, type SigningKind } from '@steward/domain'
import { readFragment, type SigningInBriefFragment } from '@steward/graphql-client'
import {
  AppLink,
  Board,
  Button,
  Card,
  Cards,
  Columns,
  EmptyState,
  FilterBar,
  Inline,
  Instant,
  Lines,
  Loading,
  Money,
  PageHeader,
  Select,
  Stack,
  Stat,
  useNow,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { LiveMark } from '../live/live-mark.tsx'
import { useLiveTypes } from '../live/use-live.ts'
import { DueMark } from '../promises/due-mark.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { debtsOf, NOBODY, type Debt } from './debts.ts'
import { SigningInBrief, SigningsQuery } from './signing-documents.ts'
import { awaitedStep, useSigningSubject } from './signing-words.tsx'
import { SIGNING_TYPES } from './use-menu-counts.ts'

const texts = messages({
  title: { zh: '签核看板', en: 'Who owes which signature' },
  subtitle: {
    zh: '每份在签的件在谁手里、等了多久；一件几个人都能签的，列在每个人名下',
    en: 'With whom everything is and since when; what several people can sign stands with each of them',
  },
  open: { zh: '在签', en: 'Being signed' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  stuck: { zh: '没有人可签', en: 'Nobody can sign' },
  nobody: { zh: '没有人可签', en: 'Nobody can sign' },
  count: {
    zh: '{{count}} 件 · 逾期 {{overdue}}',
    en: '{{count}} · {{overdue}} late',
  },
  filters: { zh: '筛选', en: 'Filter' },
  kind: { zh: '按事项', en: 'By kind' },
  since: { zh: '等待自', en: 'Waits since' },
  of: { zh: '{{name}} 编制', en: 'Prepared by {{name}}' },
  others: {
    zh: '另有 {{count}} 人也可签',
    en: { one: '{{count}} other could sign', other: '{{count}} others could sign' },
  },
  delegations: { zh: '授权代签', en: 'Delegations' },
  none: { zh: '没有在签的件', en: 'Nothing is being signed' },
  noneHint: {
    zh: '送签的件会出现在这里，直到签完。',
    en: 'What is sent to be signed stands here until it is.',
  },
  more: {
    zh: '加载更多（只列出最急的 {{count}} 件）',
    en: 'Load more (the {{count}} most urgent are shown)',
  },
})

/** 谁欠谁签: open signings by those who could sign them, oldest first, the overdue on top. */
export function SigningBoardPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const now = useNow()
  const [params, setParams] = useSearchParams()
  const kind = SIGNING_KINDS.find((it) => it === params.get('kind'))
  const { data, error, loading, refetch, fetchMore } = useQuery(SigningsQuery, {
    variables: { filter: { state: ['OPEN'], ...(kind ? { kind: [kind] } : {}) }, orderBy: 'MOST_URGENT' },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveTypes(SIGNING_TYPES, refetch)
  const signings = data?.signings.edges.map(({ node }) => readFragment(SigningInBrief, node)) ?? []
  const debts = debtsOf(signings, now)
  const page = data?.signings.pageInfo
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {may('delegation:read') && (
              <AppLink to={path('signings/delegations')}>{say('delegations')}</AppLink>
            )}
          </Inline>
        }
      />
      <FilterBar label={say('filters')} active={kind ? 1 : 0} onClear={() => setParams({})}>
        <Select<SigningKind>
          aria-label={say('kind')}
          placeholder={say('kind')}
          allowClear
          popupMatchSelectWidth={false}
          value={kind ?? null}
          options={SIGNING_KINDS.map((value) => ({ value, label: sayWord(SIGNING_KIND_LABELS[value]) }))}
          onChange={(value: SigningKind | undefined) => setParams(value ? { kind: value } : {})}
        />
      </FilterBar>
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : signings.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          <Columns min={150} gap={3} fill>
            <Stat label={say('open')} value={data.signings.totalCount} />
            <Stat label={say('overdue')} value={signings.filter(isOverdue(now)).length} tone="bad" />
            <Stat
              label={say('stuck')}
              value={signings.filter(({ awaits }) => awaits.length === 0).length}
              tone="seal"
            />
          </Columns>
          <Board
            columns={debts.map((debt) => ({
              key: debt.staffId,
              title: debt.staffId === NOBODY ? say('nobody') : debt.name,
              count: say('count', { count: debt.signings.length, overdue: debt.overdue }),
              tone: debt.staffId === NOBODY || debt.overdue > 0 ? 'bad' : 'info',
              children: <Owed debt={debt} />,
            }))}
          />
          {page?.hasNextPage && (
            <Button
              block
              type="text"
              loading={loading}
              onClick={() => void fetchMore({ variables: { after: page.endCursor } })}
            >
              {say('more', { count: signings.length })}
            </Button>
          )}
        </Stack>
      )}
    </>
  )
}

const isOverdue =
  (now: number) =>
  ({ dueAt }: SigningInBriefFragment): boolean =>
    dueAt !== null && Date.parse(dueAt) <= now

function Owed({ debt }: { readonly debt: Debt }) {
  const say = useMessages(texts)
  return (
    <Stack gap={3}>
      {debt.position && <span className="st-quiet st-small">{debt.position}</span>}
      <Cards label={debt.staffId === NOBODY ? say('nobody') : debt.name}>
        {debt.signings.map((signing) => (
          <OwedCard key={signing.id} signing={signing} />
        ))}
      </Cards>
    </Stack>
  )
}

function OwedCard({ signing }: { readonly signing: SigningInBriefFragment }) {
  const say = useMessages(texts)
  const { currency } = useViewer().organization
  const subjectOf = useSigningSubject()
  const { kind, number, title, meaning, to } = subjectOf({ ...signing, waysToSign: [] })
  const { awaitedSince, awaits, dueAt, openedBy } = signing
  const amountMinor = awaitedStep(signing)?.amountMinor ?? null
  return (
    <Card {...(to ? { to } : {})} lead={number ?? kind} tag={dueAt ? <DueMark dueAt={dueAt} /> : undefined}>
      {title && <Lines most={2}>{title}</Lines>}
      <Inline gap={2}>
        <span>{[kind, meaning].filter(Boolean).join(' · ')}</span>
        {amountMinor !== null && amountMinor > 0 && (
          <span className="st-strong">
            <Money minor={amountMinor} currency={currency} />
          </span>
        )}
      </Inline>
      <p className="st-quiet st-small">
        {openedBy && say('of', { name: openedBy.name })}
        {awaitedSince && (
          <>
            {' · '}
            {say('since')} <Instant at={awaitedSince} />
          </>
        )}
        {awaits.length > 1 && ` · ${say('others', { count: awaits.length - 1 })}`}
      </p>
    </Card>
  )
}
