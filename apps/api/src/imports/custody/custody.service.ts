/** Custody of sources: what was handed over is in somebody's hands until two have signed that it is destroyed. */
import {
  can,
  CUSTODY_DAYS,
  dayAfter,
  IMPORT_SOURCE_INPUTS,
  importSourceFacts,
  IMPORT_SOURCE_TRANSITIONS,
  notEligible,
  refusal,
  text,
  localDate,
  parseInput,
  startOfDay,
} from '@steward/domain'
import { readActor } from '../../access/session.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { certifyDestruction } from '../../documents/destruction.service.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile, Project } from '../../organization/organization.entity.ts'
import type { ImportFileEntity } from '../import.entity.ts'
import {
  ImportSourceDue,
  ImportSourceEntity,
  ImportSourceOpening,
  type OpeningOccasion,
} from './import-source.entity.ts'

type Answer = Promise<ImportSourceEntity | UserError>

const NEW = {
  status: 'IN_CUSTODY',
  verifiedAt: null,
  verifiedById: null,
  verification: null,
  destructionRevisionId: null,
  destroyedAt: null,
  version: 1,
} as const

/** From the day after its last one on it is told that it is not destroyed. */
const setClock = async (tx: Transaction, { id, destroyBy }: ImportSourceEntity): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const dueAt = startOfDay(dayAfter(destroyBy), timeZone)
  await tx.append(ImportSourceDue, { id, dueAt, level: 0, attempts: 0 })
}

/** Takes something into custody that is no file of ours: a disk, a list on paper, a message. */
export const receive = (context: VerbContext, input: object): Answer =>
  transaction(context, 'importSource:receive', async (tx) => {
    const { custodianId, projectId, ...stated } = orRefuse(
      parseInput(IMPORT_SOURCE_INPUTS.receive, withUuids(input)),
    )
    const { organizationId: orgId } = tx.actor
    if (projectId !== null && !(await tx.manager.existsBy(Project, { orgId, id: projectId })))
      throw invalidReference('projectId')
    const facts = importSourceFacts({ custodianId, projectId })
    // Whoever cannot even see it could not answer for it, and would be told of nothing.
    const custodian = await readActor(tx.manager, orgId, custodianId)
    if (!custodian || !can(custodian, 'importSource:read', facts)) throw invalidReference('custodianId')
    tx.admit('importSource:read', facts)
    const source = await tx.insert(ImportSourceEntity, {
      ...NEW,
      ...stated,
      custodianId,
      projectId,
      fileId: null,
      receivedAt: tx.now,
      receivedById: tx.actor.staffId,
    })
    await setClock(tx, source)
    return source
  })

/** A file that was handed over for an import is in the custody of whoever did. */
export const takeFile = async (tx: Transaction, file: ImportFileEntity): Promise<void> => {
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId: file.orgId })
  const last = new Date(tx.now.getTime() + CUSTODY_DAYS * 86_400_000)
  const source = await tx.insert(ImportSourceEntity, {
    ...NEW,
    name: file.name,
    receivedFrom: null,
    medium: 'FILE',
    custodianId: file.uploadedById,
    projectId: null,
    fileId: file.id,
    receivedAt: tx.now,
    receivedById: file.uploadedById,
    destroyBy: localDate(last, timeZone),
  })
  await setClock(tx, source)
  await noteOpening(tx, source, 'HANDED_OVER')
}

const noteOpening = (tx: Transaction, { id: sourceId }: ImportSourceEntity, occasion: OpeningOccasion) =>
  tx.append(ImportSourceOpening, { sourceId, staffId: tx.actor.staffId, occasion, at: tx.now })

/** Puts on record that somebody has the file opened, or what was refused of it. */
export const openFile = async (tx: Transaction, fileId: string, occasion: OpeningOccasion): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const source = await tx.manager.findOneBy(ImportSourceEntity, { orgId, fileId })
  if (source) await noteOpening(tx, source, occasion)
}

const factsOf = (source: ImportSourceEntity) => ({ ...importSourceFacts(source), status: source.status })

const BEING_DESTROYED = notEligible(
  'isNotBeingDestroyed',
  text('销毁记录正在等待监销人签字。', 'A destruction record awaits the supervising manager already.'),
)

const isBeingDestroyed = async (tx: Transaction, { orgId, destructionRevisionId: id }: ImportSourceEntity) =>
  id !== null && (await tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id }))?.status === 'IN_SIGNING'

/** What came in was compared with it: it is not needed any more. */
export const verify = (context: VerbContext, input: { readonly importSourceId: string }): Answer =>
  transaction(context, 'importSource:verify', async (tx) => {
    const { importSourceId, ...stated } = withUuids(input)
    const { expectedVersion, note } = orRefuse(parseInput(IMPORT_SOURCE_INPUTS.verify, stated))
    const source = await tx.lock(ImportSourceEntity, importSourceId as string, expectedVersion)
    tx.admit('importSource:read', importSourceFacts(source))
    const refused = refusal(IMPORT_SOURCE_TRANSITIONS, 'verify', tx.actor, factsOf(source))
    if (refused) throw new Refused(refused)
    return tx.patch(ImportSourceEntity, source, {
      status: 'VERIFIED',
      verifiedAt: tx.now,
      verifiedById: tx.actor.staffId,
      verification: note,
    })
  })

/** The first of the two signatures on its destruction; the second one destroys it, see `source-destroyed.service.ts`. */
export const destroy = (context: VerbContext, input: { readonly importSourceId: string }): Answer =>
  transaction(context, 'importSource:destroy', async (tx) => {
    const { importSourceId, ...stated } = withUuids(input)
    const { expectedVersion, ...how } = orRefuse(parseInput(IMPORT_SOURCE_INPUTS.destroy, stated))
    const source = await tx.lock(ImportSourceEntity, importSourceId as string, expectedVersion)
    tx.admit('importSource:read', importSourceFacts(source))
    const refused = refusal(IMPORT_SOURCE_TRANSITIONS, 'destroy', tx.actor, factsOf(source))
    if (refused) throw new Refused(refused)
    if (await isBeingDestroyed(tx, source)) throw new Refused(BEING_DESTROYED)
    const what = source.receivedFrom === null ? source.name : `${source.name}（${source.receivedFrom}）`
    const record = await certifyDestruction(tx, [
      {
        subject: 'IMPORT_SOURCE',
        subjectId: source.id,
        what: what.slice(0, 300),
        medium: source.medium,
        ...how,
      },
    ])
    return tx.patch(ImportSourceEntity, source, { destructionRevisionId: record.id })
  })
