/** What generated rows of maintenance plans must keep to. */
import type { PlanContent, PlanFigures, PlanSummaryWords, PlanTemplateContent } from '@steward/domain'
import type { FillOptions } from './fill-tables.ts'

const NOBODY = '01000000-0000-7000-8000-000000000007'
const LINE = {
  key: 'm1',
  means: 'VISIT',
  title: `it's "走访"`,
  gap: null,
  instruction: `a \\ b\nc`,
  effect: '满意',
  assigneeId: NOBODY,
  recurrence: {
    frequency: 'MONTHLY',
    interval: 3,
    from: '2026-01-01',
    until: null,
    weekdays: ['MONDAY'],
    monthDay: null,
    nth: 1,
    missingDay: 'LAST_DAY',
    shift: 'NEXT',
  },
  dueAfterDays: 7,
  dependsOn: null,
  estimatedMinutes: 60,
  estimatedMinor: 900_000_000_000,
  budgetLine: 'b1',
  needsEvidence: true,
} as const satisfies PlanContent['measures'][number]

const CONTENTS: readonly PlanContent[] = [
  {
    title: `it's "quoted"`,
    ownerId: NOBODY,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    summary: null,
    objectives: [
      { key: 'o1', measure: 'SATISFACTION', target: 9_500, baseline: null, note: null },
      { key: 'o2', measure: 'REVENUE', target: 900_000_000_000, baseline: 0, note: `<b>&amp;'` },
    ],
    measures: [
      LINE,
      {
        ...LINE,
        key: 'm2',
        assigneeId: null,
        dependsOn: 'm1',
        needsEvidence: false,
        recurrence: {
          ...LINE.recurrence,
          frequency: 'WEEKLY',
          weekdays: ['MONDAY', 'FRIDAY'],
          nth: null,
          monthDay: null,
          until: '2026-06-30',
        },
      },
    ],
    budget: [{ key: 'b1', kind: 'GIFT', title: '礼品', amountMinor: 900_000_000_000 }],
  },
  {
    title: '设施',
    ownerId: NOBODY,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    summary: 'x',
    objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_900, baseline: 9_000, note: null }],
    measures: [{ ...LINE, recurrence: { ...LINE.recurrence, monthDay: -1, nth: null, weekdays: [] } }],
    budget: [],
  },
]

const TEMPLATE: PlanTemplateContent = {
  title: `it's "模板"`,
  durationDays: 365,
  summary: null,
  objectives: [{ key: 'o1', measure: 'REVENUE', target: 900_000_000_000, note: `<b>&amp;'` }],
  measures: [
    {
      key: 'm1',
      means: 'VISIT',
      title: '走访',
      gap: null,
      instruction: `a \\ b\nc`,
      effect: '满意',
      recurrence: {
        frequency: 'WEEKLY',
        interval: 2,
        startAfterDays: 3,
        untilAfterDays: null,
        weekdays: ['MONDAY', 'FRIDAY'],
        monthDay: null,
        nth: null,
        missingDay: 'SKIP',
        shift: 'NEXT',
      },
      dueAfterDays: 7,
      dependsOn: null,
      estimatedMinutes: 60,
      estimatedMinor: 900_000_000_000,
      budgetLine: 'b1',
      needsEvidence: true,
    },
  ],
  budget: [{ key: 'b1', kind: 'GIFT', title: '礼品', amountMinor: 900_000_000_000 }],
}
const TEMPLATES = [TEMPLATE, { ...TEMPLATE, summary: 'x', budget: [] }]

const SUMMARY: PlanSummaryWords = {
  worked: `it's "走访"`,
  wanting: `a \\ b\nc`,
  improvement: null,
  recommendation: 'RENEW',
  lessons: [{ kind: 'PITFALL', words: `<b>&amp;'` }],
}
const FIGURES: PlanFigures = {
  from: '2026-01-01',
  until: '2026-12-31',
  beforeFrom: '2025-01-01',
  clients: 1,
  machines: 0,
  tasksDue: 4,
  tasksDone: 4,
  tasksLate: 1,
  tasksCancelled: 0,
  feedbackCount: 1,
  budgetMinor: 100_000,
  spentMinor: 80_000,
  costPerTaskMinor: 20_000,
  outagesBefore: null,
  outages: null,
  machineCostBeforeMinor: null,
  machineCostMinor: null,
  objectives: [],
  budget: [{ key: 'b1', title: '礼品', approvedMinor: 100_000, spentMinor: 80_000 }],
}

export const PLAN_VALUES: FillOptions['values'] = {
  'plan_summary.content': [SUMMARY, { ...SUMMARY, improvement: 'x', lessons: [] }],
  'plan_summary.figures': [FIGURES],
  'plan_template.content': TEMPLATES,
  'plan_template_edition.content': TEMPLATES,
  'plan_revision.content': CONTENTS,
}
