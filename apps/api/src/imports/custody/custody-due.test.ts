import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

interface Source extends Payload {
  readonly id: string
  readonly version: number
  readonly destruction: { readonly id: string; readonly version: number } | null
}
const SOURCE = 'id version destruction { id version }'

const settled = async () => {
  await worker.sweep()
  await worker.relay()
}
/** A local day so many days from now. */
const day = (ahead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
const receives = (person: Person, destroyBy: string) =>
  person.does<Source>(
    'receiveImportSource',
    {
      name: '业主名册 U 盘',
      receivedFrom: '开发商',
      medium: 'FILE',
      destroyBy,
      custodianId: toGlobalId('Staff', person.staffId),
    },
    SOURCE,
  )
const told = async (person: Person): Promise<readonly string[]> => {
  const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
    '{ notices(first: 20) { edges { node { kind } } } }',
  )
  return notices.edges.map(({ node }) => node.kind).filter((kind) => kind.startsWith('SOURCE_'))
}
const inTables = <T>(sql: string, parameters: readonly unknown[]): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))
const comesDue = async ({ id }: Source) => {
  await inTables("update import_source_due set due_at = now() - interval '1 minute' where id = $1", [
    fromGlobalId('ImportSource', id),
  ])
  await settled()
}

describe('custody beyond its last day', () => {
  it('is told to the custodian, then to those who answer for confidentiality, each once', async () => {
    const [site, quality, manager] = [story.as('SITE_MANAGER'), story.as('QUALITY'), story.as('CS_MANAGER')]
    const late = await receives(site, day(-1))
    await receives(site, day(1))
    await settled()
    await settled()
    expect(await told(site)).toEqual(['SOURCE_DUE'])
    expect(await told(quality)).toEqual([])
    await comesDue(late)
    await settled()
    expect(await told(site)).toEqual(['SOURCE_ESCALATED', 'SOURCE_DUE'])
    expect(await told(quality)).toEqual(['SOURCE_ESCALATED'])
    expect(await told(manager)).toEqual(['SOURCE_ESCALATED'])
    expect(await inTables('select id from import_source_due', [])).toHaveLength(1)
  })

  it('is told to nobody where two have signed that it is destroyed', async () => {
    const keeper = story.as('CR_SUPERVISOR')
    const source = await receives(keeper, day(1))
    const step = ({ id, version }: Source) => ({ importSourceId: id, expectedVersion: version })
    const verified = await keeper.does<Source>(
      'verifyImportSource',
      { ...step(source), note: '逐户核对' },
      SOURCE,
    )
    const how = { method: '粉碎', place: '机房', destroyedOn: day(0), witnesses: '王芳' }
    const { destruction } = await keeper.does<Source>(
      'destroyImportSource',
      { ...step(verified), ...how },
      SOURCE,
    )
    const { id: revisionId, version: expectedVersion } = destruction!
    await story.as('CS_MANAGER').does('approveDocument', { revisionId, expectedVersion }, 'id status')
    await comesDue(source)
    expect(await told(keeper)).toEqual([])
    const left = await inTables('select id from import_source_due where id = $1', [
      fromGlobalId('ImportSource', source.id),
    ])
    expect(left).toEqual([])
  })
})
