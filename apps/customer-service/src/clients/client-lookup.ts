import { useQuery } from '@apollo/client/react'
import { graphql, readFragment, type ClientHitFragment } from '@steward/graphql-client'
import { useAct, useMay } from '@steward/portal'
import { useSettled } from '@steward/ui'
import { useState } from 'react'

export const ClientHit = graphql(/* GraphQL */ `
  fragment ClientHit on Client {
    id
    code
    name
    kind
    relation
    phoneMasked
    contacts {
      id
      name
    }
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
  query ClientLookup($words: String!) {
    findClients(words: $words) {
      id
      ...ClientHit
    }
  }
`)

const LookupClientsByPhone = graphql(/* GraphQL */ `
  mutation LookupClientsByPhone($input: LookupClientsByPhoneInput!) {
    lookupClientsByPhone(input: $input) {
      ... on PhoneLookup {
        id
        tail
        clients {
          id
          ...ClientHit
        }
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

/** What was typed may be the end of a phone number. */
export const isTail = (typed: string): boolean => /^\d{4}$/.test(typed)

/** The way to those whose number ends in what was typed: a step of its own, because each is put on record. */
export interface TailLookup {
  readonly tail: string
  /** Undefined until somebody has asked. */
  readonly hits: readonly ClientHitFragment[] | undefined
  readonly refused: string | undefined
  readonly ask: () => Promise<void>
}

export interface Lookup {
  readonly hits: readonly ClientHitFragment[]
  /** The hits are not yet those of what was typed. */
  readonly pending: boolean
  readonly error: unknown
  /** Where four digits are typed by somebody who may look up by them. */
  readonly byTail: TailLookup | undefined
}

/** Clients by name, pinyin, unit or code, the best first; by the end of their phone only when asked. */
export function useClientLookup(typed: string): Lookup {
  const wanted = typed.trim()
  const words = useSettled(wanted)
  const { data, previousData, loading, error } = useQuery(ClientLookup, {
    variables: { words },
    skip: words === '',
    fetchPolicy: 'network-only',
  })
  const shown = words === '' ? undefined : (data ?? previousData)
  return {
    hits: (shown?.findClients ?? []).map((node) => readFragment(ClientHit, node)),
    pending: wanted !== words || (loading && words !== ''),
    error,
    byTail: useTailLookup(wanted),
  }
}

function useTailLookup(wanted: string): TailLookup | undefined {
  const may = useMay()
  const lookup = useAct(LookupClientsByPhone)
  const [answer, setAnswer] = useState<Pick<TailLookup, 'tail' | 'hits' | 'refused'>>()
  if (!isTail(wanted) || !may('client:lookupByPhone')) return undefined
  const own = answer?.tail === wanted ? answer : undefined
  return {
    tail: wanted,
    hits: own?.hits,
    refused: own?.refused,
    ask: async () => {
      const { done, refused } = await lookup({ tail: wanted })
      setAnswer({
        tail: wanted,
        hits: done?.clients.map((node) => readFragment(ClientHit, node)),
        refused: done ? undefined : refused?.message,
      })
    },
  }
}

/** The contact by whose name the client was found, where it was not by their own. */
export function contactFound(
  { name, contacts }: Pick<ClientHitFragment, 'name' | 'contacts'>,
  typed: string,
): string | undefined {
  const wanted = typed.trim().toLowerCase()
  const has = (words: string | null) => words?.toLowerCase().includes(wanted) ?? false
  if (wanted === '' || has(name)) return undefined
  return contacts.find((contact) => has(contact.name))?.name ?? undefined
}
