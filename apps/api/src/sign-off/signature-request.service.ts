/** Signatures that wait for their proof: written when a verb was tried, shown, proven once, and used up by the verb. */
import {
  MEANING_CONSEQUENCES,
  MEANING_SENTENCES,
  notEligible,
  parseInput,
  proofsFor,
  reaches,
  say,
  SIGNATURE_INPUTS,
  SIGNATURE_MINUTES,
  SIGNING_IS_FOR_GOOD,
  strictest,
  text,
  type Actor,
  type Permission,
  type SignatureProof,
} from '@steward/domain'
import { challengeBytes, challengeOf } from '@steward/verify'
import { In, IsNull } from 'typeorm'
import { v7 as newId } from 'uuid'
import { DEMONSTRATION_CODE, DEMONSTRATION_PASSWORD, DEMONSTRATION_PIN } from '../access/demonstration.ts'
import { activeFactors } from '../access/factors.service.ts'
import { signatureOptions } from '../access/passkey-signatures.service.ts'
import { findPin } from '../access/pin.service.ts'
import { isDemonstration } from '../access/proof.service.ts'
import type { RequestContext, SignedIn, VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import { SignatureRequiredError, userError, type UserError } from '../graphql/user-error.ts'
import type { SignatureNeeded } from './ceremony.service.ts'
import { SignatureRequest } from './signature-proof.entity.ts'
import { SignatureRequestType, type SignatureWays } from './signature-request.type.ts'
import { readableLines } from './readable-lines.service.ts'

const MINUTE = 60_000

/** What nobody came back for, in all the organization: with it goes what it showed. */
const FORGOTTEN = `delete from signature_request where org_id = $1 and expires_at < clock_timestamp() - interval '1 hour'`

/** Writes what is to be shown and proven; an earlier request of the same call is void. */
export const requireSignature = async (
  context: VerbContext,
  { organizationId: orgId, staffId }: Actor,
  verb: Permission,
  { request, reason }: SignatureNeeded,
): Promise<SignatureRequiredError> => {
  const { requestHash, now, locale } = context
  const id = newId()
  await withTenant(context.dataSource, orgId, async (manager) => {
    await manager.query(FORGOTTEN, [orgId])
    const ended = { endedAt: now, seed: null, shown: null }
    await manager.update(SignatureRequest, { orgId, staffId, requestHash, endedAt: IsNull() }, ended)
    await manager.insert(SignatureRequest, {
      ...request,
      orgId,
      id,
      staffId,
      requestHash,
      verb,
      expiresAt: new Date(request.createdAt.getTime() + SIGNATURE_MINUTES * MINUTE),
    })
  })
  return SignatureRequiredError.of([id], { reason, locale })
}

export const LATE = notEligible(
  'signatureIsOpen',
  text(
    '已超过 5 分钟，或已签署过：请回到原处重新提交。',
    'Five minutes are over, or it was signed already: go back and submit it anew.',
  ),
)
const CLOCK_SET_BACK = notEligible(
  'clockIsRight',
  text(
    '服务器时钟被拨回：这次签署不能继续，请联系管理员。',
    'The clock of the server was set back: this signature cannot go on. Tell your administrator.',
  ),
)

/** Who asks. A program signs under its credential and is never asked for more, so that it has no request. */
export const signingPerson = ({ signedIn, locale }: RequestContext): SignedIn => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  return signedIn
}

/** One's own, as many as are asked for and in that order; NOT_FOUND where one is somebody else's or none. */
export const ownRequests = async (
  context: RequestContext,
  { organizationId: orgId, staffId }: Actor,
  ids: readonly string[],
): Promise<readonly SignatureRequest[]> => {
  const wanted = [...new Set(ids)]
  const found = await withTenant(context.dataSource, orgId, (manager) =>
    manager.findBy(SignatureRequest, { orgId, staffId, id: In(wanted) }),
  )
  return wanted.map((id) => {
    const request = found.find((it) => it.id === id)
    if (!request) throw accessError('NOT_FOUND', context.locale)
    return request
  })
}

/** Refuses one that was used, replaced, is too old, or older than it can be. */
export const mustBeOpen = (
  { endedAt, provenAt, createdAt, expiresAt }: SignatureRequest,
  now: Date,
): void => {
  if (now < createdAt) throw new Refused(CLOCK_SET_BACK)
  if (endedAt !== null || provenAt !== null || now > expiresAt) throw new Refused(LATE)
}

/** All that one act signs, in order. */
export const statementsOf = (requests: readonly SignatureRequest[]): readonly string[] =>
  requests.flatMap(({ shown }) => (shown ?? []).map(({ statement }) => statement))

const whatIsOpenTo = async (context: RequestContext, { actor }: SignedIn): Promise<SignatureWays> => {
  const owner = { orgId: actor.organizationId, id: actor.staffId }
  const demonstration = await isDemonstration(context, { actor })
  const { factors, pin } = await withTenant(context.dataSource, owner.orgId, async (manager) => ({
    factors: await activeFactors(manager, owner),
    pin: await findPin(manager, owner),
  }))
  const has = (kind: string) => factors.some((factor) => factor.kind === kind)
  const isCountersigned = factors.some(({ countersignedAt }) => countersignedAt !== null)
  const ways: readonly (SignatureProof | null)[] = [
    pin || demonstration ? 'PIN' : null,
    has('PASSKEY') ? 'PASSKEY' : null,
    has('ONE_TIME_CODE') || demonstration ? 'PASSWORD_AND_CODE' : null,
  ]
  return {
    open: ways.filter((way) => way !== null),
    isCountersigned,
    demonstration: demonstration
      ? {
          pin: pin ? null : DEMONSTRATION_PIN,
          password: DEMONSTRATION_PASSWORD,
          code: has('ONE_TIME_CODE') ? null : DEMONSTRATION_CODE,
        }
      : null,
  }
}

/** What one is about to sign, in full; one's own only. */
export const findSignatureRequests = async (
  context: RequestContext,
  ids: readonly string[],
): Promise<SignatureRequestType[]> => {
  const signedIn = signingPerson(context)
  const parsed = parseInput(SIGNATURE_INPUTS.begin, { requestIds: ids })
  if (!parsed.ok) throw accessError('NOT_FOUND', context.locale)
  const requests = await ownRequests(context, signedIn.actor, parsed.value.requestIds)
  const ways = await whatIsOpenTo(context, signedIn)
  const { locale } = context
  const published: SignatureRequestType[] = []
  for (const request of requests) {
    const wanted = proofsFor(request.level)
    for (const shown of request.shown ?? []) {
      const { lines, names } = await readableLines(context, signedIn.actor, shown)
      published.push(
        SignatureRequestType.of(request, shown, {
          sentence: say(MEANING_SENTENCES[shown.meaning], locale),
          consequence: say(MEANING_CONSEQUENCES[shown.meaning], locale),
          finality: say(SIGNING_IS_FOR_GOOD, locale),
          lines,
          subject: names.subject,
          wanted,
          open: ways.open.filter(
            (way) => wanted.includes(way) && reaches(way, request.level, ways.isCountersigned),
          ),
          passkeyWaits: request.level === 'PASSKEY' && ways.open.includes('PASSKEY') && !ways.isCountersigned,
          demonstration: ways.demonstration,
        }),
      )
    }
  }
  return published
}

/** The options for the browser: the challenge is what is signed. */
export const beginSignature = async (context: RequestContext, input: object): Promise<string | UserError> => {
  const { actor } = signingPerson(context)
  try {
    const { requestIds } = orRefuse(parseInput(SIGNATURE_INPUTS.begin, withUuids(input)))
    const requests = await ownRequests(context, actor, requestIds)
    for (const request of requests) mustBeOpen(request, context.now)
    const owner = { orgId: actor.organizationId, id: actor.staffId }
    const level = strictest(...requests.map((request) => request.level))
    const challenge = challengeBytes(challengeOf(statementsOf(requests)))
    return await signatureOptions(context, owner, challenge, level)
  } catch (error) {
    if (error instanceof Refused) return userError(error.refusal, context.locale)
    throw error
  }
}
