/** Whom one greets on a day of the year: birthdays and anniversaries of moving in, of clients who agreed to be cared for. */
import { flag, where } from '../../reads/filters.ts'
import type { Expression, Filter, Row } from '../../reads/projection.ts'
import { connectionRoot } from '../../reads/roots.ts'

/** Of the year, as 1231. Whoever was born on a leap day is greeted on the last of February in other years. */
const ofYear = (day: string): readonly number[] => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return month === 2 && date === 28 && !isLeap ? [228, 229] : [month * 100 + date]
}
const daysOf = (value: unknown): readonly number[] =>
  (Array.isArray(value) ? value : []).flatMap((day) => ofYear(String(day)))

/** On one of these days of the year, whatever the year was. */
const onDays = (column: string, field: string): Filter =>
  where({
    discloses: [field],
    bind: (value) => `{${daysOf(value).join(',')}}`,
    sql: (alias, value) =>
      `${alias}.${column} is not null and (extract(month from ${alias}.${column}) * 100 + extract(day from ${alias}.${column}))::integer = any(${value}::integer[])`,
    reference: (row, value) => {
      const day = row[column] as string | null
      return day !== null && daysOf(value).includes(Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10)))
    },
  })

const clientOf = (row: Row, rows: (table: string) => readonly Row[]): Row | undefined =>
  rows('client').find(({ id }) => id === row.client_id)

/** Their client is in use, and the newest word about care is a yes. */
const isCaredFor: Expression<boolean> = {
  sql: (
    alias,
  ) => `exists (select from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id and c$.archived_at is null)
    and (select n$.decision from client_consent n$ where n$.org_id = ${alias}.org_id and n$.client_id = ${alias}.client_id
      and n$.purpose = 'CARE' order by n$.at desc, n$.id desc limit 1) is not distinct from 'GIVEN'`,
  reference: (row, { rows }) => {
    const client = clientOf(row, rows)
    const [newest] = rows('client_consent')
      .filter((it) => it.client_id === row.client_id && it.purpose === 'CARE')
      .toSorted(
        (one, other) =>
          (other.at as Date).getTime() - (one.at as Date).getTime() ||
          (String(one.id) < String(other.id) ? 1 : -1),
      )
    return client !== undefined && client.archived_at === null && newest?.decision === 'GIVEN'
  },
}

const also = (more: Expression<boolean>): Expression<boolean> => ({
  sql: (alias, actor) => `${more.sql(alias, actor)} and ${isCaredFor.sql(alias, actor)}`,
  reference: (row, reference) => more.reference(row, reference) && isCaredFor.reference(row, reference),
})

/** Of clients whom the reader answers for, or for whom nobody does in person. */
const mine = flag({
  discloses: [],
  sql: (
    alias,
    actor,
  ) => `exists (select from client m$ where m$.org_id = ${alias}.org_id and m$.id = ${alias}.client_id
    and coalesce(m$.key_account_manager_id, ${actor.staffId}) = ${actor.staffId})`,
  reference: (row, { rows, actor }) => {
    const client = clientOf(row, rows)
    return (
      client !== undefined && [null, actor?.staffId].includes(client.key_account_manager_id as string | null)
    )
  },
})

export const careRoots = {
  birthdays: connectionRoot('ClientContact', {
    only: also({
      sql: (alias) => `${alias}.removed_at is null and not ${alias}.do_not_contact`,
      reference: (row) => row.removed_at === null && row.do_not_contact === false,
    }),
    filters: { onDays: onDays('birthday', 'birthday'), mine },
    orders: { ONLY: [['createdAt', 'asc']] },
  }),
  moveInDays: connectionRoot('ClientOccupancy', {
    only: also({
      sql: (alias) =>
        `${alias}.withdrawn_at is null and ${alias}.to_on is null and ${alias}.moved_in_on < (now() at time zone 'UTC')::date - 300`,
      reference: (row, { now }) =>
        row.withdrawn_at === null &&
        row.to_on === null &&
        row.moved_in_on !== null &&
        Date.parse(String(row.moved_in_on)) < Date.parse(now.toISOString().slice(0, 10)) - 300 * 86_400_000,
    }),
    filters: { onDays: onDays('moved_in_on', 'movedInOn'), mine },
    orders: { ONLY: [['fromOn', 'asc']] },
  }),
} as const
