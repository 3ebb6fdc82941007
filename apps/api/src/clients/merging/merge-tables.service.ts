/** Which rows are a client's: asked of the database's own foreign keys, so that tables to come are merged like those that are here. */
import type { EntityManager } from 'typeorm'

/** A column that says whose a row is. */
export interface ClientColumn {
  readonly table: string
  readonly column: string
  /** What has to differ from all that the survivor has already: the other columns of its unique keys. */
  readonly keys: readonly (readonly string[])[]
  /** May the application point its rows elsewhere? History has to allow it by a grant of that column. */
  readonly isMovable: boolean
}

/**
 * What stays with whom it is about: the key under which values were sealed, who was shown what, who was taken for whom in an import,
 * merges themselves; and that an archive was looked through, which says nothing of the other one.
 */
const STAYS: readonly string[] = [
  'client_key',
  'client_reveal',
  'import_duplicate',
  'client_merge',
  'archive_confirmation',
  'spot_check_entry',
  'evaluation',
  'grade_change',
]
/**
 * That one contact is the first to turn to is arranged before contacts move; that not both are listed as key accounts, nor the merged one is
 * being nominated, is demanded before.
 */
const ARRANGED: readonly string[] = [
  'client_contact_primary_key',
  'key_account_listed_key',
  'key_account_nomination_open_key',
]

const COLUMNS = `
select f.conrelid::regclass::text as "table", a.attname::text as "column",
  coalesce((
    select json_agg(array(select k.attname::text from pg_attribute k
                           where k.attrelid = i.indrelid and k.attnum = any(i.indkey) and k.attname not in ('org_id', a.attname)))
      from pg_index i
     where i.indrelid = f.conrelid and i.indisunique and a.attnum = any(i.indkey)
       and i.indexrelid::regclass::text <> all($2)), '[]') as keys,
  has_column_privilege(current_user, f.conrelid, a.attnum, 'UPDATE') as "isMovable"
  from pg_constraint f
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[2]
 where f.contype = 'f' and f.confrelid = 'client'::regclass and cardinality(f.conkey) = 2 and a.attname <> 'id'
   and f.conrelid::regclass::text <> all($1)
 order by 1, 2`

export const clientColumns = (manager: EntityManager): Promise<readonly ClientColumn[]> =>
  manager.query<ClientColumn[]>(COLUMNS, [STAYS, ARRANGED])

/** What a count is named by: the table alone where its rows are the client's own. */
export const countedAs = ({ table, column }: ClientColumn): string =>
  column === 'client_id' ? table : `${table}.${column}`

/**
 * What a table has to say beside its keys about a row that cannot go over. $1 is the organization, $2 the survivor; `x` a row of the merged
 * client.
 */
const BESIDE: Readonly<Record<string, string>> = {
  // The same stay, told twice.
  client_occupancy: `x.withdrawn_at is null and exists (select from client_occupancy y
    where y.org_id = $1 and y.client_id = $2 and y.withdrawn_at is null and y.unit_id = x.unit_id and y.relation = x.relation
      and y.from_on <= coalesce(x.to_on, 'infinity') and x.from_on <= coalesce(y.to_on, 'infinity'))`,
  // Versions of one record: those of two are not mixed.
  client_status_record: `exists (select from client_status_record y where y.org_id = $1 and y.client_id = $2)`,
  // Nobody was sent by themselves.
  client: 'x.id = $2',
}

/** SQL that holds where row `x` collides with what the survivor has, and so stays with the merged client. */
export const collides = ({ table, column, keys, isMovable }: ClientColumn): string => {
  if (!isMovable) return 'true'
  const byKey = keys.map((others) => {
    const same = others.map((name) => `and y.${name} is not distinct from x.${name}`)
    return `exists (select from ${table} y where y.org_id = $1 and y.${column} = $2 ${same.join(' ')})`
  })
  const all = [...byKey, ...(table in BESIDE ? [`(${BESIDE[table]})`] : [])]
  return all.length === 0 ? 'false' : `(${all.join(' or ')})`
}
