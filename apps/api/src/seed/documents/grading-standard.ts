import { USUAL_GRADES, type Criterion, type GradingStandard, type Scale } from '@steward/domain'
import type { DocumentStory } from './story.ts'

const bands = (first: number, ...rest: readonly (readonly [from: number, score: number])[]): Scale => ({
  way: 'BANDS',
  bands: [{ from: null, score: first }, ...rest.map(([from, score]) => ({ from, score }))],
})
const line = (...corners: readonly (readonly [at: number, score: number])[]): Scale => ({
  way: 'LINE',
  corners: corners.map(([at, score]) => ({ at, score })),
})
const REWEIGH = { rule: 'REWEIGH' } as const

const CRITERIA: readonly Criterion[] = [
  {
    key: 'revenue',
    name: '年收入贡献',
    metric: 'REVENUE',
    weight: 2_000,
    scale: bands(2_000, [200_000, 4_000], [400_000, 6_000], [800_000, 8_000], [3_000_000, 10_000]),
    missing: { rule: 'NOT_GRADABLE' },
    target: 600_000,
  },
  {
    key: 'punctuality',
    name: '按时付款',
    metric: 'PUNCTUALITY',
    weight: 2_000,
    scale: line([3_000, 0], [7_000, 6_000], [9_800, 10_000]),
    missing: REWEIGH,
    target: 9_500,
  },
  {
    key: 'tenure',
    name: '合作年限',
    metric: 'TENURE',
    weight: 1_000,
    scale: line([0, 3_000], [365, 6_000], [1_825, 10_000]),
    missing: { rule: 'DEFAULT', score: 3_000 },
    target: null,
  },
  {
    key: 'breadth',
    name: '业务广度',
    metric: 'BREADTH',
    weight: 500,
    scale: bands(0, [1, 6_000], [2, 8_500], [3, 10_000]),
    missing: REWEIGH,
    target: 2,
  },
  {
    key: 'satisfaction',
    name: '回访满意度',
    metric: 'SATISFACTION',
    weight: 1_000,
    scale: line([0, 0], [10_000, 10_000]),
    missing: REWEIGH,
    target: 9_000,
  },
  {
    key: 'complaints',
    name: '投诉',
    metric: 'COMPLAINTS',
    weight: 1_000,
    scale: bands(10_000, [1, 8_500], [3, 6_000], [8, 2_000]),
    missing: REWEIGH,
    target: 0,
  },
  {
    key: 'referrals',
    name: '转介绍',
    metric: 'REFERRALS',
    weight: 500,
    scale: bands(5_000, [1, 8_500], [2, 10_000]),
    missing: REWEIGH,
    target: 1,
  },
  {
    key: 'cost',
    name: '服务成本',
    metric: 'COST_TO_SERVE',
    weight: 500,
    scale: line([0, 10_000], [50_000, 6_000], [300_000, 0]),
    missing: REWEIGH,
    target: 50_000,
  },
  {
    key: 'recency',
    name: '最近往来',
    metric: 'RECENCY',
    weight: 500,
    scale: line([30, 10_000], [90, 6_000], [270, 0]),
    missing: { rule: 'DEFAULT', score: 0 },
    target: 60,
  },
  {
    key: 'cooperation',
    name: '配合程度',
    metric: 'ENTERED',
    weight: 1_000,
    scale: line([0, 0], [10_000, 10_000]),
    missing: REWEIGH,
    target: 8_000,
  },
]

const IN_FORCE: GradingStandard = {
  criteria: CRITERIA,
  grades: USUAL_GRADES,
  earns: [
    { grade: 'A', what: '季度上门走访', timesAYear: 4, minutes: 60, costMinor: 0 },
    { grade: 'A', what: '节日慰问', timesAYear: 2, minutes: 30, costMinor: 20_000 },
    { grade: 'A', what: '入户水电检查', timesAYear: 1, minutes: 90, costMinor: 3_000 },
    { grade: 'B', what: '半年上门走访', timesAYear: 2, minutes: 45, costMinor: 0 },
    { grade: 'B', what: '节日慰问', timesAYear: 1, minutes: 30, costMinor: 10_000 },
    { grade: 'C', what: '年度电话回访', timesAYear: 1, minutes: 20, costMinor: 0 },
  ],
  leastWeight: 5_000,
}

const reweighed = (weights: Readonly<Record<string, number>>): readonly Criterion[] =>
  IN_FORCE.criteria.map((criterion) => ({
    ...criterion,
    weight: weights[criterion.key] ?? criterion.weight,
  }))

/** Whether paying in time should count for more than the sum that is paid. */
const PROPOSED: GradingStandard = {
  ...IN_FORCE,
  criteria: reweighed({ revenue: 1_200, punctuality: 2_500, complaints: 1_300 }),
  earns: [
    ...IN_FORCE.earns.filter(({ grade }) => grade !== 'C'),
    { grade: 'C', what: '半年电话回访', timesAYear: 2, minutes: 20, costMinor: 0 },
  ],
}

export const GRADING_STANDARD: DocumentStory = {
  kind: 'GRADING_STANDARD',
  title: '客户分级标准',
  departments: ['CRD', 'QMD', 'CRD'],
  reviewer: 'QUALITY',
  approver: 'CS_MANAGER',
  revisions: [
    { daysAgo: 75, by: 'CR_SUPERVISOR', content: { standard: IN_FORCE }, goes: 'SIGNED' },
    {
      daysAgo: 2,
      by: 'CR_SUPERVISOR',
      reason:
        '收入高而长期拖欠的客户不应排在前面：提高按时付款与投诉的权重，降低收入的权重；C 级回访由每年一次增至两次。',
      content: { standard: PROPOSED },
      goes: 'DRAFT',
    },
  ],
}
