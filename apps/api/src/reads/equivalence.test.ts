import { ROLES } from '@steward/domain'
import type { GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { equivalence, SEVERAL_ROLES, type Equivalence } from '../../test/equivalence.ts'
import type { Samples } from '../../test/generated-document.ts'
import { readServer, type ReadServer } from '../../test/read-server.ts'
import { referenceReader } from '../../test/reference-reader.ts'
import { loadRows } from '../../test/rows.ts'
import { createTables, fillWorld, type SmallWorld } from '../../test/small-world-data.ts'
import { model, smallSchema } from '../../test/small-world.ts'
import type { SignedIn } from '../context.ts'
import { checkReadModel } from './check-read-model.ts'

const hex = (id: string): string => id.replaceAll('-', '')

/** Thousands of documents through two readers, on a machine that does other things too. */
const PATIENCE = 180_000

describe('compiled and reference reader, on a world that has every kind of field', () => {
  let database: TestDatabase
  let schema: GraphQLSchema
  let world: SmallWorld
  let server: ReadServer
  let readers: Equivalence
  let samples: Samples
  const people: SignedIn[] = []

  beforeAll(async () => {
    database = await testDatabase({ fresh: true })
    await createTables(database.owner)
    world = await fillWorld(database.pool)
    // Somebody else's rows lie in the same tables.
    await fillWorld(database.pool)
    schema = smallSchema()
    const rows = await loadRows(database.pool, world.organizationId)
    server = readServer(schema, model, database.pool)
    readers = equivalence(
      server,
      referenceReader(schema, model, rows, () => new Date()),
    )
    for (const roles of [...ROLES.map((role) => [role]), ...SEVERAL_ROLES])
      people.push(await world.signIn(...roles))
    const staff = world.staffIds.map((id) => `per_${hex(id)}`)
    samples = {
      byName: {
        first: [1, 2, 3, 5],
        id: [...world.caseIds.slice(0, 9).map((id) => `cas_${hex(id)}`), ...staff, 'cas_x'],
        assignee: staff,
        number: ['2600-0', '2601-1', 'none'],
        numberStarts: ['26', '2601', '%'],
        status: ['REGISTERED', 'INVESTIGATING', 'CLOSED'],
        openedFrom: ['2026-01-03T00:00:00Z', '2026-01-05T08:00:00+08:00'],
        openedBefore: ['2026-01-09T00:00:00.001Z'],
        dueFrom: ['2026-02-28'],
        amountMinor: [0, 20_000],
      },
      byType: { Boolean: [true, false] },
      without: ['ping'],
    }
  })
  afterAll(async () => {
    await server?.stop()
    await database?.close()
  })

  it('has a model that fits its schema', () => {
    expect(checkReadModel(schema, model)).toEqual([])
  })

  it('give the same answer to generated documents, for every role', { timeout: PATIENCE }, async () => {
    const tally = await readers.generated(schema, samples, people, 500)
    expect(tally.COMPARED).toBeGreaterThan(tally.FORBIDDEN + tally.TOO_COSTLY)
  })

  it(
    'join the pages of every order to the same list, without a gap or a double',
    { timeout: PATIENCE },
    async () => {
      for (const signedIn of people.slice(0, 12)) {
        for (const orderBy of ['NEWEST', 'NUMBER', 'DUE', 'AMOUNT', 'ASSIGNEE']) {
          const pages = await readPages(signedIn, orderBy)
          const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id))
          expect(ids.length).toBe(pages[0]?.totalCount ?? 0)
          expect(new Set(ids).size).toBe(ids.length)
        }
      }
    },
  )

  const PAGE = `query ($after: String, $orderBy: CaseOrder) {
    cases(first: 7, after: $after, orderBy: $orderBy) { edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`

  /** All pages, each compared with the reference; none where the role may not have this list or order. */
  async function readPages(signedIn: SignedIn, orderBy: string): Promise<readonly Page[]> {
    const pages: Page[] = []
    let after: string | null = null
    do {
      if ((await readers.compare(PAGE, { after, orderBy }, signedIn)) !== 'COMPARED') return []
      const { data } = await server.ask(PAGE, { after, orderBy }, signedIn)
      const page = data!['cases'] as Page
      pages.push(page)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    return pages
  }
})

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly totalCount: number
}
