/**
 * When rights change, sessions must know: an actor is cached by token and version (decision 4). Everything here is part of the
 * verb's own transaction, so the next request after its commit meets the new rights.
 */
import { notEligible, text } from '@steward/domain'
import { In, IsNull, Not } from 'typeorm'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import { Session } from './session.entity.ts'

/**
 * Makes every session of these people resolve its actor anew. Their rows are locked first: signing in locks them too, so a
 * session that begins meanwhile either is seen here or begins with the new rights.
 */
export const renewSessions = async (tx: Transaction, staffIds: readonly string[]): Promise<void> => {
  if (staffIds.length === 0) return
  const { organizationId: orgId } = tx.actor
  await tx.manager.find(Staff, {
    where: { orgId, id: In([...staffIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  })
  await tx.manager.increment(
    Session,
    { orgId, staffId: In([...staffIds]), revokedAt: IsNull() },
    'version',
    1,
  )
}

/** Ends all sessions of a person whose row is locked; `but` is the token of the one that stays. */
export const revokeSessions = async (tx: Transaction, staffId: string, but?: Buffer): Promise<void> => {
  await tx.manager.update(
    Session,
    {
      orgId: tx.actor.organizationId,
      staffId,
      revokedAt: IsNull(),
      ...(but ? { tokenHash: Not(but) } : {}),
    },
    { revokedAt: tx.now },
  )
}

const OWN_ADMINISTRATION = notEligible(
  'ownAdministration',
  text('不能取消自己的系统管理员角色。', 'Nobody takes the administrator role from themselves.'),
)
const LAST_ADMINISTRATOR = notEligible(
  'lastAdministrator',
  text(
    '这是最后一位系统管理员，请先指定另一位。',
    'This is the last administrator; appoint another one first.',
  ),
)

/**
 * Refuses when nobody could administer the organization after `staff` has lost the role or the account. The organization's row
 * is locked: of two administrators who take the role from each other at once, one is refused.
 */
export const keepAnAdministrator = async (tx: Transaction, staff: Staff): Promise<void> => {
  if (staff.id === tx.actor.staffId) throw new Refused(OWN_ADMINISTRATION)
  await lockOrganization(tx)
  const [others] = await tx.manager.query<{ count: number }[]>(OTHER_ADMINISTRATORS, [staff.orgId, staff.id])
  if ((others?.count ?? 0) === 0) throw new Refused(LAST_ADMINISTRATOR)
}

const OTHER_ADMINISTRATORS = `
select count(*)::int as count from staff s join staff_role r on r.org_id = s.org_id and r.staff_id = s.id
 where s.org_id = $1 and s.id <> $2 and s.disabled_at is null and r.role = 'ADMIN'`

/** Locks the organization's own row: the owner of what is counted or limited over all of it (decision 15). */
export const lockOrganization = (tx: Transaction): Promise<OrganizationProfile> =>
  tx.manager.findOneOrFail(OrganizationProfile, {
    where: { orgId: tx.actor.organizationId },
    lock: { mode: 'for_no_key_update' },
  })
