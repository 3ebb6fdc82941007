import { useQuery } from '@apollo/client/react'
import { SILENCE_BASIS_LABELS, type SilenceAlertStatus } from '@steward/domain'
import { readFragment, type SilenceAlertLineFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import { Choice, DataTable, Day, EmptyState, Panel, Stack, useIsPhone, type Column } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { SilenceAlertLine, SilenceAlerts } from './silence-documents.ts'
import { SilenceHeader } from './silence-header.tsx'
import { AlertTag, daysBetween, useDays } from './silence-words.tsx'

const PAGE = 50
const VIEWS = ['open', 'mine', 'closed', 'all'] as const
const STILL_OPEN: SilenceAlertStatus[] = ['OPEN', 'ACKNOWLEDGED', 'VISITED']
type View = (typeof VIEWS)[number]

const texts = messages({
  table: { zh: '沉默预警', en: 'Alerts of silence' },
  views: { zh: '范围', en: 'Which' },
  open: { zh: '待处理', en: 'To deal with' },
  mine: { zh: '由我走访', en: 'Mine to visit' },
  closed: { zh: '已关闭', en: 'Closed' },
  all: { zh: '全部', en: 'All' },
  client: { zh: '客户', en: 'Client' },
  basis: { zh: '依据', en: 'Evidence' },
  quiet: { zh: '最近往来', en: 'Last sign' },
  quietFor: { zh: '安静 {{quiet}}，平时 {{usual}}', en: 'quiet {{quiet}}, usually {{usual}}' },
  quietOnly: { zh: '安静 {{quiet}}', en: 'quiet {{quiet}}' },
  complaints: {
    zh: '{{count}} 次投诉无果',
    en: { one: '{{count}} complaint in vain', other: '{{count}} complaints in vain' },
  },
  visitBy: { zh: '建议走访', en: 'Visit by' },
  overdue: { zh: '已过', en: 'overdue' },
  status: { zh: '状态', en: 'Status' },
  by: { zh: '负责走访', en: 'Visitor' },
  none: { zh: '没有沉默预警', en: 'There are no alerts of silence' },
  noneHint: {
    zh: '系统每天夜里逐个查看客户的往来节奏，有异常时在这里提醒负责的人。',
    en: 'Each night the system looks at the rhythm of every client, and tells here of what is unusual.',
  },
  means: {
    zh: '往来＝缴费、客户来电来访、投诉和诉求；我们主动的联系不算。按合同每月缴费的客户，只要还在缴就不算沉默；但投诉无果后再不开口的，缴着费也算。',
    en: 'Signs are payments, calls and visits by the client, and cases; what we do by ourselves is none. Whoever pays by contract is not silent while they pay; whoever complained in vain and says no more is, paying or not.',
  },
})

type Line = SilenceAlertLineFragment

const viewIn = (value: string | null): View => VIEWS.find((it) => it === value) ?? 'open'

/** 沉默预警: whom to go and see, the most pressing first. */
export function SilencePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const { staff } = useViewer()
  const [params, setParams] = useSearchParams()
  const view = viewIn(params.get('view'))
  const { data, error, loading, refetch, fetchMore } = useQuery(SilenceAlerts, {
    variables: {
      filter: {
        open: { status: STILL_OPEN },
        mine: { status: STILL_OPEN, visitor: staff.id },
        closed: { status: ['CLOSED' as const] },
        all: {},
      }[view],
      orderBy: view === 'open' || view === 'mine' ? 'VISIT_BY' : 'NEWEST',
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['SilenceAlert'], () => void refetch())
  const columns = useColumns()
  const rows = data?.silenceAlerts.edges.map(({ node }) => readFragment(SilenceAlertLine, node))
  const page = data?.silenceAlerts.pageInfo
  const table = (
    <DataTable
      label={say('table')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`silence/${id}`)}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <SilenceHeader part="alerts" />
      <Stack gap={4}>
        <Choice<View>
          label={say('views')}
          options={VIEWS.map((value) => ({ value, label: say(value) }))}
          value={view}
          onChange={(value) => setParams(value === 'open' ? {} : { view: value })}
        />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        <p className="st-quiet st-small">{say('means')}</p>
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const days = useDays()
  const quiet = ({ lastEventOn, usualGapDays, status }: Line): string => {
    if (status === 'CLOSED') return ''
    const so = days(daysBetween(lastEventOn, today))
    return usualGapDays === null
      ? say('quietOnly', { quiet: so })
      : say('quietFor', { quiet: so, usual: days(usualGapDays) })
  }
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
    {
      key: 'basis',
      title: say('basis'),
      render: ({ basis, complaintCount }) => (
        <Stack gap={0}>
          <span>{sayWord(SILENCE_BASIS_LABELS[basis])}</span>
          {complaintCount > 0 && (
            <span className="st-quiet st-small">{say('complaints', { count: complaintCount })}</span>
          )}
        </Stack>
      ),
    },
    {
      key: 'quiet',
      title: say('quiet'),
      width: '220px',
      render: (row) => (
        <Stack gap={0}>
          <Day on={row.lastEventOn} />
          <span className="st-quiet st-small">{quiet(row)}</span>
        </Stack>
      ),
    },
    {
      key: 'visitBy',
      title: say('visitBy'),
      width: '160px',
      render: ({ visitBy, status }) => (
        <>
          <Day on={visitBy} />
          {visitBy < today && (status === 'OPEN' || status === 'ACKNOWLEDGED') && (
            <span className="st-bad st-small"> {say('overdue')}</span>
          )}
        </>
      ),
    },
    {
      key: 'by',
      title: say('by'),
      width: '110px',
      render: ({ acknowledgedBy, visitor }) => (acknowledgedBy ?? visitor)?.name,
    },
    { key: 'status', title: say('status'), width: '110px', render: (alert) => <AlertTag alert={alert} /> },
  ]
}
