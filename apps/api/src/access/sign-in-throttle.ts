import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 15 * 60

/**
 * Failures allowed per quarter of an hour. One account from one address is stopped early; the account from anywhere and the
 * address for any account later, so that a stranger cannot lock somebody out for longer than the window.
 */
const FAILURES = {
  accountAndAddress: 8,
  account: 60,
  address: 120,
  secondFactor: 10,
  pin: 6,
  resetName: 3,
  resetAddress: 30,
} as const

type Key = keyof typeof FAILURES

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')

/** Over the limit is a state of the counter, not a fault. */
const notAFault = (state: unknown): void => {
  if (!(state instanceof RateLimiterRes)) throw state
}

/** Counts failed sign-ins in the database, so that all processes count together. Keys are hashes: the table names nobody. */
export class SignInThrottle {
  readonly #limiters: Record<Key, RateLimiterPostgres>

  constructor(pool: Pool) {
    const limiter = (keyPrefix: Key) =>
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'sign_in_throttle',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points: FAILURES[keyPrefix],
        duration: WINDOW_SECONDS,
      })
    this.#limiters = {
      accountAndAddress: limiter('accountAndAddress'),
      account: limiter('account'),
      address: limiter('address'),
      secondFactor: limiter('secondFactor'),
      pin: limiter('pin'),
      resetName: limiter('resetName'),
      resetAddress: limiter('resetAddress'),
    }
  }

  /** Seconds to wait before this account may be tried from this address again; 0 when it may be tried now. */
  async waitSeconds(account: string, address: string): Promise<number> {
    const states = await Promise.all(
      this.#keys(account, address).map(async ([name, key]) => {
        const state = await this.#limiters[name].get(key)
        return state && state.consumedPoints >= FAILURES[name] ? Math.ceil(state.msBeforeNext / 1000) : 0
      }),
    )
    return Math.max(...states)
  }

  /** Notes a failure. */
  async failed(account: string, address: string): Promise<void> {
    for (const [name, key] of this.#keys(account, address)) {
      await this.#limiters[name].consume(key).catch(notAFault)
    }
  }

  /** Forgets the failures of this account from this address after a right password. */
  async succeeded(account: string, address: string): Promise<void> {
    const [[name, key]] = this.#keys(account, address)
    await this.#limiters[name].delete(key)
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
