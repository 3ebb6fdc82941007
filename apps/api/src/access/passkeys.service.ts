/**
 * Passkeys (WebAuthn). The device itself asks for a finger, a face or its PIN, and answers only to our own address, so that a
 * passkey alone is enough to come in and a copied page gets nothing. Every challenge is ours, short-lived and used once.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { ACCOUNT_INPUTS, notEligible, parseInput, text, type Proof } from '@steward/domain'
import type { RequestContext, SignedIn } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { activeFactors } from './factors.service.ts'
import { openSession } from './open-session.service.ts'
import { noteProof } from './proof.service.ts'
import { SecondFactor } from './second-factor.entity.ts'
import { beginAttempt, endAttempt, findAttempt } from './second-step.service.ts'
import { Session } from './session.entity.ts'
import type { SignedInViewer } from './signed-in-viewer.ts'

const CHALLENGE_MINUTES = 5
/** EdDSA, ES256, RS256: those that the offline verifier knows. */
const ALGORITHMS = [-8, -7, -257]
export const PASSKEY_DOES_NOT_FIT = notEligible(
  'passkeyFits',
  text('这个通行密钥不能在这里使用，或时间已过。', 'This passkey is not good here, or it took too long.'),
)

export interface Owner {
  readonly orgId: string
  readonly id: string
}

/** The authenticator gives this back with its answer: organization and person, so that no name need be typed. */
const handleOf = ({ orgId, id }: Owner) =>
  new Uint8Array(Buffer.from(`${orgId}${id}`.replaceAll('-', ''), 'hex'))

const ownerOf = (handle: string | undefined): Owner | undefined => {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex')
  const uuid = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return hex.length === 64 ? { orgId: uuid(hex.slice(0, 32)), id: uuid(hex.slice(32)) } : undefined
}

/** This address, to which alone a device answers. */
export const relyingParty = ({ config }: RequestContext) => ({
  id: config.publicUrl.hostname,
  origin: config.publicUrl.origin,
})

/** Keeps a challenge with the session until it is answered. */
const keepChallenge = (context: RequestContext, { tokenHash }: SignedIn, challenge: string) =>
  context.dataSource.manager.update(
    Session,
    { tokenHash },
    { challenge, challengeExpiresAt: new Date(context.now.getTime() + CHALLENGE_MINUTES * 60_000) },
  )

/** The session's challenge, for the only time: of two answers to it the second finds none. */
const takeChallenge = async (
  { dataSource, now }: RequestContext,
  { tokenHash }: SignedIn,
): Promise<string | undefined> => {
  const session = await dataSource.manager.findOneBy(Session, { tokenHash })
  const { challenge, challengeExpiresAt } = session ?? {}
  if (!challenge || !challengeExpiresAt || challengeExpiresAt < now) return undefined
  const gone = { challenge: null, challengeExpiresAt: null }
  const { affected } = await dataSource.manager.update(Session, { tokenHash, challenge }, gone)
  return affected === 1 ? challenge : undefined
}

/** What the browser needs to make a passkey for this person, as JSON. */
export const registrationOptions = async (
  context: RequestContext,
  signedIn: SignedIn,
  person: Owner & { readonly signInName: string; readonly name: string },
): Promise<string> => {
  const known = await withTenant(context.dataSource, person.orgId, (manager) =>
    activeFactors(manager, person),
  )
  const options = await generateRegistrationOptions({
    rpName: '管家 Steward',
    rpID: relyingParty(context).id,
    userName: person.signInName,
    userDisplayName: person.name,
    userID: handleOf(person),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.flatMap(({ credentialId }) => (credentialId ? [{ id: credentialId }] : [])),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(context, signedIn, options.challenge)
  return JSON.stringify(options)
}

/** The columns of a passkey that answered our challenge; refuses any other. */
export const verifiedPasskey = async (
  context: RequestContext,
  signedIn: SignedIn,
  response: string,
): Promise<Pick<SecondFactor, 'credentialId' | 'publicKey' | 'signCount' | 'transports'>> => {
  const expectedChallenge = await takeChallenge(context, signedIn)
  const { id, origin } = relyingParty(context)
  const answer = parsed<RegistrationResponseJSON>(response)
  const verified =
    expectedChallenge && answer
      ? await verifyRegistrationResponse({
          response: answer,
          expectedChallenge,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }).catch(() => undefined)
      : undefined
  if (!verified?.verified) throw new Refused(PASSKEY_DOES_NOT_FIT)
  const { credential } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: credential.transports?.join(',') ?? null,
  }
}

/** What came as JSON, or undefined. */
export const parsed = <T>(json: string): T | undefined => {
  try {
    return JSON.parse(json) as T
  } catch {
    return undefined
  }
}

const signInOptions = (context: RequestContext) =>
  generateAuthenticationOptions({ rpID: relyingParty(context).id, userVerification: 'required' })

/** Whose passkey answered this challenge; undefined for any other answer. Its counter is raised. */
const whoAnswered = async (
  context: RequestContext,
  expectedChallenge: string,
  json: string,
): Promise<Owner | undefined> => {
  const response = parsed<AuthenticationResponseJSON>(json)
  const owner = ownerOf(response?.response?.userHandle)
  if (!response || !owner || typeof response.id !== 'string') return undefined
  const { id: rpID, origin } = relyingParty(context)
  return withTenant(context.dataSource, owner.orgId, async (manager) => {
    const factors = await activeFactors(manager, owner)
    const factor = factors.find(({ credentialId }) => credentialId === response.id)
    if (!factor?.publicKey || !factor.credentialId) return undefined
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: factor.credentialId,
        publicKey: new Uint8Array(factor.publicKey),
        counter: factor.signCount ?? 0,
      },
    }).catch(() => undefined)
    if (!verified?.verified) return undefined
    const { newCounter } = verified.authenticationInfo
    await manager.update(
      SecondFactor,
      { orgId: owner.orgId, id: factor.id },
      { signCount: newCounter, lastUsedAt: context.now },
    )
    return owner
  })
}

/** Begins to sign in: any passkey of this address will do, the answer says whose it is. */
export const beginPasskeySignIn = async (context: RequestContext): Promise<string> => {
  const options = await signInOptions(context)
  await beginAttempt(context, { challenge: options.challenge })
  return JSON.stringify(options)
}

/** A passkey alone: the device has asked for finger, face or PIN. RATE_LIMITED after too many that do not fit. */
export const signInWithPasskey = async (
  context: RequestContext,
  input: object,
): Promise<SignedInViewer | UserError> => {
  const { locale, throttle, remoteAddress } = context
  // By the address alone: whoever fails from one must not keep everybody else out.
  const throttled = `passkey ${remoteAddress}`
  const retryAfterSeconds = await throttle.waitSeconds(throttled, remoteAddress)
  if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
  const given = parseInput(ACCOUNT_INPUTS.passkey, input)
  if (!given.ok) return userError(given.error, locale)
  const attempt = await findAttempt(context)
  // Ended first: a challenge is good for one answer, whatever that is.
  const challenge = attempt && (await endAttempt(context, attempt)) ? attempt.challenge : null
  const owner = challenge === null ? undefined : await whoAnswered(context, challenge, given.value.response)
  if (!owner) {
    await throttle.failed(throttled, remoteAddress)
    return userError(PASSKEY_DOES_NOT_FIT, locale)
  }
  return openSession(context, owner, 'PASSKEY')
}

export const beginPasskeyProof = async (context: RequestContext): Promise<string> => {
  if (!context.signedIn) throw accessError('UNAUTHENTICATED', context.locale)
  const options = await signInOptions(context)
  await keepChallenge(context, context.signedIn, options.challenge)
  return JSON.stringify(options)
}

/** Shows again that it is you, by a passkey of your own. */
export const proveWithPasskey = async (
  context: RequestContext,
  input: object,
): Promise<Proof | UserError> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const given = parseInput(ACCOUNT_INPUTS.passkey, input)
  if (!given.ok) return userError(given.error, locale)
  const challenge = await takeChallenge(context, signedIn)
  const owner = challenge ? await whoAnswered(context, challenge, given.value.response) : undefined
  // A program has no passkey, and its token is not ours to replace.
  if (signedIn.credential || owner?.id !== signedIn.actor.staffId)
    return userError(PASSKEY_DOES_NOT_FIT, locale)
  return noteProof(context, signedIn, 'PASSKEY')
}
