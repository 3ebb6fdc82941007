import type { Log } from '../runtime/log.ts'
import type { Readable } from '../reads/readable.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { ChangedRecord } from '../worker/relay-payload.ts'
import { CoalescingStream } from './coalescing-stream.ts'
import type { LiveSession, LiveSessions } from './live-sessions.ts'

interface Subscriber {
  readonly session: LiveSession
  readonly wants: (record: ChangedRecord) => boolean
  readonly stream: CoalescingStream<ChangedRecord>
}

/** Hands each changed record to the screens that wait for it and whose people may read it: asked once a batch for each of them. */
export class LiveChanges {
  readonly #sessions: LiveSessions
  readonly #readable: Readable
  readonly #log: Log
  readonly #subscribers = new Set<Subscriber>()

  constructor(sessions: LiveSessions, readable: Readable, log: Log) {
    this.#sessions = sessions
    this.#readable = readable
    this.#log = log
  }

  subscribe(session: LiveSession, wants: Subscriber['wants']): AsyncIterableIterator<ChangedRecord> {
    const stream = new CoalescingStream<ChangedRecord>(() => this.#subscribers.delete(subscriber))
    const subscriber = { session, wants, stream }
    this.#subscribers.add(subscriber)
    return stream
  }

  /** May the session read this record at this moment? */
  async mayRead(session: LiveSession, type: string, id: string): Promise<boolean> {
    return (await this.#among(session, type, [id])).has(id)
  }

  /** Tells of a batch. */
  async tell(records: readonly ChangedRecord[]): Promise<void> {
    const bySession = new Map<LiveSession, Subscriber[]>()
    for (const subscriber of this.#subscribers)
      bySession.set(subscriber.session, [...(bySession.get(subscriber.session) ?? []), subscriber])
    await Promise.all(
      [...bySession].map(([session, subscribers]) =>
        this.#tellSession(session, subscribers, records).catch((error: unknown) => {
          // Something was not told: these screens are to connect and to ask anew.
          this.#log.warn({ reason: reasonOf(error) }, 'changes were not told')
          for (const { stream } of subscribers) stream.end()
        }),
      ),
    )
  }

  async #tellSession(
    session: LiveSession,
    subscribers: readonly Subscriber[],
    records: readonly ChangedRecord[],
  ): Promise<void> {
    const { organizationId } = session.signedIn.actor
    const wanted = records.filter(
      (record) => record.orgId === organizationId && subscribers.some(({ wants }) => wants(record)),
    )
    for (const [type, ofType] of byType(wanted)) {
      const readable = await this.#among(
        session,
        type,
        ofType.map(({ id }) => id),
      )
      for (const record of ofType.filter(({ id }) => readable.has(id))) {
        for (const { wants, stream } of subscribers) if (wants(record)) stream.push(record.id, record)
      }
    }
  }

  /** The statement itself checks session and version: where they are out of date, who acts is read anew, once. */
  async #among(session: LiveSession, type: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (!this.#readable.knows(type)) return new Set()
    const first = await this.#readable.among(session.signedIn, type, ids)
    if (first) return first
    if (!(await this.#sessions.renew(session))) return new Set()
    return (await this.#readable.among(session.signedIn, type, ids)) ?? new Set()
  }
}

const byType = (records: readonly ChangedRecord[]): ReadonlyMap<string, readonly ChangedRecord[]> => {
  const types = new Map<string, ChangedRecord[]>()
  for (const record of records) types.set(record.type, [...(types.get(record.type) ?? []), record])
  return types
}
