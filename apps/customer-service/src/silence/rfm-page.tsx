import { useQuery } from '@apollo/client/react'
import { RFM_SCORES } from '@steward/domain'
import type { RfmGridQuery as Answer } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath } from '@steward/portal'
import {
  AppLink,
  DataTable,
  dayText,
  EmptyState,
  Loading,
  MatrixTable,
  Panel,
  Stack,
  useUi,
  type Tone,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ClientsBehind } from './clients-behind.tsx'
import { RfmGridQuery } from './silence-documents.ts'
import { NotReckoned, Reckoned } from './reckoned.tsx'
import { SilenceHeader } from './silence-header.tsx'

const texts = messages({
  grid: { zh: '按最近缴费和缴费次数', en: 'By how recently and how often they pay' },
  corner: { zh: '最近缴费（R）', en: 'Recency (R)' },
  frequency: { zh: '次数 F{{score}}', en: 'F{{score}}' },
  recency: { zh: '最近 R{{score}}', en: 'R{{score}}' },
  clients: { zh: '{{count}} 位', en: '{{count}}' },
  money: { zh: '金额均分 {{score}}', en: 'money {{score}}' },
  nobody: { zh: '无', en: 'none' },
  cell: { zh: 'R{{recency}} F{{frequency}} 的客户', en: 'Clients with R{{recency}} F{{frequency}}' },
  choose: { zh: '点一格看里面的客户，作为工作清单', en: 'A cell opens the clients in it, as a work list' },
  means: {
    zh: 'R：最近一次缴费离今天的天数，越近分越高；F：一年内缴费的天数；M：一年内缴费金额。各分五等，并列者同分，取较低的一等。只含缴过费的在用客户 {{count}} 位。',
    en: 'R: days since the last payment, the fewest score highest; F: days of payment within a year; M: their sum. Each in five parts; who is equal scores equal, the lower part. {{count}} clients in use who have ever paid.',
  },
  bounds: { zh: '分值的含义', en: 'What the scores mean' },
  score: { zh: '分值', en: 'Score' },
  last: { zh: '最近缴费', en: 'Last payment' },
  times: { zh: '一年内次数', en: 'Times within a year' },
  empty: { zh: '还没有缴费记录', en: 'No payment is on record yet' },
})

type Grid = NonNullable<Answer['rfmGrid']>
const HIGHEST_FIRST = RFM_SCORES.toReversed()
const scoreIn = (value: string | null): number | undefined =>
  RFM_SCORES.find((score) => String(score) === value)

/** Who used to pay often and has not for long is to be looked after; recent and often is well. */
const toneOf = (recency: number, frequency: number): Tone =>
  recency <= 2 ? (frequency >= 4 ? 'bad' : 'warn') : recency >= 4 && frequency >= 3 ? 'good' : 'info'

/** RFM: clients by how recently and how often they pay, drawn; each cell opens whom it holds. */
export function RfmPage() {
  const say = useMessages(texts)
  const [params] = useSearchParams()
  const [recency, frequency] = [scoreIn(params.get('r')), scoreIn(params.get('f'))]
  const { data, error, refetch } = useQuery(RfmGridQuery, { fetchPolicy: 'cache-and-network' })
  const grid = data?.rfmGrid
  return (
    <>
      <SilenceHeader part="rfm" />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : !grid ? (
        <NotReckoned />
      ) : grid.clients === 0 ? (
        <EmptyState title={say('empty')} />
      ) : (
        <Stack gap={4}>
          <Panel title={say('grid')}>
            <Stack gap={2}>
              <span className="st-quiet st-small">
                {say('choose')} · <Reckoned at={grid.reckonedAt} />
              </span>
              <GridView grid={grid} />
              <p className="st-quiet st-small">{say('means', { count: grid.clients })}</p>
            </Stack>
          </Panel>
          {recency !== undefined && frequency !== undefined && (
            <ClientsBehind title={say('cell', { recency, frequency })} filter={{ recency, frequency }} />
          )}
          <Bounds bounds={grid.bounds} />
        </Stack>
      )}
    </>
  )
}

function GridView({ grid }: { readonly grid: Grid }) {
  const say = useMessages(texts)
  const cellOf = (recency: string, frequency: string) => {
    const [r, f] = [Number(recency), Number(frequency)]
    return <CellView grid={grid} recency={r} frequency={f} />
  }
  return (
    <MatrixTable
      label={say('grid')}
      corner={say('corner')}
      columns={RFM_SCORES.map((score) => ({ key: String(score), label: say('frequency', { score }) }))}
      rows={HIGHEST_FIRST.map((score) => ({ key: String(score), label: say('recency', { score }) }))}
      cell={(recency, frequency) => cellOf(recency, frequency)}
    />
  )
}

interface CellViewProps {
  readonly grid: Grid
  readonly recency: number
  readonly frequency: number
}

function CellView({ grid, recency, frequency }: CellViewProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const cell = grid.cells.find((it) => it.recency === recency && it.frequency === frequency)
  if (!cell) return <span className="st-quiet">{say('nobody')}</span>
  return (
    <AppLink
      to={path(`silence/rfm?r=${recency}&f=${frequency}`)}
      className="st-heat"
      style={heat(toneOf(recency, frequency))}
    >
      <strong>{say('clients', { count: cell.clients })}</strong>
      <span className="st-small">{say('money', { score: (cell.monetaryTenths / 10).toFixed(1) })}</span>
    </AppLink>
  )
}

const heat = (tone: Tone) =>
  ({ '--tone-text': `var(--st-${tone}-text)`, '--tone-tint': `var(--st-${tone}-tint)` }) as object

function Bounds({ bounds }: { readonly bounds: Grid['bounds'] }) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const day = (on: string | null) => on && dayText(on, locale)
  const span = (from: string | number | null, to: string | number | null) =>
    from === null || to === null ? '—' : from === to ? String(from) : `${from} – ${to}`
  return (
    <Panel title={say('bounds')} flush>
      <DataTable
        label={say('bounds')}
        rows={bounds.toReversed()}
        rowKey={({ score }) => String(score)}
        columns={[
          { key: 'score', title: say('score'), width: '80px', card: 'lead', render: ({ score }) => score },
          {
            key: 'last',
            title: say('last'),
            render: ({ lastFrom, lastTo }) => span(day(lastFrom), day(lastTo)),
          },
          { key: 'times', title: say('times'), render: ({ timesFrom, timesTo }) => span(timesFrom, timesTo) },
        ]}
      />
    </Panel>
  )
}
