/** Last week, this one and the next of every department whose people take turns, planned by who leads them. */
import { daysOfWeek, localDate, SHIFTS, weeksLater } from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { UserError } from '../graphql/user-error.ts'
import * as shifts from '../shifts/shift.service.ts'
import type { Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

const TIME_ZONE = 'Asia/Shanghai'
const WEEKS = [-1, 0, 1]

/** Night, late, early, night: nobody goes on into the next shift. */
const backwards = (index: number, day: number): number => (index + 2 * day) % SHIFTS.length

/** Everybody has a shift a day, in turn. */
export const planRosters = async (stage: Stage, by: (member: Member) => VerbContext): Promise<void> => {
  const { world, now } = stage
  const [planner] = holding(world, 'CS_MANAGER')
  if (!planner) return
  const context = by(planner)
  for (const people of byDepartment([...holding(world, 'SERVICE_AGENT'), ...holding(world, 'TECHNICIAN')])) {
    const departmentId = people[0]!.actor.departmentId!
    const today = localDate(now, TIME_ZONE)
    for (const [n, on] of WEEKS.flatMap((weeks) => daysOfWeek(weeksLater(today, weeks))).entries())
      for (const [at, shift] of SHIFTS.entries()) {
        const turn = people.filter((_, index) => backwards(index, n) === at)
        if (turn.length === 0) continue
        const staffIds = turn.map(({ id }) => id)
        const input = { departmentId, on, shift, staffIds, expectedStaffIds: [] }
        const done = await shifts.assign(context, input)
        if (done instanceof UserError) throw new Error(`a shift was refused: ${done.message}`)
      }
  }
}

const byDepartment = (people: readonly Member[]): readonly (readonly Member[])[] => {
  const groups = new Map<string, Member[]>()
  for (const one of new Set(people)) {
    const { departmentId } = one.actor
    if (departmentId) groups.set(departmentId, [...(groups.get(departmentId) ?? []), one])
  }
  return [...groups.values()]
}
