import { buildSchema, parse, specifiedRules, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { LIMIT_RULES } from './limits.ts'

const schema = buildSchema(`
  directive @note on FIELD
  type Query { thing: Thing things: ThingConnection }
  type Thing { name: String thing: Thing things: ThingConnection }
  type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! }
  type ThingEdge { node: Thing! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
`)
const refusals = (source: string): readonly string[] =>
  validate(schema, parse(source), [...specifiedRules, ...LIMIT_RULES])
    .filter(({ extensions }) => extensions['code'] === 'BAD_REQUEST')
    .map(({ message }) => message)

const nested = (depth: number): string => `${'thing { '.repeat(depth)}name${' }'.repeat(depth)}`
const connected = (depth: number): string =>
  `${'things { edges { node { '.repeat(depth)}name${' } } }'.repeat(depth)}`
const DEEP = 'A document may be at most 10 objects deep.'

describe('a document', () => {
  it('may be ten objects deep, the wrapping of connections not counted', () => {
    expect(refusals(`{ ${nested(10)} }`)).toEqual([])
    expect(refusals(`{ ${nested(11)} }`)).toEqual([DEEP])
    expect(refusals(`{ ${connected(10)} }`)).toEqual([])
    expect(refusals(`{ ${connected(11)} }`)).toEqual([DEEP])
  })

  it('hides no depth in fragments', () => {
    const fragment = `fragment F on Thing { ... on Thing { ${nested(6)} } }`
    expect(refusals(`{ ${nested(4).replace('name', '...F')} } ${fragment}`)).toEqual([])
    expect(refusals(`{ ${nested(5).replace('name', '...F')} } ${fragment}`)).toEqual([DEEP])
  })

  it('is measured at once, however often its fragments are spread, and where they spread themselves', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Thing { ...F${n + 1} ...F${n + 1} thing { ...F${n + 1} } }`,
    )
    expect(refusals(`{ thing { ...F0 } } ${doubling.join(' ')} fragment F60 on Thing { name }`)).toEqual([
      DEEP,
    ])
    expect(
      refusals('{ thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { ...A }'),
    ).toEqual([])
  })

  it('may have fifteen aliases and ten directives', () => {
    const aliases = (n: number): string => Array.from({ length: n }, (_, i) => `a${i}: name`).join(' ')
    expect(refusals(`{ thing { ${aliases(15)} } }`)).toEqual([])
    expect(refusals(`{ thing { ${aliases(16)} } }`)).toEqual(['A document may have at most 15 aliases.'])
    const directives = (n: number): string => Array.from({ length: n }, () => 'name @note').join(' ')
    expect(refusals(`{ thing { ${directives(10)} } }`)).toEqual([])
    expect(refusals(`{ thing { ${directives(11)} } }`)).toEqual([
      'A document may have at most 10 directives.',
    ])
  })
})
