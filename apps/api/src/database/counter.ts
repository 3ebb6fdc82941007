import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'

/**
 * The next serial of a kind in a period, from 1, without gaps: its row stays locked until the transaction ends, and a
 * roll-back gives the number back.
 */
export const nextSerial = async (
  manager: EntityManager,
  orgId: string,
  kind: string,
  period: string,
): Promise<number> => {
  const [row] = await manager.query<{ last: number }[]>(
    `insert into counter (org_id, id, kind, period, last) values ($1, $2, $3, $4, 1)
     on conflict (org_id, kind, period) do update set last = counter.last + 1
     returning last`,
    [orgId, newId(), kind, period],
  )
  return row!.last
}

/**
 * The first of `many` serials in each of several periods. Rows are locked in the order of the periods, so that two who take
 * several wait for each other instead of for ever.
 */
export const nextSerials = async (
  manager: EntityManager,
  orgId: string,
  kind: string,
  many: ReadonlyMap<string, number>,
): Promise<Map<string, number>> => {
  const periods = [...many.keys()].sort()
  const rows = await manager.query<{ period: string; last: number }[]>(
    `insert into counter (org_id, id, kind, period, last)
     select $1, wanted.id, $3, wanted.period, wanted.many
       from unnest($2::uuid[], $4::text[], $5::int[]) as wanted(id, period, many) order by wanted.period
     on conflict (org_id, kind, period) do update set last = counter.last + excluded.last
     returning period, last`,
    [orgId, periods.map(() => newId()), kind, periods, periods.map((period) => many.get(period))],
  )
  return new Map(rows.map(({ period, last }) => [period, last - many.get(period)! + 1]))
}
