/** Every table of standards and what they measure. */
import { MetricEntry } from './entries/metric-entry.entity.ts'
import {
  GradingSimulation,
  GradingSimulationBatch,
  GradingSimulationCount,
  GradingSimulationMover,
} from './simulation/simulation.entity.ts'

export const STANDARD_ENTITIES = [
  MetricEntry,
  GradingSimulation,
  GradingSimulationBatch,
  GradingSimulationCount,
  GradingSimulationMover,
] as const
