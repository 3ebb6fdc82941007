/** The page of standards and what they measure in the API's contents: every resolver, every published type's projection, every field of Query. */
import { metricEntryProjection, metricEntryRoots } from './entries/metric-entry.projection.ts'
import { MetricEntryResolver } from './entries/metric-entry.resolver.ts'

export const STANDARD_RESOLVERS = [MetricEntryResolver] as const

export const STANDARD_PROJECTIONS = [metricEntryProjection] as const

export const STANDARD_ROOTS = { ...metricEntryRoots } as const
