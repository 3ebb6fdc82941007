import { useQuery } from '@apollo/client/react'
import {
  PLAN_ACTION_LABELS,
  PLAN_KIND_LABELS,
  PLAN_KINDS,
  PLAN_STATUS_LABELS,
  PLAN_STATUSES,
  type PlanKind,
  type PlanStatus,
} from '@steward/domain'
import type { MaintenancePlanOrder } from '@steward/graphql-client'
import {
  AddIcon,
  AppLink,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  Input,
  PageHeader,
  Panel,
  Select,
  Stack,
  useIsPhone,
  useSettled,
  useUi,
  ViewTabs,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { LiveMark } from '../live/live-mark.tsx'
import { useLiveTypes } from '../live/use-live.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { MaintenancePlans, PlanCounts } from './plan-documents.ts'
import { usePlanColumns } from './plan-columns.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '维护方案', en: 'Maintenance plans' },
  subtitle: {
    zh: '目标、措施、日程与预算：起草、审核、批准由不同的人签',
    en: 'Objective, measures, schedule and budget: drafted, reviewed and approved by different people',
  },
  views: { zh: '视图', en: 'Views' },
  awaits: { zh: '待我签核', en: 'Awaiting my signature' },
  mine: { zh: '我的', en: 'Mine' },
  underway: { zh: '在起草或审批', en: 'Being written or signed' },
  active: { zh: '实施中', en: 'Active' },
  all: { zh: '全部', en: 'All' },
  filters: { zh: '筛选方案', en: 'Filter plans' },
  search: { zh: '名称或编号', en: 'Title or number' },
  status: { zh: '状态', en: 'Status' },
  kind: { zh: '类别', en: 'Kind' },
  owner: { zh: '责任人', en: 'Owner' },
  order: { zh: '排序', en: 'Order' },
  RECENTLY_CHANGED: { zh: '最近更新', en: 'Changed last' },
  ENDING_SOON: { zh: '最先到期', en: 'Ending first' },
  lessons: { zh: '经验教训', en: 'Lessons' },
  none: { zh: '没有方案', en: 'No plans' },
  noneHint: { zh: '换一个视图或筛选，或起草一份。', en: 'Choose another view or filter, or draft one.' },
})

const VIEWS = ['awaits', 'mine', 'underway', 'active', 'all'] as const
type View = (typeof VIEWS)[number]
const FILTERS = {
  awaits: { awaitsMe: true },
  mine: { mine: true },
  underway: { underway: true },
  active: {},
  all: {},
} as const
const ORDERS: readonly MaintenancePlanOrder[] = ['RECENTLY_CHANGED', 'ENDING_SOON']

const oneOf = <Value extends string>(values: readonly Value[], said: string | null): Value | undefined =>
  values.find((value) => value === said)

/** Plans that somebody may read: what waits for them first. */
export function PlansPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('search') ?? '')
  const search = useSettled(typed.trim())
  const view = oneOf(VIEWS, params.get('view')) ?? 'all'
  const status = oneOf(PLAN_STATUSES, params.get('status'))
  const kind = oneOf(PLAN_KINDS, params.get('kind'))
  const owner = params.get('owner') ?? undefined
  const orderBy = oneOf(ORDERS, params.get('order')) ?? 'RECENTLY_CHANGED'
  const change = (name: string, value: string | undefined) =>
    setParams((now) => {
      if (value) now.set(name, value)
      else now.delete(name)
      return now
    })
  const { data, error, loading, refetch, fetchMore } = useQuery(MaintenancePlans, {
    variables: {
      filter: {
        ...FILTERS[view],
        ...(view === 'active' ? { status: ['ACTIVE' as const] } : status ? { status: [status] } : {}),
        ...(kind ? { kind } : {}),
        ...(owner ? { owner } : {}),
        ...(search ? { search } : {}),
      },
      orderBy,
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const { data: counts, refetch: recount } = useQuery(PlanCounts, { fetchPolicy: 'cache-and-network' })
  useLiveTypes(['MaintenancePlan', 'PlanRevision'], () => Promise.all([refetch(), recount()]))
  const columns = usePlanColumns()
  const page = data?.maintenancePlans.pageInfo
  const rows = data?.maintenancePlans.edges.map(({ node }) => node)
  const table = (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`plans/${id}`)}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  const viewTo = (to: View) => path(to === 'all' ? 'plans' : `plans?view=${to}`)
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <Inline gap={3}>
            <LiveMark />
            {may('planLesson:read') && <AppLink to={path('plan-lessons')}>{say('lessons')}</AppLink>}
            {may('plan:draft') && (
              <Button
                type="primary"
                icon={<AddIcon aria-hidden />}
                onClick={() => routing.go(path('plans/new'))}
              >
                {sayWord(PLAN_ACTION_LABELS.draft)}
              </Button>
            )}
          </Inline>
        }
      />
      <Stack gap={3}>
        <ViewTabs
          label={say('views')}
          current={view}
          views={VIEWS.map((key) => ({
            key,
            label: say(key),
            to: viewTo(key),
            count: counts?.[key].totalCount,
            capped: counts?.[key].totalCountIsCapped ?? false,
          }))}
        />
        <FilterBar
          label={say('filters')}
          active={[status, kind, owner, search || undefined].filter(Boolean).length}
          onClear={() => {
            setTyped('')
            setParams(view === 'all' ? {} : { view })
          }}
        >
          {may('plan:readWords') && (
            <FilterField label={say('search')}>
              <Input
                allowClear
                aria-label={say('search')}
                placeholder={say('search')}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </FilterField>
          )}
          {view !== 'active' && (
            <FilterField label={say('status')}>
              <Select
                allowClear
                aria-label={say('status')}
                placeholder={say('status')}
                popupMatchSelectWidth={false}
                value={status ?? null}
                options={PLAN_STATUSES.map((value) => ({ value, label: sayWord(PLAN_STATUS_LABELS[value]) }))}
                onChange={(value: PlanStatus | null | undefined) => change('status', value ?? undefined)}
              />
            </FilterField>
          )}
          <FilterField label={say('kind')}>
            <Select
              allowClear
              aria-label={say('kind')}
              placeholder={say('kind')}
              popupMatchSelectWidth={false}
              value={kind ?? null}
              options={PLAN_KINDS.map((value) => ({ value, label: sayWord(PLAN_KIND_LABELS[value]) }))}
              onChange={(value: PlanKind | null | undefined) => change('kind', value ?? undefined)}
            />
          </FilterField>
          <FilterField label={say('owner')}>
            <PersonSelect
              aria-label={say('owner')}
              placeholder={say('owner')}
              value={owner}
              onChange={(value) => change('owner', value)}
            />
          </FilterField>
          <FilterField label={say('order')}>
            <Select
              aria-label={say('order')}
              popupMatchSelectWidth={false}
              value={orderBy}
              options={ORDERS.map((value) => ({ value, label: say(value) }))}
              onChange={(value: MaintenancePlanOrder) => change('order', value)}
            />
          </FilterField>
        </FilterBar>
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
    </>
  )
}
