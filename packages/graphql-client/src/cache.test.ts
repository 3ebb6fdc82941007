import { gql } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from './cache.ts'

const STAFF = gql`
  query Staff($filter: StaffFilter, $first: Int!, $after: String) {
    staff(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

const page = (names: string[], hasNextPage: boolean) => ({
  staff: {
    __typename: 'StaffConnection',
    edges: names.map((name) => ({
      __typename: 'StaffEdge',
      cursor: name,
      node: { __typename: 'Staff', id: `stf_${name}`, name },
    })),
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: names.at(-1) },
  },
})

describe('lists that grow', () => {
  const cache = createCache()
  const write = (variables: object, names: string[], more: boolean) =>
    cache.writeQuery({ query: STAFF, variables, data: page(names, more) })
  const names = (variables: object) =>
    cache
      .readQuery<ReturnType<typeof page>>({ query: STAFF, variables })
      ?.staff.edges.map(({ node }) => node.name)

  it('append a further page, and keep lists of other filters apart', () => {
    write({ first: 2 }, ['an', 'bo'], true)
    write({ first: 2, after: 'bo' }, ['chen'], false)
    write({ first: 2, filter: { search: 'x' } }, ['xu'], false)
    expect(names({ first: 2 })).toEqual(['an', 'bo', 'chen'])
    expect(names({ first: 2, filter: { search: 'x' } })).toEqual(['xu'])
  })
})
