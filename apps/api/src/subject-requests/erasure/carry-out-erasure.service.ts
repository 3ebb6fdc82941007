/** Carries an erasure out, in one transaction: the rows, the documents of their cases, the request. Files go by jobs of their own. */
import { contentShape, ERASED_WORD, withoutPersonal } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { asSystem } from '../../database/as-system.ts'
import type { Transaction } from '../../database/transaction.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { lapseProposalsOf } from '../../maintenance-plans/proposals/lapse-proposals.service.ts'
import { endTasksOf } from '../../maintenance-plans/tasks/end-tasks.service.ts'
import { SubjectRequestEntity } from '../subject-request.entity.ts'

const FILES = `
select id from attachment where org_id = $1 and client_id = any($2)
 union all
select e.id from plan_task_evidence e join plan_task t on t.org_id = e.org_id and t.id = e.task_id
 where e.org_id = $1 and t.client_id = any($2)`
const DOCUMENTS = `
select v.id from document_revision v join controlled_document d on d.org_id = v.org_id and d.id = v.document_id
  join complaint m on m.org_id = d.org_id and m.id = d.complaint_id where v.org_id = $1 and m.client_id = any($2)`
/** What somebody still has of them is asked back at once. */
const CHASE = `
update copy_due d set due_at = least(d.due_at, $3) from controlled_copy y join export_scope s on s.org_id = y.org_id and s.id = y.request_id
 where d.org_id = $1 and y.org_id = $1 and y.id = d.id and y.status in ('PRODUCED', 'HELD') and s.client_ids && $2::uuid[]`

type Place = readonly [orgId: string, clientIds: readonly string[]]

/** The agreement of a case is signed as commitments; its words in clear go. */
const clearDocuments = async (manager: EntityManager, place: Place): Promise<void> => {
  const [orgId] = place
  for (const { id } of await manager.query<{ id: string }[]>(DOCUMENTS, [...place])) {
    const { content, kind } = await manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id })
    await manager.update(
      DocumentRevisionEntity,
      { orgId, id },
      { content: withoutPersonal(content, contentShape(kind), ERASED_WORD) },
    )
  }
}

const answerRequest = async (tx: Transaction, client: Client): Promise<void> => {
  const { orgId, erasureRevisionId } = client
  const revision = await tx.manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id: erasureRevisionId! })
  const { number } = await tx.manager.findOneByOrFail(ControlledDocumentEntity, {
    orgId,
    id: revision.documentId,
  })
  const found = await tx.manager.findOneByOrFail(SubjectRequestEntity, {
    orgId,
    erasureRevisionId: revision.id,
  })
  const request = await tx.lock(SubjectRequestEntity, found.id)
  await tx.patch(SubjectRequestEntity, request, {
    status: 'ANSWERED',
    decidedById: revision.preparedById,
    decidedAt: tx.now,
    answer: `已按请求删除，销毁记录 ${number}。`,
    updatedAt: tx.now,
    updatedById: null,
  })
}

/** What was carried out already is left alone. */
export const carryOutErasure = async (
  manager: EntityManager,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  now: Date,
): Promise<void> => {
  const client = await manager.findOneBy(Client, { orgId, id })
  if (!client || client.erasedAt !== null || client.erasureRevisionId === null) return
  await asSystem(manager, { orgId, now, requestId: `erasure-${id}` }, async (tx) => {
    // Before the words of their documents go, the salts of their commitments do: see the function.
    const [{ ids }] = await manager.query<[{ ids: string[] }]>('select erase_client($1) as ids', [id])
    const place = [orgId, ids] as const
    await clearDocuments(manager, place)
    await endTasksOf(manager, ...place)
    await lapseProposalsOf(manager, ...place, tx.now)
    for (const file of await manager.query<{ id: string }[]>(FILES, [...place]))
      tx.emit('attachmentRemoved', { type: 'Attachment', id: file.id })
    await manager.query(CHASE, [...place, tx.now])
    await answerRequest(tx, client)
    tx.emit('changed', { type: 'Client', id })
  })
}
