/** What the plans in force have come to: tasks done with a photograph, accepted, returned, begun, late, nobody’s; and what they cost. */
import { localDate } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { keepContent } from '../attachments/keep-content.ts'
import { transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { UserError } from '../graphql/user-error.ts'
import { askOverrun, spend } from '../maintenance-plans/budget/budget.service.ts'
import { decomposePlan } from '../maintenance-plans/tasks/decompose.service.ts'
import { tellOfEvidence } from '../maintenance-plans/tasks/evidence.service.ts'
import { PlanDecomposition, PlanTask } from '../maintenance-plans/tasks/plan-task.entity.ts'
import * as tasks from '../maintenance-plans/tasks/plan-task.service.ts'
import type { FileStorage } from '../storage/file-storage.ts'
import { floorPlan } from './attachments/floor-plan.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { Chance } from './chance.ts'
import { holding, type Member } from './organizations/world.ts'

type TaskStage = Stage & { readonly storage: FileStorage }

const RESULTS: Readonly<
  Partial<Record<PlanTask['means'], readonly [result: string, feedback: string | null]>>
> = {
  VISIT: ['与主管一同走访，送上季度服务报告；地下车库照明两处不亮，已报修。', '希望夜间巡逻增加一次。'],
  CALL: ['电话回访，近期报修均已关单。', '对维修及时性表示满意。'],
  INSPECTION: ['轿门、急停、五方对讲正常；二号梯对讲音量偏低，已调。', null],
  UPKEEP: ['更换盘根，试车 15 分钟，压力稳定。', null],
}

export const playPlanTasks = async (stage: TaskStage): Promise<void> => {
  const { dataSource, now, world } = stage
  const { orgId } = world
  // History has no worker: what an approval begins is carried out here.
  const running = await withTenant(dataSource, orgId, (it) =>
    it.findBy(PlanDecomposition, { orgId, status: 'RUNNING' }),
  )
  for (const { id } of running) await decomposePlan({ dataSource, clock: () => now }, { orgId, id })
  const all = await withTenant(dataSource, orgId, (it) =>
    it.find(PlanTask, { where: { orgId, status: 'SCHEDULED' }, order: { scheduledOn: 'ASC', id: 'ASC' } }),
  )
  const [leader, technician] = [holding(world, 'CR_SUPERVISOR')[0]!, holding(world, 'TECHNICIAN')[0]]
  const today = localDate(now, 'Asia/Shanghai')
  const chance = new Chance(20_271)
  let come = 0
  for (const [nth, task] of all.entries()) {
    const doer = await handed(stage, task, nth, leader, technician)
    // What is of today is still to be done.
    if (!doer || task.scheduledOn >= today) continue
    await carriedOut(stage, task, { comesTo: COMES_TO[come % COMES_TO.length]!, doer, leader, chance })
    come += 1
  }
  await spent(stage, all, leader)
}

/** What else a verb is told is looked at by the verb itself. */
const stated = <T extends object>(input: T): T => input
const step = ({ id, version }: PlanTask) => ({ taskId: id, expectedVersion: version })
const fresh = ({ dataSource }: Stage, { orgId, id }: PlanTask) =>
  withTenant(dataSource, orgId, (it) => it.findOneByOrFail(PlanTask, { orgId, id }))
const morningOf = ({ scheduledOn }: PlanTask, hour: number) =>
  new Date(Date.parse(`${scheduledOn}T00:00:00Z`) + hour * 3_600_000)

/** Whose it is; of a facility every fourth stays nobody's yet. */
const handed = async (
  stage: TaskStage,
  task: PlanTask,
  nth: number,
  leader: Member,
  technician: Member | undefined,
): Promise<Member | undefined> => {
  const named = stage.world.people.find(({ actor }) => actor.staffId === task.assigneeId)
  if (named || task.planKind === 'RELATIONSHIP') return named
  if (!technician || nth % 4 === 3) return undefined
  const at = new Date(stage.now.getTime() - 20 * DAY)
  agreed(
    await tasks.assign(
      by(stage, leader, at),
      stated({ ...step(task), assigneeId: technician.actor.staffId }),
    ),
    'assign',
  )
  return technician
}

/** What becomes of those whose day has come, one after the other: so that each state is there. */
const COMES_TO = ['ACCEPTED', 'DONE', 'BEGUN', 'LEFT', 'RETURNED'] as const
type ComesTo = (typeof COMES_TO)[number]

const carriedOut = async (
  stage: TaskStage,
  task: PlanTask,
  { comesTo, doer, leader, chance }: { comesTo: ComesTo; doer: Member; leader: Member; chance: Chance },
): Promise<void> => {
  if (comesTo === 'LEFT') return
  const at = (hour: number) =>
    new Date(Math.min(morningOf(task, hour).getTime(), stage.now.getTime() - (10 - hour) * 60_000))
  const begun = agreed(await tasks.start(by(stage, doer, at(1)), step(await fresh(stage, task))), 'start')
  if (comesTo === 'BEGUN') return
  if (task.needsEvidence) await photographed(stage, begun, doer, at(2), chance)
  const [result, feedback] = RESULTS[task.means] ?? ['已按方案完成。', null]
  const report = {
    ...step(begun),
    result,
    ...(feedback ? { feedback } : {}),
    actualMinutes: task.estimatedMinutes + 10,
    actualMinor: task.budgetLine === null ? 0 : Math.max(0, task.estimatedMinor - 2_000),
  }
  const done = agreed(await tasks.complete(by(stage, doer, at(3)), report), 'complete')
  if (comesTo === 'DONE' || doer === leader) return
  if (comesTo === 'ACCEPTED') agreed(await tasks.confirm(by(stage, leader, at(6)), step(done)), 'confirm')
  else
    agreed(
      await tasks.returnTask(
        by(stage, leader, at(6)),
        stated({ ...step(done), reason: '请补充整改后的照片。' }),
      ),
      'return',
    )
}

const photographed = async (
  { storage, ...stage }: TaskStage,
  task: PlanTask,
  doer: Member,
  at: Date,
  chance: Chance,
): Promise<void> => {
  const place = { orgId: task.orgId, id: newId() }
  const kept = await keepContent(storage, place, 'PERSONAL', floorPlan(chance))
  const done = await transaction(by(stage, doer, at), 'planTask:addEvidence', (tx) =>
    tellOfEvidence(tx, task, kept, { name: '现场.png', format: 'PNG' }),
  )
  if (done instanceof UserError) throw new Error(done.message)
}

/** Beside the tasks: flowers; and a line that needs more. */
const spent = async (stage: TaskStage, all: readonly PlanTask[], leader: Member): Promise<void> => {
  const [task] = all.filter(({ planKind }) => planKind === 'RELATIONSHIP')
  if (!task) return
  const at = (ago: number) => new Date(stage.now.getTime() - ago * DAY)
  const line = { planId: task.planId, line: 'b2' }
  agreed(
    await spend(
      by(stage, leader, at(5)),
      stated({
        ...line,
        amountMinor: 18_800,
        spentOn: at(5).toISOString().slice(0, 10),
        purpose: '新办公区乔迁花篮',
      }),
    ),
    'spend',
  )
  agreed(
    await askOverrun(
      by(stage, leader, at(2)),
      stated({ ...line, amountMinor: 60_000, reason: '新增办公区后每次走访须两车前往，交通费用增加。' }),
    ),
    'askOverrun',
  )
}
