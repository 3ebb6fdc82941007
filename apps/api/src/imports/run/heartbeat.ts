import type { ImportStatus } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { ImportStopped } from './import-stopped.ts'

const BEAT_MILLISECONDS = 400

/** How far a run is; `progress` in hundredths. */
export interface Sign {
  readonly status: Extract<ImportStatus, 'READING' | 'WRITING'>
  readonly progress: number
  readonly rowsRead: number
}

const BEAT = `
update import_run set status = $3, progress = $4, rows_read = $5, seen_at = clock_timestamp()
 where org_id = $1 and id = $2 returning cancel_requested as "cancelRequested"`

/**
 * Tells beside the transaction how far a run is, and hears there whether it is to be cancelled: on a connection of its own, because
 * what the transaction writes is seen by nobody before it ends.
 */
export class Heartbeat {
  readonly #dataSource: VerbContext['dataSource']
  readonly #run: { readonly orgId: string; readonly id: string }
  readonly #signal: AbortSignal
  readonly #timer: NodeJS.Timeout
  #sign: Sign = { status: 'READING', progress: 0, rowsRead: 0 }
  #beating: Promise<void> | undefined
  #cancelRequested = false

  /** `signal`: ends the run with its reason. */
  constructor(
    dataSource: VerbContext['dataSource'],
    run: { orgId: string; id: string },
    signal: AbortSignal,
  ) {
    this.#dataSource = dataSource
    this.#run = run
    this.#signal = signal
    this.#timer = setInterval(() => this.#beat(), BEAT_MILLISECONDS)
  }

  /** Notes how far it is. Throws ImportStopped where the run is to end here. */
  tell(sign: Sign): void {
    this.#sign = sign
    if (this.#signal.aborted) throw this.#signal.reason
    if (this.#cancelRequested) throw ImportStopped.cancelled()
  }

  /** Resolves when no further word of it will reach the row. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
  }

  #beat(): void {
    // A database under load may take longer than a beat; the next one tells the same.
    this.#beating ??= this.#write().finally(() => (this.#beating = undefined))
  }

  async #write(): Promise<void> {
    const { status, progress, rowsRead } = this.#sign
    const { orgId, id } = this.#run
    const parameters = [orgId, id, status, Math.round(progress), rowsRead]
    try {
      const [rows] = await withTenant(this.#dataSource, orgId, (manager) =>
        manager.query<[{ cancelRequested: boolean }[], number]>(BEAT, parameters),
      )
      this.#cancelRequested = rows[0]?.cancelRequested ?? false
    } catch {
      // The transaction itself will fail if the database is gone, and tell why.
    }
  }
}
