/** Signing with a passkey: the challenge is what is signed. */
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server'
import { notEligible, reaches, text, type ProofLevel } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { GivenProof } from '../sign-off/ceremony.service.ts'
import { activeFactors } from './factors.service.ts'
import { spkiOf } from './passkey-key.ts'
import { parsed, PASSKEY_DOES_NOT_FIT, relyingParty, type Owner } from './passkeys.service.ts'
import { SecondFactor } from './second-factor.entity.ts'

const PASSKEY_WAITS = notEligible(
  'passkeyIsCountersigned',
  text(
    '这个通行密钥还在等待管理员确认；确认之后才能用于这项签署。',
    'This passkey waits for an administrator to confirm that it is yours; then it can give this signature.',
  ),
)

/** Options to sign with: the challenge is what is signed, and only one's own passkeys will do. @param challenge 32 bytes */
export const signatureOptions = async (
  context: RequestContext,
  person: Owner,
  challenge: Uint8Array,
  level: ProofLevel,
): Promise<string> => {
  const all = await withTenant(context.dataSource, person.orgId, (manager) => activeFactors(manager, person))
  const factors = all.filter(({ countersignedAt }) => reaches('PASSKEY', level, countersignedAt !== null))
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(context).id,
    challenge: new Uint8Array(challenge),
    userVerification: 'required',
    allowCredentials: factors.flatMap(({ credentialId }) => (credentialId ? [{ id: credentialId }] : [])),
  })
  return JSON.stringify(options)
}

/** What one of the person's passkeys answered to exactly this challenge; refuses anything else. Its counter is raised. */
export const signedByPasskey = async (
  context: RequestContext,
  person: Owner,
  {
    challenge,
    response: json,
    level,
  }: { readonly challenge: Uint8Array; readonly response: string; readonly level: ProofLevel },
): Promise<Pick<GivenProof, 'factor' | 'passkey' | 'countersignature'>> => {
  const response = parsed<AuthenticationResponseJSON>(json)
  const { id: rpID, origin } = relyingParty(context)
  return withTenant(context.dataSource, person.orgId, async (manager) => {
    const factors = await activeFactors(manager, person)
    const factor = factors.find(({ credentialId }) => credentialId !== null && credentialId === response?.id)
    if (!response || !factor?.publicKey || !factor.credentialId) throw new Refused(PASSKEY_DOES_NOT_FIT)
    if (!reaches('PASSKEY', level, factor.countersignedAt !== null)) throw new Refused(PASSKEY_WAITS)
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: factor.credentialId,
        publicKey: new Uint8Array(factor.publicKey),
        counter: factor.signCount ?? 0,
      },
    }).catch(() => undefined)
    if (!verified?.verified) throw new Refused(PASSKEY_DOES_NOT_FIT)
    const { newCounter } = verified.authenticationInfo
    await manager.update(
      SecondFactor,
      { orgId: person.orgId, id: factor.id },
      { signCount: newCounter, lastUsedAt: context.now },
    )
    const { authenticatorData, clientDataJSON, signature } = response.response
    return {
      factor: factor.id,
      ...(factor.countersignatureId ? { countersignature: factor.countersignatureId } : {}),
      passkey: {
        authenticatorData: hexOf(authenticatorData),
        clientDataJSON: hexOf(clientDataJSON),
        credential: hexOf(factor.credentialId),
        publicKey: spkiOf(factor.publicKey),
        signature: hexOf(signature),
      },
    }
  })
}

const hexOf = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('hex')
