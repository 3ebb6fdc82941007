import { useQuery } from '@apollo/client/react'
import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  VALUE_METRIC_DEFINITIONS,
  VALUE_ORDERS,
  VALUE_QUADRANT_LABELS,
  VALUE_QUADRANT_NAMES,
  VALUE_QUADRANTS,
  type ValueMetric,
  type ValueOrder,
} from '@steward/domain'
import type { ClientValueListQuery, ClientValueListQueryVariables } from '@steward/graphql-client'
import { Amount, FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Panel,
  Select,
  Stack,
  StatusTag,
} from '@steward/ui'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { optionsOf } from '../../clients/page/options.ts'
import { ProjectSelect } from '../project-select.tsx'
import { ClientValueList } from './value-documents.ts'
import { QUADRANT_TONES } from './value-words.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '客户', en: 'Clients' },
  list: { zh: '客户按价值', en: 'Clients by value' },
  filters: { zh: '筛选客户', en: 'Filter clients' },
  order: { zh: '排序', en: 'Order' },
  LIFETIME_VALUE: { zh: '终身价值最高', en: 'Largest lifetime value' },
  PROFIT: { zh: '利润最高', en: 'Largest profit' },
  LOSS: { zh: '亏损最多', en: 'Largest loss' },
  REVENUE: { zh: '收入最高', en: 'Largest revenue' },
  COST_TO_SERVE: { zh: '服务成本最高', en: 'Largest cost to serve' },
  kind: { zh: '类别', en: 'Kind' },
  relation: { zh: '关系', en: 'Relation' },
  project: { zh: '项目', en: 'Project' },
  quadrant: { zh: '象限', en: 'Quadrant' },
  none: { zh: '没有这样的客户', en: 'No such clients' },
  noneHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

const ID = /^[a-z]{3}_[0-9a-f]{32}$/

type Filter = NonNullable<ClientValueListQueryVariables['filter']>
type Row = ClientValueListQuery['clientValues']['rows'][number]

const readFilter = (params: URLSearchParams): Filter => {
  const [project, tag, year] = [
    params.get('project') ?? '',
    params.get('tag') ?? '',
    params.get('year') ?? '',
  ]
  const kind = CLIENT_KINDS.find((it) => it === params.get('kind'))
  const relation = CLIENT_RELATIONS.find((it) => it === params.get('relation'))
  const quadrant = VALUE_QUADRANTS.find((it) => it === params.get('quadrant'))
  return {
    ...(ID.test(project) ? { project: [project] } : {}),
    ...(ID.test(tag) ? { tag } : {}),
    ...(/^\d{4}$/.test(year) ? { openedIn: Number(year) } : {}),
    ...(kind ? { kind } : {}),
    ...(relation ? { relation } : {}),
    ...(quadrant ? { quadrant } : {}),
  }
}

/** The clients behind every figure above: in one order, narrowed by the address. */
export function ClientValues() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const filter = readFilter(params)
  const order: ValueOrder = VALUE_ORDERS.find((it) => it === params.get('order')) ?? 'LIFETIME_VALUE'
  const list = useRef<HTMLDivElement>(null)
  const asked = params.toString()
  const inSight = useRef(asked)
  useEffect(() => {
    // A figure above leads here; whoever narrows the list by its own filters looks at it already.
    if (inSight.current === asked) return
    inSight.current = asked
    list.current?.scrollIntoView()
    list.current?.focus({ preventScroll: true })
  }, [asked])
  const change = (name: string, value: string | null | undefined) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    inSight.current = next.toString()
    setParams(next)
  }
  const { data, error, loading, refetch, fetchMore } = useQuery(ClientValueList, {
    variables: { first: PAGE, orderBy: order, filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const next = data?.clientValues.next
  const more = () =>
    void fetchMore({
      variables: { after: next },
      updateQuery: (before, { fetchMoreResult }) => ({
        clientValues: {
          ...fetchMoreResult.clientValues,
          rows: [...before.clientValues.rows, ...fetchMoreResult.clientValues.rows],
        },
      }),
    })
  const title = (metric: ValueMetric) => sayWord(VALUE_METRIC_DEFINITIONS[metric].label)
  const sum = (key: string, metric: ValueMetric, of: (row: Row) => number | null, minor = false) => ({
    key,
    title: title(metric),
    align: 'end' as const,
    minor,
    render: (row: Row) => <Amount minor={of(row)} />,
  })
  return (
    <div ref={list} tabIndex={-1} className="st-stack" style={{ gap: 12 }}>
      <FilterBar
        label={say('filters')}
        active={Object.keys(filter).length}
        onClear={() => {
          const rest = new URLSearchParams(order === 'LIFETIME_VALUE' ? {} : { order })
          inSight.current = rest.toString()
          setParams(rest)
        }}
      >
        <FilterField label={say('order')}>
          <Select
            aria-label={say('order')}
            popupMatchSelectWidth={false}
            options={VALUE_ORDERS.map((value) => ({ value, label: say(value) }))}
            value={order}
            onChange={(value: ValueOrder) => change('order', value)}
          />
        </FilterField>
        <FilterField label={say('quadrant')}>
          <Select
            aria-label={say('quadrant')}
            placeholder={say('quadrant')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(VALUE_QUADRANTS, VALUE_QUADRANT_LABELS, sayWord)}
            value={filter.quadrant ?? null}
            onChange={(value: string | null) => change('quadrant', value)}
          />
        </FilterField>
        <FilterField label={say('project')}>
          <ProjectSelect
            aria-label={say('project')}
            value={params.get('project') ?? undefined}
            onChange={(id) => change('project', id)}
          />
        </FilterField>
        <FilterField label={say('kind')}>
          <Select
            aria-label={say('kind')}
            placeholder={say('kind')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(CLIENT_KINDS, CLIENT_KIND_LABELS, sayWord)}
            value={filter.kind ?? null}
            onChange={(value: string | null) => change('kind', value)}
          />
        </FilterField>
        <FilterField label={say('relation')}>
          <Select
            aria-label={say('relation')}
            placeholder={say('relation')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(CLIENT_RELATIONS, CLIENT_RELATION_LABELS, sayWord)}
            value={filter.relation ?? null}
            onChange={(value: string | null) => change('relation', value)}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel title={say('title')} flush>
          <DataTable
            label={say('list')}
            rows={data?.clientValues.rows}
            rowKey={({ clientId }) => clientId}
            empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
            more={next ? { loading, onLoad: more } : undefined}
            columns={[
              {
                key: 'client',
                title: say('title'),
                card: 'lead',
                width: '260px',
                render: ({ clientId, name, projectName, kind }) => (
                  <Stack gap={0}>
                    <AppLink to={path(`clients/${clientId}`)}>{name}</AppLink>
                    <span className="st-quiet st-small">
                      {[projectName, sayWord(CLIENT_KIND_LABELS[kind])].filter(Boolean).join(' · ')}
                    </span>
                  </Stack>
                ),
              },
              {
                key: 'quadrant',
                title: say('quadrant'),
                card: 'tag',
                width: '136px',
                minor: true,
                render: ({ quadrant }) => (
                  <StatusTag tone={QUADRANT_TONES[quadrant]}>
                    {sayWord(VALUE_QUADRANT_NAMES[quadrant])}
                  </StatusTag>
                ),
              },
              sum('revenue', 'REVENUE', (row) => row.revenueMinor),
              sum('serve', 'COST_TO_SERVE', (row) => row.toServeMinor),
              sum('profit', 'PROFIT', (row) => row.profitMinor),
              sum('expected', 'EXPECTED', (row) => row.expectedMinor, true),
              sum('lifetime', 'LIFETIME_VALUE', (row) => row.lifetimeMinor),
            ]}
          />
        </Panel>
      )}
    </div>
  )
}
