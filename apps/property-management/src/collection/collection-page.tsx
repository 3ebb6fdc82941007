import { useQuery } from '@apollo/client/react'
import {
  DEBT_AGE_LABELS,
  DEBT_AGES,
  DUNNING_ACTION_LABELS,
  DUNNING_STATE_LABELS,
  DUNNING_STEP_LABELS,
  HOLD_SOURCE_LABELS,
  RECEIVABLE_KIND_LABELS,
  type DunningState,
} from '@steward/domain'
import type { SiteDunningQuery } from '@steward/graphql-client'
import {
  AGE_TONES,
  Amount,
  DUNNING_TONES,
  FailureState,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AppLink,
  BarList,
  Button,
  Columns,
  DataTable,
  Day,
  EmptyState,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  Stat,
  StatusTag,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { SiteCollection, SiteDunning } from './collection-documents.ts'
import { TakeStepForm } from './take-step-form.tsx'

const texts = messages({
  title: { zh: '收费', en: 'Collection' },
  subtitle: {
    zh: '今年到期的收缴率，和今天该催谁；有投诉或异议的自动暂停',
    en: 'The rate for what fell due this year, and whom to ask today; a complaint or a dispute holds it by itself',
  },
  rate: { zh: '收缴率 · {{project}}', en: 'Collected · {{project}}' },
  rateOf: { zh: '{{collected}} / {{due}}', en: '{{collected}} of {{due}}' },
  overdue: { zh: '当前逾期', en: 'Overdue now' },
  debtors: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  ages: { zh: '未结应收按账龄', en: 'What is open, by age' },
  views: { zh: '催收状态', en: 'State of dunning' },
  all: { zh: '全部逾期', en: 'All overdue' },
  list: { zh: '逾期应收，最早到期在前', en: 'What is overdue, due first' },
  client: { zh: '客户', en: 'Client' },
  what: { zh: '应收', en: 'What' },
  state: { zh: '催收', en: 'Dunning' },
  open: { zh: '未结', en: 'Open' },
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  none: { zh: '没有要催的', en: 'Nothing to ask for' },
})

const PAGE = 50
const VIEWS = ['DUE', 'WAITING', 'HELD', 'DISPUTED'] as const satisfies readonly DunningState[]
type Line = SiteDunningQuery['dunning'][number]

/** What is collected on one's site, and whom one asks today. */
export function CollectionPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [params] = useSearchParams()
  const [taking, setTaking] = useState<Line>()
  const view = params.has('all') ? undefined : (VIEWS.find((it) => it === params.get('state')) ?? 'DUE')
  const { data, error, loading, refetch, fetchMore } = useQuery(SiteDunning, {
    variables: view ? { state: [view] } : {},
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const [isLast, setIsLast] = useState<string>()
  const last = data?.dunning.at(-1)?.receivableId
  const mayHaveMore = data && data.dunning.length > 0 && data.dunning.length % PAGE === 0 && isLast !== last
  const more = async () => {
    const page = await fetchMore({
      variables: { after: last },
      updateQuery: (before, { fetchMoreResult }) => ({
        dunning: [...before.dunning, ...fetchMoreResult.dunning],
      }),
    })
    if (!page.data?.dunning.length) setIsLast(last)
  }
  const columns = useColumns(setTaking)
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <Sums />
        <ViewTabs
          label={say('views')}
          current={view ?? 'all'}
          views={[
            ...VIEWS.map((key) => ({
              key,
              label: sayWord(DUNNING_STATE_LABELS[key]),
              to: path(`collection?state=${key}`),
            })),
            { key: 'all', label: say('all'), to: path('collection?all') },
          ]}
        />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Panel flush>
            <DataTable
              label={say('list')}
              columns={columns}
              rows={data?.dunning}
              rowKey={({ receivableId }) => receivableId}
              empty={<EmptyState title={say('none')} />}
              more={mayHaveMore ? { loading, onLoad: () => void more() } : undefined}
            />
          </Panel>
        )}
      </Stack>
      <Sheet
        open={taking !== undefined}
        title={taking ? `${taking.clientName} · ${taking.place}` : ''}
        onClose={() => setTaking(undefined)}
      >
        {taking?.step && (
          <TakeStepForm
            line={{ ...taking, step: taking.step }}
            onCancel={() => setTaking(undefined)}
            onDone={() => {
              setTaking(undefined)
              void refetch()
            }}
          />
        )}
      </Sheet>
    </>
  )
}

/** The rate of each project of one's own, and how old is what is open. */
function Sums() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const percent = usePercent()
  const today = useToday()
  const { data } = useQuery(SiteCollection, {
    variables: { from: `${today.slice(0, 4)}-01-01`, to: today },
    fetchPolicy: 'cache-and-network',
  })
  const projects = data?.collection ?? []
  if (projects.length === 0) return null
  const ages = DEBT_AGES.map((band) => ({
    band,
    minor: projects.reduce((sum, it) => sum + (it.ages.find((age) => age.band === band)?.minor ?? 0), 0),
  })).filter(({ minor }) => minor > 0)
  return (
    <Panel>
      <Stack gap={4}>
        <Columns min={200} gap={3} fill>
          {projects.map((it) => (
            <Stat
              key={it.projectId}
              label={say('rate', { project: it.projectName })}
              value={percent(it.rateBasisPoints)}
              note={say('rateOf', { collected: money(it.collectedMinor), due: money(it.dueMinor) })}
            />
          ))}
          <Stat
            label={say('overdue')}
            value={<Amount minor={projects.reduce((sum, it) => sum + it.overdueMinor, 0)} />}
            tone="bad"
            note={say('debtors', { count: projects.reduce((sum, it) => sum + it.debtors, 0) })}
          />
        </Columns>
        {ages.length > 0 && (
          <BarList
            label={say('ages')}
            format={money}
            items={ages.map(({ band, minor }) => ({
              key: band,
              label: sayWord(DEBT_AGE_LABELS[band]),
              value: minor,
              tone: AGE_TONES[band],
            }))}
          />
        )}
      </Stack>
    </Panel>
  )
}

function useColumns(onTake: (line: Line) => void): readonly Column<Line>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ clientId, clientName, place }) => (
        <Stack gap={0}>
          <AppLink to={path(`collection/clients/${clientId}`)}>{clientName}</AppLink>
          <span className="st-quiet st-small">{place}</span>
        </Stack>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      render: ({ kind, period, dueOn, daysLate }) => (
        <Stack gap={0}>
          <span>{[sayWord(RECEIVABLE_KIND_LABELS[kind]), period].filter(Boolean).join(' · ')}</span>
          <span className="st-quiet st-small">
            <Day on={dueOn} /> · {say('late', { count: daysLate })}
          </span>
        </Stack>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      card: 'tag',
      render: ({ state, step, holdSource, holdReason }) => (
        <Stack gap={0}>
          <span>
            <StatusTag tone={DUNNING_TONES[state]}>{sayWord(DUNNING_STATE_LABELS[state])}</StatusTag>{' '}
            {step && sayWord(DUNNING_STEP_LABELS[step])}
          </span>
          {holdSource && (
            <span className="st-quiet st-small">{holdReason ?? sayWord(HOLD_SOURCE_LABELS[holdSource])}</span>
          )}
        </Stack>
      ),
    },
    {
      key: 'open',
      title: say('open'),
      align: 'end',
      width: '130px',
      render: ({ openMinor }) => <Amount minor={openMinor} />,
    },
    {
      key: 'verbs',
      title: '',
      align: 'end',
      width: '130px',
      render: (line) => {
        const verb = sayWord(DUNNING_ACTION_LABELS.take)
        return (
          line.state === 'DUE' &&
          may('dunning:take') && (
            <Button size="small" aria-label={`${verb} ${line.number}`} onClick={() => onTake(line)}>
              {verb}
            </Button>
          )
        )
      },
    },
  ]
}
