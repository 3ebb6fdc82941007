/** What leaves the house of the ledger is noted before it does: who took what, and when. */
import { hasPermission } from '@steward/domain'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { RequestContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { proofOf } from './proof.service.ts'

/** Notes that a whole chain was taken out, of so many entries. */
export const noteExport = (
  context: RequestContext,
  verb: 'ledger:export' | 'audit:export',
  size: number,
): Promise<unknown> =>
  transaction(context, verb, async (tx) => {
    const { organizationId: orgId } = tx.actor
    const profile = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
    tx.noteRead(OrganizationProfile, profile, `${size}`)
    return profile
  })

export interface CaseProof {
  readonly number: string
  /** Null while no checkpoint covers a signature of the case: then nothing is noted either. */
  readonly proof: object | null
}

/** The proof of a case's signatures; those who may read the investigation get the signers' comments with it. */
export const proveCase = async (context: RequestContext, complaintId: string): Promise<CaseProof> => {
  const found: { proof: object | null } = { proof: null }
  const complaint = await transaction(context, 'signOff:prove', async (tx) => {
    const row = await tx.get(ComplaintEntity, complaintId)
    tx.admit('signOff:read', row)
    const withComments = hasPermission(tx.actor, 'complaint:readInvestigation')
    const { signer } = context
    found.proof = await proofOf(tx.manager, row.orgId, row.id, { signer, withComments })
    if (found.proof) tx.noteRead(ComplaintEntity, row, row.number)
    return row
  })
  return { number: (complaint as ComplaintEntity).number, proof: found.proof }
}
