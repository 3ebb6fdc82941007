/** Every table of standards and what they measure. */
import { MetricEntry } from './entries/metric-entry.entity.ts'
import { GradingSimulation, GradingSimulationBatch } from './simulation/simulation.entity.ts'

export const STANDARD_ENTITIES = [MetricEntry, GradingSimulation, GradingSimulationBatch] as const
