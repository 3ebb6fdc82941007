/** Whether a partner may know of a case at this moment: the rule of POLICY for its account, and a living credential with the scope. */
import { can } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { readActor } from '../access/session.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'

export interface ToldPartner {
  readonly orgId: string
  readonly partnerId: string
  readonly staffId: string
}

const HOLDS_SCOPE = `
select 1 from partner_credential
 where org_id = $1 and partner_id = $2 and revoked_at is null and expires_at > $3 and 'complaint:read' = any(scopes) limit 1`

/** The case, where the partner may read it: told is never more than its own program could ask for. */
export const readableCase = async (
  manager: EntityManager,
  { orgId, partnerId, staffId }: ToldPartner,
  complaintId: string,
  now: Date,
): Promise<ComplaintEntity | undefined> => {
  const [held] = await manager.query<unknown[]>(HOLDS_SCOPE, [orgId, partnerId, now])
  if (!held) return undefined
  const actor = await readActor(manager, orgId, staffId)
  const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id: complaintId })
  return actor && complaint && can(actor, 'complaint:read', complaint) ? complaint : undefined
}
