/** Values that somebody states 录入指标: a score with evidence and date. A wrong one is voided with a reason, never edited. */
import { z } from 'zod'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Permission } from '../access/policy.ts'
import { expectedVersion, id, localDay, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import { FULL_SCORE } from './scale.ts'
import { METRIC_RULES } from './metrics.ts'
import type { GradingStandard } from './standard.ts'

export const METRIC_ENTRY_ACTIONS = ['record', 'void'] as const
export type MetricEntryAction = (typeof METRIC_ENTRY_ACTIONS)[number]

export const METRIC_ENTRY_ACTION_LABELS: Readonly<Record<MetricEntryAction, Text>> = {
  record: text('录入评分', 'Enter a score'),
  void: text('作废', 'Void'),
}
export const METRIC_ENTRY_EVENT_LABELS: Readonly<Record<MetricEntryAction, Text>> = {
  record: text('录入了评分', 'entered the score'),
  void: text('作废了评分', 'voided the score'),
}

export interface MetricEntry {
  readonly id: string
  readonly clientId: string
  /** `POTENTIAL`, or the key of a criterion that is entered. */
  readonly metricKey: string
  /** As the criterion was called when it was entered. */
  readonly name: string
  /** Ten-thousandths: 10,000 are 100 points. */
  readonly score: number
  readonly evidence: string
  /** From which day on it holds. */
  readonly enteredOn: string
  readonly recordedById: string
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly version: number
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const entry = rule('internal', 'metricEntry:read')
/** Free text: it may name people. */
const said = rule('personal', 'metricEntry:read')

export const METRIC_ENTRY_FIELDS: Readonly<Record<keyof MetricEntry, FieldRule>> = {
  id: entry,
  clientId: entry,
  metricKey: entry,
  name: entry,
  score: entry,
  enteredOn: entry,
  recordedById: entry,
  recordedAt: entry,
  voidedAt: entry,
  version: entry,
  evidence: said,
  voidReason: said,
}

export const METRIC_ENTRY_INPUTS = {
  record: z.object({
    clientId: id(),
    metricKey: z.string().regex(/^(POTENTIAL|[a-z][a-z0-9-]{0,39})$/),
    score: z.int().min(0).max(FULL_SCORE),
    evidence: words(500),
    enteredOn: localDay(),
  }),
  void: z.object({ expectedVersion: expectedVersion(), reason: words(500) }),
} as const satisfies Record<MetricEntryAction, z.ZodType>

export const POTENTIAL_KEY = 'POTENTIAL'

export interface Enterable {
  readonly metricKey: string
  readonly name: string
}

/** What can be entered by standards: the potential, and each criterion that is entered, once. The first standard names it. */
export const enterableBy = (
  standards: readonly Pick<GradingStandard, 'criteria'>[],
  sayLabel: (words: Text) => string,
): readonly Enterable[] => {
  const criteria = standards.flatMap((standard) => standard.criteria)
  const found: Enterable[] = [{ metricKey: POTENTIAL_KEY, name: sayLabel(METRIC_RULES.POTENTIAL.label) }]
  for (const { key, name, metric } of criteria)
    if (metric === 'ENTERED' && !found.some(({ metricKey }) => metricKey === key))
      found.push({ metricKey: key, name })
  return found
}
