/** Maintenance plans: one in force with an amendment in review, one drafted anew after it was returned, one awaiting its approval, one of facilities. */
import type { Role } from '@steward/domain'
import { withTenant } from '../database/with-tenant.ts'
import { EquipmentEntity } from '../equipment/equipment.entity.ts'
import { comment } from '../maintenance-plans/plans/plan-comment.service.ts'
import { amend } from '../maintenance-plans/plans/plan-course.service.ts'
import type { MaintenancePlan } from '../maintenance-plans/plans/plan.entity.ts'
import * as plans from '../maintenance-plans/plans/plan.service.ts'
import { DAY, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

/** Clients with a manager, companies first. */
const CLIENTS = `
select c.id, c.name from client c where c.org_id = $1 and c.archived_at is null and c.key_account_manager_id is not null
 order by (c.kind <> 'COMPANY'), c.code limit 2`

interface Written {
  readonly title: string
  readonly owner: Member
  readonly from: string
  readonly to: string
}

const monthly = (from: string, interval: number, more: object) => ({
  frequency: 'MONTHLY',
  interval,
  from,
  weekdays: [],
  missingDay: 'LAST_DAY',
  shift: 'NEXT',
  ...more,
})

const relationship = ({ title, owner, from, to }: Written, gifts: number) => ({
  title,
  ownerId: owner.actor.staffId,
  startsOn: from,
  endsOn: to,
  summary: '上一评估周期满意度偏低，回访不及时；以定期走访和节日关怀恢复信任，投诉一件一清。',
  objectives: [
    { key: 'o1', measure: 'SATISFACTION', target: 9_500, baseline: 8_200, note: '以回访满意占比计' },
    { key: 'o2', measure: 'COMPLAINTS', target: 2, baseline: 6, note: null },
    { key: 'o3', measure: 'GRADE', target: 1, baseline: 2, note: null },
  ],
  measures: [
    {
      key: 'm1',
      means: 'VISIT',
      title: '季度走访',
      gap: '一年内仅走访一次，管理层换人后没有接上',
      instruction: '由专职客户经理与主管同去，带上季度服务报告，当场记录诉求并约定答复日期。',
      effect: '诉求当面说清，投诉减少',
      assigneeId: owner.actor.staffId,
      recurrence: monthly(from, 3, { weekdays: ['MONDAY'], nth: 1 }),
      dueAfterDays: 10,
      dependsOn: null,
      estimatedMinutes: 120,
      estimatedMinor: 30_000,
      budgetLine: 'b2',
      needsEvidence: true,
    },
    {
      key: 'm2',
      means: 'CALL',
      title: '月度电话回访',
      gap: '报修完成后无人回访',
      instruction: null,
      effect: '不满意的当月补救',
      assigneeId: null,
      recurrence: monthly(from, 1, { monthDay: 15 }),
      dueAfterDays: 5,
      dependsOn: null,
      estimatedMinutes: 20,
      estimatedMinor: 0,
      budgetLine: null,
      needsEvidence: false,
    },
    {
      key: 'm3',
      means: 'GIFT',
      title: '节日定制礼品',
      gap: null,
      instruction: '按大客户礼品标准选用，附主管手写卡片。',
      effect: '续约意愿提升',
      assigneeId: null,
      recurrence: monthly(from, 6, { monthDay: -1 }),
      dueAfterDays: 7,
      dependsOn: 'm1',
      estimatedMinutes: 40,
      estimatedMinor: 80_000,
      budgetLine: 'b1',
      needsEvidence: false,
    },
  ],
  budget: [
    { key: 'b1', kind: 'GIFT', title: '节日礼品', amountMinor: gifts },
    { key: 'b2', kind: 'TRAVEL', title: '走访交通与茶歇', amountMinor: 160_000 },
  ],
})

const upkeep = ({ title, owner, from, to }: Written, technician: Member | undefined, today: string) => ({
  title,
  ownerId: owner.actor.staffId,
  startsOn: from,
  endsOn: to,
  summary: '先查后养；法定检验由外包单位陪检。',
  objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_950, baseline: 9_800, note: null }],
  measures: [
    {
      key: 'm1',
      means: 'INSPECTION',
      title: '电梯半月检查',
      gap: '去年困人 3 起',
      instruction: '检查轿门、急停、五方对讲，结果当场登记。',
      effect: '困人为零',
      assigneeId: null,
      recurrence: {
        frequency: 'WEEKLY',
        interval: 2,
        from,
        weekdays: ['TUESDAY'],
        missingDay: 'LAST_DAY',
        shift: 'NEXT',
      },
      dueAfterDays: 2,
      dependsOn: null,
      estimatedMinutes: 90,
      estimatedMinor: 0,
      budgetLine: null,
      needsEvidence: true,
    },
    {
      key: 'm2',
      means: 'UPKEEP',
      title: '曳引机季度保养',
      gap: null,
      instruction: null,
      effect: '异响与抖动提前处理',
      assigneeId: null,
      recurrence: monthly(from, 3, { monthDay: 20 }),
      dueAfterDays: 5,
      dependsOn: null,
      estimatedMinutes: 180,
      estimatedMinor: 60_000,
      budgetLine: 'b1',
      needsEvidence: true,
    },
    {
      key: 'm3',
      means: 'INSPECTION',
      title: '五方对讲专项检查',
      gap: '业主反映轿厢内呼叫无人应答',
      instruction: '逐台呼叫监控室、机房、轿顶、底坑，记录接通时间。',
      effect: '被困时一分钟内有人应答',
      assigneeId: technician?.actor.staffId ?? null,
      recurrence: { frequency: 'ONCE', from: today, weekdays: [], shift: 'NONE' },
      dueAfterDays: 0,
      dependsOn: null,
      estimatedMinutes: 60,
      estimatedMinor: 0,
      budgetLine: null,
      needsEvidence: true,
    },
  ],
  budget: [{ key: 'b1', kind: 'SERVICE', title: '外包保养', amountMinor: 600_000 }],
})

export const playPlans = async (stage: Stage): Promise<void> => {
  const { world, now } = stage
  const { orgId } = world
  const first = (role: Role): Member => holding(world, role)[0]!
  const [supervisor, manager, director] = [first('CR_SUPERVISOR'), first('CS_MANAGER'), first('CS_DIRECTOR')]
  const site = holding(world, 'SITE_MANAGER').find(({ actor }) => actor.projectIds.length > 0)
  const at = (ago: number, hours = 0) => new Date(now.getTime() - ago * DAY + hours * 3_600_000)
  const day = (ahead: number) => at(-ahead).toISOString().slice(0, 10)
  const clients = await withTenant(stage.dataSource, orgId, (it) =>
    it.query<{ id: string; name: string }[]>(CLIENTS, [orgId]),
  )
  const [one, other] = clients
  if (!one || !other || !site) return
  const step = ({ id: planId, version: expectedVersion }: MaintenancePlan) => ({ planId, expectedVersion })
  const draft = async (ago: number, writer: Member, input: object) =>
    agreed(await plans.draft(by(stage, writer, at(ago)), input), 'draft')
  const submit = async (ago: number, writer: Member, plan: MaintenancePlan) =>
    agreed(await plans.submit(by(stage, writer, at(ago, 1)), step(plan)), 'submit')
  const review = async (ago: number, plan: MaintenancePlan) =>
    agreed(await plans.review(by(stage, manager, at(ago, 2)), { ...step(plan), note: '可行' }), 'review')
  const approve = async (ago: number, plan: MaintenancePlan) =>
    agreed(await plans.approve(by(stage, director, at(ago, 3)), step(plan)), 'approve')
  const toClient = (clientId: string, content: object) => ({ kind: 'RELATIONSHIP', clientId, content })

  const care = { title: `${one.name}关系维护`, owner: supervisor, from: day(-40), to: day(325) }
  const written = await draft(50, supervisor, toClient(one.id, relationship(care, 320_000)))
  const active = await approve(47, await review(48, await submit(49, supervisor, written)))
  const amended = agreed(
    await amend(by(stage, supervisor, at(6)), {
      ...step(active),
      reason: '客户新增一层办公区，走访改为双月',
    }),
    'amend',
  )
  const wider = relationship(care, 480_000)
  const changed = agreed(
    await plans.change(by(stage, supervisor, at(5)), { ...step(amended), content: wider }),
    'change',
  )
  const waiting = await submit(4, supervisor, changed)
  const remark = { revisionId: waiting.openRevisionId!, anchor: 'budget.b1.amountMinor' }
  const asked = await comment(by(stage, manager, at(3)), {
    ...remark,
    words: '礼品预算增加一半，请说明依据。',
  })
  const { id: answersId } = agreed(asked, 'comment')
  agreed(
    await comment(by(stage, supervisor, at(2)), {
      ...remark,
      answersId,
      words: '新增办公区约 60 人，按人均标准测算。',
    }),
    'answer',
  )

  const regain = { title: `${other.name}挽回方案`, owner: supervisor, from: day(20), to: day(200) }
  const begun = await draft(12, supervisor, toClient(other.id, relationship(regain, 900_000)))
  const sent = await submit(11, supervisor, begun)
  agreed(
    await comment(by(stage, manager, at(10)), {
      revisionId: sent.openRevisionId!,
      anchor: 'measures.m2.assigneeId',
      words: '请指定执行人，不要等到分解时再定。',
    }),
    'comment',
  )
  agreed(
    await plans.returned(by(stage, manager, at(10, 1)), {
      ...step(sent),
      reason: '礼品费用过高，回访没有落实到人，见批注。',
    }),
    'return',
  )

  const segment = { title: 'A、B 级客户年度关怀', owner: supervisor, from: day(25), to: day(389) }
  const segmentDraft = await draft(9, supervisor, {
    kind: 'RELATIONSHIP',
    segmentGrades: ['A', 'B'],
    content: relationship(segment, 2_400_000),
  })
  await review(7, await submit(8, supervisor, segmentDraft))

  const place = site.actor.projectIds[0]!
  const lifts = await withTenant(stage.dataSource, orgId, (it) =>
    it.findBy(EquipmentEntity, { orgId, projectId: place, class: 'LIFT', state: 'IN_SERVICE' }),
  )
  const upkept = { title: '电梯年度维保', owner: site, from: day(-30), to: day(334) }
  const facility = await draft(42, site, {
    kind: 'FACILITY',
    projectId: place,
    equipmentIds: lifts.map(({ id }) => id),
    content: upkeep(upkept, holding(world, 'TECHNICIAN')[0], localDay(now)),
  })
  await approve(39, await review(40, await submit(41, site, facility)))
}
