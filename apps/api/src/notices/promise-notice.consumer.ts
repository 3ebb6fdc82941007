/** What the clock of a promise tells to staff: who answers for it, who is above them, and level by level up the chain. */
import { promiseNotice, text, type DueStep, type Role } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { readActor } from '../access/session.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { loadSubject, type Happening, type Subject } from './notice-subject.ts'
import { mayBeTold, tellStaff, type NoticePlace } from './tell-staff.ts'

const holdersOf = async (manager: EntityManager, orgId: string, role: Role): Promise<readonly string[]> =>
  (await manager.findBy(StaffRole, { orgId, role })).map(({ staffId }) => staffId)

/** Of these, whoever works here and may read the promise. */
const able = async (
  manager: EntityManager,
  orgId: string,
  ids: readonly string[],
  subject: Subject,
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const id of ids) {
    const actor = await readActor(manager, orgId, id)
    if (actor && mayBeTold(actor, subject)) found.push(id)
  }
  return found
}

const firstAble = async (
  manager: EntityManager,
  orgId: string,
  chain: readonly Role[],
  subject: Subject,
): Promise<readonly string[]> => {
  for (const role of chain) {
    const found = await able(manager, orgId, await holdersOf(manager, orgId, role), subject)
    if (found.length > 0) return found
  }
  return []
}

/** Who answers: the owner of the promise; where they have left, whoever has the case now. */
const answering = async (
  manager: EntityManager,
  orgId: string,
  subject: Subject,
): Promise<readonly string[]> => {
  const { promise, complaint } = subject
  for (const id of [promise?.ownerId, complaint?.assigneeId]) {
    const found = id ? await able(manager, orgId, [id], subject) : []
    if (found.length > 0) return found
  }
  return []
}

/** Tells of one step of a promise's clock. */
export const tellOfPromise = async (
  manager: EntityManager,
  place: NoticePlace,
  happening: Happening,
  step: DueStep,
): Promise<void> => {
  const subject = await loadSubject(manager, happening)
  // What was settled before anybody could be warned needs no warning.
  if (!subject?.promise || (step === 'WARN' && subject.promise.settledAt !== null)) return
  const { orgId } = happening
  const ownerRoles = await manager.findBy(StaffRole, { orgId, staffId: subject.promise.ownerId })
  const { kind, level, owner, chain, also } = promiseNotice(
    step,
    ownerRoles.map(({ role }) => role),
  )
  const named = [
    ...(owner ? await answering(manager, orgId, subject) : []),
    ...(await firstAble(manager, orgId, chain, subject)),
    ...(await Promise.all(also.map((role) => holdersOf(manager, orgId, role)))).flat(),
  ]
  const values = { level: text(String(level), String(level)) }
  await tellStaff(manager, place, happening, { kind, named, values }, subject)
}

const STEP_OF = {
  promiseDueSoon: () => 'WARN',
  promiseBroken: () => 'BREAK',
  promiseEscalated: (level: number | null) => `ESCALATE_${level}` as DueStep,
} as const satisfies Readonly<Record<string, (level: number | null) => DueStep>>

/** Made in the transaction that marks the outbox row; the row itself is written once a step: each is told exactly once. */
export const promiseNoticeConsumer: RowsConsumer = {
  name: 'promise-notices',
  effect: 'rows',
  kinds: ['promiseDueSoon', 'promiseBroken', 'promiseEscalated'],
  apply: async (manager, row, { config }) => {
    const step = STEP_OF[row.kind as keyof typeof STEP_OF](row.level)
    await tellOfPromise(manager, config, { ...row, subjectType: 'ComplaintPromise' }, step)
  },
}
