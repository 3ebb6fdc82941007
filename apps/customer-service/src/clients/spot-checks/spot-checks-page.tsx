import { useQuery } from '@apollo/client/react'
import { SPOT_CHECK_ACTION_LABELS } from '@steward/domain'
import type { SpotChecksQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  BarList,
  Button,
  Columns,
  DataTable,
  EmptyState,
  Inline,
  Instant,
  PageHeader,
  Panel,
  Sheet,
  SpotCheckIcon,
  Stack,
  StatusTag,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { DrawForm } from './draw-form.tsx'
import { SpotCheckResults, SpotChecks } from './spot-check-documents.ts'

const PAGE = 30

const texts = messages({
  title: { zh: '档案抽查', en: 'Spot checks' },
  subtitle: {
    zh: '随机抽取，逐份登记；每次抽取都留有记录',
    en: 'Drawn at random and checked one by one; every draw stays on record',
  },
  list: { zh: '抽取记录，最新在前', en: 'Draws, newest first' },
  drawn: { zh: '抽取', en: 'Drawn' },
  of: { zh: '范围', en: 'Of' },
  everywhere: { zh: '全部档案', en: 'All archives' },
  size: { zh: '份数', en: 'Archives' },
  sizeOf: { zh: '{{size}} / {{population}}', en: '{{size}} of {{population}}' },
  progress: { zh: '进度', en: 'Progress' },
  open: { zh: '已查 {{checked}} / {{size}}', en: '{{checked}} of {{size}} checked' },
  wrong: { zh: '有误 {{wrong}}', en: '{{wrong}} wrong' },
  results: { zh: '有误的，按客户经理', en: 'Found wrong, by manager' },
  totals: { zh: '完整率', en: 'How complete' },
  tally: { zh: '{{name}}（查 {{checked}}）', en: '{{name}} ({{checked}} checked)' },
  nobody: { zh: '无专职客户经理', en: 'Nobody in person' },
  none: { zh: '还没有抽查过', en: 'Nothing was drawn yet' },
  noneHint: {
    zh: '抽几份档案，打电话或当面与客户核对。',
    en: 'Draw a few archives and check them with the client.',
  },
})

type Row = SpotChecksQuery['spotChecks']['edges'][number]['node']

/** 档案抽查: all draws, and whose archives were found wrong. */
export function SpotChecksPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [drawing, setDrawing] = useState(false)
  const { data, error, loading, refetch, fetchMore } = useQuery(SpotChecks, {
    variables: { first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const results = useQuery(SpotCheckResults, { fetchPolicy: 'cache-and-network' })
  const tallies = results.data?.spotCheckResults ?? []
  const verb = sayWord(SPOT_CHECK_ACTION_LABELS.draw)
  const begin = may('spotCheck:draw') && (
    <Button type="primary" icon={<SpotCheckIcon aria-hidden />} onClick={() => setDrawing(true)}>
      {verb}
    </Button>
  )
  const page = data?.spotChecks.pageInfo
  const columns: readonly Column<Row>[] = [
    {
      key: 'drawn',
      title: say('drawn'),
      render: ({ drawnAt, drawnBy }) => (
        <>
          <Instant at={drawnAt} /> <span className="st-quiet">{drawnBy?.name}</span>
        </>
      ),
    },
    {
      key: 'of',
      title: say('of'),
      render: ({ project, manager }) =>
        [project?.name, manager?.name].filter(Boolean).join(' · ') || say('everywhere'),
    },
    {
      key: 'size',
      title: say('size'),
      width: '130px',
      render: ({ size, population }) => say('sizeOf', { size, population }),
    },
    {
      key: 'progress',
      title: say('progress'),
      width: '220px',
      render: ({ size, checked, wrong }) => (
        <>
          {say('open', { checked, size })}{' '}
          {wrong > 0 && <StatusTag tone="bad">{say('wrong', { wrong })}</StatusTag>}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <Inline gap={3}>
            {may('client:readCompleteness') && <AppLink to={path('duty/totals')}>{say('totals')}</AppLink>}
            {begin}
          </Inline>
        }
      />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack gap={4}>
          {tallies.length > 0 && (
            <Columns min={380} gap={4}>
              <Panel title={say('results')}>
                <BarList
                  label={say('results')}
                  items={tallies.map(({ staffId, name, checked, wrong }) => ({
                    key: staffId ?? 'nobody',
                    label: say('tally', { name: name ?? say('nobody'), checked }),
                    value: wrong,
                    tone: 'bad' as const,
                  }))}
                />
              </Panel>
            </Columns>
          )}
          <Panel flush>
            <DataTable
              label={say('list')}
              columns={columns}
              rows={data?.spotChecks.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              rowTo={({ id }) => path(`spot-checks/${id}`)}
              empty={<EmptyState title={say('none')} hint={say('noneHint')} action={begin} />}
              more={
                page?.hasNextPage
                  ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
                  : undefined
              }
            />
          </Panel>
        </Stack>
      )}
      <Sheet open={drawing} title={verb} onClose={() => setDrawing(false)}>
        {drawing && <DrawForm onCancel={() => setDrawing(false)} />}
      </Sheet>
    </>
  )
}
