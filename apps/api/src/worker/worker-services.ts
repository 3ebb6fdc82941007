import type { DataSource } from 'typeorm'
import type { Config } from '../config.ts'
import type { Delivered, Message } from '../webhooks/deliver.ts'
import type { AskWitness } from '../witnesses/ask-witness.ts'
import type { Signer } from '../ledger/signer.ts'
import type { Log } from '../runtime/log.ts'

/** What outlives a piece of the worker's work: made once by the process. */
export interface WorkerServices {
  readonly config: Config
  /**
   * Under the worker's role: sees the outbox and the due clocks of all organizations; everything else through
   * `withTenant(dataSource, orgId, …)` or `asSystem()`.
   */
  readonly dataSource: DataSource
  /** Holds the ledger's key. */
  readonly signer: Signer
  readonly log: Log
  readonly clock: () => Date
  /** Tests only: stands for the clock of the database in stories that last for days. */
  readonly instant?: () => Date
  /** Tests only: how one message reaches an endpoint that is no public one. The process leaves it out, and so calls public addresses alone. */
  readonly deliver?: (url: string, message: Message) => Promise<Delivered>
  /** Tests only: the same for a witness of the ledger. */
  readonly askWitness?: AskWitness
}
