import { useQuery } from '@apollo/client/react'
import { COST_CLASS_LABELS, COST_CLASSES, COST_EVENT_ACTION_LABELS, type CostClass } from '@steward/domain'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AddIcon, Button, FilterBar, FilterField, Panel, Select, Sheet, Stack, ViewTabs } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ClientSelect } from '../../clients/client-select.tsx'
import { optionsOf } from '../../clients/page/options.ts'
import { FinanceHeader } from '../finance-header.tsx'
import { CostEventList } from './cost-documents.ts'
import { CostLines } from './cost-lines.tsx'
import { RecordCostForm } from './record-cost-form.tsx'
import { RecordedCosts } from './recorded-costs.tsx'

const PAGE = 50

const texts = messages({
  subtitle: {
    zh: '为客户花的时间、材料和外包；记错的作废，不修改',
    en: 'Time, material and outside service for clients; a wrong one is voided, never edited',
  },
  views: { zh: '成本视图', en: 'Views of costs' },
  all: { zh: '全部成本', en: 'All costs' },
  recorded: { zh: '登记的成本', en: 'Recorded' },
  filters: { zh: '筛选成本', en: 'Filter costs' },
  client: { zh: '客户', en: 'Client' },
  costClass: { zh: '类别', en: 'Class' },
})

const CLIENT = /^cli_[0-9a-f]{32}$/

/** What clients cost. Whoever weighs clients sees all of it with sums, whoever records sees their own. */
export function CostsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const asked = params.get('client') ?? ''
  const client = CLIENT.test(asked) ? asked : undefined
  const costClass = COST_CLASSES.find((value) => value === params.get('class'))
  const view = !may('value:read') || params.get('view') === 'recorded' ? 'recorded' : 'all'
  const [recording, setRecording] = useState(params.has('record') && may('costEvent:record'))
  const [made, setMade] = useState(0)
  const change = (changed: { client?: string | undefined; class?: CostClass | undefined }) => {
    const next = { client, class: costClass, ...changed }
    setParams({
      ...(view === 'recorded' && may('value:read') ? { view } : {}),
      ...(next.client ? { client: next.client } : {}),
      ...(next.class ? { class: next.class } : {}),
    })
  }
  return (
    <Stack gap={4}>
      <FinanceHeader
        current="costs"
        subtitle={say('subtitle')}
        actions={
          may('costEvent:record') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setRecording(true)}>
              {sayWord(COST_EVENT_ACTION_LABELS.record)}
            </Button>
          )
        }
      />
      {may('value:read') && (
        <ViewTabs
          label={say('views')}
          current={view}
          views={[
            { key: 'all', label: say('all'), to: path('finance/costs') },
            { key: 'recorded', label: say('recorded'), to: path('finance/costs?view=recorded') },
          ]}
        />
      )}
      <FilterBar
        label={say('filters')}
        active={[client, costClass].filter(Boolean).length}
        onClear={() => change({ client: undefined, class: undefined })}
      >
        <FilterField label={say('client')}>
          <ClientSelect aria-label={say('client')} value={client} onChange={(id) => change({ client: id })} />
        </FilterField>
        <FilterField label={say('costClass')}>
          <Select
            aria-label={say('costClass')}
            placeholder={say('costClass')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(COST_CLASSES, COST_CLASS_LABELS, sayWord)}
            value={costClass ?? null}
            onChange={(value: CostClass | null) => change({ class: value ?? undefined })}
          />
        </FilterField>
      </FilterBar>
      {view === 'all' ? (
        <CostLines key={made} client={client} costClass={costClass} />
      ) : (
        <Recorded key={made} client={client} costClass={costClass} />
      )}
      <Sheet
        open={recording}
        title={sayWord(COST_EVENT_ACTION_LABELS.record)}
        onClose={() => setRecording(false)}
      >
        {recording && (
          <RecordCostForm
            onReload={() => Promise.resolve(setMade(made + 1))}
            onClose={() => setRecording(false)}
          />
        )}
      </Sheet>
    </Stack>
  )
}

function Recorded({
  client,
  costClass,
}: {
  readonly client: string | undefined
  readonly costClass: CostClass | undefined
}) {
  const { data, error, loading, refetch, fetchMore } = useQuery(CostEventList, {
    variables: {
      first: PAGE,
      filter: { ...(client ? { client } : {}), ...(costClass ? { costClass: [costClass] } : {}) },
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const page = data?.costEvents.pageInfo
  return (
    <Panel flush>
      <RecordedCosts
        costs={data?.costEvents.edges.map(({ node }) => node)}
        onReload={() => refetch()}
        more={
          page?.hasNextPage
            ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
            : undefined
        }
      />
    </Panel>
  )
}
