import { buildSchema, getOperationAST, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { shapeKey } from './shape-key.ts'

const schema = buildSchema(`
  enum Order { NEWEST OLDEST }
  input Filter { status: [String!] text: String open: Boolean from: String }
  type Query { list(first: Int!, orderBy: Order, filter: Filter): String node(id: ID!): String number(n: Int): String }
`)
const keyOf = (source: string, variables: Record<string, unknown>): string => {
  const document = parse(source)
  return shapeKey(schema, getOperationAST(document)!, document.definitions, variables)
}

describe('the shape of variables', () => {
  it('is the same where only values differ that are parameters', () => {
    const query = 'query ($filter: Filter, $n: Int) { list(first: 1, filter: $filter) number(n: $n) }'
    const one = keyOf(query, { filter: { text: 'a', status: ['x'] }, n: 1 })
    expect(keyOf(query, { n: 2, filter: { status: ['y', 'z'], text: '' } })).toBe(one)
    expect(keyOf(query, { filter: { status: null, text: 'a' }, n: 1 })).not.toBe(one)
    expect(keyOf(query, { filter: { text: 'a' }, n: 1 })).toBe(keyOf(query, { filter: { text: 'b' }, n: 7 }))
    expect(keyOf(query, { filter: null })).toBe(keyOf(query, {}))
  })

  it.each([
    ['a page size', 'query ($v: Int!) { list(first: $v) }', 5, 50],
    ['a page size in a fragment', 'query ($v: Int!) { ...F } fragment F on Query { list(first: $v) }', 5, 50],
    ['an order', 'query ($v: Order) { list(first: 1, orderBy: $v) }', 'NEWEST', 'OLDEST'],
    ['a directive', 'query ($v: Boolean!) { list(first: 1) @include(if: $v) }', true, false],
    ['a flag', 'query ($v: Filter) { list(first: 1, filter: $v) }', { open: true }, { open: false }],
    ['the type that an id names', 'query ($v: ID!) { node(id: $v) }', 'abc_1', 'xyz_1'],
  ])('tells apart two values of %s', (_, query, one, other) => {
    expect(keyOf(query, { v: one })).not.toBe(keyOf(query, { v: other }))
  })
})
