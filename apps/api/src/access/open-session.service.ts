/** The beginning of a session: a new token each time, what it was opened with, and the end of the one it replaces. */
import { addressPrefix, deviceOf, notEligible, text, type ProofMethod } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { RequestContext, SignedIn } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { Staff, StaffRole } from '../organization/organization.entity.ts'
import { owesFactor } from './factors.service.ts'
import { idleSecondsFor, SESSION_SECONDS } from './session.ts'
import { Session } from './session.entity.ts'
import { SignedInViewer } from './signed-in-viewer.ts'
import { hashToken, newToken } from './token.ts'

export const CREDENTIALS_DO_NOT_FIT = notEligible(
  'credentialsFit',
  text(
    '用户名或密码不正确。用户名的格式为“姓名@企业代码”。',
    'Name or password is wrong. The name reads name@organization-code.',
  ),
)

/** Opens a session for somebody who has shown that it is them. */
export const openSession = async (
  context: RequestContext,
  { orgId, id }: Pick<Staff, 'orgId' | 'id'>,
  provedBy: ProofMethod,
): Promise<SignedInViewer | UserError> => {
  const { now } = context
  const token = newToken()
  const signedInUntil = new Date(now.getTime() + SESSION_SECONDS * 1000)
  const opened = await withTenant(context.dataSource, orgId, async (manager) => {
    // A change of rights locks the row: the session begins after it, or before it and is found by it.
    const staff = await manager.findOne(Staff, { where: { orgId, id }, lock: { mode: 'pessimistic_read' } })
    if (!staff || staff.disabledAt) return false
    const held = await manager.findBy(StaffRole, { orgId, staffId: id })
    const roles = held.map(({ role }) => role)
    await manager.insert(Session, {
      tokenHash: hashToken(token),
      id: newId(),
      orgId,
      staffId: id,
      createdAt: now,
      lastSeenAt: now,
      idleSeconds: idleSecondsFor(roles),
      expiresAt: signedInUntil,
      provedAt: now,
      provedBy,
      device: deviceOf(context.userAgent),
      addressPrefix: addressPrefix(context.remoteAddress),
      owesFactor: provedBy !== 'DEMONSTRATION' && (await owesFactor(manager, staff, roles, now)),
    })
    if (context.signedIn) await revoke(manager, context.signedIn, now)
    return true
  })
  if (!opened) return userError(CREDENTIALS_DO_NOT_FIT, context.locale)
  context.setSessionCookie(token, signedInUntil)
  context.signedIn = await context.sessions.resolve(hashToken(token))
  return new SignedInViewer(id)
}

/** A session that is replaced or ended is dead at once, also for requests that hold its actor in a cache. */
const revoke = (manager: EntityManager, { tokenHash }: SignedIn, now: Date) =>
  manager.update(Session, { tokenHash }, { revokedAt: now })
