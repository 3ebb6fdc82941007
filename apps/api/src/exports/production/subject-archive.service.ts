/**
 * All that is held about one person, for the person: what is sealed is opened, and nobody else is in it. No other member of the household,
 * no contact, no name of staff. What is not in it stands in `copy-left-out.ts`, with the reason.
 */
import {
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  CLIENT_SOURCE_LABELS,
  DOSSIER_HEAD_LABELS,
  DOSSIER_SEALED_HEADS,
  localDate,
  PROFILE,
  PROFILE_FIELDS,
  STATUS_OPEN_FIELDS,
  STATUS_RECORD,
  STATUS_SEALED_FIELDS,
  text,
  type Particular,
  type Text,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { Vault } from '../../access/vault.ts'
import { Client } from '../../clients/client.entity.ts'
import { findSeal } from '../../clients/confidential/client-seal.service.ts'
import { ClientProfile } from '../../clients/confidential/profile.entity.ts'
import { ClientStatusRecord } from '../../clients/confidential/status-record.entity.ts'
import { ClientFieldValue } from '../../clients/fields/custom-field.entity.ts'
import { KeyAccountDossier } from '../../key-accounts/key-account.entity.ts'
import {
  labelled,
  word,
  yuan,
  type ArchivePart,
  type CopiedFacts,
  type CopyPart,
  type DayOf,
} from './copy-part.ts'
import { COPY_PARTS_OF_ARCHIVE } from './copy-parts-of-archive.ts'
import { COPY_PARTS_OF_DEALINGS } from './copy-parts-of-dealings.ts'
import { COPY_PARTS_OF_PLANS } from './copy-parts-of-plans.ts'

export interface SubjectArchive {
  readonly code: string
  readonly parts: readonly ArchivePart[]
}

/** Parts that a statement reads, in the order of the copy. */
export const COPY_PARTS: readonly CopyPart[] = [
  ...COPY_PARTS_OF_ARCHIVE,
  ...COPY_PARTS_OF_DEALINGS,
  ...COPY_PARTS_OF_PLANS,
]

const FIELDS = `
select f.label_zh as label, v.id from client_field_value v join custom_field f on f.org_id = v.org_id and f.id = v.field_id
 where v.org_id = $1 and v.client_id = $2 order by f.position, f.key`

interface Place {
  readonly orgId: string
  readonly clientId: string
  readonly timeZone: string
}

/** As the archive stands now. */
export const subjectArchive = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, clientId, timeZone }: Place,
): Promise<SubjectArchive> => {
  const client = await manager.findOneByOrFail(Client, { orgId, id: clientId })
  // What collided in a merge has stayed with the archive that was merged: it tells of the same person.
  const merged = await manager.find(Client, {
    where: { orgId, mergedIntoId: clientId },
    order: { code: 'ASC' },
  })
  const theirs = [client, ...merged]
  const ids = theirs.map(({ id }) => id)
  const day: DayOf = (at) => localDate(new Date(at as string), timeZone)
  const ofEach = (
    read: (manager: EntityManager, vault: Vault, of: OfOne) => Promise<ArchivePart>,
  ): Promise<readonly ArchivePart[]> =>
    Promise.all(theirs.map(({ id }) => read(manager, vault, { orgId, clientId: id })))
  const parts = [
    joined(theirs.map((it) => identityOf(it, day))),
    joined(await ofEach(sealedOf)),
    joined(await ofEach(fieldsOf)),
    joined(await ofEach(dossierOf)),
  ]
  for (const { key, title, heads, sql, cells } of COPY_PARTS) {
    const rows = await manager.query<CopiedFacts[]>(sql, [orgId, ids])
    parts.push({
      key,
      title: word(title),
      heads: heads.map(word),
      rows: rows.map((row) => cells(row, day).map((cell) => String(cell ?? ''))),
    })
  }
  return { code: client.code, parts: parts.filter(({ rows }) => rows.length > 0) }
}

type OfOne = Pick<Place, 'orgId' | 'clientId'>

/** One part of several archives of the same person, theirs first. */
const joined = (parts: readonly ArchivePart[]): ArchivePart => ({
  ...parts[0]!,
  rows: parts.flatMap(({ rows }) => rows),
})

const LINE = [text('项目', 'Line'), text('内容', 'What')].map(word)

const identityOf = (client: Client, day: DayOf): ArchivePart => {
  const lines: readonly (readonly [Text, string | null])[] = [
    [text('客户编号', 'Code'), client.code],
    [text('姓名/名称', 'Name'), client.name],
    [text('类别', 'Kind'), labelled(CLIENT_KIND_LABELS, client.kind)],
    [text('关系', 'Relation'), labelled(CLIENT_RELATION_LABELS, client.relation)],
    [text('电话', 'Phone'), client.phone],
    [text('邮箱', 'E-mail'), client.email],
    [text('来源', 'Source'), client.source && labelled(CLIENT_SOURCE_LABELS, client.source)],
    [text('建档日期', 'Archive since'), day(client.createdAt)],
  ]
  return {
    key: 'identity',
    title: word(text('基本资料', 'Identity')),
    heads: LINE,
    rows: lines.flatMap(([label, value]) => (value === null ? [] : [[word(label), value]])),
  }
}

/** Of a company the newest version of its status; of a person their profile. */
const sealedOf = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, clientId }: OfOne,
): Promise<ArchivePart> => {
  const seal = await findSeal(manager, vault, { orgId, id: clientId })
  const profile = await manager.findOneBy(ClientProfile, { orgId, clientId })
  const status = await manager.findOne(ClientStatusRecord, {
    where: { orgId, clientId },
    order: { ordinal: 'DESC' },
  })
  const rows: string[][] = []
  for (const field of PROFILE_FIELDS) {
    const held = profile?.[field]
    const written = held && seal?.open(ClientProfile, profile, field, held)
    if (written) rows.push([word(PROFILE[field].label), said(PROFILE[field], written)])
  }
  for (const field of STATUS_OPEN_FIELDS) {
    const held = status?.[field] ?? null
    if (held !== null) rows.push([word(STATUS_RECORD[field].label), said(STATUS_RECORD[field], held)])
  }
  for (const field of STATUS_SEALED_FIELDS) {
    const held = status?.[field]
    const written = held && seal?.open(ClientStatusRecord, status, field, held)
    if (written) rows.push([word(STATUS_RECORD[field].label), said(STATUS_RECORD[field], written)])
  }
  return { key: 'profile', title: word(text('保密资料', 'Confidential particulars')), heads: LINE, rows }
}

/** As a person reads it: the word of a choice, a sum in yuan. */
const said = ({ kind, choices }: Particular, held: string | number): string =>
  kind === 'money' ? yuan(held) : choices ? labelled(choices, held) : String(held)

/** Of a key account the newest version of its dossier, but for who leads and owns it and who else serves it: that tells of others. */
const dossierOf = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, clientId }: OfOne,
): Promise<ArchivePart> => {
  const dossier = await manager.findOne(KeyAccountDossier, {
    where: { orgId, clientId },
    order: { recordedAt: 'DESC', ordinal: 'DESC' },
  })
  const seal = dossier && (await findSeal(manager, vault, { orgId, id: clientId }))
  const rows: string[][] = []
  const tell = (head: keyof typeof DOSSIER_HEAD_LABELS, held: string | null | undefined) => {
    if (held) rows.push([word(DOSSIER_HEAD_LABELS[head]), held])
  }
  for (const head of OWN_HEADS) tell(head, dossier?.[head])
  for (const head of DOSSIER_SEALED_HEADS) {
    const held = dossier?.[head]
    tell(head, held && seal?.open(KeyAccountDossier, dossier, head, held))
  }
  return {
    key: 'dossier',
    title: word(text('大客户信息管理档案', 'Dossier of a key account')),
    heads: LINE,
    rows,
  }
}
const OWN_HEADS = ['plannedProjects', 'tendering', 'contractHabits', 'priceLevel', 'cooperation'] as const

const fieldsOf = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, clientId }: OfOne,
): Promise<ArchivePart> => {
  const fields = await manager.query<CopiedFacts[]>(FIELDS, [orgId, clientId])
  const seal = await findSeal(manager, vault, { orgId, id: clientId })
  const values = new Map(
    (await manager.findBy(ClientFieldValue, { orgId, clientId })).map((value) => [value.id, value]),
  )
  const rows = fields.flatMap(({ label, id }) => {
    const value = values.get(id as string)!
    const said =
      value.internalValue ??
      value.personalValue ??
      (value.sealedValue && seal?.open(ClientFieldValue, value, 'sealedValue', value.sealedValue))
    return said ? [[String(label), said]] : []
  })
  return { key: 'fields', title: word(text('自定义字段', 'Custom fields')), heads: LINE, rows }
}
