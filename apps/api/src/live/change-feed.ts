import { EventEmitter } from 'node:events'
import { Client } from 'pg'
import type { Log } from '../runtime/log.ts'
import { CHANGED_CHANNEL, fromPayload, type ChangedRecord } from '../worker/relay-payload.ts'

/** Who looks at what, told between the API's processes. */
export const PRESENCE_CHANNEL = 'steward_presence'

interface FeedEvents {
  changed: [records: readonly ChangedRecord[]]
  presence: [payload: string]
  /** Something may have been missed: whoever listens must ask anew. */
  lost: []
}

const RECONNECT_MILLISECONDS = 1_000

/**
 * What other processes tell this one, over one connection of its own that LISTENs. When that breaks, notifications are lost and
 * nobody knows which: `lost` says so, and the connection is made again until it holds.
 */
export class ChangeFeed extends EventEmitter<FeedEvents> {
  readonly #url: string
  readonly #log: Log
  #client: Client | undefined
  #retry: NodeJS.Timeout | undefined
  #ended = false

  /** `url`: past any transaction pooler, which would never deliver a notification. */
  constructor(url: string, log: Log) {
    super()
    // One listener for each subscribed screen would be many; there are two.
    this.#url = url
    this.#log = log
  }

  /** Resolves once it listens, or has failed for the first time and goes on trying. */
  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'steward-listen',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    let broken = false
    const onBroken = () => {
      if (broken) return
      broken = true
      if (this.#client === client) this.#lost()
    }
    client.on('error', onBroken)
    client.on('end', onBroken)
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === CHANGED_CHANNEL) this.emit('changed', fromPayload(payload))
      else this.emit('presence', payload)
    })
    this.#client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANGED_CHANNEL}; LISTEN ${PRESENCE_CHANNEL}`)
    } catch {
      await client.end().catch(() => undefined)
      onBroken()
    }
  }

  async stop(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => undefined)
  }

  #lost(): void {
    this.#client = undefined
    if (this.#ended) return
    this.#log.warn('notifications of the database are lost; listening again')
    this.emit('lost')
    this.#retry = setTimeout(() => void this.start(), RECONNECT_MILLISECONDS)
  }
}
