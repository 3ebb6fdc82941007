import type { Locale } from '@steward/domain'
import type { Services } from '../context.ts'
import type { LiveChanges } from './live-changes.ts'
import type { LiveSession } from './live-sessions.ts'
import type { Presence } from './presence.ts'

/** What a subscription works with. Read `session.signedIn` anew at every use: rights may have changed meanwhile. */
export interface LiveContext {
  readonly locale: Locale
  readonly session: LiveSession
  readonly changes: LiveChanges
  readonly presence: Presence
  readonly dataSource: Services['dataSource']
}
