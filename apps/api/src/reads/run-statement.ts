import { DatabaseError, type Connection, type Pool, type PoolClient, type Submittable } from 'pg'
import { LRUCache } from 'lru-cache'
import { parameterText } from './parameter-text.ts'

/** A statement with one text column, ready to go out. */
export interface Statement {
  readonly text: string
  /** Parsed once a connection and kept; without a name it is parsed each time. */
  readonly name: string | undefined
  readonly values: readonly unknown[]
  /** The tenant that row-level security shows; null shows none. */
  readonly organizationId: string | null
}

/** Runs the statement on a connection of the pool; the text of its one row, or undefined when it has none. */
export async function runStatement(pool: Pool, statement: Statement): Promise<string | undefined> {
  const values = statement.values.map(parameterText)
  const client = await pool.connect()
  let failure: unknown
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      client.query(new TenantStatement({ ...statement, values }, resolve, reject))
    })
  } catch (error) {
    failure = error
    throw error
  } finally {
    release(client, failure)
  }
}

/** A connection survives an error of its statement, and nothing worse. */
function release(client: PoolClient, failure: unknown): void {
  const fit = failure === undefined || (failure instanceof DatabaseError && failure.severity === 'ERROR')
  client.release(!fit)
}

/** What pg's connection offers for the extended protocol; its published types are of an older signature. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  parse(statement: { name: string; text: string }): void
  bind(portal: { statement: string; values: readonly unknown[] }): void
  execute(): void
  close(statement: { type: 'S'; name: string }): void
  sync(): void
}

/**
 * The settings of the implicit transaction. A named statement is planned once for all its values: for a page query planning
 * takes longer than running, and its indexes do not depend on the values. Compiling to machine code never pays here.
 */
const SETTINGS = {
  named: {
    name: 'settings_named',
    text: `select set_config('app.org_id', $1, true), set_config('jit', 'off', true),
      set_config('plan_cache_mode', 'force_generic_plan', true)`,
  },
  unnamed: {
    name: 'settings_unnamed',
    text: `select set_config('app.org_id', $1, true), set_config('jit', 'off', true)`,
  },
} as const
const NAMES_PER_CONNECTION = 500

/** The statements that a connection has parsed, by name; the longest unused is closed when another takes its place. */
const parsed = new WeakMap<object, LRUCache<string, true>>()

/**
 * Sends the tenant's setting and the statement in one flush with one Sync: one implicit transaction, one round trip. The
 * setting is local to it and gone after the Sync, so a connection that is used without it sees no row.
 */
class TenantStatement implements Submittable {
  readonly #statement: Statement
  readonly #resolve: (text: string | undefined) => void
  readonly #reject: (error: Error) => void
  #completed = 0
  #text: string | undefined
  #submitted: readonly string[] = []

  constructor(
    statement: Statement,
    resolve: (text: string | undefined) => void,
    reject: (error: Error) => void,
  ) {
    this.#statement = statement
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire
    const { name, text, values, organizationId } = this.#statement
    const settings = name === undefined ? SETTINGS.unnamed : SETTINGS.named
    wire.stream.cork()
    try {
      this.#submitted = [
        this.#parse(wire, settings.name, settings.text),
        this.#parse(wire, name, text),
      ].flat()
      this.#execute(wire, settings.name, [organizationId ?? ''])
      this.#execute(wire, name, values)
    } finally {
      wire.sync()
      wire.stream.uncork()
    }
  }

  /** Parses a name once; the names that it has parsed now. Closing a name that does not exist is no error: after a failed
   *  flush nobody knows whether its names do. */
  #parse(wire: Wire, name: string | undefined, text: string): readonly string[] {
    if (name === undefined) {
      wire.parse({ name: '', text })
      return []
    }
    const names = namesOf(wire)
    if (names.get(name)) return []
    wire.close({ type: 'S', name })
    wire.parse({ name, text })
    names.set(name, true)
    return [name]
  }

  #execute(wire: Wire, name: string | undefined, values: readonly unknown[]): void {
    wire.bind({ statement: name ?? '', values })
    wire.execute()
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    if (this.#completed === 1) this.#text = message.fields[0] ?? undefined
  }

  handleCommandComplete(): void {
    this.#completed += 1
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#text)
  }

  /** pg calls this instead of `handleReadyForQuery`; the Sync has gone out already, so the connection comes to rest. */
  handleError(error: Error, connection: object): void {
    for (const name of this.#submitted) parsed.get(connection)?.delete(name)
    this.#reject(error)
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

function namesOf(wire: Wire): LRUCache<string, true> {
  const found = parsed.get(wire)
  if (found) return found
  const names = new LRUCache<string, true>({
    max: NAMES_PER_CONNECTION,
    dispose: (_, name, reason) => {
      if (reason === 'evict') wire.close({ type: 'S', name })
    },
  })
  parsed.set(wire, names)
  return names
}
