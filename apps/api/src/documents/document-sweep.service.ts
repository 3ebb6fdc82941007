/** On the day of an approved revision the worker puts it in force: effect and mark in one transaction, so exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { lockDocument, putInForce } from './document-writing.service.ts'
import { DocumentDue } from './document.entity.ts'

/** One that was ended before its day stays so. */
const enforce = async (manager: EntityManager, { orgId, id }: DueRow, now: Date): Promise<void> => {
  await asSystem(manager, { orgId, now, requestId: `document-${id}` }, async (tx) => {
    const at = await lockDocument(tx, id)
    if (at.revision.status === 'APPROVED') await putInForce(tx, at)
  })
  await manager.delete(DocumentDue, { orgId, id })
}

export const documentSweep = dueSweep({
  name: 'documents',
  table: 'document_due',
  work: enforce,
  failed: 'document not put in force',
})
