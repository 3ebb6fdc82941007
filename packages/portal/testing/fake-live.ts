import { ApolloLink, Observable } from '@apollo/client'

type Heard = (answer: ApolloLink.Result) => void

/** The socket of a test: the page's subscriptions wait until the test tells of a change. */
export function fakeLive() {
  const waiting = new Set<{ readonly variables: Record<string, unknown>; readonly hear: Heard }>()
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        const one = { variables, hear: (answer: ApolloLink.Result) => observer.next(answer) }
        waiting.add(one)
        return () => void waiting.delete(one)
      }),
  )
  /** A record is new or different: whatever waits for it, or for its type, hears. */
  const tell = (type: string, id: string) => {
    const change = { __typename: 'RecordChange', type, id, version: null }
    for (const { variables, hear } of waiting) {
      if (variables['id'] === id) hear({ data: { recordChanged: change } })
      if ((variables['types'] as string[] | undefined)?.includes(type))
        hear({ data: { recordsChanged: change } })
    }
  }
  return { link, tell }
}
