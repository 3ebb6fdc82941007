/** Two plans whose time is over: one completed with what it taught, one whose summary is being written. */
import { withTenant } from '../database/with-tenant.ts'
import * as summaries from '../maintenance-plans/evaluation/plan-summary.service.ts'
import type { PlanSummary } from '../maintenance-plans/evaluation/plan-summary.entity.ts'
import { complete, evaluate } from '../maintenance-plans/plans/plan-course.service.ts'
import { MaintenancePlan } from '../maintenance-plans/plans/plan.entity.ts'
import * as plans from '../maintenance-plans/plans/plan.service.ts'
import { decomposePlan } from '../maintenance-plans/tasks/decompose.service.ts'
import { PlanDecomposition, PlanTask } from '../maintenance-plans/tasks/plan-task.entity.ts'
import * as tasks from '../maintenance-plans/tasks/plan-task.service.ts'
import { DAY, HOUR, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

/** Clients with a manager for whom no other plan was ever drafted, companies first. */
const CLIENTS = `
select c.id, c.name from client c
 where c.org_id = $1 and c.archived_at is null and c.merged_into_id is null and c.key_account_manager_id is not null
   and not exists (select from maintenance_plan p where p.org_id = c.org_id and p.client_id = c.id)
 order by (c.kind <> 'COMPANY'), c.code limit 2`

interface Cast {
  readonly supervisor: Member
  readonly specialist: Member
  readonly manager: Member
  readonly director: Member
}

const carePlan = (title: string, { supervisor, specialist }: Cast, from: string, to: string) => ({
  title,
  ownerId: supervisor.actor.staffId,
  startsOn: from,
  endsOn: to,
  summary: '客户对接人更换，沟通中断；半年内以走访重新建立联系。',
  objectives: [
    { key: 'o1', measure: 'SATISFACTION', target: 9_000, baseline: 7_800, note: null },
    { key: 'o2', measure: 'COMPLAINTS', target: 3, baseline: 5, note: null },
  ],
  measures: [
    {
      key: 'm1',
      means: 'VISIT',
      title: '隔月走访',
      gap: '新对接人不认识我方人员',
      instruction: '带上近两月报修与投诉的处理结果。',
      effect: '问题当面说清',
      assigneeId: specialist.actor.staffId,
      recurrence: { frequency: 'MONTHLY', interval: 2, from, weekdays: [], monthDay: 12, shift: 'NEXT' },
      dueAfterDays: 10,
      dependsOn: null,
      estimatedMinutes: 90,
      estimatedMinor: 20_000,
      budgetLine: 'b1',
      needsEvidence: false,
    },
  ],
  budget: [{ key: 'b1', kind: 'TRAVEL', title: '走访交通与茶歇', amountMinor: 80_000 }],
})

const LEARNT = {
  worked: '走访前先把未结工单理清，见面时逐条答复，客户新对接人主动提出续约意向。',
  wanting: '第二次走访因客户年中盘点推迟了两周。',
  improvement: '走访提前一周与对接人约定时间，避开月末与盘点。',
  recommendation: 'RENEW',
  lessons: [
    { kind: 'GOOD_PRACTICE', words: '走访前先看未结工单，带着处理结果上门。' },
    { kind: 'PITFALL', words: '月末和年中盘点期间不要安排走访。' },
  ],
}
const BEING_WRITTEN = {
  worked: '三次走访都按期完成，地下车库照明当场报修当天修好。',
  wanting: '客户希望夜间巡逻增加一次，还没有答复。',
  recommendation: 'CHANGE',
  lessons: [{ kind: 'GOOD_PRACTICE', words: '现场发现的问题当场报修，比事后书面答复有效。' }],
}

const FEEDBACK = ['希望夜间巡逻增加一次。', '对维修及时性表示满意。', null] as const

export const playPlanEndings = async (stage: Stage): Promise<void> => {
  const { dataSource, now, world } = stage
  const { orgId } = world
  const first = (role: Parameters<typeof holding>[1]): Member => holding(world, role)[0]!
  const cast: Cast = {
    supervisor: first('CR_SUPERVISOR'),
    specialist: first('CR_SPECIALIST'),
    manager: first('CS_MANAGER'),
    director: first('CS_DIRECTOR'),
  }
  const { supervisor, specialist, manager } = cast
  const at = (ago: number, hours = 0) => new Date(now.getTime() - ago * DAY + hours * HOUR)
  const [one, other] = await withTenant(dataSource, orgId, (it) =>
    it.query<{ id: string; name: string }[]>(CLIENTS, [orgId]),
  )
  if (!one || !other) return
  const step = ({ id: planId, version: expectedVersion }: MaintenancePlan) => ({ planId, expectedVersion })
  const written = async (plan: MaintenancePlan, ago: number, content: object) =>
    agreed(await summaries.draft(by(stage, specialist, at(ago)), { planId: plan.id, content }), 'draft')
  const named = ({ id: summaryId, version: expectedVersion }: PlanSummary) => ({ summaryId, expectedVersion })

  const over = await carriedOut(stage, cast, one, 180, 25)
  const evaluated = agreed(await evaluate(by(stage, supervisor, at(23)), step(over)), 'evaluate')
  const draft = await written(evaluated, 22, LEARNT)
  const sent = agreed(await summaries.submit(by(stage, specialist, at(21)), named(draft)), 'submit')
  const seen = agreed(
    await summaries.review(by(stage, supervisor, at(20)), { ...named(sent), note: '属实，费用与记录相符。' }),
    'review',
  )
  agreed(await summaries.approve(by(stage, manager, at(18)), named(seen)), 'approve')
  // Its approval is written on the plan.
  const ready = { planId: over.id, expectedVersion: evaluated.version + 1 }
  agreed(await complete(by(stage, manager, at(18, 1)), ready), 'complete')

  const lately = await carriedOut(stage, cast, other, 150, 4)
  const weighed = agreed(await evaluate(by(stage, supervisor, at(3)), step(lately)), 'evaluate')
  await written(weighed, 2, BEING_WRITTEN)
}

/** What else a verb is told is looked at by the verb itself. */
const stated = <T extends object>(input: T): T => input

/** Drafted, signed by three, and its visits paid. */
const carriedOut = async (
  stage: Stage,
  cast: Cast,
  client: { readonly id: string; readonly name: string },
  begins: number,
  ends: number,
): Promise<MaintenancePlan> => {
  const { dataSource, now, world } = stage
  const { orgId } = world
  const { supervisor, specialist, manager, director } = cast
  const ago = (days: number, hours = 0) => new Date(now.getTime() - days * DAY + hours * HOUR)
  const content = carePlan(`${client.name}半年走访方案`, cast, localDay(ago(begins)), localDay(ago(ends)))
  const step = ({ id: planId, version: expectedVersion }: MaintenancePlan) => ({ planId, expectedVersion })
  const drafted = agreed(
    await plans.draft(by(stage, supervisor, ago(begins + 6)), {
      kind: 'RELATIONSHIP',
      clientId: client.id,
      content,
    }),
    'draft',
  )
  const sent = agreed(await plans.submit(by(stage, supervisor, ago(begins + 5)), step(drafted)), 'submit')
  const seen = agreed(await plans.review(by(stage, manager, ago(begins + 4)), step(sent)), 'review')
  const active = agreed(await plans.approve(by(stage, director, ago(begins + 3)), step(seen)), 'approve')
  const running = await withTenant(dataSource, orgId, (it) =>
    it.findBy(PlanDecomposition, { orgId, planId: active.id, status: 'RUNNING' }),
  )
  for (const { id } of running) await decomposePlan({ dataSource, clock: () => now }, { orgId, id })
  const visits = await withTenant(dataSource, orgId, (it) =>
    it.find(PlanTask, { where: { orgId, planId: active.id }, order: { scheduledOn: 'ASC' } }),
  )
  for (const [nth, visit] of visits.entries()) {
    const on = new Date(Date.parse(`${visit.scheduledOn}T02:00:00Z`))
    const { id: taskId, version } = visit
    const begun = agreed(
      await tasks.start(by(stage, specialist, on), stated({ taskId, expectedVersion: version })),
      'start',
    )
    const report = {
      result: '与主管一同走访，逐条答复了未结工单。',
      feedback: FEEDBACK[nth % FEEDBACK.length],
      actualMinutes: 80,
      actualMinor: 18_000,
    }
    const done = agreed(
      await tasks.complete(
        by(stage, specialist, new Date(on.getTime() + 2 * HOUR)),
        stated({ taskId, expectedVersion: begun.version, ...report }),
      ),
      'complete',
    )
    agreed(
      await tasks.confirm(
        by(stage, supervisor, new Date(on.getTime() + 5 * HOUR)),
        stated({ taskId, expectedVersion: done.version }),
      ),
      'confirm',
    )
  }
  return withTenant(dataSource, orgId, (it) => it.findOneByOrFail(MaintenancePlan, { orgId, id: active.id }))
}
