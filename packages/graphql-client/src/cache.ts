import { InMemoryCache, type TypePolicies } from '@apollo/client/cache'
import { relayStylePagination } from '@apollo/client/utilities'
import { connectionFields, possibleTypes } from './generated/schema-facts.ts'

/** Every connection of the schema grows page by page; lists with other filters are other lists. */
function connectionPolicies(): TypePolicies {
  return Object.fromEntries(
    Object.entries(connectionFields).map(([type, fields]) => [
      type,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, filters]) => [field, relayStylePagination(filters)]),
        ),
      },
    ]),
  )
}

interface Step {
  readonly position: number
}

const mergeSteps = (known: readonly Step[] = [], incoming: readonly Step[]): readonly Step[] =>
  incoming.map((step) => ({ ...known.find(({ position }) => position === step.position), ...step }))

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      ...connectionPolicies(),
      // The viewer has no id: there is one, and a newer answer replaces it as a whole.
      Viewer: { keyFields: [] },
      Signing: {
        fields: {
          // A list that asks less of a step takes nothing away from a page that asks more.
          steps: { merge: mergeSteps },
          awaits: { merge: false },
          waysToSign: { merge: false },
        },
      },
    },
  })
}
