import { useQuery } from '@apollo/client/react'
import type { ComplaintFilter } from '@steward/graphql-client'
import { ViewCountsQuery } from './view-documents.ts'

/** Further views have no number: the question stays small, whatever somebody keeps. */
const ALIASES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

export interface ViewCount {
  readonly count: number
  readonly capped: boolean
}

/** The number of cases behind each filter, in order, as far as numbers are shown. */
export function useViewCounts(filters: readonly ComplaintFilter[]): readonly (ViewCount | undefined)[] {
  const [first, second, third, fourth, fifth, sixth] = filters
  const { data, previousData } = useQuery(ViewCountsQuery, {
    skip: filters.length === 0,
    variables: {
      first: first ?? null,
      second: second ?? null,
      third: third ?? null,
      fourth: fourth ?? null,
      fifth: fifth ?? null,
      sixth: sixth ?? null,
      withSecond: filters.length > 1,
      withThird: filters.length > 2,
      withFourth: filters.length > 3,
      withFifth: filters.length > 4,
      withSixth: filters.length > 5,
    },
    fetchPolicy: 'cache-and-network',
  })
  // Numbers of other filters would be wrong ones; of the same view a moment ago they are better than none.
  const known = data ?? (filters.length > 0 ? previousData : undefined)
  return filters.map((_, at) => {
    const alias = ALIASES[at]
    const found = alias && known?.[alias]
    return found ? { count: found.totalCount, capped: found.totalCountIsCapped } : undefined
  })
}
