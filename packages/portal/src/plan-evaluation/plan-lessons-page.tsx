import { useQuery } from '@apollo/client/react'
import {
  PLAN_KIND_LABELS,
  PLAN_KINDS,
  PLAN_LESSON_KIND_LABELS,
  PLAN_LESSON_KINDS,
  type PlanKind,
  type PlanLessonKind,
} from '@steward/domain'
import {
  AppLink,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Input,
  Instant,
  PageHeader,
  Panel,
  Select,
  StatusTag,
  useSettled,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { PlanLessons } from './evaluation-documents.ts'

const texts = messages({
  title: { zh: '经验教训', en: 'Lessons' },
  subtitle: { zh: '来自已归档的维护方案', en: 'Of maintenance plans that were completed' },
  back: { zh: '维护方案', en: 'Maintenance plans' },
  filters: { zh: '筛选经验教训', en: 'Filter lessons' },
  search: { zh: '内容', en: 'Words' },
  kind: { zh: '类别', en: 'Kind' },
  planKind: { zh: '方案类别', en: 'Kind of plan' },
  words: { zh: '内容', en: 'Lesson' },
  plan: { zh: '来自方案', en: 'From plan' },
  keptAt: { zh: '归档时间', en: 'Kept' },
  none: { zh: '没有经验教训', en: 'No lessons' },
  noneHint: { zh: '方案归档时，总结中的经验教训留在这里。', en: 'They are kept when a plan is completed.' },
})

const PAGE = 50

/** What was learnt of plans that the viewer may read. */
export function PlanLessonsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('search') ?? '')
  const search = useSettled(typed.trim())
  const kind = PLAN_LESSON_KINDS.find((it) => it === params.get('kind'))
  const planKind = PLAN_KINDS.find((it) => it === params.get('planKind'))
  const change = (name: string, value: string | undefined) =>
    setParams((now) => {
      if (value) now.set(name, value)
      else now.delete(name)
      return now
    })
  const { data, error, loading, refetch, fetchMore } = useQuery(PlanLessons, {
    variables: {
      filter: { ...(kind ? { kind } : {}), ...(planKind ? { planKind } : {}), ...(search ? { search } : {}) },
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.planLessons.pageInfo
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('plans'), label: say('back') }}
      />
      <FilterBar
        label={say('filters')}
        active={[kind, planKind, search || undefined].filter(Boolean).length}
        onClear={() => {
          setTyped('')
          setParams({})
        }}
      >
        <FilterField label={say('search')}>
          <Input
            allowClear
            aria-label={say('search')}
            placeholder={say('search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </FilterField>
        <FilterField label={say('kind')}>
          <Select
            allowClear
            aria-label={say('kind')}
            placeholder={say('kind')}
            popupMatchSelectWidth={false}
            value={kind ?? null}
            options={PLAN_LESSON_KINDS.map((value) => ({
              value,
              label: sayWord(PLAN_LESSON_KIND_LABELS[value]),
            }))}
            onChange={(value: PlanLessonKind | null | undefined) => change('kind', value ?? undefined)}
          />
        </FilterField>
        <FilterField label={say('planKind')}>
          <Select
            allowClear
            aria-label={say('planKind')}
            placeholder={say('planKind')}
            popupMatchSelectWidth={false}
            value={planKind ?? null}
            options={PLAN_KINDS.map((value) => ({ value, label: sayWord(PLAN_KIND_LABELS[value]) }))}
            onChange={(value: PlanKind | null | undefined) => change('planKind', value ?? undefined)}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('title')}
            columns={[
              { key: 'words', title: say('words'), render: ({ words }) => words },
              {
                key: 'kind',
                title: say('kind'),
                width: '140px',
                card: 'tag',
                render: (it) => (
                  <StatusTag tone={it.kind === 'PITFALL' ? 'warn' : 'info'}>
                    {sayWord(PLAN_LESSON_KIND_LABELS[it.kind])}
                  </StatusTag>
                ),
              },
              {
                key: 'plan',
                title: say('plan'),
                render: ({ plan }) =>
                  plan && (
                    <>
                      <AppLink to={path(`plans/${plan.id}`)}>{plan.number}</AppLink>{' '}
                      <span className="st-quiet">{plan.title}</span>
                    </>
                  ),
              },
              {
                key: 'keptAt',
                title: say('keptAt'),
                width: '160px',
                minor: true,
                render: ({ keptAt }) => <Instant at={keptAt} />,
              },
            ]}
            rows={data?.planLessons.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
            more={
              page?.hasNextPage
                ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
                : undefined
            }
          />
        </Panel>
      )}
    </>
  )
}
