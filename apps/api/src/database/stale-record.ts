import type { EntityManager } from 'typeorm'
import { AuditEntry } from '../audit/audit.entity.ts'
import { Refused } from './refused.ts'

/** Who moved the record on, and when. */
export const staleRecord = async (
  manager: EntityManager,
  row: { readonly orgId: string; readonly id: string; readonly [column: string]: unknown },
  now: Date,
): Promise<Refused> => {
  const last = await manager.findOne(AuditEntry, {
    where: { orgId: row.orgId, subjectId: row.id },
    order: { at: 'DESC', id: 'DESC' },
  })
  return new Refused({
    code: 'STALE_RECORD',
    changedBy: last?.actorId ?? null,
    changedAt: last?.at ?? now,
    version: row['version'] as number,
  })
}
