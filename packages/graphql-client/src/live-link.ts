import type { ApolloClient } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { createClient } from 'graphql-ws'
import { NEVER } from 'rxjs'

/** Whether what is shown is told of changes at this moment; `quiet` while nothing on the page waits for any. */
export type LiveState = 'quiet' | 'live' | 'reconnecting'

/** The socket of a page, for whoever shows its state or must ask again after it was away. */
export interface Live {
  readonly state: () => LiveState
  readonly subscribe: (listener: () => void) => () => void
  /** Calls when the socket is back after it was away: what changed in between nobody has told. */
  readonly onReturn: (listener: () => void) => () => void
}

/** A socket that nobody uses stays open for a moment: the next page will want it. */
const LINGER_MILLISECONDS = 3_000
/** First try after about half a second, then ever later; never at once with all other screens of the house. */
const waitBefore = (retries: number): number => Math.min(10_000, 500 * 2 ** retries) * (0.5 + Math.random())

/** The link of subscriptions: one socket a page, opened when something is first waited for, and again whenever it breaks. */
export function liveLink(url: string): { readonly link: ApolloLink; readonly live: Live } {
  const listeners = new Set<() => void>()
  const returned = new Set<() => void>()
  let state: LiveState = 'quiet'
  let away = false
  const become = (next: LiveState) => {
    state = next
    listeners.forEach((listener) => listener())
  }
  const client = createClient({
    url,
    lazyCloseTimeout: LINGER_MILLISECONDS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, waitBefore(retries))),
    on: {
      connected: () => {
        become('live')
        if (away) returned.forEach((listener) => listener())
        away = false
      },
      // Closed without anybody wanting it: 1000 is our own end, when nothing waits any more.
      closed: (event) => {
        away = (event as { code?: number }).code !== 1000
        become(away ? 'reconnecting' : 'quiet')
      },
    },
  })
  const listenTo = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener)
    return () => void set.delete(listener)
  }
  return {
    link: new GraphQLWsLink(client),
    live: { state: () => state, subscribe: listenTo(listeners), onReturn: listenTo(returned) },
  }
}

/** Where there is no server to connect to (tests of screens): nothing ever changes. */
export const quietLink = new ApolloLink(() => NEVER)
const QUIET: Live = {
  state: () => 'quiet',
  subscribe: () => () => undefined,
  onReturn: () => () => undefined,
}

const ofClient = new WeakMap<ApolloClient, Live>()

export const rememberLive = (client: ApolloClient, live: Live): void => void ofClient.set(client, live)

/** The socket of a client; one that has none is always quiet. */
export const liveOf = (client: ApolloClient): Live => ofClient.get(client) ?? QUIET
