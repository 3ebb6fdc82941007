import {
  isSignedAmount,
  say,
  signedAmount,
  signedField,
  text,
  type Actor,
  type Locale,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { Shown, ShownLine } from './ceremony.service.ts'
import { SignedLine } from './signature-request.type.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the ids that stand in a content are called. A person who signs it may read it. */
const NAMES = `
select id, name from staff where org_id = $1 and id = any($2)
union all select id, name from department where org_id = $1 and id = any($2)
union all select id, name from project where org_id = $1 and id = any($2)
union all select id, name from building where org_id = $1 and id = any($2)
union all select id, label from unit where org_id = $1 and id = any($2)
union all select id, name from client where org_id = $1 and id = any($2)
union all select id, number from complaint where org_id = $1 and id = any($2)
union all select id, case $3 when 'en' then name_en else name_zh end from complaint_category where org_id = $1 and id = any($2)`

/** Whose number the subject is known by: that of the case itself, of the case that an order belongs to, of the document. */
const SUBJECT = `
select number from complaint where org_id = $1 and id = $2
union all select c.number from complaint_task t join complaint c on c.org_id = t.org_id and c.id = t.complaint_id
 where t.org_id = $1 and t.id = $2
union all select d.number || ' ' || r.label from document_revision r
  join controlled_document d on d.org_id = r.org_id and d.id = r.document_id
 where r.org_id = $1 and r.id = $2
union all select number from export_request where org_id = $1 and id = $2
union all select number from client_merge where org_id = $1 and id = $2
union all select number from grading_cycle where org_id = $1 and id = $2
union all select number from price_form where org_id = $1 and id = $2
union all select number from service_agreement where org_id = $1 and id = $2
union all select number from key_account_nomination where org_id = $1 and id = $2
union all select p.number || '-' || r.ordinal from plan_revision r join maintenance_plan p on p.org_id = r.org_id and p.id = r.plan_id
 where r.org_id = $1 and r.id = $2
union all select p.number from plan_summary s join maintenance_plan p on p.org_id = s.org_id and p.id = s.plan_id
 where s.org_id = $1 and s.id = $2
union all select number from controlled_copy where org_id = $1 and id = $2`

const HIDDEN = text('已隐藏，以加密承诺签入', 'Hidden; signed as a commitment')

const valueOf = (
  { path, value }: ShownLine,
  words: string | null,
  names: ReadonlyMap<string, string>,
): string => {
  if (words !== null) return words
  if (typeof value === 'number' && isSignedAmount(path)) return signedAmount(value)
  return (typeof value === 'string' && names.get(value)) || String(value)
}

/** A leaf as a person reads it. */
export interface ReadLine {
  readonly path: string
  readonly part: string
  readonly label: string
  readonly value: string
  readonly raw: ShownLine['value']
  readonly isInstant: boolean
  readonly isAmount: boolean
  readonly isTechnical: boolean
}

/** Leaves of a signed content in the words of the house, those that say nothing left out; inside a transaction of the organization. */
export const readLines = async (
  manager: EntityManager,
  { orgId, locale }: { readonly orgId: string; readonly locale: Locale },
  lines: readonly ShownLine[],
): Promise<ReadLine[]> => {
  const ids = lines.flatMap(({ value }) => (typeof value === 'string' && UUID.test(value) ? [value] : []))
  const found = await manager.query<{ id: string; name: string }[]>(NAMES, [orgId, ids, locale])
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return lines
    .filter(({ value, isHidden }) => value !== null || isHidden)
    .map((line) => {
      const { part, nth, label, isTechnical, value } = signedField(line.path, line.value)
      const isBareId = typeof line.value === 'string' && UUID.test(line.value) && !names.has(line.value)
      return {
        path: line.path,
        part: nth === null ? say(part, locale) : `${say(part, locale)} ${nth + 1}`,
        label: say(label, locale),
        value: line.isHidden ? say(HIDDEN, locale) : valueOf(line, value && say(value, locale), names),
        raw: line.value,
        isInstant: typeof line.value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(line.value),
        isAmount: typeof line.value === 'number' && isSignedAmount(line.path),
        isTechnical: isTechnical || isBareId,
      }
    })
}

/** What is signed, in the words of the house: values that say something first, those for machines marked. */
export const readableLines = (
  { dataSource, locale }: RequestContext,
  { organizationId: orgId }: Actor,
  { lines, subjectId }: Shown,
): Promise<{ readonly lines: SignedLine[]; readonly names: { readonly subject: string | null } }> =>
  withTenant(dataSource, orgId, async (manager) => {
    const readable = await readLines(manager, { orgId, locale }, lines)
    const [subject] = await manager.query<{ number: string }[]>(SUBJECT, [orgId, subjectId])
    return {
      lines: readable.map((line) => Object.assign(new SignedLine(), line)),
      names: { subject: subject?.number ?? null },
    }
  })
