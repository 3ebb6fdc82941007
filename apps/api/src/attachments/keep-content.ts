/** A content on its way into the storage, and the row that tells of it. */
import { Readable } from 'node:stream'
import type { AttachmentClass, AttachmentFormat } from '@steward/domain'
import type { Vault } from '../access/vault.ts'
import { findSeal, newSeal } from '../clients/confidential/client-seal.service.ts'
import type { Transaction } from '../database/transaction.ts'
import type { FileStorage, StoredPlace } from '../storage/file-storage.ts'
import { sha256 } from '../storage/received-file.ts'
import { AttachmentEntity } from './attachment.entity.ts'
import { sealContent } from './content/sealed-content.ts'

export interface Kept {
  readonly place: StoredPlace
  readonly sizeBytes: number
  readonly sha256: string
  /** Of a sensitive one. */
  readonly key: string | undefined
}

/** Stores a content: a sensitive one sealed, under a key that nobody else is told. */
export const keepContent = async (
  storage: FileStorage,
  place: StoredPlace,
  classification: AttachmentClass,
  content: Buffer,
): Promise<Kept> => {
  const { sealed, key } =
    classification === 'SENSITIVE' ? sealContent(place, content) : { sealed: content, key: undefined }
  await storage.put(place, Readable.from([sealed]), sealed.length)
  return { place, sizeBytes: content.length, sha256: sha256(content), key }
}

export interface ToldOfContent {
  readonly name: string
  readonly note: string | null
  readonly format: AttachmentFormat
  readonly classification: AttachmentClass
}

/** The row of a content that is stored. Whoever calls holds the client locked. */
export const tellOfContent = async (
  tx: Transaction,
  vault: Vault,
  clientId: string,
  { place, key, ...kept }: Kept,
  told: ToldOfContent,
): Promise<AttachmentEntity> => {
  const client = { orgId: place.orgId, id: clientId }
  const seal =
    key === undefined
      ? undefined
      : ((await findSeal(tx.manager, vault, client)) ?? (await newSeal(tx, vault, clientId)))
  return tx.insert(AttachmentEntity, {
    ...told,
    ...kept,
    id: place.id,
    clientId,
    sealedKey: key === undefined ? null : seal!.seal(AttachmentEntity, place, 'sealedKey', key),
    addedById: tx.actor.staffId,
    addedAt: tx.now,
    removedById: null,
    removedAt: null,
    removalReason: null,
    version: 1,
  })
}
