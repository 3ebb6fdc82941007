/** A real organization and the first person who may sign in to it. */
import { DEFAULT_FACTOR_ROLES, DEFAULT_GRACE_DAYS, type NewOrganization } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm'
import { FactorPolicyEntity } from '../access/second-factor.entity.ts'
import { openReset } from '../account/reset-link.service.ts'
import { asSystem } from '../database/as-system.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Organization, OrganizationProfile, Staff, StaffRole } from '../organization/organization.entity.ts'
import { layFoundations } from './lay-foundations.service.ts'

/** Longer than a link that is handed over in person: the command is often run for somebody who is not there. */
const LINK_HOURS = 24
const REQUEST = 'command line'

/** How the administrator comes in. */
export interface Administrator {
  /** `name@organization-code`. */
  readonly signInName: string
  /** What the link holds; known to nobody else. */
  readonly token: string
  readonly expiresAt: Date
  /** Of the organization. */
  readonly timeZone: string
}

/** Writes all of it as one transaction; undefined, and nothing written, where the code is taken. */
export const addOrganization = async (
  dataSource: DataSource,
  { code, name, timeZone, currency, administrator, administratorName }: NewOrganization,
  now: Date,
): Promise<Administrator | undefined> => {
  const orgId = newId()
  try {
    return await withTenant(dataSource, orgId, async (manager) => {
      // First: of two who take the same code at once, the second waits here and is refused.
      await manager.insert(Organization, { id: orgId, code, demonstration: false, createdAt: now })
      await layFoundations(manager, { orgId, name, timeZone, currency, foundedAt: now })
      return asSystem(manager, { orgId, now, requestId: REQUEST }, async (tx) => {
        const staff = await tx.insert(Staff, {
          personId: newId(),
          signInName: administrator,
          name: administratorName ?? administrator,
          position: null,
          departmentId: null,
          createdAt: now,
          disabledAt: null,
          version: 1,
        })
        await tx.flush()
        await manager.insert(StaffRole, { orgId, id: newId(), staffId: staff.id, role: 'ADMIN' })
        tx.tell(Staff, staff, 'roles', null, ['ADMIN'])
        for (const role of DEFAULT_FACTOR_ROLES)
          await tx.insert(FactorPolicyEntity, { role, since: now, graceDays: DEFAULT_GRACE_DAYS })
        return openLink(manager, staff, `${administrator}@${code}`, now)
      })
    })
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'organization_code_key'

/** A further link, noted in the audit as handed over by nobody; undefined where there is no such administrator. */
export const linkForAdministrator = (
  dataSource: DataSource,
  { id: orgId, code }: Organization,
  name: string,
  now: Date,
): Promise<Administrator | undefined> =>
  withTenant(dataSource, orgId, async (manager) => {
    const signInName = name.normalize('NFC').trim().toLowerCase().split('@')[0] ?? ''
    const found = await manager.findOneBy(Staff, { orgId, signInName })
    const role = found && { orgId, staffId: found.id, role: 'ADMIN' as const }
    if (!found || found.disabledAt || !role || !(await manager.existsBy(StaffRole, role))) return undefined
    return asSystem(manager, { orgId, now, requestId: REQUEST }, async (tx) => {
      const staff = await tx.lock(Staff, found.id)
      const link = await openLink(manager, staff, `${signInName}@${code}`, now)
      const changed = await tx.patch(Staff, staff, {})
      tx.tell(Staff, changed, 'passwordResetUntil', null, link.expiresAt)
      return link
    })
  })

const openLink = async (
  manager: EntityManager,
  staff: Staff,
  signInName: string,
  now: Date,
): Promise<Administrator> => {
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
  const token = await openReset(manager, staff, { now, expiresAt, issuedById: null })
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId: staff.orgId })
  return { signInName, token, expiresAt, timeZone }
}
