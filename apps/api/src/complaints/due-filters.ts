/** Which cases owe a word now: by the next due time that stands on the case's row, and the database's clock. */
import { flag } from '../reads/filters.ts'
import type { Filter, Reference, Row } from '../reads/projection.ts'

const HOUR = 3_600_000
const dueAt = (row: Row): number | undefined =>
  row.next_due_at === null ? undefined : (row.next_due_at as Date).getTime()

/** `2026-11-23`, as the organization's own calendar shows it. */
const dayOf = (at: number, { rows }: Reference): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: String(rows('organization_profile')[0]?.time_zone),
    dateStyle: 'short',
  }).format(at)

const due = (
  sql: (alias: string, organizationId: string) => string,
  reference: (at: number, reference: Reference) => boolean,
): Filter =>
  flag({
    discloses: ['nextDueAt'],
    sql: (alias, { organizationId }) => `(${sql(alias, organizationId)}) is true`,
    reference: (row, given) => {
      const at = dueAt(row)
      return at !== undefined && reference(at, given)
    },
  })

/** The same moment for all rows: looked up once for a statement. */
const endOfDay = (organizationId: string): string =>
  `(select (date_trunc('day', now() at time zone p.time_zone) + interval '1 day') at time zone p.time_zone
      from organization_profile p where p.org_id = ${organizationId})`

export const dueFilters: Readonly<Record<'overdue' | 'dueThisHour' | 'dueToday', Filter>> = {
  overdue: due(
    (alias) => `${alias}.next_due_at < now()`,
    (at, { now }) => at < now.getTime(),
  ),
  dueThisHour: due(
    (alias) => `${alias}.next_due_at >= now() and ${alias}.next_due_at < now() + interval '1 hour'`,
    (at, { now }) => at >= now.getTime() && at < now.getTime() + HOUR,
  ),
  dueToday: due(
    (alias, organizationId) =>
      `${alias}.next_due_at >= now() and ${alias}.next_due_at < ${endOfDay(organizationId)}`,
    (at, given) => at >= given.now.getTime() && dayOf(at, given) === dayOf(given.now.getTime(), given),
  ),
}
