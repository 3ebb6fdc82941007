/** What an administrator does to somebody else's way in. Never to their own: that goes by proof. */
import { ACCOUNT_INPUTS, notEligible, parseInput, text } from '@steward/domain'
import { IsNull } from 'typeorm'
import { activeFactors } from '../access/factors.service.ts'
import { hashPassword } from '../access/password.ts'
import { spkiOf } from '../access/passkey-key.ts'
import { demandFreshProof } from '../access/proof.service.ts'
import { revokeSessions } from '../access/rights.service.ts'
import { PasswordReset, SecondFactor } from '../access/second-factor.entity.ts'
import { loadActor } from '../access/session.ts'
import { hashToken } from '../access/token.ts'
import type { RequestContext } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { UserError, userError } from '../graphql/user-error.ts'
import { writePassword } from '../organization/credential.ts'
import { Organization, Staff } from '../organization/organization.entity.ts'
import { withoutSecrets } from '../organization/secrets.ts'
import { staffVerb } from '../organization/staff.service.ts'
import { dropFactors, tell } from './factor.service.ts'
import { openReset, organizationOf, resetUrl } from './reset-link.service.ts'
import { PasswordResetIssued, PasswordResetUsed } from './session.type.ts'

const RESET_MINUTES = 30

const OWN_ACCOUNT = notEligible(
  'ownAccount',
  text('自己的账号请在“账号安全”里处理。', 'Look after your own account under “Account security”.'),
)
const RESET_IS_OVER = notEligible(
  'resetIsOpen',
  text(
    '链接已用过或已过期，请管理员再发一次。',
    'This link was used or is too old: ask your administrator for another.',
  ),
)

const notOwn = (tx: Transaction, staff: Staff): void => {
  if (staff.id === tx.actor.staffId) throw new Refused(OWN_ACCOUNT)
}

/** Takes all second factors away, for somebody who has lost them, and ends every session. */
export const resetFactors = staffVerb('resetFactors', async (tx, staff) => {
  notOwn(tx, staff)
  const before = await activeFactors(tx.manager, staff)
  await dropFactors(tx, staff, before)
  await revokeSessions(tx, staff.id)
  const changed = await tx.patch(Staff, staff, {})
  tell(tx, changed, before, [])
  return changed
})

const OWN_PASSKEY = notEligible(
  'notOwnPasskey',
  text(
    '通行密钥须由持有人以外的管理员确认。',
    'A passkey is countersigned by another administrator than its holder.',
  ),
)
const COUNTERSIGNED = notEligible(
  'passkeyWaits',
  text('这个通行密钥已确认过，或已移除。', 'This passkey was countersigned before, or is removed.'),
)

/** Says that a passkey is that person's, in an entry of the ledger of one's own: from here on it proves what only a passkey proves. */
export const countersignPasskey = (
  context: RequestContext,
  input: { readonly staffId: string },
): ReturnType<ReturnType<typeof staffVerb>> =>
  staffVerb('countersignPasskey', async (tx, staff, { factorId }) => {
    // The natural person: two accounts of one do not make two.
    if (staff.personId === tx.actor.personId) throw new Refused(OWN_PASSKEY)
    const { provedAt, provedBy } = await demandFreshProof(tx.manager, context)
    const { orgId } = staff
    const factor = await tx.get(SecondFactor, factorId)
    if (factor.staffId !== staff.id || factor.kind !== 'PASSKEY')
      throw accessError('NOT_FOUND', context.locale)
    const { credentialId, publicKey, confirmedAt, removedAt, countersignedAt } = factor
    if (!credentialId || !publicKey || !confirmedAt || removedAt || countersignedAt)
      throw new Refused(COUNTERSIGNED)
    const countersignatureId = tx.newId()
    const by = { countersignedAt: tx.now, countersignedById: tx.actor.staffId, countersignatureId }
    await tx.manager.update(SecondFactor, { orgId, id: factor.id }, by)
    tx.enter({
      v: 1,
      org: orgId,
      kind: 'PASSKEY_COUNTERSIGNED',
      id: countersignatureId,
      holder: { staff: staff.id, person: staff.personId },
      credential: Buffer.from(credentialId, 'base64url').toString('hex'),
      publicKey: spkiOf(publicKey),
      countersignedAt: tx.now.toISOString(),
      by: { staff: tx.actor.staffId, person: tx.actor.personId },
      proof: { method: provedBy, at: provedAt.toISOString() },
    })
    const changed = await tx.patch(Staff, staff, {})
    tx.tell(Staff, changed, 'passkeyCountersigned', null, factor.name)
    return changed
  })(context, input)

export const endSessions = staffVerb('endSessions', async (tx, staff) => {
  notOwn(tx, staff)
  await revokeSessions(tx, staff.id)
  const changed = await tx.patch(Staff, staff, {})
  tx.tell(Staff, changed, 'sessionsEnded', null, true)
  return changed
})

/** A one-time link, to be handed over; an earlier one is void. */
export const issuePasswordReset = async (
  context: RequestContext,
  input: { readonly staffId: string },
): Promise<PasswordResetIssued | UserError> => {
  const expiresAt = new Date(context.now.getTime() + RESET_MINUTES * 60_000)
  let token = ''
  const done = await staffVerb('issuePasswordReset', async (tx, staff) => {
    notOwn(tx, staff)
    token = await openReset(tx.manager, staff, { now: tx.now, expiresAt, issuedById: tx.actor.staffId })
    const changed = await tx.patch(Staff, staff, {})
    tx.tell(Staff, changed, 'passwordResetUntil', null, expiresAt)
    return changed
  })(context, input)
  if (done instanceof UserError) return done
  return Object.assign(new PasswordResetIssued(), { url: resetUrl(context.config, token), expiresAt })
}

/** Sets a new password by a link, once; all sessions of the account end. RATE_LIMITED after too many wrong links. */
export const usePasswordReset = async (
  context: RequestContext,
  input: object,
): Promise<PasswordResetUsed | UserError> => {
  const { locale, throttle, remoteAddress, dataSource, now } = context
  // By the address alone: whoever tries links must not keep everybody else from using theirs.
  const throttled = `reset ${remoteAddress}`
  const retryAfterSeconds = await throttle.waitSeconds(throttled, remoteAddress)
  if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
  const given = parseInput(ACCOUNT_INPUTS.usePasswordReset, input)
  if (!given.ok) return userError(given.error, locale)
  const { token, password } = given.value
  const orgId = organizationOf(token)
  const open = { orgId: orgId ?? '', secretHash: hashToken(token), endedAt: IsNull() }
  const found = orgId
    ? await withTenant(dataSource, orgId, (manager) => manager.findOneBy(PasswordReset, open))
    : null
  const actor = found && (await loadActor(dataSource, found.orgId, found.staffId))
  if (!found || !actor || !found.expiresAt || found.expiresAt <= now) {
    await throttle.failed(throttled, remoteAddress)
    return userError(RESET_IS_OVER, locale)
  }
  const secretHash = await hashPassword(password)
  let signInName = ''
  const own = { ...withoutSecrets(context, input), signedIn: { actor } }
  const done = await transaction(own, 'account:usePasswordReset', async (tx) => {
    const staff = await tx.lock(Staff, found.staffId)
    const { affected } = await tx.manager.update(
      PasswordReset,
      { ...open, id: found.id },
      { endedAt: tx.now },
    )
    if (affected !== 1) throw new Refused(RESET_IS_OVER)
    await writePassword(tx, staff.id, secretHash)
    await revokeSessions(tx, staff.id)
    const organization = await tx.manager.findOneByOrFail(Organization, { id: staff.orgId })
    signInName = `${staff.signInName}@${organization.code}`
    return tx.patch(Staff, staff, {})
  })
  return done instanceof UserError ? done : Object.assign(new PasswordResetUsed(), { signInName })
}
