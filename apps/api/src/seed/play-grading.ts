/** A grading that was published half a year ago, and one that is scored now: an override waits for the manager. */
import type { Role } from '@steward/domain'
import { withTenant } from '../database/with-tenant.ts'
import * as cycles from '../grading/cycles/grading-cycle.service.ts'
import { GradingCycleEntity } from '../grading/cycles/grading-cycle.entity.ts'
import { sayDue } from '../grading/cycles/grading-due.service.ts'
import { EvaluationEntity } from '../grading/evaluations/evaluation.entity.ts'
import * as changes from '../grading/evaluations/grade-change.service.ts'
import { scoreAll } from '../grading/evaluations/scoring.service.ts'
import { DAY, HOUR, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding } from './organizations/world.ts'

/** The standard is in force since 75 days. */
const FIRST_AGO = 62
const SECOND_AGO = 1

export const playGrading = async (stage: Stage): Promise<void> => {
  await published(stage, await scored(stage, FIRST_AGO))
  const present = await scored(stage, SECOND_AGO)
  await overridden(stage, present)
  await due(stage)
}

const as = (stage: Stage, role: Role, daysAgo: number, hours = 0) =>
  by(stage, holding(stage.world, role)[0]!, new Date(stage.now.getTime() - daysAgo * DAY + hours * HOUR))
const step = ({ id, version }: GradingCycleEntity) => ({ gradingCycleId: id, expectedVersion: version })

/** Opened and scored; the worker's part is done here at the time of the story. */
const scored = async (stage: Stage, daysAgo: number): Promise<GradingCycleEntity> => {
  const { dataSource, world, now } = stage
  const { orgId } = world
  const asOfOn = localDay(new Date(now.getTime() - daysAgo * DAY))
  const [year, month] = asOfOn.split('-').map(Number)
  const name = `${year} 年 ${month} 月客户评级`
  const opened = agreed(await cycles.open(as(stage, 'CR_SUPERVISOR', daysAgo), { name, asOfOn }), 'open')
  const begun = agreed(await cycles.score(as(stage, 'CR_SUPERVISOR', daysAgo), step(opened)), 'score')
  const clock = () => new Date(now.getTime() - daysAgo * DAY + HOUR)
  await scoreAll({ dataSource, clock }, { orgId, id: begun.id }, true)
  return withTenant(dataSource, orgId, (manager) =>
    manager.findOneByOrFail(GradingCycleEntity, { orgId, id: begun.id }),
  )
}

const published = async (stage: Stage, cycle: GradingCycleEntity): Promise<void> => {
  const note = '抽查 20 户，数值与台账一致'
  const prepared = agreed(
    await cycles.prepare(as(stage, 'CR_SPECIALIST', FIRST_AGO - 1), step(cycle)),
    'prepare',
  )
  const reviewed = agreed(
    await cycles.review(as(stage, 'QUALITY', FIRST_AGO - 2), { ...step(prepared), note } as never),
    'review',
  )
  const approved = agreed(
    await cycles.approve(as(stage, 'CS_MANAGER', FIRST_AGO - 3), step(reviewed)),
    'approve',
  )
  agreed(await cycles.publish(as(stage, 'CR_SUPERVISOR', FIRST_AGO - 3, 2), step(approved)), 'publish')
}

/** One who is just below a grade, and has always been with us: the supervisor would see them higher. */
const overridden = async (stage: Stage, cycle: GradingCycleEntity): Promise<void> => {
  const { dataSource, world } = stage
  const [better, grade] = cycle.standard!.grades
  const evaluation = await withTenant(dataSource, world.orgId, (manager) =>
    manager.findOne(EvaluationEntity, {
      where: { orgId: world.orgId, cycleId: cycle.id, finalGrade: grade!.grade },
      order: { total: 'DESC', id: 'ASC' },
    }),
  )
  if (!evaluation) return
  const asked = {
    evaluationId: evaluation.id,
    toGrade: better!.grade,
    reason: '业委会副主任，长期协助调解邻里纠纷，本年度介绍两户装修改造，系统未计入',
    evidence: '业委会会议纪要；街道办调解记录 3 份',
  }
  agreed(await changes.override(as(stage, 'CR_SUPERVISOR', 0, -5), asked), 'override')
}

/** Happened since the last directory: the gravest open complaints. */
const SEVERE = `
select distinct on (c.client_id) c.id, c.client_id as "clientId", c.registered_at as at from complaint c
  join client k on k.org_id = c.org_id and k.id = c.client_id and k.archived_at is null
 where c.org_id = $1 and c.kind = 'COMPLAINT' and c.severity = 4 and c.registered_at > $2
 order by c.client_id, c.registered_at desc limit 4`

const due = async ({ dataSource, world: { orgId }, now }: Stage): Promise<void> => {
  const since = new Date(now.getTime() - 30 * DAY)
  await withTenant(dataSource, orgId, async (manager) => {
    const cases = await manager.query<{ id: string; clientId: string; at: Date }[]>(SEVERE, [orgId, since])
    for (const { id, clientId, at } of cases)
      await sayDue(manager, { orgId, cause: 'SEVERE_COMPLAINT', clientId, recordId: id, at })
  })
}
