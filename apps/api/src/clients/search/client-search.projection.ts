/** How clients are found: the call of `search_clients()`, and what the tests hold it against. */
import { clientSearch, doorOf, MOST_FOUND, type ClientSearch } from '@steward/domain'
import { where } from '../../reads/filters.ts'
import type { ActorSql, Reference, Row } from '../../reads/projection.ts'
import { foundRoot } from '../../reads/roots.ts'

/** What the answer tells of a client: which name, code, units and contacts they have. Names of contacts ask what a client's asks. */
const DISCLOSED = ['name', 'code', 'occupancies', 'contacts']
/** A list that is narrowed by words shows the best of them; whoever has more than that types on. */
const MOST_LISTED = 500

const wantedOf = (value: unknown): ClientSearch => clientSearch(String(value))

const call = (value: string, { staffId, projectIds, buildingIds }: Reach, most: number): string =>
  `search_clients(${value}::jsonb, ${staffId === null}, ${staffId ?? 'null'}, ${projectIds}, ${buildingIds}, ${most})`

interface Reach {
  readonly staffId: string | null
  readonly projectIds: string
  readonly buildingIds: string
}

/** Whose clients are looked through: an agent's are everybody, an account manager's a few. */
const reachOf = (actor: ActorSql, everywhere: boolean): Reach =>
  everywhere
    ? { staffId: null, projectIds: 'null', buildingIds: 'null' }
    : { staffId: actor.staffId, projectIds: actor.projectIds, buildingIds: actor.buildingIds }

type Rows = Reference['rows']

/** How the client answers by the units they have or had: 3 and 9 live there, 11 once did. */
const unitRanks = (row: Row, { unit: wanted }: ClientSearch, rows: Rows): readonly number[] => {
  if (!wanted) return []
  const inProject = (unit: Row) =>
    wanted.project === null ||
    rows('project').some(
      ({ id, name }) => id === unit.project_id && String(name).toLowerCase().includes(wanted.project!),
    )
  const isExact = (unit: Row, label: string) =>
    wanted.labels.includes(label) ||
    doorOf(label) === wanted.door ||
    (label === wanted.inside &&
      rows('building').some(
        ({ id, name }) => id === unit.building_id && wanted.buildings.includes(String(name)),
      ))
  return rows('client_occupancy')
    .filter((occupancy) => occupancy.client_id === row.id && occupancy.withdrawn_at === null)
    .flatMap((occupancy) => {
      const unit = rows('unit').find(({ id }) => id === occupancy.unit_id)
      if (!unit || !inProject(unit)) return []
      const label = String(unit.label)
      const exact = isExact(unit, label)
      if (!exact && !wanted.labels.some((start) => label.startsWith(start))) return []
      return [occupancy.to_on !== null ? 11 : exact ? 3 : 9]
    })
}

/** How well the client answers, or who was merged into them; whoever was merged is found as the survivor. */
const rankOf = (row: Row, wanted: ClientSearch, rows: Rows): number | undefined => {
  if (wanted.start === '') return undefined
  const ranks = rows('client')
    .filter(({ id, merged_into_id: into }) => (into ?? id) === row.id)
    .flatMap((it) => ownRank(it, wanted, rows) ?? [])
  return ranks.length > 0 ? Math.min(...ranks) : undefined
}

/** 1 the best; undefined where the client does not answer by what is theirs. */
const ownRank = (row: Row, wanted: ClientSearch, rows: Rows): number | undefined => {
  const grams = row.search_grams as readonly string[]
  const [name, code] = [String(row.name), String(row.code)]
  const { whole, start, recheck, reading } = wanted
  const contains =
    wanted.grams.length > 0 &&
    wanted.grams.every((gram) => grams.includes(gram)) &&
    (recheck === null || grams.some((gram) => gram.startsWith('=') && gram.includes(recheck)))
  const ranks = [
    ...(code === wanted.code ? [1] : []),
    ...(whole !== null && grams.includes(whole) ? [2] : []),
    ...unitRanks(row, wanted, rows),
    ...(name.startsWith(start) ? [4] : []),
    ...(contains ? [5] : []),
    ...(reading ?? []).flatMap((gram, at) => (grams.includes(gram) ? [6 + at] : [])),
    ...(code.startsWith(wanted.code) ? [10] : []),
  ]
  return ranks.length > 0 ? Math.min(...ranks) : undefined
}

const isFormer = (row: Row, rows: Rows): boolean => {
  const own = rows('client_occupancy').filter((it) => it.client_id === row.id && it.withdrawn_at === null)
  return row.archived_at !== null || (own.length > 0 && own.every(({ to_on }) => to_on !== null))
}

export const findClientsRoot = foundRoot('Client', {
  argument: 'words',
  discloses: DISCLOSED,
  most: MOST_FOUND,
  bind: wantedOf,
  sql: (value, actor, everywhere) => call(value, reachOf(actor, everywhere), MOST_FOUND),
  reference: (row, value, { rows }) => {
    const rank = rankOf(row, wantedOf(value), rows)
    return rank === undefined ? undefined : [rank, isFormer(row, rows), row.name]
  },
})

export const searchFilter = where({
  discloses: DISCLOSED,
  bind: wantedOf,
  sql: (alias, value, actor, everywhere) =>
    `${alias}.id in (select s.client_id from ${call(value, reachOf(actor, everywhere), MOST_LISTED)} s)`,
  reference: (row, value, { rows }) => rankOf(row, wantedOf(value), rows) !== undefined,
})
