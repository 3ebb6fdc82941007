/** Every table of standards and what they measure. */
import { MetricEntry } from './entries/metric-entry.entity.ts'

export const STANDARD_ENTITIES = [MetricEntry] as const
