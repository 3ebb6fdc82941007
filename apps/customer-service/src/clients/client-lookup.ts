import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type ClientHitFragment } from '@steward/graphql-client'
import { useMay } from '@steward/portal'
import { useEffect, useState } from 'react'

export const ClientHit = graphql(/* GraphQL */ `
  fragment ClientHit on Client {
    id
    code
    name
    kind
    relation
    phoneMasked
    occupancies {
      id
      toOn
      unit {
        id
        label
        project {
          id
          name
        }
      }
    }
  }
`)

export const ClientLookup = graphql(/* GraphQL */ `
  query ClientLookup($search: String!, $tail: String!, $byTail: Boolean!) {
    byTail: clients(first: 10, filter: { phoneTail: $tail }) @include(if: $byTail) {
      edges {
        node {
          id
          ...ClientHit
        }
      }
    }
    bySearch: clients(first: 10, filter: { search: $search }) {
      edges {
        node {
          id
          ...ClientHit
        }
      }
    }
  }
`)

/** What to ask for what was typed; four digits are the end of a phone number, too, for those who may look by it. */
export function lookupVariables(search: string, may: (permission: 'client:lookupByPhone') => boolean) {
  const byTail = /^\d{4}$/.test(search) && may('client:lookupByPhone')
  return { search, tail: byTail ? search : '', byTail }
}

/** Who was found in both ways counts once. */
export const withoutDoubles = (hits: readonly ClientHitFragment[]): readonly ClientHitFragment[] =>
  hits.filter(({ id }, at) => hits.findIndex((other) => other.id === id) === at)

/** People type faster than they mean to ask. */
const SETTLED_MS = 180

export interface Lookup {
  readonly hits: readonly ClientHitFragment[]
  /** The hits are not yet those of what was typed. */
  readonly pending: boolean
  readonly error: unknown
}

/** Clients by part of the name, beginning of code or door number; four digits are the end of a phone number, too. */
export function useClientLookup(typed: string): Lookup {
  const may = useMay()
  const wanted = typed.trim()
  const [search, setSearch] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSearch(wanted), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const { data, previousData, loading, error } = useQuery(ClientLookup, {
    variables: lookupVariables(search, may),
    skip: search === '',
    fetchPolicy: 'network-only',
  })
  const shown = search === '' ? undefined : (data ?? previousData)
  const nodes = [...(shown?.byTail?.edges ?? []), ...(shown?.bySearch.edges ?? [])].map(({ node }) =>
    readFragment(ClientHit, node),
  )
  return {
    hits: withoutDoubles(nodes),
    pending: wanted !== search || (loading && search !== ''),
    error,
  }
}

/** Where a client lives or works now, in a word. */
export function placesOf({ occupancies }: Pick<ClientHitFragment, 'occupancies'>): string {
  return occupancies
    .filter(({ toOn }) => toOn === null)
    .flatMap(({ unit }) => (unit ? [[unit.project?.name, unit.label].filter(Boolean).join(' ')] : []))
    .join('、')
}
