import { useQuery } from '@apollo/client/react'
import {
  HELD_LEAD_STATUSES,
  LEAD_ACTION_LABELS,
  LEAD_STATUSES,
  OPEN_LEAD_STATUSES,
  type LeadStatus,
} from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  LiveMark,
  messages,
  useLiveTypes,
  useMay,
  useMessages,
  usePortalPath,
  useSavedViews,
  useSay,
  useShortcut,
  useToday,
  useViewer,
} from '@steward/portal'
import {
  AddIcon,
  AppLink,
  BoardIcon,
  Button,
  Inline,
  PageHeader,
  Stack,
  TableIcon,
  useUi,
  ViewTabs,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { LeadBoard, LEAD_TYPES } from './lead-board.tsx'
import { LeadFilterBar } from './lead-filter-bar.tsx'
import { filterOf, readLeads, viewFilter, writeLeads, type LeadState, type LeadView } from './lead-filters.ts'
import { LeadList } from './lead-list.tsx'

const LeadViews = graphql(/* GraphQL */ `
  query LeadViews($due: LeadFilter!) {
    mine: leads(first: 1, filter: { mine: true, open: true }) {
      totalCount
      totalCountIsCapped
    }
    due: leads(first: 1, filter: $due) {
      totalCount
      totalCountIsCapped
    }
    pool: leads(first: 1, filter: { status: [NEW] }) {
      totalCount
      totalCountIsCapped
    }
    open: leads(first: 1, filter: { open: true }) {
      totalCount
      totalCountIsCapped
    }
    all: leads(first: 1) {
      totalCount
      totalCountIsCapped
    }
  }
`)

const texts = messages({
  title: { zh: '线索', en: 'Leads' },
  views: { zh: '视图', en: 'Views' },
  mine: { zh: '我的', en: 'Mine' },
  due: { zh: '今天要跟进', en: 'Due today' },
  pool: { zh: '公海', en: 'Pool' },
  open: { zh: '全部进行中', en: 'All open' },
  all: { zh: '全部', en: 'All' },
  board: { zh: '看板', en: 'Board' },
  list: { zh: '列表', en: 'List' },
  yield: { zh: '线索成效', en: 'Yield' },
})

/** The columns of each view's board: mine are in nobody's pool. */
const COLUMNS: Readonly<Record<LeadView, readonly LeadStatus[]>> = {
  mine: HELD_LEAD_STATUSES,
  due: HELD_LEAD_STATUSES,
  pool: ['NEW'],
  open: OPEN_LEAD_STATUSES,
  all: LEAD_STATUSES,
}

/** Who may become a client: mine, those that nobody has, and, for who leads, all of them. */
export function LeadsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const { organization } = useViewer()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const works = may('lead:claim')
  const state = { ...readLeads(params), ...(params.has('view') || !works ? {} : { view: 'mine' as const }) }
  const filter = filterOf(state, organization.timeZone, today)
  const written = (changed: Partial<LeadState>) => {
    const next = { ...state, ...changed }
    const address = writeLeads(next)
    // Whoever works on leads begins with their own: all open ones are said.
    if (works) address.set('view', next.view)
    return address
  }
  const change = (changed: Partial<LeadState>) => setParams(written(changed))
  const saved = useSavedViews({ place: 'LEADS', present: written({}) })
  const open = () => routing.go(path('leads/new'))
  useShortcut('create', open, may('lead:open'))
  const { data, refetch } = useQuery(LeadViews, {
    variables: { due: viewFilter('due', today) },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(LEAD_TYPES, () => refetch())
  const views: readonly LeadView[] = works ? ['mine', 'due', 'pool', 'open', 'all'] : ['open', 'pool', 'all']
  const other = state.layout === 'board' ? 'list' : 'board'
  return (
    <>
      <PageHeader
        title={say('title')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {may('lead:readYield') && <AppLink to={path('leads/yield')}>{say('yield')}</AppLink>}
            {saved.menu}
            <Button
              icon={other === 'list' ? <TableIcon aria-hidden /> : <BoardIcon aria-hidden />}
              onClick={() => change({ layout: other })}
            >
              {say(other)}
            </Button>
            {may('lead:open') && (
              <Button type="primary" icon={<AddIcon aria-hidden />} onClick={open}>
                {sayWord(LEAD_ACTION_LABELS.open)}
              </Button>
            )}
          </Inline>
        }
      />
      <Stack gap={3}>
        <ViewTabs
          label={say('views')}
          current={saved.current ?? state.view}
          views={[
            ...views.map((view) => ({
              key: view,
              label: say(view),
              to: `${path('leads')}?${written({ view, status: [] }).toString()}`,
              count: data?.[view].totalCount,
              capped: data?.[view].totalCountIsCapped ?? false,
            })),
            ...saved.tabs,
          ]}
        />
        {saved.notice}
        <LeadFilterBar state={state} onChange={change} />
        {state.layout === 'board' ? (
          <LeadBoard filter={filter} orderBy={state.order} statuses={COLUMNS[state.view]} />
        ) : (
          <LeadList filter={filter} state={state} onChange={change} />
        )}
      </Stack>
    </>
  )
}
