/** What the page asked, in order. */
export interface Sent {
  readonly operation: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Gives the data of an answer; what `failing` made becomes a top-level error. */
export type Answers = Readonly<Record<string, (variables: Readonly<Record<string, unknown>>) => object>>

class Failing {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

/** An answer that is a top-level error: `answers: { Staff: () => failing('FORBIDDEN') }`. */
export const failing = (code: string): object => new Failing(code)

/** Answers GraphQL requests by the name of their operation. A question that no test expected fails loudly. */
export function fakeServer(answers: Answers) {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const { operationName, variables = {} } = JSON.parse(String(init?.body)) as {
      operationName: string
      variables?: Record<string, unknown>
    }
    sent.push({ operation: operationName, variables })
    const answer = answers[operationName]?.(variables) ?? new Failing(`UNEXPECTED_${operationName}`)
    const body =
      answer instanceof Failing
        ? {
            data: null,
            errors: [{ message: answer.code, extensions: { code: answer.code, requestId: 'req-1' } }],
          }
        : { data: answer }
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  }
  return { sent, fetch }
}
