/** What others make speaks with us: the GraphQL-over-HTTP audits, graphql-request, and the Relay compiler on the contract. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PARTNER_SCOPES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { auditServer } from 'graphql-http'
import { ClientError, GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given } from '../../test/story.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')

let database: TestDatabase
let server: FastifyInstance
let url: string
let program: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  program = await (await given(database, server)).program(PARTNER_SCOPES)
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`
})
afterAll(async () => {
  await server.close()
  await database.close()
})

describe('the GraphQL-over-HTTP audits', () => {
  it('find no error', async () => {
    const results = await auditServer({
      url,
      fetchFn: (input: string, init: RequestInit = {}) =>
        fetch(input, { ...init, headers: { ...init.headers, authorization: `Bearer ${program.token}` } }),
    })
    const found = (status: string) =>
      results
        .filter((result) => result.status === status)
        .map(({ id, name, ...rest }) => `${id} ${name}: ${'reason' in rest ? String(rest.reason) : ''}`)
    expect(found('error')).toEqual([])
    expect(found('ok').length).toBeGreaterThan(40)
  })
})

describe('graphql-request', () => {
  it('reads, and meets refusals as its own errors', async () => {
    const client = new GraphQLClient(url, { headers: { authorization: `Bearer ${program.token}` } })
    expect(await client.request('{ viewer { roles } }')).toEqual({ viewer: { roles: ['PARTNER'] } })
    const refused = await client
      .request('{ staff(first: 1) { totalCount } }')
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ClientError)
    expect((refused as ClientError).response.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })
})

describe('the Relay compiler', () => {
  it('takes the contract: ids, connections and a refetchable page', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-relay-'))
    try {
      mkdirSync(join(folder, 'src'))
      cpSync(join(REPOSITORY, 'packages/graphql-client/schema.graphql'), join(folder, 'schema.graphql'))
      writeFileSync(join(folder, 'package.json'), '{"name":"x"}')
      writeFileSync(join(folder, 'src/queue.js'), RELAY_SOURCE)
      const compiler = join(REPOSITORY, 'node_modules/.bin/relay-compiler')
      mkdirSync(join(folder, 'made'))
      writeFileSync(
        join(folder, 'relay.config.json'),
        JSON.stringify({
          src: './src',
          schema: './schema.graphql',
          language: 'javascript',
          artifactDirectory: './made',
        }),
      )
      const { stdout, stderr } = await promisify(execFile)(compiler, ['relay.config.json'], { cwd: folder })
      expect(`${stdout}${stderr}`).toMatch(/compiled documents: [1-9]/i)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const RELAY_SOURCE = `
import { graphql } from 'relay-runtime'
export const page = graphql\`
  fragment queue_page on Query
  @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" })
  @refetchable(queryName: "queueRefetchQuery") {
    complaints(first: $first, after: $after) @connection(key: "queue_complaints") {
      edges { node { id number status latestEvent { id at } } }
    }
  }\`
export const query = graphql\`query queueQuery { ...queue_page @arguments(first: 20) }\`
export const one = graphql\`query queueCaseQuery($id: ID!) { node(id: $id) { ... on Complaint { number summary } } }\`
`
