/**
 * Between a right password and the code that is still owed. The state is a row of its own under a cookie of its own: to every
 * other door nobody is signed in, and at completion the session begins with a token that was never seen before.
 */
import { ACCOUNT_INPUTS, notEligible, parseInput, text } from '@steward/domain'
import { LessThan } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { SecondFactorRequiredError, userError, type UserError } from '../graphql/user-error.ts'
import type { Staff } from '../organization/organization.entity.ts'
import { activeFactors, spendCode } from './factors.service.ts'
import { openSession } from './open-session.service.ts'
import { SignInAttempt } from './second-factor.entity.ts'
import type { SignedInViewer } from './signed-in-viewer.ts'
import { hashToken, newToken } from './token.ts'

const ATTEMPT_MINUTES = 5
/** Wrong codes after which the password is asked for again; the throttle counts over all attempts of the person. */
const MAXIMUM_FAILURES = 5

const ATTEMPT_IS_OVER = notEligible(
  'attemptIsOpen',
  text('时间已过，请重新输入登录名和密码。', 'This took too long: start again with name and password.'),
)
export const CODE_DOES_NOT_FIT = notEligible(
  'codeFits',
  text(
    '验证码不正确，或已经用过。请等应用显示下一个。',
    'This code is wrong or was used already. Wait for the next one in the app.',
  ),
)

/** Begins an attempt and gives the browser its cookie. Old attempts of anybody go as new ones come. */
export const beginAttempt = async (
  context: RequestContext,
  about: Partial<Pick<SignInAttempt, 'orgId' | 'staffId' | 'challenge'>>,
): Promise<void> => {
  const { manager } = context.dataSource
  const token = newToken()
  const expiresAt = new Date(context.now.getTime() + ATTEMPT_MINUTES * 60_000)
  await manager.delete(SignInAttempt, { expiresAt: LessThan(context.now) })
  await manager.insert(SignInAttempt, {
    orgId: null,
    staffId: null,
    challenge: null,
    ...about,
    tokenHash: hashToken(token),
    createdAt: context.now,
    expiresAt,
  })
  context.setAttemptCookie(token, expiresAt)
}

/** The attempt of this browser, while it lasts. */
export const findAttempt = async (context: RequestContext): Promise<SignInAttempt | undefined> => {
  if (context.attemptToken === undefined) return undefined
  const tokenHash = hashToken(context.attemptToken)
  const attempt = await context.dataSource.manager.findOneBy(SignInAttempt, { tokenHash })
  return attempt && attempt.expiresAt > context.now ? attempt : undefined
}

/** Ends an attempt. False where somebody else has ended it meanwhile: an attempt is good for one session. */
export const endAttempt = async (
  context: RequestContext,
  { tokenHash }: Pick<SignInAttempt, 'tokenHash'>,
): Promise<boolean> => {
  const { affected } = await context.dataSource.manager.delete(SignInAttempt, { tokenHash })
  context.setAttemptCookie(undefined)
  return affected === 1
}

/** After a right password: the refusal that asks for the second step, or undefined where the person has no second factor. */
export const askSecondStep = async (
  context: RequestContext,
  staff: Pick<Staff, 'orgId' | 'id'>,
): Promise<SecondFactorRequiredError | undefined> => {
  const factors = await withTenant(context.dataSource, staff.orgId, (manager) =>
    activeFactors(manager, staff),
  )
  if (factors.length === 0) return undefined
  await beginAttempt(context, { orgId: staff.orgId, staffId: staff.id })
  return SecondFactorRequiredError.of(
    factors.map(({ kind }) => kind),
    context.locale,
  )
}

/** The second step: a code of the app or of the paper. RATE_LIMITED after ten wrong ones within a quarter of an hour. */
export const completeSignIn = async (
  context: RequestContext,
  input: object,
): Promise<SignedInViewer | UserError> => {
  const { throttle, locale, now, vault } = context
  const attempt = await findAttempt(context)
  if (!attempt?.orgId || !attempt.staffId) return userError(ATTEMPT_IS_OVER, locale)
  const owner = { orgId: attempt.orgId, id: attempt.staffId }
  const wait = await throttle.codeWaitSeconds(owner.id)
  if (wait > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds: wait })
  const parsed = parseInput(ACCOUNT_INPUTS.completeSignIn, input)
  if (!parsed.ok) return userError(parsed.error, locale)
  const provedBy = await withTenant(context.dataSource, owner.orgId, (manager) =>
    spendCode(manager, vault, owner, parsed.value.code, now),
  )
  if (!provedBy) {
    await throttle.codeFailed(owner.id)
    await noteFailure(context, attempt)
    return userError(CODE_DOES_NOT_FIT, locale)
  }
  if (!(await endAttempt(context, attempt))) return userError(ATTEMPT_IS_OVER, locale)
  await throttle.codeSucceeded(owner.id)
  return openSession(context, owner, provedBy)
}

const noteFailure = async (context: RequestContext, { tokenHash }: SignInAttempt): Promise<void> => {
  const { manager } = context.dataSource
  await manager.increment(SignInAttempt, { tokenHash }, 'failures', 1)
  const attempt = await manager.findOneBy(SignInAttempt, { tokenHash })
  if (attempt && attempt.failures >= MAXIMUM_FAILURES) await endAttempt(context, attempt)
}
