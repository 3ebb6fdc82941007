import { useQuery } from '@apollo/client/react'
import {
  OPEN_OPPORTUNITY_STATUSES,
  OPPORTUNITY_ACTION_LABELS,
  OPPORTUNITY_ORDERS,
  OPPORTUNITY_STATUSES,
  type OpportunityStatus,
} from '@steward/domain'
import { graphql, type OpportunityOrder } from '@steward/graphql-client'
import {
  LiveMark,
  messages,
  PersonSelect,
  useLiveTypes,
  useMay,
  useMessages,
  useMoneyText,
  usePortalPath,
  useSay,
  useShortcut,
  useToday,
} from '@steward/portal'
import {
  AddIcon,
  AppLink,
  BoardIcon,
  Button,
  Columns,
  FilterBar,
  FilterField,
  Inline,
  PageHeader,
  Select,
  Stack,
  Stat,
  TableIcon,
  useUi,
  ViewTabs,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ProjectSelect } from '../finance/project-select.tsx'
import { OPPORTUNITY_TYPES, OpportunityBoard } from './opportunity-board.tsx'
import {
  filterOf,
  NOTHING_CHOSEN,
  readOpportunities,
  viewFilter,
  writeOpportunities,
  type OpportunityState,
  type OpportunityView,
} from './opportunity-filters.ts'
import { OpportunityList } from './opportunity-list.tsx'

const OpportunitySums = graphql(/* GraphQL */ `
  query OpportunitySums($mine: Boolean, $assignee: ID, $project: [ID!]) {
    opportunitySums(mine: $mine, assignee: $assignee, project: $project) {
      status
      count
      withoutSum
      chance
      sumMinor
      weightedMinor
    }
  }
`)

const OpportunityViews = graphql(/* GraphQL */ `
  query OpportunityViews($closing: OpportunityFilter!) {
    mine: opportunities(first: 1, filter: { mine: true, open: true }) {
      totalCount
      totalCountIsCapped
    }
    stalled: opportunities(first: 1, filter: { stalled: true }) {
      totalCount
      totalCountIsCapped
    }
    closing: opportunities(first: 1, filter: $closing) {
      totalCount
      totalCountIsCapped
    }
    open: opportunities(first: 1, filter: { open: true }) {
      totalCount
      totalCountIsCapped
    }
    won: opportunities(first: 1, filter: { status: [WON] }) {
      totalCount
      totalCountIsCapped
    }
    all: opportunities(first: 1) {
      totalCount
      totalCountIsCapped
    }
  }
`)

const texts = messages({
  title: { zh: '商机', en: 'Opportunities' },
  views: { zh: '视图', en: 'Views' },
  mine: { zh: '我的', en: 'Mine' },
  stalled: { zh: '久未跟进', en: 'Untouched' },
  closing: { zh: '30 天内成交', en: 'Closing within 30 days' },
  open: { zh: '全部进行中', en: 'All open' },
  won: { zh: '已成交', en: 'Won' },
  all: { zh: '全部', en: 'All' },
  board: { zh: '看板', en: 'Board' },
  list: { zh: '列表', en: 'List' },
  funnel: { zh: '漏斗与失败原因', en: 'Funnel and losses' },
  filters: { zh: '筛选商机', en: 'Filter opportunities' },
  assignee: { zh: '负责人', en: 'Answers for it' },
  project: { zh: '项目', en: 'Project' },
  order: { zh: '排序', en: 'Order' },
  CLOSING: { zh: '最先成交', en: 'Closing first' },
  NEWEST: { zh: '最新登记', en: 'Newest first' },
  LARGEST: { zh: '金额最大', en: 'Largest first' },
  LONGEST_UNTOUCHED: { zh: '最久未跟进', en: 'Longest untouched' },
  pipeline: { zh: '进行中合计', en: 'Open in all' },
  weighted: { zh: '按可能性加权', en: 'Weighted by chance' },
  wonSum: { zh: '已成交合计', en: 'Won in all' },
  without: { zh: '其中 {{count}} 个没有金额', en: '{{count}} of them without a sum' },
})

const STAGES: Readonly<Record<OpportunityView, readonly OpportunityStatus[]>> = {
  mine: OPEN_OPPORTUNITY_STATUSES,
  stalled: OPEN_OPPORTUNITY_STATUSES,
  closing: OPEN_OPPORTUNITY_STATUSES,
  open: OPEN_OPPORTUNITY_STATUSES,
  won: ['WON'],
  all: OPPORTUNITY_STATUSES,
}
/** Views that narrow the list by more than the sums know. */
const NARROW: readonly OpportunityView[] = ['stalled', 'closing']

/** What clients may buy: by stage, with what it may bring; mine, what lies untouched, what should be signed soon. */
export function OpportunitiesPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const state = readOpportunities(params)
  const written = (changed: Partial<OpportunityState>) => writeOpportunities({ ...state, ...changed })
  const change = (changed: Partial<OpportunityState>) => setParams(written(changed))
  const filter = filterOf(state, today)
  const open = () => routing.go(path('opportunities/new'))
  useShortcut('create', open, may('opportunity:open'))
  const { data: counts, refetch: recount } = useQuery(OpportunityViews, {
    variables: { closing: viewFilter('closing', today) },
    fetchPolicy: 'cache-and-network',
  })
  const { data, refetch } = useQuery(OpportunitySums, {
    variables: {
      mine: state.view === 'mine',
      ...(state.assignee ? { assignee: state.assignee } : {}),
      ...(state.project.length > 0 ? { project: [...state.project] } : {}),
    },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(OPPORTUNITY_TYPES, () => Promise.all([refetch(), recount()]))
  const leads = may('opportunity:readFunnel')
  const other = state.layout === 'board' ? 'list' : 'board'
  const views: readonly OpportunityView[] = leads
    ? ['open', 'stalled', 'closing', 'mine', 'won', 'all']
    : ['open', 'mine', 'stalled', 'closing', 'won', 'all']
  return (
    <>
      <PageHeader
        title={say('title')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {leads && <AppLink to={path('opportunities/funnel')}>{say('funnel')}</AppLink>}
            <Button
              icon={other === 'list' ? <TableIcon aria-hidden /> : <BoardIcon aria-hidden />}
              onClick={() => change({ layout: other })}
            >
              {say(other)}
            </Button>
            {may('opportunity:open') && (
              <Button type="primary" icon={<AddIcon aria-hidden />} onClick={open}>
                {sayWord(OPPORTUNITY_ACTION_LABELS.open)}
              </Button>
            )}
          </Inline>
        }
      />
      <Stack gap={3}>
        <ViewTabs
          label={say('views')}
          current={state.view}
          views={views.map((view) => ({
            key: view,
            label: say(view),
            to: `${path('opportunities')}?${written({ view }).toString()}`,
            count: counts?.[view].totalCount,
            capped: counts?.[view].totalCountIsCapped ?? false,
          }))}
        />
        <Pipeline sums={data?.opportunitySums} />
        <FilterBar
          label={say('filters')}
          active={Number(state.assignee !== undefined) + Number(state.project.length > 0)}
          onClear={() =>
            setParams(writeOpportunities({ ...NOTHING_CHOSEN, view: state.view, layout: state.layout }))
          }
        >
          {leads && (
            <FilterField label={say('assignee')}>
              <PersonSelect
                aria-label={say('assignee')}
                placeholder={say('assignee')}
                value={state.assignee}
                onChange={(assignee) => change({ assignee })}
              />
            </FilterField>
          )}
          <FilterField label={say('project')}>
            <ProjectSelect
              aria-label={say('project')}
              value={state.project[0]}
              onChange={(project) => change({ project: project ? [project] : [] })}
            />
          </FilterField>
          <FilterField label={say('order')}>
            <Select
              aria-label={say('order')}
              popupMatchSelectWidth={false}
              options={OPPORTUNITY_ORDERS.map((order) => ({ value: order, label: say(order) }))}
              value={state.order}
              onChange={(order: OpportunityOrder) => change({ order })}
            />
          </FilterField>
        </FilterBar>
        {state.layout === 'board' ? (
          <OpportunityBoard
            filter={filter}
            orderBy={state.order}
            statuses={STAGES[state.view]}
            sums={NARROW.includes(state.view) ? undefined : data?.opportunitySums}
          />
        ) : (
          <OpportunityList filter={filter} orderBy={state.order} />
        )}
      </Stack>
    </>
  )
}

interface Sum {
  readonly status: OpportunityStatus
  readonly sumMinor: number
  readonly weightedMinor: number
  readonly withoutSum: number
}

/** All that is open, what of it is likely, what was won. */
function Pipeline({ sums }: { readonly sums: readonly Sum[] | undefined }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  if (!sums) return null
  const open = sums.filter(({ status }) => (OPEN_OPPORTUNITY_STATUSES as readonly string[]).includes(status))
  const all = (of: (sum: Sum) => number) => open.reduce((total, sum) => total + of(sum), 0)
  const without = all(({ withoutSum }) => withoutSum)
  const won = sums.find(({ status }) => status === 'WON')
  return (
    <Columns min={150} gap={3} fill>
      <Stat
        label={say('pipeline')}
        value={money(all(({ sumMinor }) => sumMinor))}
        {...(without > 0 ? { note: say('without', { count: without }) } : {})}
      />
      <Stat label={say('weighted')} value={money(all(({ weightedMinor }) => weightedMinor))} tone="primary" />
      <Stat label={say('wonSum')} value={money(won?.sumMinor ?? 0)} tone="good" />
    </Columns>
  )
}
