/** People: who works here, in which roles, where. Each verb locks the person's row; what changes rights renews their sessions. */
import {
  parseInput,
  STAFF_INPUTS,
  text,
  notEligible,
  type Role,
  type StaffInput,
  type StaffVerb,
} from '@steward/domain'
import { In } from 'typeorm'
import { v7 as newId } from 'uuid'
import { hashPassword } from '../access/password.ts'
import { keepAnAdministrator, renewSessions, revokeSessions } from '../access/rights.service.ts'
import { endCalendarFeed } from '../calendar-feeds/end-feed.service.ts'
import type { RequestContext } from '../context.ts'
import { Refused, orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { writePassword } from './credential.ts'
import { activeDepartment } from './department.service.ts'
import { Staff, StaffRole, StaffTerritory } from './organization.entity.ts'
import { withoutSecrets } from './secrets.ts'
import { territoryOf, type Place } from './territory.service.ts'

type Answer = Promise<Staff | UserError>

/** A verb on somebody who is there already. NOT_FOUND where nobody is; STALE_RECORD where they have changed meanwhile. */
export const staffVerb =
  <V extends Exclude<StaffVerb, 'hire' | 'changePassword'>>(
    verb: V,
    work: (tx: Transaction, staff: Staff, input: StaffInput<V>) => Promise<Staff>,
  ) =>
  (context: RequestContext, input: { readonly staffId: string }): Answer =>
    transaction(context, `staff:${verb}`, async (tx) => {
      const { staffId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(STAFF_INPUTS[verb], stated)) as StaffInput<V>
      const staff = await tx.lock(Staff, staffId as string, parsed.expectedVersion)
      await refuseProgram(tx, staff)
      return work(tx, staff, parsed)
    })

const NOT_A_PERSON = notEligible(
  'notAPerson',
  text('这是合作方的程序，请在“合作方”中管理。', 'This is the program of a partner; see Partners.'),
)

/** A partner's program has a staff row to act under, and no account: no password, no other role, no territory. */
const refuseProgram = async (tx: Transaction, { orgId, id: staffId }: Staff): Promise<void> => {
  if (await tx.manager.existsBy(StaffRole, { orgId, staffId, role: 'PARTNER' }))
    throw new Refused(NOT_A_PERSON)
}

/** Takes somebody on, with roles and a first password. Refuses DUPLICATE where the sign-in name is taken. */
export const hire = (context: RequestContext, input: object): Answer =>
  transaction(withoutSecrets(context, input), 'staff:hire', async (tx) => {
    const { roles, password, ...person } = orRefuse(parseInput(STAFF_INPUTS.hire, withUuids(input)))
    const { organizationId: orgId } = tx.actor
    const namesake = await tx.manager.findOneBy(Staff, { orgId, signInName: person.signInName })
    if (namesake) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('Staff', namesake.id) })
    if (person.departmentId) await activeDepartment(tx, person.departmentId)
    const account = { personId: newId(), createdAt: tx.now, disabledAt: null, version: 1 }
    const staff = await tx.insert(Staff, { ...person, ...account })
    await holdRoles(tx, staff, roles)
    tx.tell(Staff, staff, 'roles', null, roles)
    await writePassword(tx, staff.id, await hashPassword(password))
    return staff
  })

export const change = staffVerb('change', async (tx, staff, { name, position, departmentId }) => {
  const moved = departmentId !== staff.departmentId
  if (moved && departmentId) await activeDepartment(tx, departmentId)
  const changed = await tx.patch(Staff, staff, { name, position, departmentId })
  if (moved) await renewSessions(tx, [staff.id])
  return changed
})

/** Gives exactly these roles. Nobody takes ADMIN from themselves, or from the last who has it. */
export const assignRoles = staffVerb('assignRoles', async (tx, staff, { roles }) => {
  const held = await tx.manager.findBy(StaffRole, { orgId: staff.orgId, staffId: staff.id })
  const before = held.map(({ role }) => role).toSorted()
  if (before.join() === roles.join()) return staff
  const lost = held.filter(({ role }) => !roles.includes(role))
  if (lost.some(({ role }) => role === 'ADMIN')) await keepAnAdministrator(tx, staff)
  if (lost.length > 0)
    await tx.manager.delete(StaffRole, { orgId: staff.orgId, id: In(lost.map(({ id }) => id)) })
  await holdRoles(
    tx,
    staff,
    roles.filter((role) => !before.includes(role)),
  )
  const changed = await tx.patch(Staff, staff, {})
  tx.tell(Staff, changed, 'roles', before, roles)
  await renewSessions(tx, [staff.id])
  return changed
})

const holdRoles = async (tx: Transaction, { orgId, id: staffId }: Staff, roles: readonly Role[]) => {
  if (roles.length > 0)
    await tx.manager.insert(
      StaffRole,
      roles.map((role) => ({ orgId, id: newId(), staffId, role })),
    )
}

/** Gives exactly these projects and buildings. */
export const assignTerritory = staffVerb('assignTerritory', async (tx, staff, input) => {
  const { orgId, id: staffId } = staff
  const wanted = await territoryOf(tx, input)
  const held = await tx.manager.findBy(StaffTerritory, { orgId, staffId })
  const isSame = (a: Place, b: Place) => a.projectId === b.projectId && a.buildingId === b.buildingId
  const lost = held.filter((place) => !wanted.some((other) => isSame(place, other)))
  const gained = wanted.filter((place) => !held.some((other) => isSame(place, other)))
  if (lost.length === 0 && gained.length === 0) return staff
  if (lost.length > 0) await tx.manager.delete(StaffTerritory, { orgId, id: In(lost.map(({ id }) => id)) })
  if (gained.length > 0)
    await tx.manager.insert(
      StaffTerritory,
      gained.map((place) => ({ orgId, id: newId(), staffId, ...place })),
    )
  const changed = await tx.patch(Staff, staff, {})
  const ids = (places: readonly Place[]) =>
    places.map(({ projectId, buildingId }) => buildingId ?? projectId).toSorted()
  tx.tell(Staff, changed, 'territory', ids(held), ids(wanted))
  await renewSessions(tx, [staffId])
  return changed
})

const OWN_ACCOUNT = notEligible(
  'ownAccount',
  text('不能停用自己的账号。', 'Nobody disables their own account.'),
)

const wrongStatus = (staff: Staff, action: 'disable' | 'enable') =>
  new Refused({
    code: 'WRONG_STATUS',
    status: staff.disabledAt ? 'DISABLED' : 'ACTIVE',
    action,
    allowed: [action === 'disable' ? 'ACTIVE' : 'DISABLED'],
  })

/** Ends the account and every session of it at once; what the person has done stays theirs. */
export const disable = staffVerb('disable', async (tx, staff) => {
  if (staff.disabledAt) throw wrongStatus(staff, 'disable')
  if (staff.id === tx.actor.staffId) throw new Refused(OWN_ACCOUNT)
  const owner = { orgId: staff.orgId, staffId: staff.id }
  if (await tx.manager.existsBy(StaffRole, { ...owner, role: 'ADMIN' })) await keepAnAdministrator(tx, staff)
  const disabled = await tx.patch(Staff, staff, { disabledAt: tx.now })
  await revokeSessions(tx, staff.id)
  await endCalendarFeed(tx.manager, staff, tx.now)
  return disabled
})

export const enable = staffVerb('enable', async (tx, staff) => {
  if (!staff.disabledAt) throw wrongStatus(staff, 'enable')
  if (staff.departmentId) await activeDepartment(tx, staff.departmentId)
  return tx.patch(Staff, staff, { disabledAt: null })
})
