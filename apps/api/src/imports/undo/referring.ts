/** Which tables refer to a record: asked of the database itself, so that no table is forgotten that comes later. */
import type { Transaction } from '../../database/transaction.ts'

export interface Referring {
  readonly table: string
  readonly column: string
}

/** Looking at somebody, proposing them as a duplicate, or what the worker notes by itself is no work that would be lost. */
const ONLY_LOOKED: readonly string[] = [
  'client_reveal',
  'import_duplicate',
  'client_key',
  'imported_row',
  'dunning_told',
  'grading_due',
]

const REFERRING = `
select c.conrelid::regclass::text as "table", a.attname as "column"
  from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
 where c.contype = 'f' and c.confrelid = $1::regclass and cardinality(c.conkey) = 2
 order by 1, 2`

export const referringTo = async (
  manager: Transaction['manager'],
  table: 'client' | 'unit' | 'building' | 'receivable' | 'payment',
  except: readonly string[] = [],
): Promise<readonly Referring[]> => {
  const all = await manager.query<Referring[]>(REFERRING, [table])
  return all.filter((it) => !ONLY_LOOKED.includes(it.table) && !except.includes(it.table))
}

/** SQL that holds where any of them refers to `record`, rows of `parts` aside. $1 is the organization. */
export const isReferredTo = (referring: readonly Referring[], record: string, parts: string): string =>
  referring.length === 0
    ? 'false'
    : `(${referring
        .map(
          ({ table, column }) =>
            `exists (select from ${table} x where x.org_id = $1 and x.${column} = ${record} and x.id <> all(${parts}))`,
        )
        .join(' or ')})`
