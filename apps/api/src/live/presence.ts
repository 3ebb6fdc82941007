/** Who looks at which record, told between the API's processes by NOTIFY and kept in memory alone: nobody's work, no table. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { toGlobalId, fromGlobalId } from '../graphql/global-id.ts'
import type { Log } from '../runtime/log.ts'
import { Loop } from '../worker/loop.ts'
import { PRESENCE_CHANNEL } from './change-feed.ts'

const TELL_MILLISECONDS = 500
/** Said again this often, and forgotten when it was not said for so long: a process that died says nothing. */
const REPEAT_MILLISECONDS = 5_000
const FORGET_MILLISECONDS = 15_000
const MOST_BYTES = 7_900

interface Said {
  readonly staffIds: readonly string[]
  readonly until: number
}

type Listener = (staffIds: readonly string[]) => void

const keyOf = (orgId: string, recordId: string) => `${orgId} ${recordId}`

export class Presence {
  readonly #pool: Pool
  readonly #process = randomBytes(6).toString('hex')
  /** Here: record → person → how many screens. */
  readonly #here = new Map<string, Map<string, number>>()
  /** Everywhere: record → process → who. */
  readonly #said = new Map<string, Map<string, Said>>()
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #changed = new Set<string>()
  readonly #telling: Loop
  #repeatAt = 0

  constructor(pool: Pool, log: Log) {
    this.#pool = pool
    const turn = () => this.#tell().then(() => false)
    this.#telling = new Loop({ name: 'presence', everyMilliseconds: TELL_MILLISECONDS, turn }, log)
  }

  /**
   * A person looks at a record, and is told who does, themselves included, whenever that changes.
   * @returns ends both
   */
  look(orgId: string, recordId: string, staffId: string, listener: Listener): () => void {
    const key = keyOf(orgId, recordId)
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    this.#count(key, staffId, 1)
    listener(this.#who(key))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(key)
      this.#count(key, staffId, -1)
    }
  }

  /** What a process says, this one included. */
  hear(payload: string): void {
    const until = performance.now() + FORGET_MILLISECONDS
    for (const line of payload.split('\n')) {
      const [process = '', organization = '', recordId = '', staff = ''] = line.split(' ')
      const orgId = fromGlobalId('Organization', `org_${organization}`)
      if (!orgId || !recordId) continue
      const staffIds = staff.split(',').flatMap((hex) => fromGlobalId('Staff', `stf_${hex}`) ?? [])
      this.#hearOf(keyOf(orgId, recordId), process, staffIds.length > 0 ? { staffIds, until } : undefined)
    }
  }

  stop(): Promise<void> {
    return this.#telling.stop()
  }

  #hearOf(key: string, process: string, said: Said | undefined): void {
    const before = this.#who(key).join()
    const processes = this.#said.get(key) ?? new Map<string, Said>()
    if (said) this.#said.set(key, processes.set(process, said))
    else processes.delete(process)
    if (processes.size === 0) this.#said.delete(key)
    const now = this.#who(key)
    if (now.join() !== before) for (const listener of this.#listeners.get(key) ?? []) listener(now)
  }

  #who(key: string): readonly string[] {
    const all = [...(this.#said.get(key)?.values() ?? [])].flatMap(({ staffIds }) => staffIds)
    return [...new Set(all)].toSorted()
  }

  #count(key: string, staffId: string, step: 1 | -1): void {
    const people = this.#here.get(key) ?? new Map<string, number>()
    const screens = (people.get(staffId) ?? 0) + step
    if (screens > 0) people.set(staffId, screens)
    else people.delete(staffId)
    if (people.size > 0) this.#here.set(key, people)
    else this.#here.delete(key)
    this.#changed.add(key)
  }

  async #tell(): Promise<void> {
    const now = performance.now()
    if (now >= this.#repeatAt) {
      this.#repeatAt = now + REPEAT_MILLISECONDS
      for (const key of this.#here.keys()) this.#changed.add(key)
    }
    for (const [key, processes] of this.#said) {
      for (const [process, { until }] of processes) if (until < now) this.#hearOf(key, process, undefined)
    }
    const keys = [...this.#changed]
    this.#changed.clear()
    for (const payload of payloads(keys.map((key) => this.#line(key))))
      await this.#pool.query('select pg_notify($1, $2)', [PRESENCE_CHANNEL, payload])
  }

  #line(key: string): string {
    const [orgId = '', recordId = ''] = key.split(' ')
    const staff = [...(this.#here.get(key)?.keys() ?? [])].map((id) => toGlobalId('Staff', id).slice(4))
    // More than this many names are of no use to anybody, and would not fit.
    return [this.#process, orgId.replaceAll('-', ''), recordId, staff.slice(0, 50).join(',')].join(' ')
  }
}

/** Lines as they fit into notifications. */
function payloads(lines: readonly string[]): string[] {
  const all: string[] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (last !== undefined && last.length + 1 + line.length <= MOST_BYTES)
      all[all.length - 1] = `${last}\n${line}`
    else all.push(line)
  }
  return all
}
