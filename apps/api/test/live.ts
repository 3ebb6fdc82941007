/** A person's screen with a socket: what it is told, and how the socket ended. */
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Person } from './as.ts'

export interface Screen {
  readonly client: Client
  /** Codes with which its sockets were closed. */
  readonly closed: number[]
  /** Subscribes; `told` grows with each answer, `refused` holds the codes when the subscription is refused. */
  listen<T>(query: string, variables?: Record<string, unknown>): Listening<T>
  end(): Promise<void>
}

export interface Listening<T> {
  readonly told: T[]
  readonly refused: string[]
  stop(): void
}

export const ORIGIN = 'http://localhost:4000'

/** Opens nothing yet: the socket is made with the first subscription. `headers` replace cookie and origin. */
export const screenOf = (
  person: Person,
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Screen => {
  const given = { origin: ORIGIN, cookie: `steward=${person.token}`, 'accept-language': 'en', ...headers }
  class PersonsSocket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers: given })
    }
  }
  const closed: number[] = []
  const client = createClient({
    url: `ws://localhost:${port}/graphql`,
    webSocketImpl: PersonsSocket,
    retryAttempts: 0,
    on: { closed: (event) => void closed.push((event as { code: number }).code) },
  })
  return {
    client,
    closed,
    listen<T>(query: string, variables: Record<string, unknown> = {}): Listening<T> {
      const [told, refused]: [T[], string[]] = [[], []]
      const stop = client.subscribe<Record<string, T>>(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (data) told.push(Object.values(data)[0] as T)
            for (const { extensions } of errors ?? []) refused.push(String(extensions?.['code']))
          },
          error: (error) => {
            const all = Array.isArray(error) ? (error as { extensions?: { code?: string } }[]) : []
            refused.push(
              ...(all.length > 0 ? all.map(({ extensions }) => String(extensions?.code)) : ['closed']),
            )
          },
          complete: () => undefined,
        },
      )
      return { told, refused, stop }
    },
    end: async () => void (await client.dispose()),
  }
}
