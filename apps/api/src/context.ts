import type { Actor, Locale } from '@steward/domain'
import type { DataSource } from 'typeorm'
import type { Pool } from 'pg'
import type { Sessions } from './access/session.ts'
import type { SignInThrottle } from './access/sign-in-throttle.ts'
import type { Vault } from './access/vault.ts'
import type { Config } from './config.ts'
import type { Signer } from './ledger/signer.ts'
import type { FileStorage } from './storage/file-storage.ts'
import type { ImportLauncher } from './imports/process/import-launcher.ts'

/** What outlives a request: made once by the server, shared by all requests. */
export interface Services {
  readonly config: Pick<Config, 'publicUrl' | 'mode' | 'dataDir' | 'attachmentQuotaBytes'>
  readonly dataSource: DataSource
  /** Pool of the read path; separate from TypeORM's so that reads never wait for transactions. */
  readonly readPool: Pool
  readonly sessions: Sessions
  readonly throttle: SignInThrottle
  /** Secrets at rest. */
  readonly vault: Vault
  /** Contents of attached files. */
  readonly storage: FileStorage
  readonly signer: Signer
  readonly imports: ImportLauncher
  /** The clock of all business rules (decision 19); tests and seeds give their own. */
  readonly clock: () => Date
}

/** A resolved session: who acts, and what the compiled statement re-checks. */
export interface SignedIn {
  readonly tokenHash: Buffer
  readonly sessionId: string
  readonly version: number
  readonly expiresAt: Date
  readonly actor: Actor
  /** Present: a partner's program, not a person at a screen. */
  readonly credential?: ProgramCredential | undefined
}

/** What a program's credential bounds beside its scopes, which are the actor's. */
export interface ProgramCredential {
  readonly id: string
  /** Addresses and networks; empty: any. */
  readonly allowedFrom: readonly string[]
  readonly pointsPerMinute: number
}

/** What an answer cost a program, and what is left of its minute: `extensions.cost`. */
export interface Cost {
  readonly requested: number
  readonly remaining: number
  /** When the whole allowance is there again. */
  readonly restoresAt: string
}

/** What a verb needs of whoever asks for it: a request, or what works through the same services (a seed, an import). */
export interface VerbContext {
  readonly dataSource: DataSource
  /** Instant at which the verb is done; all its rules see the same. */
  readonly now: Date
  readonly locale: Locale
  /** Stands in the audit. */
  readonly requestId: string
  readonly signedIn: Pick<SignedIn, 'actor'> | undefined
  readonly idempotencyKey: string | undefined
  readonly requestHash: string
  /** Holds the key of the ledger. */
  readonly signer: Signer
  /** It happened in the past (a seed): nobody is told of it now, so nothing goes into the outbox. */
  readonly history?: true
}

/** One request. Nothing here is shared with another. */
export interface RequestContext extends Services {
  /** Quoted by the user, found in the log. */
  readonly requestId: string
  readonly locale: Locale
  /** Instant the request came in; all its rules see the same. */
  readonly now: Date
  /** Undefined: nobody is signed in. */
  signedIn: SignedIn | undefined
  readonly idempotencyKey: string | undefined
  /** Hash over the operation and its variables, for `IDEMPOTENCY_CONFLICT`. */
  requestHash: string
  /** Address for the sign-in throttle; never logged in clear. */
  readonly remoteAddress: string
  /** Of a program's request, once it is paid for. */
  cost: Cost | undefined
  /** What the browser says it is; kept as its kind only. */
  readonly userAgent: string | undefined
  /** Of somebody on their way in. */
  readonly attemptToken: string | undefined
  readonly setAttemptCookie: (token: string | undefined, expiresAt?: Date) => void
  /** Of a browser in which somebody signed in before. */
  readonly deviceToken: string | undefined
  readonly setDeviceCookie: (token: string, expiresAt: Date) => void
  /** Sets or, with undefined, clears the session cookie. */
  readonly setSessionCookie: (token: string | undefined, expiresAt?: Date) => void
}
