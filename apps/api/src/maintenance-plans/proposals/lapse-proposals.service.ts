/** Nobody plans any more for whoever was erased, or goes on in another archive: what was proposed for them lapses. */
import type { EntityManager } from 'typeorm'

const LAPSE = `
update plan_proposal set status = 'LAPSED', settled_at = $3, version = version + 1
 where org_id = $1 and client_id = any($2) and status = 'OPEN'`

export const lapseProposalsOf = async (
  manager: EntityManager,
  orgId: string,
  clientIds: readonly string[],
  at: Date,
): Promise<void> => {
  await manager.query(LAPSE, [orgId, clientIds, at])
}
