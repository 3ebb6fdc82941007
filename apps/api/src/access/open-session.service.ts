/** The beginning of a session: a new token each time, what it was opened with, and the end of the one it replaces. */
import { addressPrefix, deviceOf, notEligible, text, type ProofMethod } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { RequestContext, SignedIn } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { Organization, Staff, StaffRole } from '../organization/organization.entity.ts'
import { owesFactor } from './factors.service.ts'
import { idleSecondsFor, SESSION_SECONDS } from './session.ts'
import { Session } from './session.entity.ts'
import { SignedInViewer } from './signed-in-viewer.ts'
import { DEVICE_DAYS } from './sign-in-throttle.ts'
import { hashToken, isToken, newToken } from './token.ts'

export const CREDENTIALS_DO_NOT_FIT = notEligible(
  'credentialsFit',
  text(
    '用户名或密码不正确。用户名的格式为“姓名@企业代码”。',
    'Name or password is wrong. The name reads name@organization-code.',
  ),
)

/** What failures are counted by, whatever else was typed around it. */
export const accountOf = ({ name, code }: { readonly name: string; readonly code: string }): string =>
  `${name}@${code}`

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
    if (!staff || staff.disabledAt) return undefined
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
    return staff
  })
  if (!opened) return userError(CREDENTIALS_DO_NOT_FIT, context.locale)
  context.setSessionCookie(token, signedInUntil)
  if (provedBy !== 'DEMONSTRATION') await rememberDevice(context, opened)
  context.signedIn = await context.sessions.resolve(hashToken(token))
  return new SignedInViewer(id)
}

/** A session that is replaced or ended is dead at once, also for requests that hold its actor in a cache. */
const revoke = (manager: EntityManager, { tokenHash }: SignedIn, now: Date) =>
  manager.update(Session, { tokenHash }, { revokedAt: now })

/** The browser is known from now on; a token of its own, good for nothing else, says so. */
const rememberDevice = async (
  { dataSource, throttle, deviceToken, setDeviceCookie, now }: RequestContext,
  { orgId, signInName: name }: Pick<Staff, 'orgId' | 'signInName'>,
): Promise<void> => {
  const { code } = await dataSource.manager.findOneByOrFail(Organization, { id: orgId })
  // Nobody is known by a token that somebody else may have thought out.
  const device = deviceToken !== undefined && isToken(deviceToken) ? deviceToken : newToken()
  await throttle.remember(accountOf({ name, code }), device)
  setDeviceCookie(device, new Date(now.getTime() + DEVICE_DAYS * 86_400_000))
}
