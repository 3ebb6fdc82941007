import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { graphql, liveOf } from '@steward/graphql-client'
import { useEffect, useRef } from 'react'

const RecordChanged = graphql(/* GraphQL */ `
  subscription RecordChanged($id: ID!) {
    recordChanged(id: $id) {
      type
      id
      version
    }
  }
`)

const RecordsChanged = graphql(/* GraphQL */ `
  subscription RecordsChanged($types: [String!]!) {
    recordsChanged(types: $types) {
      type
      id
      version
    }
  }
`)

/** Changes that come together (a case and its order) are one reason to ask. */
const GATHER_MILLISECONDS = 120

type Subscribe = (client: ApolloClient, told: () => void) => { unsubscribe(): void }

/**
 * Calls `refresh` when something is different, and after the connection was away, because then nobody told what changed meanwhile.
 * One call at a time; what is told during one leads to one more.
 */
function useLive(key: string, subscribe: Subscribe, refresh: () => unknown): void {
  const client = useApolloClient()
  const latest = useRef({ subscribe, refresh })
  useEffect(() => {
    latest.current = { subscribe, refresh }
  })
  useEffect(() => {
    if (key === '') return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    let again = false
    const ask = async () => {
      if (asking) {
        again = true
        return
      }
      asking = true
      try {
        await latest.current.refresh()
      } catch {
        // The page shows what it could not fetch; the next change asks again.
      }
      asking = false
      if (again) told()
      again = false
    }
    const told = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), GATHER_MILLISECONDS)
    }
    const subscription = latest.current.subscribe(client, told)
    const forget = liveOf(client).onReturn(told)
    return () => {
      clearTimeout(timer)
      again = false
      subscription.unsubscribe()
      forget()
    }
  }, [client, key])
}

/** The page of one record stays true: `refresh` is called whenever it is different. */
export function useLiveRecord(id: string, refresh: () => unknown): void {
  useLive(
    id,
    (client, told) =>
      client
        .subscribe({ query: RecordChanged, variables: { id }, fetchPolicy: 'no-cache' })
        .subscribe({ next: told, error: () => undefined }),
    refresh,
  )
}

/** A list stays true: `refresh` is called whenever a record of these types that the viewer may read is new or different. */
export function useLiveTypes(types: readonly string[], refresh: () => unknown): void {
  useLive(
    types.join(),
    (client, told) =>
      client
        .subscribe({ query: RecordsChanged, variables: { types: [...types] }, fetchPolicy: 'no-cache' })
        .subscribe({ next: told, error: () => undefined }),
    refresh,
  )
}
