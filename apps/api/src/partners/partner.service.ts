/** Partners and their credentials: who made one, who took it back, stands in the audit; the token stands nowhere. */
import {
  CREDENTIAL_TRANSITIONS,
  PARTNER_INPUTS,
  canTransition,
  parseInput,
  credentialStatus,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import { Session } from '../access/session.entity.ts'
import { hashToken, newCredentialToken } from '../access/token.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Staff, StaffRole } from '../organization/organization.entity.ts'
import { Partner, PartnerCredential } from './partner.entity.ts'

const DAY_MS = 86_400_000

/** Sessions of people end when these leave their desk; a program never leaves. 68 years, the most that the column holds. */
const NEVER_IDLE_SECONDS = 2_147_483_647

/** Adds a company, with the staff row under which its programs act. Refuses DUPLICATE where the name is taken. */
export const add = (context: VerbContext, input: object): Promise<Partner | UserError> =>
  transaction(context, 'partner:add', async (tx) => {
    const { name } = orRefuse(parseInput(PARTNER_INPUTS.add, input))
    const { organizationId: orgId } = tx.actor
    const namesake = await tx.manager.findOneBy(Partner, { orgId, name })
    if (namesake) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('Partner', namesake.id) })
    const staffId = await actingStaff(tx, name)
    return tx.insert(Partner, { name, staffId, createdAt: tx.now, version: 1 })
  })

/** Not by `tx.insert`: it is the partner's other side, and told with it. It has no password, so nobody signs in as it. */
const actingStaff = async (tx: Transaction, name: string): Promise<string> => {
  const { organizationId: orgId } = tx.actor
  const id = newId()
  await tx.manager.insert(Staff, {
    orgId,
    id,
    personId: newId(),
    signInName: `program-${id.slice(-12)}`,
    name,
    position: null,
    departmentId: null,
    createdAt: tx.now,
    disabledAt: null,
  })
  await tx.manager.insert(StaffRole, { orgId, id: newId(), staffId: id, role: 'PARTNER' })
  return id
}

/** A new credential and, when it was made just now, its token. */
export class IssuedCredential {
  readonly credential: PartnerCredential
  readonly token: string | null

  constructor(credential: PartnerCredential, token: string | null) {
    this.credential = credential
    this.token = token
  }
}

/** Makes a credential. The token leaves with this answer and is kept as a hash only. */
export const issueCredential = async (
  context: VerbContext,
  input: object,
): Promise<IssuedCredential | UserError> => {
  let token: string | null = null
  const made = await transaction(context, 'partner:issueCredential', async (tx) => {
    const { partnerId, ...stated } = withUuids(input)
    const { days, ...parsed } = orRefuse(parseInput(PARTNER_INPUTS.issueCredential, stated))
    const partner = await tx.get(Partner, partnerId as string)
    const credential = await tx.insert(PartnerCredential, {
      ...parsed,
      partnerId: partner.id,
      createdAt: tx.now,
      createdById: tx.actor.staffId,
      expiresAt: new Date(tx.now.getTime() + days * DAY_MS),
      revokedAt: null,
      version: 1,
    })
    token = newCredentialToken(credential.id)
    await tx.manager.insert(Session, {
      tokenHash: hashToken(token),
      id: credential.id,
      orgId: credential.orgId,
      staffId: partner.staffId,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      idleSeconds: NEVER_IDLE_SECONDS,
      expiresAt: credential.expiresAt,
    })
    return credential
  })
  return made instanceof UserError ? made : new IssuedCredential(made, token)
}

const ACTION = 'revokeCredential'

/** Takes a credential back: its session ends in the same transaction, so nothing is answered after the commit. */
export const revokeCredential = (
  context: VerbContext,
  input: { readonly credentialId: string },
): Promise<PartnerCredential | UserError> =>
  transaction(context, 'partner:revokeCredential', async (tx) => {
    const { credentialId, ...stated } = withUuids(input)
    const { expectedVersion } = orRefuse(parseInput(PARTNER_INPUTS.revokeCredential, stated))
    const credential = await tx.lock(PartnerCredential, credentialId as string, expectedVersion)
    const status = credentialStatus(credential, tx.now)
    if (!canTransition(CREDENTIAL_TRANSITIONS, ACTION, status))
      throw new Refused({ code: 'WRONG_STATUS', status, action: ACTION, allowed: ['ACTIVE'] })
    const { orgId, id } = credential
    await tx.manager.update(Session, { orgId, id }, { revokedAt: tx.now })
    return tx.patch(PartnerCredential, credential, { revokedAt: tx.now })
  })
