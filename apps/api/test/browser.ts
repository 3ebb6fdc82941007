/** A browser at the API: keeps the cookies that it is given, as a person's would. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

interface Answer<T> {
  readonly data: T | null
  readonly code: string | undefined
  readonly body: string
}

export class Browser {
  readonly #server: FastifyInstance
  readonly #headers: Readonly<Record<string, string>>
  readonly cookies = new Map<string, string>()

  constructor(server: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
    this.#server = server
    this.#headers = headers
  }

  /** Sends a document; `code` is that of the first top-level error. */
  async run<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<T>> {
    const response = await this.#server.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'accept-language': 'en',
        'idempotency-key': randomUUID(),
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...this.#headers,
      },
      payload: { query, variables },
    })
    for (const { name, value } of response.cookies) {
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    const { data, errors } = JSON.parse(response.body) as {
      data?: T
      errors?: { extensions: { code: string } }[]
    }
    return { data: data ?? null, code: errors?.[0]?.extensions.code, body: response.body }
  }

  /** One mutation by name; `on` is the type of its result and what to read of it. Answers the payload, or `{ error }`. */
  async does(mutation: string, on: string, input: object = {}): Promise<Record<string, unknown>> {
    const name = mutation.charAt(0).toUpperCase() + mutation.slice(1)
    const { data, code, body } = await this.run<Record<string, Record<string, unknown>>>(
      `mutation($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on ${on}
        ... on UserError { code message ... on NotEligibleError { reason } }
        ... on InvalidInputError { fields { path message } } } }`,
      { input },
    )
    if (code) return { error: code }
    if (!data?.[mutation]) throw new Error(`${mutation} answered ${body}`)
    return data[mutation]
  }

  /** The name of who is signed in, or null. */
  async whoAmI(): Promise<string | null> {
    const { data } = await this.run<{ viewer: { staff: { name: string } } | null }>(
      '{ viewer { staff { name } } }',
    )
    return data?.viewer?.staff.name ?? null
  }
}
