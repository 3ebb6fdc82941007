import type { DataSource } from 'typeorm'
import type { Config } from '../config.ts'
import type { Log } from '../runtime/log.ts'

/** What outlives a piece of the worker's work: made once by the process. */
export interface WorkerServices {
  readonly config: Config
  /**
   * Under the worker's role: sees the outbox and the due clocks of all organizations; everything else through
   * `withTenant(dataSource, orgId, …)` or `asSystem()`.
   */
  readonly dataSource: DataSource
  readonly log: Log
  readonly clock: () => Date
}
