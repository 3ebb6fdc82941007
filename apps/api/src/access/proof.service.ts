/**
 * Showing again that it is you: before one's own keys change, and before a signature. The proof is kept with the session, whose
 * token is replaced as it is given, so that a stolen cookie is not raised with it.
 */
import {
  ACCOUNT_INPUTS,
  isFreshProof,
  notEligible,
  parseInput,
  text,
  type Proof,
  type ProofMethod,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { RequestContext, SignedIn } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { Organization } from '../organization/organization.entity.ts'
import { activeFactors, spendCode } from './factors.service.ts'
import { passwordFits } from './password.ts'
import { CODE_DOES_NOT_FIT } from './second-step.service.ts'
import { Session, StaffCredential } from './session.entity.ts'
import { hashToken, newToken } from './token.ts'

const PROOF_IS_NOT_FRESH = notEligible(
  'freshProof',
  text('请先再次确认是您本人。', 'Confirm first that it is you.'),
)
const PASSWORD_DOES_NOT_FIT = notEligible('passwordFits', text('密码不正确。', 'The password is wrong.'))
export const CODE_IS_NEEDED = notEligible(
  'codeIsNeeded',
  text('请同时输入密码和验证码，或改用通行密钥。', 'Give both the password and a code, or use a passkey.'),
)

/** What the session knows of its proof, however old; undefined for one that was opened before proofs were kept. */
export const findProof = async (
  manager: EntityManager,
  { tokenHash }: Pick<SignedIn, 'tokenHash'>,
): Promise<Proof | undefined> => {
  const session = await manager.findOneBy(Session, { tokenHash })
  const { provedAt, provedBy } = session ?? {}
  return provedAt && provedBy ? { provedAt, provedBy } : undefined
}

/**
 * The proof, given within the last five minutes; refuses otherwise. For whatever must not be done with a session that was left
 * open or stolen: one's own keys, and signing (which may ask for more, by `provedBy`).
 */
export const demandFreshProof = async (
  manager: EntityManager,
  { signedIn, now }: Pick<RequestContext, 'signedIn' | 'now'>,
): Promise<Proof> => {
  const proof = signedIn && (await findProof(manager, signedIn))
  if (!proof || !isFreshProof(proof, now)) throw new Refused(PROOF_IS_NOT_FRESH)
  return proof
}

/** Notes a proof with the session and replaces its token. */
export const noteProof = async (
  context: RequestContext,
  signedIn: SignedIn,
  provedBy: ProofMethod,
): Promise<Proof> => {
  const token = newToken()
  const provedAt = context.now
  const { affected } = await context.dataSource.manager.update(
    Session,
    { tokenHash: signedIn.tokenHash },
    { tokenHash: hashToken(token), provedAt, provedBy },
  )
  if (affected !== 1) throw accessError('UNAUTHENTICATED', context.locale)
  context.setSessionCookie(token, signedIn.expiresAt)
  context.signedIn = await context.sessions.resolve(hashToken(token))
  return { provedAt, provedBy }
}

/** By password, and by a code as well where the person has a second factor; in a demonstration by a click. */
export const proveIdentity = async (context: RequestContext, input: object): Promise<Proof | UserError> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  // A program has no password, and its token is not ours to replace.
  if (signedIn.credential) throw accessError('FORBIDDEN', locale)
  const parsed = parseInput(ACCOUNT_INPUTS.prove, input)
  if (!parsed.ok) return userError(parsed.error, locale)
  const { password, code } = parsed.value
  if (password === null && (await isDemonstration(context, signedIn)))
    return noteProof(context, signedIn, 'DEMONSTRATION')
  try {
    return await noteProof(
      context,
      signedIn,
      await checkPasswordAndCode(context, signedIn, password ?? '', code),
    )
  } catch (error) {
    if (error instanceof Refused) return userError(error.refusal, locale)
    throw error
  }
}

/** Where everybody may be anybody: the printed password and the code on the screen are good. */
export const isDemonstration = async (
  { config, dataSource }: RequestContext,
  { actor }: Pick<SignedIn, 'actor'>,
): Promise<boolean> =>
  config.mode === 'demonstration' &&
  (await dataSource.manager.existsBy(Organization, { id: actor.organizationId, demonstration: true }))

/** Throws RATE_LIMITED, or refuses; answers how the person is proven. @param spare a code that is good beside those of factors */
export const checkPasswordAndCode = async (
  context: RequestContext,
  { actor }: SignedIn,
  password: string,
  code: string | null,
  spare?: string,
): Promise<ProofMethod> => {
  const { throttle, remoteAddress, locale, dataSource, vault, now } = context
  const owner = { orgId: actor.organizationId, id: actor.staffId }
  const waits = [
    await throttle.waitSeconds(owner.id, remoteAddress),
    await throttle.codeWaitSeconds(owner.id),
  ]
  const retryAfterSeconds = Math.max(...waits)
  if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
  const known = await withTenant(dataSource, owner.orgId, async (manager) => ({
    factors: await activeFactors(manager, owner),
    credential: await manager.findOneBy(StaffCredential, {
      orgId: owner.orgId,
      staffId: owner.id,
      kind: 'PASSWORD',
    }),
  }))
  if (!(await passwordFits(known.credential?.secretHash, password))) {
    await throttle.failed(owner.id, remoteAddress)
    throw new Refused(PASSWORD_DOES_NOT_FIT)
  }
  await throttle.succeeded(owner.id, remoteAddress)
  const hasCodes = known.factors.some(({ kind }) => kind === 'ONE_TIME_CODE')
  if (spare !== undefined && !hasCodes && code === spare) return 'ONE_TIME_CODE'
  if (known.factors.length === 0) return 'PASSWORD'
  if (code === null) throw new Refused(CODE_IS_NEEDED)
  const provedBy = await withTenant(dataSource, owner.orgId, (manager) =>
    spendCode(manager, vault, owner, code, now),
  )
  if (!provedBy) {
    await throttle.codeFailed(owner.id)
    throw new Refused(CODE_DOES_NOT_FIT)
  }
  await throttle.codeSucceeded(owner.id)
  return provedBy
}
