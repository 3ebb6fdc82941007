/** The rows of a copy: of each client what its requester may read of it now, and no more than was approved. */
import {
  can,
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  CLIENT_SOURCE_LABELS,
  EXPORT_COLUMN_RULES,
  KINSHIP_LABELS,
  localDate,
  say,
  type Actor,
  type ClientKind,
  type ClientRelation,
  type ClientSource,
  type ExportColumn,
  type Kinship,
  type Locale,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { clientFacts } from '../../clients/kept-client.ts'
import { newestPublished } from '../../grading/cycles/population.ts'

const CLIENTS = `
select c.id, c.code, c.name, c.kind, c.relation, c.phone, c.phone_masked as "phoneMasked", c.email, c.source,
  c.created_at as "createdAt", c.key_account_manager_id as "keyAccountManagerId", c.project_id as "projectId",
  c.building_id as "buildingId", p.name as project, k.name as manager,
  (select g.final_grade from (${newestPublished('c.org_id', 'c.id')}) g) as grade,
  array(select u.label from client_occupancy o join unit u on u.org_id = o.org_id and u.id = o.unit_id
    where o.org_id = c.org_id and o.client_id = c.id and o.withdrawn_at is null and (o.to_on is null or o.to_on >= $3::date)
    order by u.label collate "C") as units,
  array(select t.name from client_contact t where t.org_id = c.org_id and t.client_id = c.id and t.removed_at is null
    order by t.is_primary desc, t.created_at) as contacts,
  coalesce((select jsonb_agg(jsonb_build_array(m.name, m.kinship) order by m.created_at) from client_member m
    where m.org_id = c.org_id and m.client_id = c.id and m.removed_at is null), '[]') as members
  from client c
  left join project p on p.org_id = c.org_id and p.id = c.project_id
  left join staff k on k.org_id = c.org_id and k.id = c.key_account_manager_id
 where c.org_id = $1 and c.id = any($2)`

interface ClientRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly phone: string | null
  readonly phoneMasked: string | null
  readonly email: string | null
  readonly source: ClientSource | null
  readonly createdAt: Date
  readonly keyAccountManagerId: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly project: string | null
  readonly manager: string | null
  readonly grade: string | null
  readonly units: readonly string[]
  readonly contacts: readonly string[]
  readonly members: readonly (readonly [name: string, kinship: Kinship])[]
}

export interface CopiedRow {
  /** Of the client: what the order of the copy is made from. */
  readonly id: string
  readonly cells: readonly string[]
}

const LIST = '、'

const cellsOf = (
  row: ClientRow,
  locale: Locale,
  timeZone: string,
): Readonly<Record<ExportColumn, string>> => ({
  code: row.code,
  name: row.name,
  kind: say(CLIENT_KIND_LABELS[row.kind], locale),
  relation: say(CLIENT_RELATION_LABELS[row.relation], locale),
  phoneMasked: row.phoneMasked ?? '',
  phone: row.phone ?? '',
  email: row.email ?? '',
  units: row.units.join(LIST),
  project: row.project ?? '',
  keyAccountManager: row.manager ?? '',
  contacts: row.contacts.join(LIST),
  members: row.members
    .map(([name, kinship]) => `${name}（${say(KINSHIP_LABELS[kinship], locale)}）`)
    .join(LIST),
  source: row.source ? say(CLIENT_SOURCE_LABELS[row.source], locale) : '',
  createdAt: localDate(row.createdAt, timeZone),
  grade: row.grade ?? '',
})

/**
 * What of each client may be copied. A client whom the actor may no longer read is left out; a field of theirs that the actor may no
 * longer read stays empty.
 * @param actor who asked, with the rights of now
 */
export const copiedRows = async (
  manager: EntityManager,
  actor: Actor,
  {
    clientIds,
    columns,
  }: { readonly clientIds: readonly string[]; readonly columns: readonly ExportColumn[] },
  { locale, timeZone, now }: { readonly locale: Locale; readonly timeZone: string; readonly now: Date },
): Promise<readonly CopiedRow[]> => {
  const today = localDate(now, timeZone)
  const rows = await manager.query<ClientRow[]>(CLIENTS, [actor.organizationId, clientIds, today])
  return rows
    .filter((row) => can(actor, 'client:read', clientFacts(row)))
    .map((row) => {
      const cells = cellsOf(row, locale, timeZone)
      return {
        id: row.id,
        cells: columns.map((column) =>
          can(actor, EXPORT_COLUMN_RULES[column].permission, clientFacts(row)) ? cells[column] : '',
        ),
      }
    })
}
