/** The page of standards and what they measure in the API's contents: every resolver, every published type's projection, every field of Query. */
import { metricEntryProjection, metricEntryRoots } from './entries/metric-entry.projection.ts'
import { plainRoot } from '../reads/roots.ts'
import { MetricEntryResolver } from './entries/metric-entry.resolver.ts'
import { gradingSimulationProjection, simulationRoots } from './simulation/simulation.projection.ts'
import { SimulationResolver } from './simulation/simulation.resolver.ts'
import { GradingStandardResolver } from './standard/standard.resolver.ts'

export const STANDARD_RESOLVERS = [MetricEntryResolver, GradingStandardResolver, SimulationResolver] as const

export const STANDARD_PROJECTIONS = [metricEntryProjection, gradingSimulationProjection] as const

export const STANDARD_ROOTS = {
  ...metricEntryRoots,
  gradingPreview: plainRoot(),
  ...simulationRoots,
} as const
