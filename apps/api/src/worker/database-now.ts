import type { EntityManager } from 'typeorm'
import type { WorkerServices } from './worker-services.ts'

/** The instant by the clock of the database, which all processes share and by which whatever is due is compared. */
export const databaseNow = async (
  { dataSource, instant }: Pick<WorkerServices, 'dataSource' | 'instant'>,
  manager: EntityManager = dataSource.manager,
): Promise<Date> => {
  if (instant) return instant()
  const [row] = await manager.query<[{ now: Date }]>('select clock_timestamp() as now')
  return row.now
}
