import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, serveSmallWorld, type Served } from '../../test/small-world-served.ts'
import type { SignedIn } from '../context.ts'

let served: Served
let manager: SignedIn
beforeAll(async () => {
  served = await serveSmallWorld()
})
beforeEach(async () => {
  manager = await served.world.signIn('CS_MANAGER')
})
afterAll(() => served?.close())

const ask: Served['ask'] = (...given) => served.ask(...given)

describe('what a role may not see', () => {
  it('reads null or its masked form, and never decides a filter or an order', async () => {
    const { data } = await ask(
      `{ cases(first: 20) { edges { node { facts registeredBy { position } } } } }`,
      await served.world.signIn('AUDITOR'),
    )
    const nodes = (
      data!['cases'] as { edges: { node: { facts: unknown; registeredBy: { position: string } } }[] }
    ).edges
    expect(new Set(nodes.map(({ node }) => node.facts))).toEqual(new Set([null]))
    expect(nodes.every(({ node }) => /^p\d$/.test(node.registeredBy.position))).toBe(true)
    const technician = await served.world.signIn('TECHNICIAN')
    for (const list of ['filter: { amountMinor: 1 }', 'filter: { assignee: "per_x" }', 'orderBy: AMOUNT']) {
      expect(codeOf(await ask(`{ cases(first: 1, ${list}) { totalCount } }`, technician))).toBe('FORBIDDEN')
    }
    const variables = { filter: { amountMinor: 1 } }
    const asked = await ask(
      'query ($filter: CaseFilter) { cases(first: 1, filter: $filter) { totalCount } }',
      technician,
      variables,
    )
    expect(codeOf(asked)).toBe('FORBIDDEN')
  })

  it('is shown row by row where the grant is scoped', async () => {
    const both = await served.world.signIn('AUDITOR', 'SERVICE_AGENT')
    const query = '{ cases(first: 100) { edges { node { id facts } } } }'
    const read = async (signedIn: SignedIn) =>
      ((await ask(query, signedIn)).data!['cases'] as { edges: { node: { id: string; facts: unknown } }[] })
        .edges
    const asAgent = await read({ ...both, actor: { ...both.actor, roles: ['SERVICE_AGENT'] } })
    const mine = new Set(asAgent.map(({ node }) => node.id))
    const asBoth = await read(both)
    expect(asBoth.length).toBeGreaterThan(mine.size)
    expect(asBoth.filter(({ node }) => node.facts !== null)).toEqual(
      asBoth.filter(({ node }) => mine.has(node.id) && node.facts !== null),
    )
    expect(asBoth.filter(({ node }) => node.facts !== null).length).toBeGreaterThan(0)
    // Nor do the others come out by a filter that looks into what is hidden, for it or against it.
    const count = async (filter: object, signedIn = both) => {
      const counted = 'query ($filter: CaseFilter) { cases(first: 1, filter: $filter) { totalCount } }'
      return ((await ask(counted, signedIn, { filter })).data!['cases'] as { totalCount: number }).totalCount
    }
    const told = asAgent.filter(({ node }) => node.facts !== null).length
    expect(await count({ toldNothing: false })).toBe(told)
    expect(await count({ toldNothing: false }, manager)).toBeGreaterThan(told)
    expect(await count({ factsHave: '漏' })).toBeLessThanOrEqual(told)
    expect((await count({ toldNothing: true })) + (await count({ toldNothing: false }))).toBe(mine.size)
  })
})

describe('a filter', () => {
  const idsOf = async (given: string, signedIn: SignedIn) => {
    const { data } = await ask(
      `{ cases(first: 100${given}) { edges { node { id amountMinor } } } }`,
      signedIn,
    )
    return (data!['cases'] as { edges: { node: { id: string; amountMinor: number | null } }[] }).edges.map(
      ({ node }) => node,
    )
  }

  it('by a flag parts the list in two, where nothing is known too', async () => {
    const [all, mine, others] = await Promise.all([
      idsOf('', manager),
      idsOf(', filter: { mine: true }', manager),
      idsOf(', filter: { mine: false }', manager),
    ])
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length + others.length).toBe(all.length)
  })

  it('with an empty list keeps nothing, and null is as good as none', async () => {
    expect(await idsOf(', filter: { status: [] }', manager)).toEqual([])
    expect(await idsOf(', filter: { status: null }', manager)).toEqual(await idsOf('', manager))
  })

  it('finds nothing by a value that the reader may not see on that row', async () => {
    // Sales see rows of their own clients, finance the amounts of approved ones.
    const both = await served.world.signIn('SALES', 'FINANCE')
    const rows = await idsOf('', both)
    const found = await idsOf(', filter: { amountMinor: 20000 }', both)
    expect(found).toEqual(rows.filter(({ amountMinor }) => amountMinor === 20_000))
    const asManager = await idsOf(', filter: { amountMinor: 20000 }', manager)
    expect(asManager.filter(({ id }) => rows.some((row) => row.id === id)).length).toBeGreaterThan(
      found.length,
    )
    const ordered = await idsOf(', orderBy: AMOUNT', both)
    expect(ordered.findIndex(({ amountMinor }) => amountMinor !== null)).toBe(
      rows.filter(({ amountMinor }) => amountMinor === null).length,
    )
  })
})

describe('a page', () => {
  const page = (given: string, signedIn = manager) =>
    ask(`{ cases(${given}) { edges { cursor } pageInfo { endCursor } } }`, signedIn)

  it.each(['first: 0', 'first: 101', 'first: -1'])(
    'of a size beyond 1 to 100 (%s) is refused',
    async (given) => {
      expect(codeOf(await page(given))).toBe('BAD_REQUEST')
    },
  )

  it('starts only at a cursor of its own order', async () => {
    const { data } = await page('first: 1, orderBy: NUMBER')
    const { endCursor } = (data!['cases'] as { pageInfo: { endCursor: string } }).pageInfo
    expect(codeOf(await page(`first: 1, orderBy: NUMBER, after: "${endCursor}"`))).toBeUndefined()
    expect(codeOf(await page(`first: 1, orderBy: NEWEST, after: "${endCursor}"`))).toBe('BAD_REQUEST')
  })

  const forged = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url')
  const ID = '00000000-0000-7000-8000-000000000000'
  it.each([
    ['no cursor', 'abc'],
    ['no base64url', "' or 1=1 --"],
    ['empty', ''],
    ['no list', forged({ a: 1 })],
    ['too short', forged(['Case.NEWEST', '2026-01-01T00:00:00.000Z'])],
    ['no instant', forged(['Case.NEWEST', 'yesterday', ID])],
    ['no day of any month', forged(['Case.NEWEST', '2026-02-31T99:00:00.000Z', ID])],
    ['null where nothing is null', forged(['Case.NEWEST', null, ID])],
    ['no id', forged(['Case.NEWEST', '2026-01-01T00:00:00.000Z', 'x'])],
    ['an object', forged(['Case.NEWEST', { a: 1 }, ID])],
  ])('does not start at a forged cursor that is %s', async (_, after) => {
    expect(codeOf(await page(`first: 1, after: "${after}"`))).toBe('BAD_REQUEST')
  })
})

describe('what a client sends', () => {
  const NUMBER = 'query ($value: String!) { caseByNumber(number: $value) { id } }'
  const FILTER = 'query ($value: CaseFilter) { cases(first: 1, filter: $value) { totalCount } }'

  it.each<[what: string, query: string, value: unknown]>([
    ['a NUL in a text', NUMBER, 'a\u0000b'],
    ['a NUL in a list', FILTER, { status: ['\u0000'] }],
    ['an instant that is none', FILTER, { openedFrom: 'tomorrow' }],
    ['a year that PostgreSQL lacks', FILTER, { openedFrom: '0000-01-01T00:00:00Z' }],
    ['a day that is none', FILTER, { dueFrom: '2026-02-30' }],
  ])('is refused, not a fault: %s', async (_, query, value) => {
    expect(codeOf(await ask(query, manager, { value }))).toBe('BAD_REQUEST')
  })

  it('stays a value: no text of a client becomes SQL', async () => {
    for (const text of ["'; drop table w_case; --", '$1', '%', '\\', '"', '\uE0000\uE001', '漏水']) {
      const answer = await ask('query ($number: String!) { caseByNumber(number: $number) { id } }', manager, {
        number: text,
      })
      expect(answer).toEqual({ data: { caseByNumber: null } })
    }
  })

  it('may call a field what it likes, up to 63 characters', async () => {
    for (const key of ['o', 'p', 't1', 'ctid', 'select', 'x'.repeat(63)]) {
      const { data } = await ask(`{ ${key}: teams { ${key}: name } }`, manager)
      expect(data).toEqual({ [key]: [{ [key]: 'Site' }, { [key]: '客服部' }] })
    }
    expect(codeOf(await ask(`{ ${'x'.repeat(64)}: teams { name } }`, manager))).toBe('BAD_REQUEST')
  })

  it('is refused when the answer could hold more than a thousand objects, variables counted', async () => {
    const query =
      'query ($n: Int!) { cases(first: $n) { edges { node { stepPage(first: $n) { edges { node { id } } } } } } }'
    expect(codeOf(await ask(query, manager, { n: 20 }))).toBeUndefined()
    expect(codeOf(await ask(query, manager, { n: 100 }))).toBe('TOO_COSTLY')
    const nested =
      '{ teams { people { team { people { team { people { team { people { team { id } } } } } } } } } }'
    expect(codeOf(await ask(nested, manager))).toBe('TOO_COSTLY')
  })

  it('is refused when few words would make a statement without end', async () => {
    const leaves = Array.from({ length: 200 }, (_, n) => `a${n}: number`).join(' ')
    const levels = Array.from(
      { length: 8 },
      (_, n) =>
        `fragment F${n} on Case { ...L lastStep { case { ...F${n + 1} } } stepPage(first: 1) { edges { node { case { ...F${n + 1} } } } } }`,
    )
    const query = `{ case(id: "x") { ...F0 } } fragment L on Case { ${leaves} } ${levels.join(' ')} fragment F8 on Case { ...L }`
    expect(codeOf(await ask(query, manager))).toBe('TOO_COSTLY')
  })
})
