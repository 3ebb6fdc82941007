/** Files that hang on a client: attached, shown, removed. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ATTACHMENT_INPUTS, can, notEligible, parseInput, text, type Permission } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { Client } from '../clients/client.entity.ts'
import { shownEachTime, type SealingContext } from '../clients/confidential/at-hand.ts'
import { findSeal, keyIsDestroyed } from '../clients/confidential/client-seal.service.ts'
import { clientFacts, inUse, keptClient } from '../clients/kept-client.ts'
import { recordReveal } from '../clients/reveals/reveal.service.ts'
import type { Services, VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import { userError, UserError } from '../graphql/user-error.ts'
import type { FileStorage, StoredPlace } from '../storage/file-storage.ts'
import { AttachmentDue, AttachmentEntity } from './attachment.entity.ts'
import { examine } from './content/examine.ts'
import { openContent } from './content/sealed-content.ts'
import { keepContent, tellOfContent, type Kept } from './keep-content.ts'

/** A verb that keeps or opens a content. */
export type AttachmentContext = SealingContext & {
  readonly storage: FileStorage
  readonly config: Pick<Services['config'], 'attachmentQuotaBytes'>
}

/** Asks for the whole of what is being sent, and hands it to the work. */
export type Incoming = <T>(work: (content: Buffer) => Promise<T>) => Promise<T>

/** Whose archive it is, as the desk sees it. Throws NOT_FOUND where the actor may not read it, FORBIDDEN where this is not theirs to do. */
const admitted = (context: VerbContext, permission: Permission, client: Client | null): Client => {
  const { actor } = context.signedIn!
  if (!client || !can(actor, 'client:read', clientFacts(client)))
    throw accessError('NOT_FOUND', context.locale)
  if (!can(actor, permission, clientFacts(client))) throw accessError('FORBIDDEN', context.locale)
  return client
}

/**
 * Attaches a file. The content is asked for once the client is known to be the actor's: nobody sends twenty megabytes in vain. It is
 * stored before its row is written, outside the transaction; where the row is refused it goes again, and where the process ends in
 * between the worker takes it out.
 * @throws ContentRefused where it is not what its name says
 */
export const add = async (
  given: AttachmentContext,
  stated: object,
  incoming: Incoming,
): Promise<AttachmentEntity | UserError> => {
  // What is sent twice is there twice: a key would be answered without the content having been looked at.
  const context = shownEachTime(given)
  const input = parseInput(ATTACHMENT_INPUTS.add, stated)
  if (!input.ok) return userError(input.error, context.locale)
  const { clientId, name, classification } = input.value
  const { organizationId: orgId } = context.signedIn!.actor
  const client = await withTenant(context.dataSource, orgId, (manager) =>
    manager.findOneBy(Client, { orgId, id: clientId }),
  )
  admitted(context, 'attachment:add', client)
  return incoming(async (sent) => {
    const { format, content } = await examine(name, sent)
    const place = { orgId, id: newId() }
    await onItsWay(context, place)
    const kept = await keepContent(context.storage, place, classification, content)
    const done = await transaction(context, 'attachment:add', async (tx) => {
      inUse(await keptClient(tx, clientId), 'amend')
      await demandRoom(tx, context.config.attachmentQuotaBytes, kept)
      const { note } = input.value
      return tellOfContent(tx, context.vault, clientId, kept, { name, note, format, classification })
    }).catch(async (error: unknown) => {
      // A connection that is lost at the commit does not say whether the row stands: its content goes only where it does not.
      if (!(await stands(context, kept).catch(() => true))) await context.storage.remove(kept.place)
      throw error
    })
    if (done instanceof UserError) await context.storage.remove(kept.place)
    return done
  })
}

/** Longer than any request lasts. */
const ON_ITS_WAY_MILLISECONDS = 3_600_000

/** Whoever stores a content says so before: the worker takes out what no row tells of in the end. */
export const onItsWay = ({ dataSource, now }: AttachmentContext, place: StoredPlace) =>
  withTenant(dataSource, place.orgId, (manager) =>
    manager.insert(AttachmentDue, {
      ...place,
      dueAt: new Date(now.getTime() + ON_ITS_WAY_MILLISECONDS),
    }),
  )

const stands = ({ dataSource }: AttachmentContext, { place }: Kept): Promise<boolean> =>
  withTenant(dataSource, place.orgId, (manager) => manager.existsBy(AttachmentEntity, place))

const KEPT_BYTES = `
select (select coalesce(sum(size_bytes), 0) from attachment where org_id = $1 and removed_at is null)
     + (select coalesce(sum(size_bytes), 0) from plan_task_evidence where org_id = $1 and removed_at is null) as bytes`

/** What is committed counts: files that come at the same moment may pass the quota together by their own size. */
export const demandRoom = async (tx: Transaction, quotaBytes: number, { sizeBytes }: Kept): Promise<void> => {
  const [row] = await tx.manager.query<[{ bytes: number | string }]>(KEPT_BYTES, [tx.actor.organizationId])
  if (Number(row.bytes) + sizeBytes <= quotaBytes) return
  throw new Refused(
    notEligible(
      'attachmentQuota',
      text(
        '企业的附件空间已满。请移除不再需要的附件，或联系系统管理员扩容。',
        'The room for files of the organization is used up. Remove files that nobody needs, or ask the administrator for more.',
      ),
    ),
  )
}

export const remove = (context: VerbContext, input: object): Promise<AttachmentEntity | UserError> =>
  transaction(context, 'attachment:remove', async (tx) => {
    const { attachmentId, expectedVersion, reason } = orRefuse(
      parseInput(ATTACHMENT_INPUTS.remove, withUuids(input)),
    )
    const { clientId } = await tx.get(AttachmentEntity, attachmentId)
    await keptClient(tx, clientId)
    const row = await tx.lock(AttachmentEntity, attachmentId, expectedVersion)
    if (row.removedAt)
      throw new Refused({ code: 'WRONG_STATUS', status: 'REMOVED', action: 'remove', allowed: ['PRESENT'] })
    tx.emit('attachmentRemoved', { type: 'Attachment', id: row.id })
    // Without its key a sensitive content is gone at once, in every copy.
    return tx.patch(AttachmentEntity, row, {
      removedAt: tx.now,
      removedById: tx.actor.staffId,
      removalReason: reason,
      sealedKey: null,
    })
  })

const REASON_NEEDED = notEligible(
  'isSensitive',
  text('查看敏感附件须先说明用途。', 'A sensitive file is shown for a reason only.'),
)
const NOT_SENSITIVE = notEligible(
  'isNotSensitive',
  text('该附件可直接查看。', 'This file is not sensitive: it opens without a reason.'),
)

/** A content that is answered, under its own name. */
export interface ShownContent {
  readonly attachment: AttachmentEntity
  readonly content: Readable | Buffer
}

/** One that is not sensitive. Throws NOT_FOUND where there is none any more. */
export const show = async (
  context: AttachmentContext,
  attachmentId: string,
): Promise<ShownContent | UserError> => {
  const { organizationId: orgId } = context.signedIn!.actor
  const { attachment, client } = await withTenant(context.dataSource, orgId, async (manager) => {
    const found = await manager.findOneBy(AttachmentEntity, { orgId, id: attachmentId })
    return {
      attachment: found,
      client: found && (await manager.findOneBy(Client, { orgId, id: found.clientId })),
    }
  })
  admitted(context, 'attachment:read', client)
  if (attachment?.removedAt !== null) throw accessError('NOT_FOUND', context.locale)
  if (attachment.classification === 'SENSITIVE') return userError(REASON_NEEDED, context.locale)
  const content = await context.storage.read({ orgId, id: attachment.id })
  if (!content) throw accessError('NOT_FOUND', context.locale)
  return { attachment, content }
}

/** A sensitive one, for a reason: on record, and counted with what else is sealed. */
export const reveal = async (
  context: AttachmentContext,
  stated: object,
): Promise<ShownContent | UserError> => {
  let key: string | undefined
  const row = await transaction(shownEachTime(context), 'attachment:reveal', async (tx) => {
    const { attachmentId, reason } = orRefuse(parseInput(ATTACHMENT_INPUTS.reveal, stated))
    const attachment = await tx.get(AttachmentEntity, attachmentId)
    const client = await tx.get(Client, attachment.clientId)
    tx.admit('client:read', clientFacts(client))
    if (attachment.removedAt) throw accessError('NOT_FOUND', context.locale)
    if (attachment.sealedKey === null) throw new Refused(NOT_SENSITIVE)
    const seal = await findSeal(tx.manager, context.vault, client)
    key = seal?.open(AttachmentEntity, attachment, 'sealedKey', attachment.sealedKey)
    if (key === undefined) throw keyIsDestroyed()
    await recordReveal(tx, { kind: 'ATTACHMENT', clientId: client.id, fields: ['attachment'], reason })
    tx.noteRead(AttachmentEntity, attachment, reason, ['attachment'])
    return attachment
  })
  if (row instanceof UserError) return row
  const { orgId, id } = row
  const sealed = await context.storage.read({ orgId, id })
  if (!sealed) throw accessError('NOT_FOUND', context.locale)
  return { attachment: row, content: openContent({ orgId, id }, await buffer(sealed), key!) }
}
