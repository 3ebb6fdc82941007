import { ApolloClient } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { SetContextLink } from '@apollo/client/link/context'
import { BaseHttpLink } from '@apollo/client/link/http'
import { createCache } from './cache.ts'
import { idempotencyLink } from './idempotency-link.ts'
import { liveLink, quietLink, rememberLive } from './live-link.ts'
import { sessionLink, type SessionEnded } from './session-link.ts'

export interface StewardClientOptions {
  /** The language of the screen now, e.g. `zh-CN`: refusals come back in it. */
  readonly locale: () => string
  readonly sessionEnded: SessionEnded
  /** Replaced in tests only; then there is no socket either. */
  readonly fetch?: typeof fetch
  /** What subscriptions ask instead of the socket; in tests only, with `fetch`. */
  readonly live?: ApolloLink
}

/** One client a page, for the shell and every portal in it. Talks to `/graphql` of the address the page came from. */
export function createStewardClient({
  locale,
  sessionEnded,
  fetch,
  live,
}: StewardClientOptions): ApolloClient {
  const headers = new SetContextLink(({ headers }) => ({
    headers: {
      ...headers,
      'accept-language': locale(),
      // A header that no form and no image can send: with it a request needs the browser's permission across origins.
      'apollo-require-preflight': 'true',
    },
  }))
  const http = new BaseHttpLink({ uri: '/graphql', credentials: 'same-origin', ...(fetch ? { fetch } : {}) })
  const socket = fetch ? undefined : liveLink(socketAddress())
  const requests = ApolloLink.from([sessionLink(sessionEnded), idempotencyLink(), headers, http])
  const client = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      live ?? socket?.link ?? quietLink,
      requests,
    ),
    defaultOptions: {
      // A page shows what it has and asks again: others work on the same records.
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  })
  if (socket) rememberLive(client, socket.live)
  return client
}

/** `/graphql` of the address the page came from, as a socket. Programs that borrow this package know no page. */
const socketAddress = (): string => {
  const { origin } = (globalThis as unknown as { readonly location: { readonly origin: string } }).location
  return `${origin.replace(/^http/, 'ws')}/graphql`
}
