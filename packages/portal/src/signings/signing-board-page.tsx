import { useApolloClient, useQuery } from '@apollo/client/react'
import { SIGNING_KIND_LABELS, SIGNING_KINDS, type SigningKind } from '@steward/domain'
import { readFragment, type SigningFilter, type SigningInBriefFragment } from '@steward/graphql-client'
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
import { debtsOf } from './debts.ts'
import { OwedSignings, SigningDebts, SigningInBrief } from './signing-documents.ts'
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
  stuckCount: { zh: '{{count}} 件', en: '{{count}}' },
  more: { zh: '加载更多', en: 'Load more' },
  moreOf: { zh: '加载更多：{{name}}', en: 'Load more: {{name}}' },
})

/** 谁欠谁签: who could sign how much, counted by the server over all that is open; within each, the most urgent first. */
export function SigningBoardPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const kind = SIGNING_KINDS.find((it) => it === params.get('kind'))
  const of = (more: SigningFilter): SigningFilter => ({
    state: ['OPEN'],
    ...(kind ? { kind: [kind] } : {}),
    ...more,
  })
  const { data, error, refetch } = useQuery(SigningDebts, {
    variables: { all: of({}), late: of({ overdue: true }), stuck: of({ awaitsNobody: true }) },
    fetchPolicy: 'cache-and-network',
  })
  const client = useApolloClient()
  // The columns ask anew with their counts.
  const refresh = () =>
    client.refetchQueries({ include: data?.open.totalCount ? [SigningDebts, OwedSignings] : [SigningDebts] })
  useRefreshOnReturn(() => void refresh().catch(() => undefined))
  useLiveTypes(SIGNING_TYPES, refresh)
  const debts = data ? debtsOf(data.signingDebts, kind) : []
  const stuck = data?.stuck.totalCount ?? 0
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
      ) : data.open.totalCount === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          <Columns min={150} gap={3} fill>
            <Stat label={say('open')} value={data.open.totalCount} />
            <Stat label={say('overdue')} value={data.late.totalCount} tone="bad" />
            <Stat label={say('stuck')} value={stuck} tone="seal" />
          </Columns>
          <Board
            columns={[
              ...(stuck > 0
                ? [
                    {
                      key: 'nobody',
                      title: say('nobody'),
                      count: say('stuckCount', { count: stuck }),
                      tone: 'bad' as const,
                      children: <Owed label={say('nobody')} filter={of({ awaitsNobody: true })} />,
                    },
                  ]
                : []),
              ...debts.map(({ staffId, name, position, open, overdue }) => ({
                key: staffId,
                title: name,
                count: say('count', { count: open, overdue }),
                tone: overdue > 0 ? ('bad' as const) : ('info' as const),
                children: <Owed label={name} position={position} filter={of({ owedBy: staffId })} />,
              })),
            ]}
          />
        </Stack>
      )}
    </>
  )
}

interface OwedProps {
  readonly label: string
  readonly position?: string | null
  readonly filter: SigningFilter
}

/** What one person owes, the most urgent first; the rest on demand. */
function Owed({ label, position, filter }: OwedProps) {
  const say = useMessages(texts)
  const { data, error, loading, refetch, fetchMore } = useQuery(OwedSignings, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.signings.pageInfo
  return (
    <Stack gap={3}>
      {position && <span className="st-quiet st-small">{position}</span>}
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <Cards label={label}>
          {data.signings.edges.map(({ node }) => (
            <OwedCard key={node.id} signing={readFragment(SigningInBrief, node)} />
          ))}
        </Cards>
      )}
      {page?.hasNextPage && (
        <Button
          block
          type="text"
          loading={loading}
          aria-label={say('moreOf', { name: label })}
          onClick={() => void fetchMore({ variables: { after: page.endCursor } })}
        >
          {say('more')}
        </Button>
      )}
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
