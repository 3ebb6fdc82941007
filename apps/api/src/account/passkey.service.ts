/** Adding a passkey to one's own account. */
import { ACCOUNT_INPUTS, parseInput } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { registrationOptions, verifiedPasskey } from '../access/passkeys.service.ts'
import { spkiOf } from '../access/passkey-key.ts'
import { demandFreshProof } from '../access/proof.service.ts'
import { SecondFactor } from '../access/second-factor.entity.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { UserError, userError } from '../graphql/user-error.ts'
import { Organization, Staff } from '../organization/organization.entity.ts'
import { FactorAdded } from './account.type.ts'
import { addFactor, haveRoles, ownVerb } from './factor.service.ts'

/** The options for the browser; refused without a fresh proof, before the person is asked for a finger. */
export const beginPasskey = async (context: RequestContext): Promise<string | UserError> => {
  const { signedIn, dataSource, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { organizationId: orgId, staffId: id } = signedIn.actor
  try {
    await demandFreshProof(dataSource.manager, context)
  } catch (error) {
    if (error instanceof Refused) return userError(error.refusal, locale)
    throw error
  }
  const person = await withTenant(dataSource, orgId, async (manager) => {
    const staff = await manager.findOneByOrFail(Staff, { orgId, id })
    const { code } = await manager.findOneByOrFail(Organization, { id: orgId })
    return { orgId, id, name: staff.name, signInName: `${staff.signInName}@${code}` }
  })
  return registrationOptions(context, signedIn, person)
}

export const addPasskey = async (
  context: RequestContext,
  input: object,
): Promise<FactorAdded | UserError> => {
  let added = { factorId: '', recoveryCodes: [] as string[] }
  const done = await ownVerb(context, 'account:addPasskey', input, async (tx, staff) => {
    const { name, response } = orRefuse(parseInput(ACCOUNT_INPUTS.addPasskey, input))
    const passkey = await verifiedPasskey(context, context.signedIn!, response)
    const factor = { orgId: staff.orgId, id: newId() }
    await tx.manager.insert(SecondFactor, {
      ...factor,
      ...passkey,
      staffId: staff.id,
      kind: 'PASSKEY',
      name,
      createdAt: tx.now,
    })
    added = await addFactor(tx, context, staff, factor)
    const { provedAt, provedBy } = await demandFreshProof(tx.manager, context)
    tx.enter({
      v: 1,
      org: staff.orgId,
      kind: 'PASSKEY_ADDED',
      id: factor.id,
      holder: { staff: staff.id, person: staff.personId },
      credential: Buffer.from(passkey.credentialId!, 'base64url').toString('hex'),
      publicKey: spkiOf(passkey.publicKey!),
      addedAt: tx.now.toISOString(),
      proof: { method: provedBy, at: provedAt.toISOString() },
    })
  })
  if (done instanceof UserError) return done
  await haveRoles(context)
  return Object.assign(new FactorAdded(), added)
}
