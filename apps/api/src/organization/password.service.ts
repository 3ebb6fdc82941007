/** Passwords: one's own with the old one, somebody else's by an administrator. Either ends the sessions that knew the old one. */
import { notEligible, parseInput, STAFF_INPUTS, text } from '@steward/domain'
import { hashPassword, passwordFits } from '../access/password.ts'
import { revokeSessions } from '../access/rights.service.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import type { UserError } from '../graphql/user-error.ts'
import { passwordHashOf, writePassword } from './credential.ts'
import { Staff } from './organization.entity.ts'
import { withoutSecrets } from './secrets.ts'
import { staffVerb } from './staff.service.ts'

const OWN_PASSWORD = notEligible(
  'ownPassword',
  text('自己的密码请凭原密码修改。', 'Change your own password with the present one.'),
)
const PASSWORD_DOES_NOT_FIT = notEligible(
  'passwordFits',
  text('原密码不正确。', 'The present password is wrong.'),
)

const reset = staffVerb('resetPassword', async (tx, staff, { password }) => {
  if (staff.id === tx.actor.staffId) throw new Refused(OWN_PASSWORD)
  await writePassword(tx, staff.id, await hashPassword(password))
  await revokeSessions(tx, staff.id)
  return tx.patch(Staff, staff, {})
})

/** Gives somebody a new password and ends all their sessions. */
export const resetPassword = (context: RequestContext, input: { readonly staffId: string }) =>
  reset(withoutSecrets(context, input), input)

/** Changes one's own password; other devices are signed out. RATE_LIMITED after too many wrong ones. */
export const changePassword = (context: RequestContext, input: object): Promise<Staff | UserError> =>
  transaction(withoutSecrets(context, input), 'staff:changePassword', async (tx) => {
    const { currentPassword, newPassword } = orRefuse(parseInput(STAFF_INPUTS.changePassword, input))
    const { staffId } = tx.actor
    const { throttle, remoteAddress, locale, signedIn } = context
    const retryAfterSeconds = await throttle.waitSeconds(staffId, remoteAddress)
    if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
    const staff = await tx.lock(Staff, staffId)
    if (!(await passwordFits(await passwordHashOf(tx, staffId), currentPassword))) {
      await throttle.failed(staffId, remoteAddress)
      throw new Refused(PASSWORD_DOES_NOT_FIT)
    }
    await throttle.succeeded(staffId, remoteAddress)
    await writePassword(tx, staffId, await hashPassword(newPassword))
    await revokeSessions(tx, staffId, signedIn?.tokenHash)
    return tx.patch(Staff, staff, {})
  })
