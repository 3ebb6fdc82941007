import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 15 * 60

/**
 * Failures allowed per quarter of an hour. One account from one address is stopped early; the account from anywhere and the
 * address for any account later. None of the three stops a browser in which the account was signed in to before: it has eight
 * failures of its own, so that no stranger who goes on failing keeps somebody out of their own desk (threat T12).
 */
const FAILURES = {
  accountAndAddress: 8,
  account: 60,
  address: 120,
  device: 8,
  secondFactor: 10,
  pin: 6,
  resetName: 3,
  resetAddress: 30,
} as const

type Key = keyof typeof FAILURES

/** How long a browser is known after the last time that somebody signed in there. */
export const DEVICE_DAYS = 90

/**
 * Passwords of browsers that nobody knows are looked at so often a second, in each process: an attack costs some hundredths
 * of one core and no more. Six at once after a pause; whoever would wait for longer than a second is asked to come back.
 */
const STRANGERS = { perSecond: 3, atOnce: 6, longestWaitMilliseconds: 1_000 } as const

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')

/** Over the limit is a state of the counter, not a fault. */
const notAFault = (state: unknown): void => {
  if (!(state instanceof RateLimiterRes)) throw state
}

const STATES =
  'select key, points, expire::float8 as expire from sign_in_throttle where key = any($1) and expire > $2'

/** Counts failed sign-ins in the database, so that all processes count together. Keys are hashes: the table names nobody. */
export class SignInThrottle {
  readonly #limiters: Record<Key | 'known', RateLimiterPostgres>
  readonly #pool: Pool
  /** When the next stranger's turn is, by the clock that never jumps. */
  #nextTurn = 0

  constructor(pool: Pool) {
    this.#pool = pool
    const limiter = (keyPrefix: Key | 'known') =>
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'sign_in_throttle',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points: keyPrefix === 'known' ? 1 : FAILURES[keyPrefix],
        duration: keyPrefix === 'known' ? DEVICE_DAYS * 86_400 : WINDOW_SECONDS,
      })
    this.#limiters = {
      accountAndAddress: limiter('accountAndAddress'),
      account: limiter('account'),
      address: limiter('address'),
      device: limiter('device'),
      known: limiter('known'),
      secondFactor: limiter('secondFactor'),
      pin: limiter('pin'),
      resetName: limiter('resetName'),
      resetAddress: limiter('resetAddress'),
    }
  }

  /**
   * What stands against trying this account from this address: seconds to wait, 0 when it may be tried now; and whether the browser
   * with this token is one that the account was signed in to before. One question to the database, whoever asks.
   */
  async look(
    account: string,
    address: string,
    device?: string,
  ): Promise<{ readonly waitSeconds: number; readonly isKnown: boolean }> {
    const own = hash(account, device ?? '')
    const keys: readonly (readonly [Key | 'known', string])[] = [
      ...this.#keys(account, address),
      ['device', own],
      ['known', own],
    ]
    const { rows } = await this.#pool.query<{ key: string; points: number; expire: number }>(STATES, [
      keys.map(([name, key]) => this.#limiters[name].getKey(key)),
      Date.now(),
    ])
    const found = new Map(rows.map((row) => [row.key.split(':')[0] as Key | 'known', row]))
    const isKnown = device !== undefined && found.has('known')
    const against: readonly Key[] = isKnown ? ['device'] : ['accountAndAddress', 'account', 'address']
    const waits = against.map((name) => {
      const state = found.get(name)
      return state && state.points >= FAILURES[name] ? Math.ceil((state.expire - Date.now()) / 1_000) : 0
    })
    return { waitSeconds: Math.max(...waits), isKnown }
  }

  /** Seconds to wait before this account may be tried from this address again; 0 when it may be tried now. */
  async waitSeconds(account: string, address: string): Promise<number> {
    return (await this.look(account, address)).waitSeconds
  }

  /** Seconds to come back after while more strangers wait than have their turn within a second; else 0. Asks nobody. */
  get strangersWaitSeconds(): number {
    return this.#nextTurn - performance.now() > STRANGERS.longestWaitMilliseconds ? 2 : 0
  }

  /** Settles when it is a stranger's turn to have a password looked at. */
  async strangersTurn(): Promise<void> {
    const now = performance.now()
    const interval = 1_000 / STRANGERS.perSecond
    const turn = Math.max(now - STRANGERS.atOnce * interval, this.#nextTurn)
    this.#nextTurn = turn + interval
    if (turn > now) await sleep(turn - now)
  }

  /** Notes a failure; in a browser that is known, against that browser alone. */
  async failed(account: string, address: string, knownDevice?: string): Promise<void> {
    const keys: readonly (readonly [Key, string])[] =
      knownDevice === undefined ? this.#keys(account, address) : [['device', hash(account, knownDevice)]]
    await Promise.all(keys.map(([name, key]) => this.#limiters[name].consume(key).catch(notAFault)))
  }

  /** Forgets the failures of this account from this address, and of the browser, after a right password. */
  async succeeded(account: string, address: string, device?: string): Promise<void> {
    const [[name, key]] = this.#keys(account, address)
    await this.#limiters[name].delete(key)
    if (device !== undefined) await this.#limiters.device.delete(hash(account, device))
  }

  /** Knows the browser with this token from now on as one of the account. */
  async remember(account: string, device: string): Promise<void> {
    await this.#limiters.known.set(hash(account, device), 1, DEVICE_DAYS * 86_400)
  }

  /** Seconds to wait before a code of this person is looked at again; 0 when it may be tried now. */
  async codeWaitSeconds(staffId: string): Promise<number> {
    const state = await this.#limiters.secondFactor.get(staffId)
    return state && state.consumedPoints >= FAILURES.secondFactor ? Math.ceil(state.msBeforeNext / 1000) : 0
  }

  /** Notes a wrong code; only who knows the password gets as far as this. */
  async codeFailed(staffId: string): Promise<void> {
    await this.#limiters.secondFactor.consume(staffId).catch(notAFault)
  }

  async codeSucceeded(staffId: string): Promise<void> {
    await this.#limiters.secondFactor.delete(staffId)
  }

  /** Seconds to wait before a PIN of this person is looked at again: six digits are soon tried out. */
  async pinWaitSeconds(staffId: string): Promise<number> {
    const state = await this.#limiters.pin.get(staffId)
    return state && state.consumedPoints >= FAILURES.pin ? Math.ceil(state.msBeforeNext / 1000) : 0
  }

  async pinFailed(staffId: string): Promise<void> {
    await this.#limiters.pin.consume(staffId).catch(notAFault)
  }

  async pinSucceeded(staffId: string): Promise<void> {
    await this.#limiters.pin.delete(staffId)
  }

  /**
   * Notes that somebody asks for a new password, whether or not there is such a person. Answers the seconds to wait where it was
   * asked too often, for this name or from this address; else 0.
   */
  async resetAsked(signInName: string, address: string): Promise<number> {
    const keys = [['resetName', hash(signInName)] as const, ['resetAddress', hash(address)] as const]
    const waits = await Promise.all(
      keys.map(([name, key]) =>
        this.#limiters[name].consume(key).then(
          () => 0,
          (state: unknown) => {
            notAFault(state)
            return Math.ceil((state as RateLimiterRes).msBeforeNext / 1000)
          },
        ),
      ),
    )
    return Math.max(...waits)
  }

  #keys(account: string, address: string): [[Key, string], [Key, string], [Key, string]] {
    return [
      ['accountAndAddress', hash(account, address)],
      ['account', hash(account)],
      ['address', hash(address)],
    ]
  }
}
