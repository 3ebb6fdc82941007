/**
 * Requests that somebody sends who wants to slow the API down, to learn its schema or to change something past its rules (threats
 * T1–T5, T23). Each is refused; nothing about them needs a session. The drill measures what they cost.
 */

export interface Attack {
  readonly name: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url?: string
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string
}

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ')
const posted = (name: string, query: string, variables: object = {}): Attack => ({
  name,
  payload: JSON.stringify({ query, variables }),
})
/** `body` as it is, where JSON.stringify would not write it. */
const raw = (name: string, payload: string, contentType = 'application/json'): Attack => ({
  name,
  payload,
  contentType,
})

/** Fields whose names are not one letter away from ours only by chance. */
const CASES = (inside: string, first = '1') =>
  `{ complaints(first: ${first}) { edges { node { ${inside} } } } }`
const nested = (depth: number, inside = 'id'): string =>
  `${'mergedInto { '.repeat(depth)}${inside}${' }'.repeat(depth)}`
const CHANGE = 'mutation { signOut(input: {}) { __typename } }'

export const ATTACKS: readonly Attack[] = [
  posted('20,000 aliases', `{ ${times(20_000, (at) => `a${at}: viewer { roles }`)} }`),
  posted('4,000 aliases', `{ ${times(4_000, (at) => `a${at}: viewer { roles }`)} }`),
  posted('190 aliases, few tokens', `{ ${times(190, (at) => `a${at}: __typename`)} }`),
  posted('one field 9,000 times', `{ viewer { ${'roles '.repeat(9_000)} } }`),
  posted('5,000 directives', `{ viewer { roles ${'@include(if: true) '.repeat(5_000)} } }`),
  posted('120 directives, few tokens', `{ viewer { roles ${'@include(if: true) '.repeat(120)} } }`),
  posted('120 unknown directives', `{ viewer { roles ${'@nonsense '.repeat(120)} } }`),
  posted('5,000 deep', `{ complaints(first: 1) { edges { node { ${nested(5_000)} } } } }`),
  posted('300 deep, few tokens', CASES(nested(300))),
  posted('5,000 deep in nothing', '{ a '.repeat(5_000) + '}'.repeat(5_000)),
  posted(
    '5,000 lists deep',
    `{ complaints(first: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { totalCount } }`,
  ),
  posted('a fragment that spreads itself', '{ viewer { ...A } } fragment A on Viewer { ...A }'),
  posted(
    'fragments in a circle',
    `{ viewer { ...F0 } } ${times(60, (at) => `fragment F${at} on Viewer { ...F${(at + 1) % 60} }`)}`,
  ),
  posted(
    '2^60 fragments',
    `{ viewer { ...F0 } } ${times(60, (at) => `fragment F${at} on Viewer { ...F${at + 1} ...F${at + 1} }`)}
     fragment F60 on Viewer { nothing }`,
  ),
  posted(
    '2^14 objects through aliases in fragments',
    `{ complaints(first: 1) { edges { node { ...F0 } } } }
     ${times(14, (at) => `fragment F${at} on Complaint { a${at}: mergedInto { ...F${at + 1} } b${at}: mergedInto { ...F${at + 1} } }`)}
     fragment F14 on Complaint { id }`,
  ),
  posted(
    'fields that must be compared with each other',
    `{ ${times(30, () => `...A`)} } fragment A on Query { ${times(60, (at) => `viewer { ...B${at} }`)} }
     ${times(60, (at) => `fragment B${at} on Viewer { roles @skip(if: false) }`)}`,
  ),
  posted(
    '100 × 100 × 100',
    CASES('mergedInto { id } tasks { id } events { id }', '100').replace(/id/g, 'tasks { id }'),
  ),
  posted('1,000,000 at once', CASES('id', '1000000')),
  posted('-1 at once', CASES('id', '-1')),
  posted('as many as fit a float', CASES('id', '1e308')),
  posted('a number of 90,000 digits', CASES('id', '9'.repeat(90_000))),
  posted('misspelt fields', '{ viewr { id } complaint(i: 1) { numbr } }'),
  posted('a misspelt type', '{ ...F } fragment F on Qery { __typename }'),
  posted('a misspelt argument', '{ complaints(frst: 1, filtr: {}) { __typename } }'),
  posted('a misspelt member', '{ complaints(first: 1, filter: { statuss: [CLOSED] }) { totalCount } }'),
  posted('a misspelt value', '{ complaints(first: 1, filter: { status: [CLOSE] }) { totalCount } }'),
  posted('introspection', '{ __schema { types { name fields { name } } } }'),
  posted('introspection by name', '{ __type(name: "Complaint") { fields { name } } }'),
  posted('introspection behind an alias', '{ a: __schema { queryType { name } } }'),
  posted(
    'two mutations',
    'mutation { a: signOut(input: {}) { __typename } b: signOut(input: {}) { __typename } }',
  ),
  posted('a subscription over POST', 'subscription { changes { id } }'),
  posted('several operations and none named', 'query A { __typename } query B { __typename }'),
  posted('no document', ''),
  posted('definitions only', 'type Query { a: Int }'),
  posted('unpaired braces', '{'.repeat(40_000)),
  posted('an endless string', `{ viewer(a: "${'x'.repeat(50_000)}`),
  posted('100 kB of comment', `#${'x'.repeat(110_000)}`),
  raw('a batch', JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ __typename }' })))),
  raw('a document that is an object', '{"query":{"a":1}}'),
  raw('variables that are text', '{"query":"{ __typename }","variables":"x"}'),
  raw('variables that are a list', '{"query":"{ __typename }","variables":[1]}'),
  raw('an operation name that is an object', '{"query":"{ __typename }","operationName":{}}'),
  raw('null', 'null'),
  raw('nothing', ''),
  raw('a number', '7'),
  raw('no JSON', '{"query":'),
  raw(
    'JSON 20,000 deep',
    `{"query":"{ __typename }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
  ),
  raw('__proto__ among the members', '{"__proto__":{"polluted":1},"query":"{ __typename }"}'),
  raw(
    'constructor.prototype in variables',
    '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"polluted":1}}}}',
  ),
  raw('__proto__ in variables', '{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}}}'),
  raw('a form', `query=${encodeURIComponent(CHANGE)}`, 'application/x-www-form-urlencoded'),
  raw('plain text', JSON.stringify({ query: CHANGE }), 'text/plain'),
  raw('GraphQL as it is', CHANGE, 'application/graphql'),
  raw('no type at all', JSON.stringify({ query: CHANGE }), ''),
  raw(
    'a multipart upload',
    `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: CHANGE })}\r\n--x--`,
    'multipart/form-data; boundary=x',
  ),
  { name: 'a mutation by GET', method: 'GET', url: `/graphql?query=${encodeURIComponent(CHANGE)}` },
  {
    name: 'a mutation by GET that says it is no simple request',
    method: 'GET',
    url: `/graphql?query=${encodeURIComponent(CHANGE)}`,
    headers: { 'apollo-require-preflight': 'true' },
  },
  { name: 'a query by GET from another page', method: 'GET', url: '/graphql?query=%7B__typename%7D' },
  { name: 'GET with no document', method: 'GET', url: '/graphql' },
  { name: 'PUT', method: 'PUT', payload: JSON.stringify({ query: '{ __typename }' }) },
  { name: 'DELETE', method: 'DELETE' },
  {
    name: 'a key that is none',
    payload: JSON.stringify({ query: CHANGE }),
    headers: { 'idempotency-key': `' or 1=1 --` },
  },
]
