/** Asking for a verification. The worker carries it out (`carry-out-verification.service.ts`). */
import { notEligible, text, type LedgerChain } from '@steward/domain'
import { IsNull } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { RequestContext } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import type { UserError } from '../graphql/user-error.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { LedgerVerification } from './ledger-verification.entity.ts'
import { isLost } from './verification-lost.ts'

const OTHER = notEligible(
  'noOtherVerification',
  text('另一次核验正在进行，请等它结束。', 'Another verification is under way; wait until it has ended.'),
)

/** Puts a verification of one chain on the worker's list. Refused while another one of it is under way. */
const verify = (
  context: RequestContext,
  verb: 'ledger:verify' | 'audit:verify',
  chain: LedgerChain,
): Promise<LedgerVerification | UserError> =>
  transaction(context, verb, async (tx) => {
    const { organizationId: orgId, staffId } = tx.actor
    const { id: profileId } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
    // Of two who ask at once, the second sees the first.
    const profile = await tx.lock(OrganizationProfile, profileId)
    await refuseSecond(tx, chain)
    const id = newId()
    await tx.manager.insert(LedgerVerification, {
      orgId,
      id,
      chain,
      askedById: staffId,
      askedAt: tx.now,
      seenAt: tx.now,
    })
    tx.noteRead(OrganizationProfile, profile, verb.split(':')[0]!)
    tx.emit('ledgerVerificationDue', { type: 'LedgerVerification', id })
    tx.emit('changed', { type: 'LedgerVerification', id })
    return tx.get(LedgerVerification, id)
  })

export const verifyLedger = (context: RequestContext) => verify(context, 'ledger:verify', 'SIGN_OFFS')
export const verifyAudit = (context: RequestContext) => verify(context, 'audit:verify', 'AUDIT')

/** One that nobody carries out any more is ended, so that another may begin. */
const refuseSecond = async ({ manager, actor, now }: Transaction, chain: LedgerChain): Promise<void> => {
  const open = await manager.findBy(LedgerVerification, {
    orgId: actor.organizationId,
    chain,
    outcome: IsNull(),
  })
  if (open.some((it) => !isLost(it, now))) throw new Refused(OTHER)
  for (const { orgId, id } of open)
    await manager.update(LedgerVerification, { orgId, id }, { outcome: 'FAILED', finishedAt: now })
}

export interface PublishedKey {
  readonly kid: string
  readonly publicKey: string
  readonly from: Date
  readonly until: Date | null
}

/** As the signer publishes them, the root first. */
export const ledgerKeys = async ({ signer }: RequestContext): Promise<PublishedKey[]> =>
  (await signer.ring()).map(({ kid, publicKey, from, until }) => ({
    kid,
    publicKey,
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }))
