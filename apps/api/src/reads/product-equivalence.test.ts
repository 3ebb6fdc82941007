import { CAUSES, ROLES } from '@steward/domain'
import fc from 'fast-check'
import { getOperationAST, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { equivalence, SEVERAL_ROLES, type Equivalence, type Outcome } from '../../test/equivalence.ts'
import { fillTables } from '../../test/fill-tables.ts'
import { generateVariables, type Samples } from '../../test/generated-document.ts'
import { readServer, type ReadServer } from '../../test/read-server.ts'
import { PRODUCT_ROWS } from '../../test/product-rows.ts'
import { referenceReader } from '../../test/reference-reader.ts'
import { loadRows } from '../../test/rows.ts'
import { signedInAs } from '../../test/signed-in-as.ts'
import type { SignedIn } from '../context.ts'
import { toGlobalId, type NodeType } from '../graphql/global-id.ts'
import { trustedDocuments } from '../http/trusted-documents.ts'
import { buildSchema, READ_MODEL } from '../schema.ts'
import { checkReadModel } from './check-read-model.ts'
import { LIMIT_RULES } from './limits.ts'

const PLAIN = Object.entries(READ_MODEL.roots).filter(([, { kind }]) => kind === 'plain')
const PAGE_QUERIES = [...trustedDocuments().values()].filter((source) => {
  const operation = getOperationAST(parse(source))
  return operation?.operation === 'query' && !PLAIN.some(([name]) => new RegExp(`\\b${name}\\b`).test(source))
})

/** Thousands of documents through two readers, on a machine that does other things too. */
/** How often each page query is asked by each role, with values drawn anew; `DRAWS=10` tries more of them. */
const DRAWS = Number(process.env.DRAWS ?? 1)
const PATIENCE = 180_000

describe('compiled and reference reader, on everything that is published', () => {
  let database: TestDatabase
  let schema: GraphQLSchema
  let server: ReadServer
  let readers: Equivalence
  let samples: Samples
  const people: SignedIn[] = []

  beforeAll(async () => {
    database = await testDatabase({ fresh: true })
    schema = buildSchema()
    const filling = { schema, model: READ_MODEL, rowsPerTable: 14, ...PRODUCT_ROWS }
    const { organizationId, ids } = await fillTables(database.pool, { ...filling, seed: 7 })
    await fillTables(database.pool, { ...filling, seed: 8 })
    const rows = await loadRows(database.pool, organizationId)
    server = readServer(schema, READ_MODEL, database.pool)
    for (const [index, roles] of [...ROLES.map((role) => [role]), ...SEVERAL_ROLES].entries()) {
      const at = <T>(values: readonly T[] | undefined): T => values![index % values!.length]!
      people.push(
        await signedInAs(database.pool, {
          organizationId,
          staffId: at(rows.of('staff').map((row) => String(row['id']))),
          roles,
          departmentId: at([...ids.get('department')!.slice(0, 3), null]),
          projectIds: ids.get('project')!.slice(0, index % 3),
          buildingIds: ids.get('building')!.slice(0, index % 4),
          approvalLimitMinor: index % 4,
          approvalLimitMinorByCause: { [at(CAUSES)]: 3 },
        }),
      )
    }
    // Read again: whoever signed in has a session, which is published too.
    const now = await loadRows(database.pool, organizationId)
    readers = equivalence(
      server,
      referenceReader(schema, READ_MODEL, now, () => new Date()),
    )
    const published = [...READ_MODEL.projections.values()].filter(({ prefix }) => prefix !== null)
    samples = {
      // A cursor is good for one order only: pages are joined in the other test of equivalence.
      byName: { first: [1, 2, 4], after: [] },
      byType: {
        ID: published.flatMap(({ type, table }) =>
          ids
            .get(table)!
            .slice(0, 3)
            .map((id) => toGlobalId(type as NodeType, id)),
        ),
        String: ['2', '王', '12', 'x'],
        Boolean: [true, false],
        Int: [1, 2, 3],
        DateTime: ['2026-01-03T00:00:00Z', '2026-02-01T08:00:00.001+08:00'],
        LocalDate: ['2026-03-14'],
      },
      without: PLAIN.map(([name]) => name),
    }
  })
  afterAll(async () => {
    await server?.stop()
    await database?.close()
  })

  it('have a model that fits the schema', () => {
    expect(checkReadModel(schema, READ_MODEL)).toEqual([])
  })

  it('serve documents of ours that keep the limits, at fifty rows a page', async () => {
    const full = { ...samples, byName: { ...samples.byName, first: [50] } }
    const everything = people.find(({ actor }) => actor.roles.includes('GENERAL_MANAGER'))!
    for (const source of trustedDocuments().values()) {
      expect(validate(schema, parse(source), [...specifiedRules, ...LIMIT_RULES])).toEqual([])
    }
    for (const source of PAGE_QUERIES) {
      const [variables] = fc.sample(
        fc.gen().map((draw) => generateVariables(draw, schema, source, full)),
        1,
      )
      const { errors } = await server.ask(source, variables!, everything)
      expect([source, errors?.[0]?.extensions?.['code']]).not.toEqual([source, 'TOO_COSTLY'])
    }
  })

  it('give the same answer to every page query, for every role', { timeout: PATIENCE }, async () => {
    expect(PAGE_QUERIES.length).toBeGreaterThan(0)
    for (const source of PAGE_QUERIES) {
      const outcomes = new Set<Outcome>()
      for (const signedIn of people) {
        await fc.assert(
          fc.asyncProperty(fc.gen(), async (draw) => {
            outcomes.add(
              await readers.compare(source, generateVariables(draw, schema, source, samples), signedIn),
            )
          }),
          { numRuns: DRAWS, endOnFailure: true },
        )
      }
      expect([...outcomes]).toContain('COMPARED')
    }
  })

  it('give the same answer to generated documents, for every role', { timeout: PATIENCE }, async () => {
    const tally = await readers.generated(schema, samples, people, 500)
    expect(tally.COMPARED).toBeGreaterThan(100)
  })
})
