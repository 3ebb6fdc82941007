import { useQuery } from '@apollo/client/react'
import { SPOT_CHECK_ACTION_LABELS, SPOT_CHECK_RESULT_LABELS } from '@steward/domain'
import { readFragment, type SpotCheckEntryRowFragment as Entry } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  partOf,
  useMay,
  useMessages,
  usePartName,
  usePortalPath,
  useSay,
  useViewer,
} from '@steward/portal'
import {
  AppLink,
  Button,
  Columns,
  DataTable,
  EmptyState,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  Stat,
  StatusTag,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { RecordForm } from './record-form.tsx'
import { OneSpotCheck, SpotCheckEntryRow } from './spot-check-documents.ts'

const texts = messages({
  title: { zh: '抽查 {{size}} 份档案', en: 'Spot check of {{size}} archives' },
  back: { zh: '档案抽查', en: 'Spot checks' },
  missing: { zh: '没有找到这次抽查', en: 'There is no such draw' },
  checked: { zh: '已查', en: 'Checked' },
  wrong: { zh: '有误', en: 'Wrong' },
  population: { zh: '从中抽取', en: 'Drawn of' },
  seed: { zh: '随机种子', en: 'Seed' },
  seedHint: {
    zh: '由它和客户编号算出的摘要从小到大取前几份，谁都可以验算。',
    en: 'The smallest digests of it and the client’s id were taken: anybody can draw the same again.',
  },
  list: { zh: '抽到的档案', en: 'The archives' },
  client: { zh: '客户', en: 'Client' },
  owner: { zh: '客户经理', en: 'Manager' },
  result: { zh: '结果', en: 'Result' },
  open: { zh: '待查', en: 'To check' },
  by: { zh: '检查人', en: 'Checked by' },
  acts: { zh: '操作', en: 'Actions' },
  recordOf: { zh: '登记结果：{{name}}', en: 'Record the result of {{name}}' },
})

const nameOf = ({ client }: Pick<Entry, 'client'>): string => client?.name ?? client?.code ?? '—'

/** One draw: the archives one by one, with what was found. */
export function SpotCheckPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const path = usePortalPath()
  const partName = usePartName()
  const [recorded, setRecorded] = useState<Entry>()
  const { data, error, refetch } = useQuery(OneSpotCheck, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const columns = useColumns(setRecorded)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const draw = data.spotCheck
  const back = { to: path('spot-checks'), label: say('back') }
  if (!draw)
    return <EmptyState title={say('missing')} action={<AppLink to={back.to}>{say('back')}</AppLink>} />
  const client = recorded?.client
  const parts = data.archiveRequirements
    .filter(
      ({ retiredAt, kinds, relations }) =>
        retiredAt === null && client && kinds.includes(client.kind) && relations.includes(client.relation),
    )
    .map((row) => ({ value: row.id, label: partName(partOf(row)) }))
  return (
    <>
      <PageHeader
        title={say('title', { size: draw.size })}
        back={back}
        subtitle={
          <>
            <Instant at={draw.drawnAt} />{' '}
            {[draw.drawnBy?.name, draw.project?.name, draw.manager?.name].filter(Boolean).join(' · ')}
          </>
        }
      />
      <Stack gap={4}>
        <Columns min={150} gap={3} fill>
          <Stat label={say('checked')} value={`${draw.checked} / ${draw.size}`} />
          <Stat label={say('wrong')} value={draw.wrong} tone={draw.wrong > 0 ? 'bad' : 'neutral'} />
          <Stat label={say('population')} value={draw.population} />
        </Columns>
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={draw.entries.map((entry) => readFragment(SpotCheckEntryRow, entry))}
            rowKey={(row) => row.id}
          />
        </Panel>
        <p className="st-quiet st-small">
          {say('seed')} <code>{draw.seed}</code> {say('seedHint')}
        </p>
      </Stack>
      <Sheet
        open={recorded !== undefined}
        title={say('recordOf', { name: recorded ? nameOf(recorded) : '' })}
        onClose={() => setRecorded(undefined)}
      >
        {recorded && (
          <RecordForm
            entry={recorded}
            parts={parts}
            onReload={refetch}
            onClose={() => setRecorded(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

function useColumns(onRecord: (entry: Entry) => void): readonly Column<Entry>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const partName = usePartName()
  const { staff } = useViewer()
  return [
    {
      key: 'client',
      title: say('client'),
      render: (row) =>
        row.client ? (
          <>
            <AppLink to={path(`clients/${row.client.id}`)}>{nameOf(row)}</AppLink>{' '}
            <span className="st-quiet st-small">{row.client.code}</span>
          </>
        ) : (
          '—'
        ),
    },
    { key: 'owner', title: say('owner'), width: '120px', render: ({ owner }) => owner?.name ?? '—' },
    {
      key: 'result',
      title: say('result'),
      render: ({ result, requirement, note }) => (
        <>
          <StatusTag tone={result === 'WRONG' ? 'bad' : result === 'COMPLETE' ? 'good' : 'neutral'}>
            {result ? sayWord(SPOT_CHECK_RESULT_LABELS[result]) : say('open')}
          </StatusTag>{' '}
          {[requirement && partName(partOf(requirement)), note].filter(Boolean).join(' · ')}
        </>
      ),
    },
    {
      key: 'by',
      title: say('by'),
      width: '120px',
      minor: true,
      render: ({ checkedBy }) => checkedBy?.name ?? '—',
    },
    ...(may('spotCheck:record')
      ? [
          {
            key: 'acts',
            title: say('acts'),
            width: '140px',
            card: 'tag' as const,
            // Nobody checks the clients whom they answer for.
            render: (row: Entry) =>
              row.result === null &&
              row.owner?.id !== staff.id && (
                <Button
                  size="small"
                  aria-label={say('recordOf', { name: nameOf(row) })}
                  onClick={() => onRecord(row)}
                >
                  {sayWord(SPOT_CHECK_ACTION_LABELS.record)}
                </Button>
              ),
          },
        ]
      : []),
  ]
}
