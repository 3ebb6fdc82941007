/** Makes the file of a copy, in the worker: as it was approved, with what its requester may read now. */
import { Readable } from 'node:stream'
import { isForSubject, localDate, type Actor, type AskedExportForm } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { readActor } from '../../access/session.ts'
import { vaultOf, type Vault } from '../../access/vault.ts'
import { asSystem } from '../../database/as-system.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { newFileKey, storeEncrypted } from '../../storage/encrypted-file.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { removeStored } from '../../storage/stored-file.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { ControlledCopyEntity, ExportRequestEntity, ExportScope } from '../export.entity.ts'
import { keepCopyKey } from '../copy-file-key.ts'
import { copyProduced } from '../copy-produced.service.ts'
import { archiveJson, archivePdf } from './archive-copy.ts'
import { cardCopy } from './card-copy.ts'
import { copiedRows, type CopiedRow } from './copied-rows.service.ts'
import { copySheet, type CopySheet } from './copy-sheet.ts'
import { csvCopy } from './csv-copy.ts'
import { pdfCopy } from './pdf-copy.ts'
import { subjectArchive, type SubjectArchive } from './subject-archive.service.ts'
import { xlsxCopy } from './xlsx-copy.ts'

const MAKES: Readonly<Record<AskedExportForm, (sheet: CopySheet) => Promise<Buffer> | Buffer>> = {
  CSV: csvCopy,
  XLSX: xlsxCopy,
  PRINT: pdfCopy,
  CARD: cardCopy,
}
const MOST_BYTES = 200_000_000
const LOCALE = 'zh-CN'

interface ToMake {
  readonly copy: ControlledCopyEntity
  readonly request: ExportRequestEntity
  readonly rows: readonly CopiedRow[]
  /** Of a copy for the person themselves. */
  readonly archive: SubjectArchive | null
  readonly profile: OrganizationProfile
}

/** A copy that is made already is left alone. */
export const produceCopy = async (
  services: WorkerServices,
  { orgId, id }: { readonly orgId: string; readonly id: string },
): Promise<void> => {
  const { dataSource, clock, config } = services
  const toMake = await withTenant(dataSource, orgId, (manager) =>
    read(manager, vaultOf(config), { orgId, id }, clock()),
  )
  if (!toMake) return
  const { copy, profile } = toMake
  await progressed(services, copy, 40)
  const file = await fileOf(toMake, localDate(clock(), profile.timeZone))
  await progressed(services, copy, 80)
  // Encrypted before it touches the disk: where this is broken off, the key is nowhere and the bytes are noise.
  const place = { dataDir: config.dataDir, orgId, key: newFileKey() }
  const stored = await storeEncrypted(place, Readable.from([file]), MOST_BYTES)
  const done = await withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now: clock(), requestId: `copy-${id}` }, async (tx) => {
      const isFirst = await copyProduced(tx, id, stored, profile.timeZone)
      if (isFirst) await keepCopyKey(tx, vaultOf(config), id, place.key)
      return isFirst
    }),
  )
  if (!done) await removeStored(config.dataDir, orgId, stored.id)
}

/** It was tried in vain: who asked is told, and can have it tried again. */
export const copyNotProduced = (
  { dataSource, clock }: WorkerServices,
  { orgId, id }: { readonly orgId: string; readonly id: string },
): Promise<void> =>
  withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now: clock(), requestId: `copy-${id}` }, async (tx) => {
      const copy = await tx.lock(ControlledCopyEntity, id)
      if (copy.status !== 'PRODUCING') return
      await tx.patch(ControlledCopyEntity, copy, { status: 'FAILED', updatedAt: tx.now, updatedById: null })
      tx.emit('copyFailed', { type: 'ControlledCopy', id })
    }),
  )

const fileOf = (
  { copy, request, rows, archive, profile }: ToMake,
  madeOn: string,
): Promise<Buffer> | Buffer => {
  const { form } = copy
  const place = { ...copy, organization: profile.name }
  if (form === 'ARCHIVE_JSON' || form === 'ARCHIVE_PDF') {
    const make = form === 'ARCHIVE_JSON' ? archiveJson : archivePdf
    return make(archive!, { ...place, madeOn })
  }
  const { useFrom, useUntil, columns } = request
  const isRead = form === 'CSV' || form === 'XLSX'
  return MAKES[form](copySheet({ ...place, useFrom, useUntil, columns }, rows, LOCALE, isRead))
}

const read = async (
  manager: EntityManager,
  vault: Vault,
  where: { readonly orgId: string; readonly id: string },
  now: Date,
): Promise<ToMake | undefined> => {
  const { orgId } = where
  const copy = await manager.findOneBy(ControlledCopyEntity, where)
  if (copy?.status !== 'PRODUCING') return undefined
  const request = await manager.findOneByOrFail(ExportRequestEntity, { orgId, id: copy.requestId })
  const { clientIds } = await manager.findOneByOrFail(ExportScope, { orgId, id: request.id })
  const profile = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const { timeZone } = profile
  if (isForSubject(copy.form)) {
    const archive = await subjectArchive(manager, vault, { orgId, clientId: clientIds[0]!, timeZone })
    return { copy, request, rows: [], archive, profile }
  }
  const actor: Actor | undefined = await readActor(manager, orgId, request.requestedById)
  const place = { locale: LOCALE, timeZone: profile.timeZone, now } as const
  const rows = actor ? await copiedRows(manager, actor, { clientIds, columns: request.columns }, place) : []
  return { copy, request, rows, archive: null, profile }
}

/** Shown while it is made; no business of the audit's. */
const progressed = ({ dataSource }: WorkerServices, { orgId, id }: ControlledCopyEntity, progress: number) =>
  withTenant(dataSource, orgId, (manager) =>
    manager.update(ControlledCopyEntity, { orgId, id }, { progress }),
  )
