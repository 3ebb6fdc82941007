/** A new password for somebody who cannot sign in: asked for here, mailed by the worker. */
import { ACCOUNT_INPUTS, parseInput } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { PasswordResetRequest } from '../access/second-factor.entity.ts'
import { parseSignInName } from '../access/sign-in.service.ts'
import type { RequestContext } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { PasswordResetRequested } from './session.type.ts'

/**
 * Notes the request and nothing else: nobody is looked up, so the answer is the same in every byte and takes the same time
 * whether or not there is such a person. RATE_LIMITED where it is asked too often, which goes by the name as typed.
 */
export const requestPasswordReset = async (
  context: RequestContext,
  input: object,
): Promise<PasswordResetRequested | UserError> => {
  const { locale, throttle, remoteAddress, dataSource, now } = context
  const given = parseInput(ACCOUNT_INPUTS.requestPasswordReset, input)
  if (!given.ok) return userError(given.error, locale)
  const { name, code } = parseSignInName(given.value.signInName)
  const signInName = `${name}@${code}`
  const retryAfterSeconds = await throttle.resetAsked(signInName, remoteAddress)
  if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
  await dataSource.manager.insert(PasswordResetRequest, { id: newId(), signInName, requestedAt: now })
  return Object.assign(new PasswordResetRequested(), { requested: true })
}
