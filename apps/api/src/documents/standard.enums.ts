import {
  METRIC_LABELS,
  METRICS,
  MISSING_RULES,
  MISSING_RULE_LABELS,
  SCALE_WAYS,
  SCALE_WAY_LABELS,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'

export const MetricEnum = publishEnum(
  'GradingMetric',
  METRICS,
  'What a client can be measured by.',
  METRIC_LABELS,
)
export const ScaleWayEnum = publishEnum(
  'GradingScaleWay',
  SCALE_WAYS,
  'How a raw value becomes a score: by bands, or on a line from corner to corner.',
  SCALE_WAY_LABELS,
)
export const MissingRuleEnum = publishEnum(
  'GradingMissingRule',
  MISSING_RULES,
  'What holds where a raw value is missing.',
  MISSING_RULE_LABELS,
)
