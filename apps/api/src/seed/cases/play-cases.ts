/** Plays planned cases through the services: each verb by its person, at its time, under the same rules as ever. */
import { limitFor, numberPeriod, type Role } from '@steward/domain'
import type { DataSource } from 'typeorm'
import { ComplaintTaskEntity } from '../../complaints/complaint-parts.entity.ts'
import type { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import * as complaints from '../../complaints/complaint.service.ts'
import * as tasks from '../../complaints/task.service.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { Chance } from '../chance.ts'
import { holding, somebody, type Member, type World } from '../organizations/world.ts'
import { giveLastWord, keepPromises, type Keeping } from './keep-promises.ts'
import { signAgreement } from './sign-agreement.ts'
import { agreed, by, type Stage } from './stage.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { CaseVerb, OrderVerb } from './step-draft.ts'

/** A few at once: there is one process and, at the smallest, two cores. */
const AT_ONCE = 6

/** Registers all cases, in the order of their time within each month, and then takes their steps. */
export const playCases = async (stage: Stage, cases: readonly PlannedCase[]): Promise<void> => {
  const registered = new Map<PlannedCase['id'], ComplaintEntity>()
  await atOnce(byMonth(cases), async (ofMonth) => {
    for (const { id, registrar, registeredAt, input } of ofMonth) {
      const complaint = await complaints.register(by(stage, registrar, registeredAt), input)
      registered.set(id, agreed(complaint, 'register'))
    }
  })
  const twinOf = ({ mergedInto }: PlannedCase) =>
    mergedInto === undefined ? {} : { intoId: registered.get(mergedInto)!.id }
  await atOnce(cases, (one) => play(stage, registered.get(one.id)!, one, twinOf(one), keeper(stage, one)))
}

/** Each month has numbers of its own: months can be registered side by side, and in order within. */
const byMonth = (cases: readonly PlannedCase[]): readonly (readonly PlannedCase[])[] => {
  const months = new Map<string, PlannedCase[]>()
  for (const one of cases) {
    const month = numberPeriod(one.registeredAt, 'Asia/Shanghai')
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months.values()]
}

const play = async (
  stage: Stage,
  complaint: ComplaintEntity,
  { steps, registeredAt }: PlannedCase,
  more: object,
  keeping: Keeper,
): Promise<void> => {
  let current = complaint
  let since = registeredAt
  let order: ComplaintTaskEntity | undefined
  for (const { verb, by: whom, names, at, input } of steps) {
    if ((verb === 'approve' || names === 'approver') && current.reviewsOwed > 0) {
      const reviewedAt = new Date((since.getTime() + at.getTime()) / 2)
      current = await keepPromises(keeping, current, since, reviewedAt, false)
      current = agreed(await review(stage, current, reviewedAt), 'review')
      since = reviewedAt
    }
    const person = whom === 'approver' ? approverOf(stage.world, current) : whom
    const context = by(stage, person, at)
    current = await keepPromises(keeping, current, since, at, false)
    if (verb === 'dispatch' && current.agreementOwed)
      current = await signAgreement(stage, current, { since, until: at })
    if (verb === 'close') current = await giveLastWord(keeping, current, since, at)
    since = at
    if (isOrderVerb(verb)) {
      order ??= await openOrder(stage.dataSource, current)
      const stated = { taskId: order.id, expectedVersion: order.version, ...input(at) }
      order = agreed(await tasks[verb](context, stated), verb)
      // What happens to an order is written on its case too.
      current = Object.assign(current, { version: current.version + 1 })
    } else {
      const named = names ? { approverId: approverOf(stage.world, current).id } : {}
      const stated = {
        complaintId: current.id,
        expectedVersion: current.version,
        ...input(at),
        ...named,
        ...more,
      }
      current = agreed(await complaints[verb](context, stated), verb)
      if (verb === 'dispatch') order = undefined
    }
  }
  await keepPromises(keeping, current, since, keeping.now, true)
}

/** Quality looks over what the signature policy wants looked over. */
const review = (stage: Stage, { id, version, proposerId }: ComplaintEntity, at: Date) => {
  const [reviewer] = holding(stage.world, 'QUALITY', (member) => member.id !== proposerId)
  if (!reviewer) throw new Error('nobody may review')
  const stated = { complaintId: id, expectedVersion: version, agrees: true, comment: '金额有依据，同意。' }
  return complaints.review(by(stage, reviewer, at), stated)
}

type Keeper = Keeping & { readonly now: Date }

/** Who speaks with the client of a case in between, told the same way on whatever day the story is told. */
const keeper = (stage: Stage, { input }: PlannedCase): Keeper => {
  const told = Object.values(input).filter((it) => typeof it === 'string')
  const chance = new Chance(
    [...told.join('')].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7),
  )
  const speaker = somebody(stage.world, 'CR_SPECIALIST', chance)
  const { dataSource, now } = stage
  return { dataSource, chance, now, agreed, context: (at) => by(stage, speaker, at) }
}

const isOrderVerb = (verb: CaseVerb | OrderVerb): verb is OrderVerb => verb in tasks

const APPROVERS: readonly Role[] = ['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER']

/** Who is said to have approved it; else the lowest whose limit covers the amount, and who did not propose it. */
const approverOf = (
  world: World,
  { authorityAmountMinor, cause, proposerId, approverId, approvalOwedUntil }: ComplaintEntity,
): Member => {
  const named = approvalOwedUntil && world.people.find(({ id }) => id === approverId)
  if (named) return named
  const able = ({ id, actor }: Member) =>
    id !== proposerId && limitFor(actor, cause) >= (authorityAmountMinor ?? 0)
  const [lowest] = APPROVERS.flatMap((role) => holding(world, role, able))
  if (!lowest) throw new Error(`nobody may approve ${authorityAmountMinor}`)
  return lowest
}

const openOrder = (dataSource: DataSource, { orgId, id: complaintId }: ComplaintEntity) =>
  withTenant(dataSource, orgId, (manager) =>
    manager.findOneOrFail(ComplaintTaskEntity, {
      where: { orgId, complaintId },
      order: { dispatchedAt: 'DESC' },
    }),
  )

/** Some at the same time, begun in their order; after a failure nothing more is begun. */
const atOnce = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async () => {
    while (next < all.length) await work(all[next++]!)
  }
  const workers = Array.from({ length: AT_ONCE }, async () => {
    try {
      await worker()
    } catch (error) {
      next = all.length
      throw error
    }
  })
  const [failed] = (await Promise.allSettled(workers)).filter(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
