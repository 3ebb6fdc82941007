/** Sweeps over a table of what is due: one row a record, gone once nothing more is due about it. */
import type { DataSource, EntityManager } from 'typeorm'
import { backOffSeconds, eachItem } from './each-item.ts'
import type { Sweep } from './sweeps.ts'
import type { WorkerServices } from './worker-services.ts'

/** Each has `org_id`, `id`, `due_at` and `attempts`. */
export type DueTable =
  | 'attachment_due'
  | 'care_due'
  | 'copy_due'
  | 'document_due'
  | 'dunning_due'
  | 'equipment_inspection_due'
  | 'handover_due'
  | 'import_source_due'
  | 'information_inventory_due'
  | 'key_account_due'
  | 'lead_due'
  | 'membership_due'
  | 'notice_due'
  | 'opportunity_due'
  | 'service_agreement_due'
  | 'signing_due'
  | 'silence_due'
  | 'standing_due'
  | 'subject_request_due'

export interface DueRow {
  readonly orgId: string
  readonly id: string
  readonly attempts: number
}

/** Since when the longest-waiting row is due. */
export const oldestIn =
  (table: DueTable): NonNullable<Sweep['oldestDue']> =>
  async ({ dataSource }: { readonly dataSource: DataSource }) => {
    const oldest = `select min(due_at) as at from ${table} where due_at <= clock_timestamp()`
    const [row] = await dataSource.query<{ at: Date | null }[]>(oldest)
    return row?.at ?? undefined
  }

/** What has failed waits, the longer the more often it did. */
export const putOff = (manager: EntityManager, table: DueTable, { orgId, id, attempts }: DueRow) => {
  const later = `update ${table} set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
    where org_id = $1 and id = $2`
  return manager.query(later, [orgId, id, backOffSeconds(attempts + 1)])
}

interface DueSweep<T extends DueRow> {
  readonly name: string
  readonly table: DueTable
  /** A column that the work needs beside the id: how far it came. */
  readonly step?: Exclude<keyof T, keyof DueRow> & string
  /** Does what is due about one row, and says in the table when it is due next, or takes it out. */
  readonly work: (manager: EntityManager, due: T, now: Date, services: WorkerServices) => Promise<void>
  /** What the log says of one that failed. */
  readonly failed: string
}

/** Claim, effect and the next time are one transaction: whoever is killed leaves nothing behind, whoever comes second finds nothing to do. */
export const dueSweep = <T extends DueRow>({ name, table, step, work, failed }: DueSweep<T>): Sweep => {
  const claim = `
select org_id as "orgId", id, ${step ? `${step}, ` : ''}attempts from ${table}
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`
  return {
    name,
    everyMilliseconds: 1_000,
    sweep: (services, limit) =>
      services.dataSource.transaction(async (manager) => {
        const claimed = await manager.query<T[]>(claim, [limit])
        const failures = await eachItem(manager, claimed, (due) =>
          work(manager, due, services.clock(), services),
        )
        for (const { item, error } of failures) {
          services.log.error({ id: item.id, type: (error as Error).name }, failed)
          await putOff(manager, table, item)
        }
        return claimed.length
      }),
    oldestDue: oldestIn(table),
  }
}
