/** What an archive lacks, found in the archive itself at the moment somebody asks: nothing of it is stored, so nothing drifts. */
import { ARCHIVE_PARTS, type ArchiveGapState, type ArchivePart } from '@steward/domain'
import type { Reference, Row } from '../../reads/projection.ts'
import { PART_RULES } from './archive-parts.ts'

const cases = (made: (part: ArchivePart) => string): string =>
  `case q$.part ${ARCHIVE_PARTS.map((part) => `when '${part}' then ${made(part)}`).join(' ')} end`

/** The last time that somebody confirmed it with the client. */
const confirmed = (c: string) => `(select max(k$.confirmed_at) from archive_confirmation k$
  where k$.org_id = ${c}.org_id and k$.client_id = ${c}.id and q$.id = any(k$.requirement_ids))`

/** A spot check that found something wrong, and that nobody has answered by confirming it since. */
const wrong = (c: string) => `from spot_check_entry w$
  where w$.org_id = ${c}.org_id and w$.client_id = ${c}.id and w$.result = 'WRONG'
    and not exists (select from archive_confirmation k$ where k$.org_id = ${c}.org_id and k$.client_id = ${c}.id
      and k$.confirmed_at >= w$.checked_at and w$.requirement_id = any(k$.requirement_ids))`

const there = (c: string): string => `coalesce(${cases((part) => PART_RULES[part].there(c, 'q$'))}, false)`

/** The requirements in force that concern the client of this alias. One whose field is retired or is for others is nobody's. */
const concerning = (c: string): string => `q$.org_id = ${c}.org_id and q$.retired_at is null
    and ${c}.kind = any(q$.kinds) and ${c}.relation = any(q$.relations)
    and (q$.field_id is null or exists (select from custom_field f$
      where f$.org_id = q$.org_id and f$.id = q$.field_id and f$.retired_at is null and ${c}.kind = any(f$.kinds)))`

/**
 * The state of one requirement, null where it is met. `there` is asked first: the rest only of what is there. What depends on the client alone is
 * read once for all of their requirements.
 */
const stateSql = (c: string): string => `case
  when not ${there(c)} then 'MISSING'
  when q$.id = any(array(select w$.requirement_id ${wrong(c)})) then 'WRONG'
  when q$.stale_after_days is not null and
    greatest(${cases((part) => PART_RULES[part].since(c, 'q$'))}, ${confirmed(c)}) < now() - make_interval(days => q$.stale_after_days)
  then 'STALE' end`

/**
 * The requirements that the client of this alias does not meet, as `q$` with `s$.state`: a FROM and WHERE to put a select before. A client out
 * of use owes nothing.
 */
export const gapsSql = (c: string): string => `from archive_requirement q$
  cross join lateral (select ${stateSql(c)} as state) s$
  where ${c}.archived_at is null and ${concerning(c)} and s$.state is not null`

/** What a spot check said of it. */
export const wrongNoteSql = (c: string): string =>
  `(select w$.note ${wrong(c)} and w$.requirement_id = q$.id order by w$.checked_at desc, w$.id desc limit 1)`

/** When it was last written down or confirmed; null where it is missing. */
export const knownSinceSql = (c: string): string =>
  `case when s$.state = 'STALE' then greatest(${cases((part) => PART_RULES[part].since(c, 'q$'))}, ${confirmed(c)}) end`

interface Gap {
  readonly requirement: Row
  readonly state: ArchiveGapState
  readonly note: string | null
  readonly since: Date | null
}

const DAY = 86_400_000
const latest = (instants: readonly Date[]): Date | undefined =>
  instants.reduce<Date | undefined>((last, each) => (last && last >= each ? last : each), undefined)

/** The twin of `gapsSql`, in the order of the closed list. */
export const gapsReference = (client: Row, reference: Reference): readonly Gap[] => {
  if (client.archived_at !== null) return []
  return reference
    .rows('archive_requirement')
    .filter(
      (q) =>
        q.retired_at === null &&
        (q.kinds as readonly unknown[]).includes(client.kind) &&
        (q.relations as readonly unknown[]).includes(client.relation) &&
        (q.field_id === null ||
          reference
            .rows('custom_field')
            .some(
              (field) =>
                field.id === q.field_id &&
                field.retired_at === null &&
                (field.kinds as readonly unknown[]).includes(client.kind),
            )),
    )
    .flatMap((requirement) => gapOf(client, requirement, reference) ?? [])
    .toSorted(
      (one, other) =>
        ARCHIVE_PARTS.indexOf(one.requirement.part as ArchivePart) -
          ARCHIVE_PARTS.indexOf(other.requirement.part as ArchivePart) ||
        (String(one.requirement.id) < String(other.requirement.id) ? -1 : 1),
    )
}

const gapOf = (client: Row, requirement: Row, reference: Reference): Gap | undefined => {
  const { rows, now } = reference
  const written = PART_RULES[requirement.part as ArchivePart].reference(client, requirement, reference)
  if (written.length === 0) return { requirement, state: 'MISSING', note: null, since: null }
  const confirmations = rows('archive_confirmation')
    .filter(
      (it) =>
        it.client_id === client.id && (it.requirement_ids as readonly unknown[]).includes(requirement.id),
    )
    .map((it) => it.confirmed_at as Date)
  const last = latest(confirmations)
  const [found] = rows('spot_check_entry')
    .filter(
      (it) =>
        it.client_id === client.id &&
        it.requirement_id === requirement.id &&
        it.result === 'WRONG' &&
        it.checked_at !== null &&
        (!last || (it.checked_at as Date) > last),
    )
    .toSorted(
      (one, other) =>
        (other.checked_at as Date).getTime() - (one.checked_at as Date).getTime() ||
        (String(one.id) < String(other.id) ? 1 : -1),
    )
  if (found) return { requirement, state: 'WRONG', note: found.note as string | null, since: null }
  const since = latest([...written, ...confirmations])!
  const days = requirement.stale_after_days as number | null
  return days !== null && since.getTime() < now.getTime() - days * DAY
    ? { requirement, state: 'STALE', note: null, since }
    : undefined
}

export const ORDER = `order by array_position('{${ARCHIVE_PARTS.join(',')}}'::text[], q$.part), q$.id`

/** The requirements whose part is in the archive: of client `$2` of organization `$1`, or of all of its clients. */
export const metSql =
  (): string => `select c.id as "clientId", q$.id from client c join archive_requirement q$ on ${concerning('c')}
  where c.org_id = $1 and ($2::uuid is null or c.id = $2) and c.archived_at is null and ${there('c')} order by c.id, q$.id`

/**
 * Totals of organization `$1` by a value of the client `c`, whose name stands in `table`: a ROW for each, a PART for each requirement that is
 * not met somewhere. Each archive is looked at once.
 */
export const totalsSql = (
  value: string,
  table: 'project' | 'department' | 'staff',
): string => `with looked as materialized (
  select ${value} as place, array(select s$.state || ':' || q$.id ${gapsSql('c')}) as gaps
    from client c where c.org_id = $1 and c.archived_at is null),
places as (
  select place, count(*)::integer as clients, (count(*) filter (where cardinality(gaps) = 0))::integer as complete,
         (count(*) filter (where exists (select from unnest(gaps) g where g like 'WRONG:%')))::integer as wrong
    from looked group by place),
parts as (
  select g.id::uuid, (count(*) filter (where g.state = 'MISSING'))::integer as missing,
         (count(*) filter (where g.state = 'STALE'))::integer as stale,
         (count(*) filter (where g.state = 'WRONG'))::integer as wrong
    from looked, unnest(gaps) as gap, lateral (select split_part(gap, ':', 1) as state, split_part(gap, ':', 2) as id) g group by g.id)
select 'ROW' as kind, p.place as id, n.name, null as part, null as "labelZh", null as "labelEn", p.clients, p.complete,
       0 as missing, 0 as stale, p.wrong
  from places p left join ${table} n on n.org_id = $1 and n.id = p.place
union all
select 'PART', p.id, null, q.part, f.label_zh, f.label_en, 0, 0, p.missing, p.stale, p.wrong
  from parts p join archive_requirement q on q.org_id = $1 and q.id = p.id
  left join custom_field f on f.org_id = q.org_id and f.id = q.field_id`
