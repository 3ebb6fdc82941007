/** One's own second factors. Each verb locks the person's row; what changes is told in the trail of the person, secrets never. */
import { ACCOUNT_INPUTS, notEligible, parseInput, text, type Permission } from '@steward/domain'
import { IsNull } from 'typeorm'
import { v7 as newId } from 'uuid'
import { activeFactors, secretPlace, spendStep } from '../access/factors.service.ts'
import { codeUri, newCodeSecret } from '../access/one-time-code.ts'
import { demandFreshProof } from '../access/proof.service.ts'
import { RecoveryCode, SecondFactor } from '../access/second-factor.entity.ts'
import { CODE_DOES_NOT_FIT } from '../access/second-step.service.ts'
import { Session } from '../access/session.entity.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Organization, Staff } from '../organization/organization.entity.ts'
import { withoutSecrets } from '../organization/secrets.ts'
import { FactorAdded, FactorRemoved, OneTimeCodeSetUp, RecoveryCodesRenewed } from './account.type.ts'
import { makeRecoveryCodes } from './recovery.service.ts'

type OwnVerb = Extract<Permission, `account:${string}`>

/** A verb on one's own account: the person's row is locked and the proof fresh. */
export const ownVerb = (
  context: RequestContext,
  verb: OwnVerb,
  input: object,
  work: (tx: Transaction, staff: Staff) => Promise<void>,
): Promise<Staff | UserError> =>
  transaction(withoutSecrets(context, input), verb, async (tx) => {
    const staff = await tx.lock(Staff, tx.actor.staffId)
    await demandFreshProof(tx.manager, context)
    await work(tx, staff)
    return staff
  })

/** Of several requests of one person the codes that were wrong count together. */
export const mustNotWait = async ({ throttle, locale, signedIn }: RequestContext): Promise<void> => {
  const retryAfterSeconds = signedIn ? await throttle.codeWaitSeconds(signedIn.actor.staffId) : 0
  if (retryAfterSeconds > 0) throw accessError('RATE_LIMITED', locale, { retryAfterSeconds })
}

/** Begins: a secret for the app. Nothing counts until a code of it was seen; an earlier beginning is dropped. */
export const setUpOneTimeCode = async (
  context: RequestContext,
  input: object,
): Promise<OneTimeCodeSetUp | UserError> => {
  const secret = newCodeSecret()
  const id = newId()
  let account = ''
  const done = await ownVerb(context, 'account:setUpOneTimeCode', input, async (tx, staff) => {
    const { name } = orRefuse(parseInput(ACCOUNT_INPUTS.setUpOneTimeCode, input))
    const { orgId } = staff
    const organization = await tx.manager.findOneByOrFail(Organization, { id: orgId })
    account = `${staff.signInName}@${organization.code}`
    await tx.manager.update(
      SecondFactor,
      { orgId, staffId: staff.id, confirmedAt: IsNull(), removedAt: IsNull() },
      { removedAt: tx.now, sealedSecret: null },
    )
    await tx.manager.insert(SecondFactor, {
      orgId,
      id,
      staffId: staff.id,
      kind: 'ONE_TIME_CODE',
      name,
      sealedSecret: context.vault.seal(secretPlace({ orgId, id }), secret),
      createdAt: tx.now,
    })
  })
  if (done instanceof UserError) return done
  return Object.assign(new OneTimeCodeSetUp(), {
    factorId: toGlobalId('SecondFactor', id),
    uri: codeUri(secret, account),
    secret,
  })
}

/** Ends: the app's code was seen, so from now on signing in asks for it. */
export const confirmOneTimeCode = async (
  context: RequestContext,
  input: object,
): Promise<FactorAdded | UserError> => {
  await mustNotWait(context)
  let added = { factorId: '', recoveryCodes: [] as string[] }
  let wrong = false
  const done = await ownVerb(context, 'account:confirmOneTimeCode', input, async (tx, staff) => {
    const { factorId, code } = orRefuse(parseInput(ACCOUNT_INPUTS.confirmOneTimeCode, withUuids(input)))
    const factor = await tx.get(SecondFactor, factorId)
    if (factor.staffId !== staff.id || factor.removedAt || factor.confirmedAt)
      throw accessError('NOT_FOUND', context.locale)
    if (!(await spendStep(tx.manager, context.vault, factor, code.replace(/\s/g, ''), tx.now))) {
      wrong = true
      throw new Refused(CODE_DOES_NOT_FIT)
    }
    added = await addFactor(tx, context, staff, factor)
  })
  if (wrong) await context.throttle.codeFailed(context.signedIn!.actor.staffId)
  if (done instanceof UserError) return done
  await haveRoles(context)
  return Object.assign(new FactorAdded(), added)
}

/** A session that owed the factor has its roles from its next request on: the cached actor without them goes. */
export const haveRoles = async ({ sessions, signedIn }: RequestContext): Promise<void> => {
  if (signedIn) await sessions.resolve(signedIn.tokenHash, true)
}

/** From now on it counts. The first one brings recovery codes, and lets a session that owed it have its roles. */
export const addFactor = async (
  tx: Transaction,
  context: RequestContext,
  staff: Staff,
  factor: Pick<SecondFactor, 'orgId' | 'id'>,
): Promise<{ factorId: string; recoveryCodes: string[] }> => {
  const { orgId, id: staffId } = staff
  const before = await activeFactors(tx.manager, staff)
  await tx.manager.update(SecondFactor, { orgId, id: factor.id }, { confirmedAt: tx.now })
  const after = await activeFactors(tx.manager, staff)
  tell(tx, staff, before, after)
  await tx.manager
    .createQueryBuilder()
    .update(Session)
    .set({ owesFactor: false, version: () => 'version + 1' })
    .where('org_id = :orgId and staff_id = :staffId and owes_factor and revoked_at is null', {
      orgId,
      staffId,
    })
    .execute()
  const hasCodes = await tx.manager.existsBy(RecoveryCode, { orgId, staffId, usedAt: IsNull() })
  const recoveryCodes = hasCodes ? [] : await makeRecoveryCodes(tx, context.vault, staff)
  return { factorId: toGlobalId('SecondFactor', factor.id), recoveryCodes }
}

const NO_FACTOR = notEligible(
  'hasFactor',
  text('请先设置动态验证码或通行密钥。', 'Set up a one-time code or a passkey first.'),
)

/** Takes one away. Its secret goes with it; with the last one go the recovery codes. */
export const removeFactor = async (
  context: RequestContext,
  input: { readonly factorId: string },
): Promise<FactorRemoved | UserError> => {
  const done = await ownVerb(context, 'account:removeFactor', input, async (tx, staff) => {
    const { factorId } = orRefuse(parseInput(ACCOUNT_INPUTS.removeFactor, withUuids(input)))
    const factor = await tx.get(SecondFactor, factorId)
    if (factor.staffId !== staff.id || factor.removedAt) throw accessError('NOT_FOUND', context.locale)
    const before = await activeFactors(tx.manager, staff)
    await dropFactors(tx, staff, [factor])
    tell(tx, staff, before, await activeFactors(tx.manager, staff))
  })
  return done instanceof UserError ? done : Object.assign(new FactorRemoved(), { factorId: input.factorId })
}

/** Removes factors of a person whose row is locked, their secrets first of all. The ledger is told of a passkey's end. */
export const dropFactors = async (
  tx: Transaction,
  { orgId, id: staffId, personId }: Staff,
  factors: readonly SecondFactor[],
): Promise<void> => {
  for (const { id, credentialId } of factors) {
    if (credentialId !== null)
      tx.enter({
        v: 1,
        org: orgId,
        kind: 'PASSKEY_REMOVED',
        id: tx.newId(),
        holder: { staff: staffId, person: personId },
        credential: Buffer.from(credentialId, 'base64url').toString('hex'),
        removedAt: tx.now.toISOString(),
        by: tx.actor.staffId,
      })
    await tx.manager.update(
      SecondFactor,
      { orgId, id },
      { removedAt: tx.now, sealedSecret: null, publicKey: null, credentialId: null },
    )
  }
  if ((await activeFactors(tx.manager, { orgId, id: staffId })).length === 0)
    await tx.manager.delete(RecoveryCode, { orgId, staffId })
}

/** What the trail says of a person's factors: their kinds and names. */
export const tell = (
  tx: Transaction,
  staff: Staff,
  before: readonly SecondFactor[],
  after: readonly SecondFactor[],
): void => {
  const said = (factors: readonly SecondFactor[]) => factors.map(({ kind, name }) => `${kind} ${name}`)
  tx.tell(Staff, staff, 'secondFactors', said(before), said(after))
}

/** A new set of recovery codes; what was on the old paper is void. */
export const renewRecoveryCodes = async (
  context: RequestContext,
  input: object,
): Promise<RecoveryCodesRenewed | UserError> => {
  let recoveryCodes: string[] = []
  const done = await ownVerb(context, 'account:renewRecoveryCodes', input, async (tx, staff) => {
    if ((await activeFactors(tx.manager, staff)).length === 0) throw new Refused(NO_FACTOR)
    recoveryCodes = await makeRecoveryCodes(tx, context.vault, staff)
    tx.tell(Staff, staff, 'recoveryCodesRenewedAt', null, tx.now)
  })
  return done instanceof UserError ? done : Object.assign(new RecoveryCodesRenewed(), { recoveryCodes })
}
