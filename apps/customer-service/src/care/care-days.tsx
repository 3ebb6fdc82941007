import { useQuery } from '@apollo/client/react'
import type { CareStatus } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import { FailureState, messages, useLiveTypes, useMessages, useToday } from '@steward/portal'
import { Button, Cards, Day, EmptyState, Loading, Stack } from '@steward/ui'
import { CareCard } from './care-card.tsx'
import { CareLine, CareList } from './care-documents.ts'

const texts = messages({
  today: { zh: '今天', en: 'Today' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
  none: { zh: '这几天没有要关怀的客户', en: 'Nobody is to be cared for in these days' },
  more: { zh: '更多', en: 'More' },
})

const PAGE = 50
export const SHOWN = ['PLANNED', 'DONE', 'SKIPPED'] as const satisfies readonly CareStatus[]

/** So many days on or back. */
export const dayLater = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)

interface CareDaysProps {
  readonly from?: string
  readonly before: string
  readonly mine: boolean
  readonly status?: readonly CareStatus[]
  readonly title?: string
  /** What is said where there is nothing; absent: nothing at all. */
  readonly empty?: boolean
  readonly onChanged?: () => Promise<unknown>
}

/** Occasions, day by day. */
export function CareDays({ from, before, mine, status = SHOWN, title, empty, onChanged }: CareDaysProps) {
  const say = useMessages(texts)
  const today = useToday()
  const { data, error, loading, refetch, fetchMore } = useQuery(CareList, {
    variables: {
      filter: { status: [...status], before, ...(from ? { from } : {}), ...(mine ? { mine } : {}) },
      first: PAGE,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['CareOccasion'], () => void refetch())
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const items = data.careOccasions.edges.map(({ node }) => readFragment(CareLine, node))
  const { hasNextPage, endCursor } = data.careOccasions.pageInfo
  if (items.length === 0) return empty ? <EmptyState title={say('none')} /> : null
  const reload = () => Promise.all([refetch(), onChanged?.()])
  const days = [...new Set(items.map(({ dueOn }) => dueOn))]
  const near = (on: string) =>
    on === today ? `${say('today')} · ` : on === dayLater(today, 1) ? `${say('tomorrow')} · ` : ''
  return (
    <Stack gap={3}>
      {title && <h2 className="st-group-title">{title}</h2>}
      {days.map((on) => (
        <section key={on}>
          <h3 className="st-group-title">
            {near(on)}
            <Day on={on} />
          </h3>
          <Cards label={on} min={420}>
            {items
              .filter(({ dueOn }) => dueOn === on)
              .map((item) => (
                <CareCard key={item.id} item={item} onReload={reload} />
              ))}
          </Cards>
        </section>
      ))}
      {hasNextPage && (
        <Button loading={loading} onClick={() => void fetchMore({ variables: { after: endCursor } })}>
          {say('more')}
        </Button>
      )}
    </Stack>
  )
}
