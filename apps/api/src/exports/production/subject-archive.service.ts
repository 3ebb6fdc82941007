/**
 * All that is held about one person, for the person: what is sealed is opened, and nobody else is in it. No other member of the household,
 * no contact, no name of staff.
 */
import {
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  CONSENT_DECISION_LABELS,
  CONSENT_PURPOSE_LABELS,
  localDate,
  PAYMENT_METHOD_LABELS,
  PROFILE,
  PROFILE_FIELDS,
  RECEIVABLE_KIND_LABELS,
  say,
  STATUS_LABELS,
  STATUS_RECORD,
  STATUS_SEALED_FIELDS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUEST_STATUS_LABELS,
  text,
  type Text,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { Vault } from '../../access/vault.ts'
import { Client } from '../../clients/client.entity.ts'
import { findSeal } from '../../clients/confidential/client-seal.service.ts'
import { ClientProfile } from '../../clients/confidential/profile.entity.ts'
import { ClientStatusRecord } from '../../clients/confidential/status-record.entity.ts'
import { ClientFieldValue } from '../../clients/fields/custom-field.entity.ts'

export interface ArchivePart {
  readonly key: string
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface SubjectArchive {
  readonly code: string
  readonly parts: readonly ArchivePart[]
}

const LOCALE = 'zh-CN'
const word = (said: Text): string => say(said, LOCALE)
const labelled = (labels: Readonly<Record<string, Text>>, value: unknown): string =>
  typeof value === 'string' && labels[value] ? word(labels[value]) : String(value ?? '')
const yuan = (minor: unknown): string => (Number(minor) / 100).toFixed(2)

const OCCUPANCIES = `
select p.name as project, u.label, o.relation, to_char(o.from_on, 'YYYY-MM-DD') as "from", to_char(o.to_on, 'YYYY-MM-DD') as "to"
  from client_occupancy o join unit u on u.org_id = o.org_id and u.id = o.unit_id join project p on p.org_id = u.org_id and p.id = u.project_id
 where o.org_id = $1 and o.client_id = any($2) and o.withdrawn_at is null order by o.from_on, o.id`
const CONSENTS = `
select purpose, decision, at from client_consent where org_id = $1 and client_id = any($2) order by at, id`
const FIELDS = `
select f.label_zh as label, v.id from client_field_value v join custom_field f on f.org_id = v.org_id and f.id = v.field_id
 where v.org_id = $1 and v.client_id = $2 order by f.position, f.key`
const TAGS = `
select t.name_zh as name from client_tag c join tag t on t.org_id = c.org_id and t.id = c.tag_id
 where c.org_id = $1 and c.client_id = any($2) order by 1`
const RECEPTIONS = `
select at, words, result from reception where org_id = $1 and client_id = any($2) order by at, id`
const CASES = `
select number, status, registered_at as at, summary, facts, demand from complaint where org_id = $1 and client_id = any($2) order by registered_at, id`
const CHARGES = `
select number, kind, period, amount_minor as "amount", to_char(due_on, 'YYYY-MM-DD') as "dueOn" from receivable
 where org_id = $1 and client_id = any($2) and state <> 'VOID' order by due_on, id`
const PAYMENTS = `
select number, method, amount_minor as "amount", to_char(received_on, 'YYYY-MM-DD') as "on" from payment
 where org_id = $1 and client_id = any($2) order by received_on, id`
const FILES = `
select name, note, added_at as at from attachment where org_id = $1 and client_id = any($2) and removed_at is null order by added_at, id`
const REQUESTS = `
select number, kind, status, registered_at as at from subject_request where org_id = $1 and client_id = any($2) order by registered_at, id`

interface Place {
  readonly orgId: string
  readonly clientId: string
  readonly timeZone: string
}

type Row = Readonly<Record<string, unknown>>

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
  const rowsOf = (sql: string): Promise<readonly Row[]> => manager.query<Row[]>(sql, [orgId, ids])
  const day = (at: unknown): string => localDate(new Date(at as string), timeZone)
  const part = async (
    key: string,
    title: Text,
    heads: readonly Text[],
    sql: string,
    cells: (row: Row) => readonly unknown[],
  ): Promise<ArchivePart> => ({
    key,
    title: word(title),
    heads: heads.map(word),
    rows: (await rowsOf(sql)).map((row) => cells(row).map((cell) => String(cell ?? ''))),
  })
  const on = text('日期', 'Date')
  const number = text('编号', 'Number')
  const what = text('内容', 'What')
  const parts = [
    joined(theirs.map((it) => identityOf(it, day))),
    joined(await Promise.all(theirs.map(({ id }) => sealedOf(manager, vault, { orgId, clientId: id })))),
    joined(await Promise.all(theirs.map(({ id }) => fieldsOf(manager, vault, { orgId, clientId: id })))),
    await part('tags', text('标签', 'Tags'), [what], TAGS, ({ name }) => [name]),
    await part(
      'stays',
      text('房屋', 'Units'),
      [text('房号', 'Unit'), text('关系', 'Relation'), text('起', 'From'), text('止', 'Until')],
      OCCUPANCIES,
      ({ project, label, relation, from, to }) => [
        `${String(project)} ${String(label)}`,
        labelled(CLIENT_RELATION_LABELS, relation),
        from,
        to,
      ],
    ),
    await part(
      'consents',
      text('同意与撤回', 'Consents'),
      [text('目的', 'Purpose'), text('决定', 'Decision'), on],
      CONSENTS,
      ({ purpose, decision, at }) => [
        labelled(CONSENT_PURPOSE_LABELS, purpose),
        labelled(CONSENT_DECISION_LABELS, decision),
        day(at),
      ],
    ),
    await part(
      'receptions',
      text('接待', 'Receptions'),
      [on, what, text('结果', 'Result')],
      RECEPTIONS,
      ({ at, words, result }) => [day(at), words, result],
    ),
    await part(
      'cases',
      text('投诉与诉求', 'Cases'),
      [
        number,
        text('状态', 'Status'),
        on,
        text('摘要', 'Summary'),
        text('事实', 'Facts'),
        text('诉求', 'Demand'),
      ],
      CASES,
      ({ number: no, status, at, summary, facts, demand }) => [
        no,
        labelled(STATUS_LABELS, status),
        day(at),
        summary,
        facts,
        demand,
      ],
    ),
    await part(
      'charges',
      text('应收', 'Charges'),
      [number, text('类别', 'Kind'), text('账期', 'Period'), text('金额', 'Amount'), text('到期', 'Due')],
      CHARGES,
      ({ number: no, kind, period, amount, dueOn }) => [
        no,
        labelled(RECEIVABLE_KIND_LABELS, kind),
        period,
        yuan(amount),
        dueOn,
      ],
    ),
    await part(
      'payments',
      text('收款', 'Payments'),
      [number, text('方式', 'Method'), text('金额', 'Amount'), on],
      PAYMENTS,
      ({ number: no, method, amount, on: received }) => [
        no,
        labelled(PAYMENT_METHOD_LABELS, method),
        yuan(amount),
        received,
      ],
    ),
    await part(
      'files',
      text('附件', 'Files'),
      [text('名称', 'Name'), text('说明', 'Note'), on],
      FILES,
      ({ name, note, at }) => [name, note, day(at)],
    ),
    await part(
      'requests',
      text('本人的请求', 'Requests of their own'),
      [number, text('请求', 'What is asked'), text('状态', 'Status'), on],
      REQUESTS,
      ({ number: no, kind, status, at }) => [
        no,
        labelled(SUBJECT_REQUEST_KIND_LABELS, kind),
        labelled(SUBJECT_REQUEST_STATUS_LABELS, status),
        day(at),
      ],
    ),
  ]
  return { code: client.code, parts: parts.filter(({ rows }) => rows.length > 0) }
}

/** One part of several archives of the same person, theirs first. */
const joined = (parts: readonly ArchivePart[]): ArchivePart => ({
  ...parts[0]!,
  rows: parts.flatMap(({ rows }) => rows),
})

const LINE = [text('项目', 'Line'), text('内容', 'What')].map(word)

const identityOf = (client: Client, day: (at: unknown) => string): ArchivePart => {
  const lines: readonly (readonly [Text, string | null])[] = [
    [text('客户编号', 'Code'), client.code],
    [text('姓名/名称', 'Name'), client.name],
    [text('类别', 'Kind'), labelled(CLIENT_KIND_LABELS, client.kind)],
    [text('关系', 'Relation'), labelled(CLIENT_RELATION_LABELS, client.relation)],
    [text('电话', 'Phone'), client.phone],
    [text('邮箱', 'E-mail'), client.email],
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
  { orgId, clientId }: Pick<Place, 'orgId' | 'clientId'>,
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
    if (written) rows.push([word(PROFILE[field].label), written])
  }
  for (const field of STATUS_SEALED_FIELDS) {
    const held = status?.[field]
    const written = held && seal?.open(ClientStatusRecord, status, field, held)
    if (written) rows.push([word(STATUS_RECORD[field].label), written])
  }
  return { key: 'profile', title: word(text('保密资料', 'Confidential particulars')), heads: LINE, rows }
}

const fieldsOf = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, clientId }: Pick<Place, 'orgId' | 'clientId'>,
): Promise<ArchivePart> => {
  const fields = await manager.query<Row[]>(FIELDS, [orgId, clientId])
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
