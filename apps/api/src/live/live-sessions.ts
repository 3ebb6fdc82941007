import type { Sessions } from '../access/session.ts'
import type { Services, SignedIn } from '../context.ts'
import { Loop } from '../worker/loop.ts'
import type { Log } from '../runtime/log.ts'

/** As a socket's owner is known to this process; one for all sockets of a session. */
export interface LiveSession {
  signedIn: SignedIn
  /** Ends the sockets of this session; each takes itself away. */
  readonly close: Set<(code: number, reason: string) => void>
}

/** Sockets that one person may have open to this process. */
const MOST_SOCKETS_OF_A_PERSON = 10
/** Twice a second: a revoked session's sockets are gone within one. */
const CHECK_MILLISECONDS = 500

/** Close codes; a client that is told SESSION_ENDED does not try again by itself, one that is told BEGIN_ANEW does at once. */
export const CLOSE = { SESSION_ENDED: 4403, TOO_MANY: 4429, BEGIN_ANEW: 1012 } as const

const GOOD = `
select token_hash as "tokenHash", version from session
 where token_hash = any($1) and revoked_at is null and expires_at > clock_timestamp()
   and last_seen_at + make_interval(secs => idle_seconds) > clock_timestamp()`

/**
 * Sessions with open sockets. A socket is not activity: the session idles out under it, and it closes when the session is revoked,
 * expired or idle for too long. Rights that changed are read anew.
 */
export class LiveSessions {
  readonly #sessions: Sessions
  readonly #dataSource: Services['dataSource']
  readonly #live = new Map<string, LiveSession>()
  readonly #checking: Loop

  constructor(sessions: Sessions, dataSource: Services['dataSource'], log: Log) {
    this.#sessions = sessions
    this.#dataSource = dataSource
    const turn = () => this.#check().then(() => false)
    this.#checking = new Loop({ name: 'live-sessions', everyMilliseconds: CHECK_MILLISECONDS, turn }, log)
  }

  /** Adds a socket. Undefined: its owner has as many as one person may have. */
  add(
    signedIn: SignedIn,
    close: (code: number, reason: string) => void,
  ): { readonly session: LiveSession; readonly remove: () => void } | undefined {
    if (this.#socketsOf(signedIn.actor.staffId) >= MOST_SOCKETS_OF_A_PERSON) return undefined
    const key = signedIn.tokenHash.toString('hex')
    const session = this.#live.get(key) ?? { signedIn, close: new Set() }
    session.signedIn = signedIn
    session.close.add(close)
    this.#live.set(key, session)
    const remove = () => {
      session.close.delete(close)
      if (session.close.size === 0 && this.#live.get(key) === session) this.#live.delete(key)
    }
    return { session, remove }
  }

  /** Reads anew who the session acts as; false, and its sockets closed, when it is no longer good. */
  async renew(session: LiveSession): Promise<boolean> {
    const signedIn = await this.#sessions.resolve(session.signedIn.tokenHash, true)
    if (signedIn) session.signedIn = signedIn
    else this.#end(session, CLOSE.SESSION_ENDED, 'session ended')
    return signedIn !== undefined
  }

  /** Everybody is to connect and to ask anew. */
  closeAll(code: number, reason: string): void {
    for (const session of this.#live.values()) this.#end(session, code, reason)
  }

  stop(): Promise<void> {
    return this.#checking.stop()
  }

  async #check(): Promise<void> {
    if (this.#live.size === 0) return
    const hashes = [...this.#live.values()].map(({ signedIn }) => signedIn.tokenHash)
    const rows = (await this.#dataSource.query(GOOD, [hashes])) as { tokenHash: Buffer; version: number }[]
    const good = new Map(rows.map(({ tokenHash, version }) => [tokenHash.toString('hex'), version]))
    for (const [key, session] of this.#live) {
      const version = good.get(key)
      if (version === undefined) this.#end(session, CLOSE.SESSION_ENDED, 'session ended')
      else if (version !== session.signedIn.version) await this.renew(session)
    }
  }

  #end(session: LiveSession, code: number, reason: string): void {
    for (const close of session.close) close(code, reason)
  }

  #socketsOf(staffId: string): number {
    return [...this.#live.values()]
      .filter(({ signedIn }) => signedIn.actor.staffId === staffId)
      .reduce((sum, { close }) => sum + close.size, 0)
  }
}
