import { useQuery } from '@apollo/client/react'
import {
  IMPORT_SOURCE_ACTION_LABELS,
  IMPORT_SOURCE_STATUS_LABELS,
  INFORMATION_MEDIUM_LABELS,
  localDate,
} from '@steward/domain'
import { readFragment, type SourceInCustodyFragment } from '@steward/graphql-client'
import {
  AddIcon,
  Button,
  Day,
  DataTable,
  EmptyState,
  Instant,
  PageHeader,
  Panel,
  Sheet,
  StatusTag,
  useIsPhone,
  useNow,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMay, useViewer } from '../session/viewer.tsx'
import { ImportSources, SourceInCustody } from './custody-documents.ts'
import { ReceiveSource } from './receive-source.tsx'
import { SourceSheet } from './source-sheet.tsx'

const PAGE = 30
const DAY_MS = 86_400_000

const texts = messages({
  title: { zh: '数据源保管', en: 'Custody of sources' },
  subtitle: {
    zh: '导入所用的文件、U 盘和名单：谁保管、到哪天、何时监销',
    en: 'Files, disks and lists that imports were read from: who keeps them, until when, when they were destroyed',
  },
  list: { zh: '数据源，最新在前', en: 'Sources, newest first' },
  name: { zh: '数据源', en: 'Source' },
  state: { zh: '状态', en: 'State' },
  custodian: { zh: '保管人', en: 'Custodian' },
  days: { zh: '已保管', en: 'Kept for' },
  daysOf: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  until: { zh: '最迟销毁', en: 'Destroy by' },
  overdue: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  awaits: { zh: '待监销签字', en: 'Second signature awaited' },
  certificate: { zh: '销毁记录', en: 'Certificate' },
  received: { zh: '接收', en: 'Received' },
  open: { zh: '查看“{{name}}”', en: 'Open “{{name}}”' },
  none: { zh: '没有在保管的数据源', en: 'Nothing is in custody' },
  noneHint: {
    zh: '上传导入的文件会自动登记在上传人名下；U 盘、纸质名单请在这里登记。',
    en: 'A file handed over for an import is listed by itself; take disks and lists into custody here.',
  },
})

type Source = SourceInCustodyFragment

/** What imports were read from: in whose hands, for how many days, and the certificate of its destruction. */
export function CustodyPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const phone = useIsPhone()
  const [receiving, setReceiving] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const { data, error, loading, refetch, fetchMore } = useQuery(ImportSources, {
    variables: { first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const columns = useColumns(setChosen)
  const rows = data?.importSources.edges.map(({ node }) => readFragment(SourceInCustody, node))
  const page = data?.importSources.pageInfo
  const begin = may('importSource:receive') && (
    <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setReceiving(true)}>
      {sayWord(IMPORT_SOURCE_ACTION_LABELS.receive)}
    </Button>
  )
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} action={begin} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  const source = rows?.find(({ id }) => id === chosen)
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={begin} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone || rows?.length === 0 ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
      <Sheet
        open={receiving}
        title={sayWord(IMPORT_SOURCE_ACTION_LABELS.receive)}
        onClose={() => setReceiving(false)}
      >
        {receiving && (
          <ReceiveSource
            onCancel={() => setReceiving(false)}
            onDone={async () => {
              setReceiving(false)
              await refetch()
            }}
          />
        )}
      </Sheet>
      <Sheet open={source !== undefined} title={source?.name ?? ''} onClose={() => setChosen(undefined)}>
        {source && <SourceSheet source={source} onReload={refetch} onClose={() => setChosen(undefined)} />}
      </Sheet>
    </>
  )
}

function useColumns(onOpen: (id: string) => void): readonly Column<Source>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const now = useNow()
  const today = localDate(new Date(now), organization.timeZone)
  const daysBetween = (from: string, to: string): number =>
    Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return [
    {
      key: 'name',
      title: say('name'),
      width: '26%',
      render: ({ id, name, medium, receivedFrom, project }) => (
        <>
          <Button
            type="link"
            style={{ padding: 0, whiteSpace: 'normal', height: 'auto', textAlign: 'start' }}
            aria-label={say('open', { name })}
            onClick={() => onOpen(id)}
          >
            {name}
          </Button>{' '}
          <span className="st-quiet st-small">
            {[sayWord(INFORMATION_MEDIUM_LABELS[medium]), receivedFrom, project?.name]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      width: '190px',
      card: 'tag',
      render: ({ status, destruction, destroyBy }) => {
        const late = status === 'DESTROYED' ? 0 : daysBetween(destroyBy, today)
        return (
          <>
            <StatusTag tone={status === 'DESTROYED' ? 'good' : 'info'}>
              {sayWord(IMPORT_SOURCE_STATUS_LABELS[status])}
            </StatusTag>{' '}
            {status !== 'DESTROYED' && destruction?.status === 'IN_SIGNING' && (
              <StatusTag tone="warn">{say('awaits')}</StatusTag>
            )}
            {late > 0 && <StatusTag tone="bad">{say('overdue', { count: late })}</StatusTag>}
          </>
        )
      },
    },
    { key: 'custodian', title: say('custodian'), render: ({ custodian }) => custodian?.name },
    {
      key: 'days',
      title: say('days'),
      width: '90px',
      align: 'end',
      render: ({ receivedAt, destroyedAt }) =>
        say('daysOf', {
          count: daysBetween(
            localDate(new Date(receivedAt), organization.timeZone),
            destroyedAt ? localDate(new Date(destroyedAt), organization.timeZone) : today,
          ),
        }),
    },
    { key: 'until', title: say('until'), width: '150px', render: ({ destroyBy }) => <Day on={destroyBy} /> },
    {
      key: 'certificate',
      title: say('certificate'),
      minor: true,
      render: ({ destruction }) => destruction?.document?.number ?? '—',
    },
    {
      key: 'received',
      title: say('received'),
      minor: true,
      width: '140px',
      render: ({ receivedAt }) => <Instant at={receivedAt} />,
    },
  ]
}
