/** The proof itself: PIN, password and code, or a passkey, once, over all that is asked for. */
import {
  notEligible,
  parseInput,
  PROOF_DEMANDS,
  reaches,
  SIGNATURE_INPUTS,
  strictest,
  text,
  type Actor,
  type ProofLevel,
} from '@steward/domain'
import { challengeBytes, challengeOf } from '@steward/verify'
import { IsNull, MoreThanOrEqual } from 'typeorm'
import { DEMONSTRATION_CODE, DEMONSTRATION_PIN } from '../access/demonstration.ts'
import { signedByPasskey } from '../access/passkey-signatures.service.ts'
import { findPin, pinFits } from '../access/pin.service.ts'
import { checkPasswordAndCode, CODE_IS_NEEDED, isDemonstration } from '../access/proof.service.ts'
import type { RequestContext, SignedIn } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import type { GivenProof } from './ceremony.service.ts'
import { SignatureRequest } from './signature-proof.entity.ts'
import { LATE, mustBeOpen, ownRequests, signingPerson, statementsOf } from './signature-request.service.ts'
import { SignatureProven } from './signature-request.type.ts'

const tooWeak = (level: ProofLevel) => {
  const { zh, en } = PROOF_DEMANDS[level]
  return notEligible(
    'proofIsEnough',
    text(`这样验证不够：${zh}。`, `This proof is not enough: it is to be ${en}.`),
  )
}
const PIN_DOES_NOT_FIT = notEligible('pinFits', text('PIN 码不正确。', 'The PIN is wrong.'))
const NO_PIN = notEligible(
  'hasPin',
  text(
    '您还没有签名 PIN 码，请先在“账号安全”里设置。',
    'You have no signing PIN yet: set one under “Account security”.',
  ),
)
const ONE_WAY = notEligible('oneWayOfProof', text('请选择一种验证方式。', 'Give one kind of proof.'))

type Given = ReturnType<(typeof SIGNATURE_INPUTS)['prove']['parse']>

/** One act over all that is asked for: whoever gave it has signed each of them. RATE_LIMITED after too many wrong ones. */
export const proveSignature = async (
  context: RequestContext,
  input: object,
): Promise<SignatureProven | UserError> => {
  const signedIn = signingPerson(context)
  try {
    const given = orRefuse(parseInput(SIGNATURE_INPUTS.prove, withUuids(input)))
    const requests = await ownRequests(context, signedIn.actor, given.requestIds)
    for (const request of requests) mustBeOpen(request, context.now)
    const statements = statementsOf(requests)
    const level = strictest(...requests.map((request) => request.level))
    const method = methodOf(given)
    if (!reaches(method, level)) throw new Refused(tooWeak(level))
    const evidence = await CHECKS[method](context, signedIn, given, statements, level)
    const batch = statements.length > 1 ? statements : null
    await markProven(context, signedIn.actor, requests, (nonce) => ({
      method,
      at: context.now.toISOString(),
      nonce,
      batch,
      ...evidence,
    }))
    return Object.assign(new SignatureProven(), { method, provedAt: context.now })
  } catch (error) {
    if (error instanceof Refused) return userError(error.refusal, context.locale)
    throw error
  }
}

const methodOf = ({ pin, password, code, response }: Given): keyof typeof CHECKS => {
  const ways = [
    pin === null ? null : ('PIN' as const),
    password === null && code === null ? null : ('PASSWORD_AND_CODE' as const),
    response === null ? null : ('PASSKEY' as const),
  ].filter((way) => way !== null)
  if (ways.length !== 1) throw new Refused(ONE_WAY)
  return ways[0]!
}

type Check = (
  context: RequestContext,
  signedIn: SignedIn,
  given: Given,
  statements: readonly string[],
  level: ProofLevel,
) => Promise<Pick<GivenProof, 'passkey' | 'factor' | 'countersignature'>>

const CHECKS: Readonly<Record<'PIN' | 'PASSWORD_AND_CODE' | 'PASSKEY', Check>> = {
  PIN: async (context, { actor }, { pin }) => {
    const { throttle, dataSource, vault, locale } = context
    const owner = { orgId: actor.organizationId, id: actor.staffId }
    const retryAfterSeconds = await throttle.pinWaitSeconds(owner.id)
    if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
    const stored = await withTenant(dataSource, owner.orgId, (manager) => findPin(manager, owner))
    const isPrinted = !stored && pin === DEMONSTRATION_PIN && (await isDemonstration(context, { actor }))
    if (!stored && !isPrinted && !(await isDemonstration(context, { actor }))) throw new Refused(NO_PIN)
    if (!isPrinted && !(await pinFits(vault, owner, stored, pin!))) {
      await throttle.pinFailed(owner.id)
      throw new Refused(PIN_DOES_NOT_FIT)
    }
    await throttle.pinSucceeded(owner.id)
    return {}
  },
  PASSWORD_AND_CODE: async (context, signedIn, { password, code }) => {
    const spare = (await isDemonstration(context, signedIn)) ? DEMONSTRATION_CODE : undefined
    const proved = await checkPasswordAndCode(context, signedIn, password ?? '', code, spare)
    // Without a second factor the right password is one thing that is known, and no more.
    if (proved === 'PASSWORD') throw new Refused(CODE_IS_NEEDED)
    return {}
  },
  PASSKEY: async (context, { actor }, { response }, statements, level) => {
    const { throttle, remoteAddress, locale } = context
    const owner = { orgId: actor.organizationId, id: actor.staffId }
    const retryAfterSeconds = await throttle.waitSeconds(owner.id, remoteAddress)
    if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
    const challenge = challengeBytes(challengeOf(statements))
    return signedByPasskey(context, owner, { challenge, response: response!, level }).catch(
      async (error: unknown) => {
        await throttle.failed(owner.id, remoteAddress)
        throw error
      },
    )
  },
}

/** All of them or none: of two proofs at once for one request the second finds it proven. */
const markProven = (
  { dataSource, now }: RequestContext,
  { organizationId: orgId }: Actor,
  requests: readonly SignatureRequest[],
  proofWith: (nonce: string) => GivenProof,
): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    for (const { id, nonce } of requests.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const open = { orgId, id, endedAt: IsNull(), provenAt: IsNull(), expiresAt: MoreThanOrEqual(now) }
      const proven = { provenAt: now, proof: proofWith(nonce) as never }
      const { affected } = await manager.update(SignatureRequest, open, proven)
      if (affected !== 1) throw new Refused(LATE)
    }
  })
