/** Photographs and files that show what was done for a task: kept as attached files are, read by whoever may read the task. */
import {
  attachmentName,
  can,
  formatOfName,
  invalidInput,
  planTaskFacts,
  text,
  type AttachmentFormat,
  type Permission,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import { keepContent, type Kept } from '../../attachments/keep-content.ts'
import {
  demandRoom,
  onItsWay,
  type AttachmentContext,
  type Incoming,
} from '../../attachments/attachment.service.ts'
import { examine } from '../../attachments/content/examine.ts'
import { Client } from '../../clients/client.entity.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import { shownEachTime } from '../../clients/confidential/at-hand.ts'
import type { VerbContext } from '../../context.ts'
import { Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { userError, UserError } from '../../graphql/user-error.ts'
import { lockPlanTask } from './kept-plan-task.service.ts'
import { PlanTask, PlanTaskEvidence } from './plan-task.entity.ts'

const UNKNOWN_FORMAT = invalidInput({
  path: 'name',
  message: text(
    '请添加图片（JPG、PNG、WebP）或 PDF 等文件。',
    'Add a picture (JPG, PNG, WebP) or a file such as a PDF.',
  ),
})

/** The task, for whoever may read it and do this with it. Throws NOT_FOUND or FORBIDDEN. */
const admitted = async (
  { dataSource, signedIn, locale }: VerbContext,
  permission: Permission,
  taskId: string,
): Promise<PlanTask> => {
  const { actor } = signedIn!
  const { organizationId: orgId } = actor
  return withTenant(dataSource, orgId, async (manager) => {
    const task = await manager.findOneBy(PlanTask, { orgId, id: taskId })
    const client = task?.clientId ? await manager.findOneBy(Client, { orgId, id: task.clientId }) : null
    const facts = task && planTaskFacts(task, client?.keyAccountManagerId ?? null)
    if (!task || !facts || !can(actor, 'planTask:read', facts)) throw accessError('NOT_FOUND', locale)
    if (!can(actor, permission, facts)) throw accessError('FORBIDDEN', locale)
    return task
  })
}

/** Open, for whoever may do this with it, and of somebody who is still here; locked. */
const lockOpen = async (tx: Transaction, taskId: string): Promise<PlanTask> => {
  const { task, client } = await lockPlanTask(tx, taskId)
  tx.admit('planTask:read', planTaskFacts(task, client?.keyAccountManagerId ?? null))
  if (client) await refuseMerged(tx, client)
  if (task.status !== 'SCHEDULED' && task.status !== 'IN_PROGRESS')
    throw new Refused({
      code: 'WRONG_STATUS',
      status: task.status,
      action: 'addEvidence',
      allowed: ['SCHEDULED', 'IN_PROGRESS'],
    })
  return task
}

/** The row of a content that is stored. */
export const tellOfEvidence = (
  tx: Transaction,
  { id: taskId }: PlanTask,
  { place, sizeBytes, sha256 }: Kept,
  told: Pick<PlanTaskEvidence, 'name' | 'format'>,
): Promise<PlanTaskEvidence> =>
  tx.insert(PlanTaskEvidence, {
    ...told,
    id: place.id,
    taskId,
    sizeBytes,
    sha256,
    addedById: tx.actor.staffId,
    addedAt: tx.now,
    removedById: null,
    removedAt: null,
    version: 1,
  })

/**
 * The content is asked for once the task is known to be the actor's. It is stored before its row is written; where the row is refused it
 * goes again, and where the process ends in between the worker takes it out.
 */
export const addEvidence = async (
  given: AttachmentContext,
  stated: { readonly taskId: string; readonly name: string },
  incoming: Incoming,
): Promise<PlanTaskEvidence | UserError> => {
  const context = shownEachTime(given)
  const name = attachmentName(stated.name)
  if (!formatOfName(name)) return userError(UNKNOWN_FORMAT, context.locale)
  const { orgId } = await admitted(context, 'planTask:addEvidence', stated.taskId)
  return incoming(async (sent) => {
    const { format, content } = await examine(name, sent)
    const place = { orgId, id: newId() }
    await onItsWay(context, place)
    const kept = await keepContent(context.storage, place, 'PERSONAL', content)
    const done = await transaction(context, 'planTask:addEvidence', async (tx) => {
      const task = await lockOpen(tx, stated.taskId)
      await demandRoom(tx, context.config.attachmentQuotaBytes, kept)
      return tellOfEvidence(tx, task, kept, { name, format })
    })
    // Where the answer is lost at the commit the worker looks whether the row stands.
    if (done instanceof UserError) await context.storage.remove(place)
    return done
  })
}

/** Answers the task that it was taken from. */
export const removeEvidence = (
  context: VerbContext,
  input: { readonly evidenceId: string; readonly expectedVersion: number },
): Promise<PlanTask | UserError> =>
  transaction(context, 'planTask:removeEvidence', async (tx) => {
    const { evidenceId, expectedVersion } = withUuids(input) as typeof input
    const { taskId } = await tx.get(PlanTaskEvidence, evidenceId)
    const task = await lockOpen(tx, taskId)
    const evidence = await tx.lock(PlanTaskEvidence, evidenceId, expectedVersion)
    if (evidence.removedAt) return task
    await tx.patch(PlanTaskEvidence, evidence, { removedAt: tx.now, removedById: tx.actor.staffId })
    tx.emit('attachmentRemoved', { type: 'PlanTaskEvidence', id: evidence.id })
    return task
  })

export interface ShownEvidence {
  readonly name: string
  readonly format: AttachmentFormat
  readonly content: NonNullable<Awaited<ReturnType<AttachmentContext['storage']['read']>>>
}

/** Throws NOT_FOUND where there is none any more. */
export const showEvidence = async (context: AttachmentContext, id: string): Promise<ShownEvidence> => {
  const { organizationId: orgId } = context.signedIn!.actor
  const found = await withTenant(context.dataSource, orgId, (manager) =>
    manager.findOneBy(PlanTaskEvidence, { orgId, id }),
  )
  if (!found || found.removedAt) throw accessError('NOT_FOUND', context.locale)
  await admitted(context, 'planTask:read', found.taskId)
  const content = await context.storage.read({ orgId, id })
  if (!content) throw accessError('NOT_FOUND', context.locale)
  return { name: found.name, format: found.format, content }
}
