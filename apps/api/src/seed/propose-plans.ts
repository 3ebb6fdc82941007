/** Four templates of plans, and what the published directory proposes by two of them; one client is to have no plan. */
import type { PlanMeans, PlanTemplateContent } from '@steward/domain'
import { withTenant } from '../database/with-tenant.ts'
import { GradingCycleEntity } from '../grading/cycles/grading-cycle.entity.ts'
import { PlanProposal } from '../maintenance-plans/proposals/plan-proposal.entity.ts'
import * as proposals from '../maintenance-plans/proposals/plan-proposal.service.ts'
import { proposePlans } from '../maintenance-plans/proposals/propose-plans.service.ts'
import * as templates from '../maintenance-plans/templates/plan-template.service.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding } from './organizations/world.ts'

type Rule = PlanTemplateContent['measures'][number]['recurrence']
const every = (
  frequency: Rule['frequency'],
  interval: number,
  startAfterDays: number,
  more: Partial<Rule> = {},
) => ({
  frequency,
  interval,
  startAfterDays,
  ...more,
})

interface Line {
  readonly means: PlanMeans
  readonly title: string
  readonly recurrence: ReturnType<typeof every>
  readonly gap?: string
  readonly instruction?: string
  readonly effect?: string
  readonly estimatedMinutes?: number
  readonly estimatedMinor?: number
  readonly budgetLine?: string
  readonly needsEvidence?: boolean
}
const measures = (...lines: readonly Line[]) =>
  lines.map((line, at) => ({
    key: `m${at + 1}`,
    dueAfterDays: 7,
    estimatedMinutes: 60,
    estimatedMinor: 0,
    needsEvidence: false,
    ...line,
  }))

const GRADE_A = {
  title: 'A 级客户年度维护方案',
  durationDays: 365,
  summary: '一客一策：季度上门、节日问候、生日关怀，年内至少一次面谈听取意见。',
  objectives: [
    { key: 'o1', measure: 'SATISFACTION', target: 9_500, note: '满意回访占比' },
    { key: 'o2', measure: 'COMPLAINTS', target: 1 },
  ],
  measures: measures(
    {
      means: 'VISIT',
      title: '季度上门拜访',
      recurrence: every('MONTHLY', 3, 14),
      gap: '日常只在报修时联系',
      instruction: '由项目经理与客户关系专员同行，带上季度服务小结',
      effect: '每季至少一次面对面沟通',
      estimatedMinutes: 90,
      estimatedMinor: 10_000,
      budgetLine: 'b1',
    },
    {
      means: 'BIRTHDAY_CARE',
      title: '生日关怀',
      recurrence: every('MONTHLY', 1, 0),
      instruction: '核对当月生日客户，按其同意的方式问候',
      estimatedMinor: 5_000,
      budgetLine: 'b2',
    },
    {
      means: 'SERVICE_CONFERENCE',
      title: '年度客户座谈会',
      recurrence: every('ONCE', 1, 300),
      effect: '收集下一年度需求',
      estimatedMinutes: 180,
    },
  ),
  budget: [
    { key: 'b1', kind: 'GIFT', title: '拜访伴手礼', amountMinor: 50_000 },
    { key: 'b2', kind: 'GIFT', title: '生日礼', amountMinor: 60_000 },
  ],
}

/** Those of grades A and B are in the segment of a plan that is on its way: what is proposed is for the next grade. */
const GRADE_C = {
  title: 'C 级客户关系提升方案',
  durationDays: 365,
  summary: '半年一次走访，季度电话回访，节日问候。',
  objectives: [{ key: 'o1', measure: 'SATISFACTION', target: 9_000 }],
  measures: measures(
    { means: 'CALL', title: '季度电话回访', recurrence: every('MONTHLY', 3, 20), estimatedMinutes: 20 },
    {
      means: 'VISIT',
      title: '半年走访',
      recurrence: every('MONTHLY', 6, 45),
      effect: '了解居住与使用变化',
      estimatedMinor: 5_000,
      budgetLine: 'b1',
    },
  ),
  budget: [{ key: 'b1', kind: 'GIFT', title: '走访礼品', amountMinor: 10_000 }],
}

const LIFTS = {
  title: '电梯年度维保计划',
  durationDays: 365,
  summary: '半月维保由维保单位承担，本计划安排监督、自检与年检配合。',
  objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_900 }],
  measures: measures(
    {
      means: 'INSPECTION',
      title: '维保质量抽查',
      recurrence: every('MONTHLY', 1, 9),
      instruction: '对照维保记录抽查两项并拍照',
      needsEvidence: true,
    },
    {
      means: 'UPKEEP',
      title: '机房与井道清洁',
      recurrence: every('MONTHLY', 3, 30),
      needsEvidence: true,
      estimatedMinor: 30_000,
      budgetLine: 'b1',
    },
    {
      means: 'INSPECTION',
      title: '配合年度定期检验',
      recurrence: every('ONCE', 1, 320),
      needsEvidence: true,
    },
  ),
  budget: [{ key: 'b1', kind: 'SERVICE', title: '清洁外包', amountMinor: 150_000 }],
}

const FIRE = {
  title: '消防设施年度维保计划',
  durationDays: 365,
  objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_950 }],
  measures: measures(
    {
      means: 'INSPECTION',
      title: '每周巡检消防控制室',
      recurrence: every('WEEKLY', 1, 0, { weekdays: ['MONDAY'] }),
      estimatedMinutes: 30,
    },
    {
      means: 'UPKEEP',
      title: '季度联动测试',
      recurrence: every('MONTHLY', 3, 25),
      needsEvidence: true,
      estimatedMinutes: 240,
    },
  ),
  budget: [],
}

const REASON = '客户已提交退租通知，下季度搬离，不再制定年度方案。'

export const playProposals = async (stage: Stage): Promise<void> => {
  const { dataSource, world, now } = stage
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const [supervisor] = holding(world, 'CR_SUPERVISOR')
  const [office] = holding(world, 'GM_OFFICE')
  if (!supervisor || !office) return
  const ofGrade = (grade: string, content: object) =>
    templates.add(by(stage, supervisor, at(60)), { kind: 'RELATIONSHIP', grade, content })
  const ofClass = (equipmentClass: string, content: object) =>
    templates.add(by(stage, office, at(58)), { kind: 'FACILITY', equipmentClass, content })
  agreed(await ofGrade('A', GRADE_A), 'add')
  agreed(await ofGrade('C', GRADE_C), 'add')
  agreed(await ofClass('LIFT', LIFTS), 'add')
  agreed(await ofClass('FIRE_PROTECTION', FIRE), 'add')
  const of = { orgId: world.orgId }
  const cycle = await withTenant(dataSource, world.orgId, (manager) =>
    manager.findOne(GradingCycleEntity, {
      where: { ...of, status: 'PUBLISHED' },
      order: { publishedAt: 'DESC' },
    }),
  )
  if (!cycle) return
  await proposePlans(dataSource, { ...of, cycleId: cycle.id, at: cycle.publishedAt ?? now })
  const [one] = await withTenant(dataSource, world.orgId, (manager) =>
    manager.find(PlanProposal, { where: { ...of, grade: 'C' }, order: { clientId: 'ASC' }, take: 1 }),
  )
  if (!one) return
  const step = { proposalId: one.id, expectedVersion: one.version, reason: REASON }
  agreed(await proposals.dismiss(by(stage, supervisor, at(1)), step as never), 'dismiss')
}
