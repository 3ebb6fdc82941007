import { readdirSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { MAXIMUM_IMPORT_BYTES, ROLES } from '@steward/domain'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cancelImport, casesOf, csv, ImportTests, readRun, ROW, startImport } from '../../test/imports.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

/** They hand over files of clients, or of charges. */
const KEEPERS: ReadonlySet<string> = new Set(['CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'FINANCE'])

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const story = () => tests.story()
const bring = (...given: Parameters<ImportTests['bring']>) => tests.bring(...given)

describe('cancelling', () => {
  const FILE = csv(
    ...Array.from({ length: 2_500 }, (_, at) => ({ ...ROW, Reference: `${at}`, Category: '电梯' })),
  )

  it.each(['READING', 'WRITING'] as const)('while it is %s leaves nothing', async (status) => {
    const here = await story()
    const admin = here.as('ADMIN')
    const { id: fileId } = await tests.upload(admin, FILE)
    let cancelled: Promise<{ status?: string }> | undefined
    let id = ''
    // The run goes on when the cancel has been answered: it is in the middle of it, however quick the machine.
    tests.imports.onProgress = async (sign) => {
      if (sign.status === status) await (cancelled ??= cancelImport(admin, id))
    }
    id = (await startImport(admin, { fileId, mapping: 'steward-complaints', dryRun: false })).id
    await tests.imports.ended()
    tests.imports.onProgress = () => undefined
    expect(await cancelled).toMatchObject({ __typename: 'ImportRun' })
    expect(await readRun(admin, id)).toMatchObject({
      status: 'CANCELLED',
      rowsNew: 0,
      rowsChanged: 0,
      refusedRowsPath: null,
      availableActions: [],
      issues: { totalCount: 0 },
    })
    expect(await casesOf(here)).toEqual([])
    const { complaintCategories } = await admin.get<{ complaintCategories: unknown[] }>(
      '{ complaintCategories { id } }',
    )
    expect(complaintCategories).toHaveLength(1)
    // The numbers were given back.
    expect(await bring(here, FILE)).toMatchObject({ status: 'DONE', rowsNew: 2_500 })
    const numbers = (await casesOf(here)).map(({ number }) => number)
    expect(numbers).toContain('2405-0001')
  })

  it('before it has begun is done at once; a second import waits for the first to end', async () => {
    const here = await story()
    const admin = here.as('ADMIN')
    const { id: fileId } = await tests.upload(admin, csv({ ...ROW, Reference: 'A' }))
    const input = { fileId, mapping: 'steward-complaints', dryRun: false }
    const release = tests.imports.hold()
    const { id } = await startImport(admin, input)
    expect(await readRun(admin, id)).toMatchObject({ status: 'WAITING', availableActions: ['CANCEL'] })
    expect(await startImport(admin, input)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await cancelImport(admin, id)).toMatchObject({ status: 'CANCELLED' })
    release()
    await tests.imports.ended()
    expect(await readRun(admin, id)).toMatchObject({ status: 'CANCELLED', rowsRead: 0 })
    expect(await casesOf(here)).toEqual([])
  })

  it('is refused once it is done', async () => {
    const here = await story()
    const { id } = await bring(here, csv({ ...ROW, Reference: 'A' }))
    expect(await cancelImport(here.as('ADMIN'), id)).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await casesOf(here)).toHaveLength(1)
  })
})

describe('a run that has lost its process', () => {
  it('says so, stands in nobody’s way, and can be put away', async () => {
    const here = await story()
    const admin = here.as('ADMIN')
    const lost = await bring(here, csv({ ...ROW, Reference: 'A' }), { dryRun: true })
    await tests.database.asSuperuser(async (client) => {
      await client.query(
        `update import_run set status = 'WRITING', finished_at = null, seen_at = now() - interval '2 minutes' where id = $1`,
        [fromGlobalId('ImportRun', lost.id)],
      )
    })
    expect(await readRun(admin, lost.id)).toMatchObject({ status: 'WRITING', isLost: true })
    expect(await bring(here, csv({ ...ROW, Reference: 'A' }))).toMatchObject({ status: 'DONE', rowsNew: 1 })
    expect(await cancelImport(admin, lost.id)).toMatchObject({ status: 'CANCELLED' })
    expect(await readRun(admin, lost.id)).toMatchObject({ isLost: false, status: 'CANCELLED' })
  })
})

describe('who may', () => {
  it('hand a file over and fetch refused rows: those who may import, from our own pages', async () => {
    const here = await story()
    const refused = (await bring(here, csv({ ...ROW, Reference: '' }))).refusedRowsPath!
    const fetched = (token: string | undefined) =>
      tests.server.inject({ url: refused, headers: token ? { cookie: `steward=${token}` } : {} })
    for (const role of ROLES) {
      const person = here.as(role)
      // A program comes with a credential, never with a session.
      // Cells of a file of cases are for those who may bring such a file in.
      const expected = KEEPERS.has(role)
        ? [201, 404]
        : role === 'ADMIN'
          ? [201, 200]
          : role === 'PARTNER'
            ? [401, 401]
            : [403, 403]
      const { statusCode } = await fetched(person.token)
      expect([role, (await tests.upload(person, 'a')).status, statusCode]).toEqual([role, ...expected])
    }
    expect((await tests.upload(here.stranger(), 'a')).status).toBe(401)
    expect((await fetched(undefined)).statusCode).toBe(401)
    const admin = here.as('ADMIN')
    for (const headers of [{ 'x-steward-csrf': undefined }, { origin: 'https://elsewhere.example' }]) {
      expect((await tests.upload(admin, 'a', { headers })).status).toBe(403)
    }
    for (const type of ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])
      expect((await tests.upload(admin, 'a', { headers: { 'content-type': type } })).status).toBe(415)
    expect((await tests.upload(admin, 'a', { name: '' })).status).toBe(400)
  })

  it('see a cell of a refused row: not the auditor', async () => {
    const here = await story()
    const { id } = await bring(here, csv({ ...ROW, Reference: 'A', Opened: '王小明' }))
    const [ofAdmin, ofAuditor] = [await readRun(here.as('ADMIN'), id), await readRun(here.as('AUDITOR'), id)]
    expect(ofAdmin.issues.edges[0]?.node.value).toBe('王小明')
    expect(ofAuditor.issues.edges[0]?.node).toMatchObject({ reason: 'IMPOSSIBLE_DATE', value: null })
    expect(ofAuditor).toMatchObject({ refusedRowsPath: null, availableActions: [] })
  })

  it('start with a file: nobody with another organization’s', async () => {
    const [mine, theirs] = [await story(), await story()]
    const { id: fileId } = await tests.upload(theirs.as('ADMIN'), csv({ ...ROW, Reference: 'A' }))
    const input = { fileId, mapping: 'steward-complaints', dryRun: false }
    expect(await startImport(mine.as('ADMIN'), input)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'fileId' }],
    })
    const run = await bring(theirs, csv({ ...ROW, Reference: '' }))
    const cookie = `steward=${mine.as('ADMIN').token}`
    expect((await tests.server.inject({ url: run.refusedRowsPath!, headers: { cookie } })).statusCode).toBe(
      404,
    )
    await expect(readRun(mine.as('ADMIN'), run.id)).rejects.toThrow('is not to be read')
  })
})

describe('handing a file over', () => {
  it('answers what it may be, and keeps no path of the name', async () => {
    const admin = (await story()).as('ADMIN')
    const name = 'C:\\Users\\王\\..\\../台账 2024.csv'
    expect(await tests.upload(admin, csv({ ...ROW, Reference: 'A' }), { name })).toMatchObject({
      status: 201,
      name: '台账 2024.csv',
      mapping: 'steward-complaints',
    })
    expect(await tests.upload(admin, 'name,phone\n')).toMatchObject({ status: 201, mapping: null })
  })

  it('is refused above 50 MB, and nothing of it stays', async () => {
    const here = await story()
    const admin = here.as('ADMIN')
    const tooLarge = Buffer.alloc(MAXIMUM_IMPORT_BYTES + 1, 'x')
    for (const headers of [{}, { 'content-length': '1000' }]) {
      const { status, errors } = await tests.upload(admin, tooLarge, { headers })
      expect(status).toBe(413)
      expect(errors?.[0]).toMatchObject({ message: 'The file is larger than 50 MB; divide it.' })
    }
    expect(readdirSync(join(tests.dataDir, 'files', here.orgId))).toEqual([])
  })

  it('that breaks off leaves nothing', async () => {
    const here = await story()
    await tests.server.listen({ port: 0, host: 'localhost' })
    const { port } = tests.server.server.address() as AddressInfo
    const socket = connect({ port, host: 'localhost' })
    const folder = join(tests.dataDir, 'files', here.orgId)
    socket.write(
      [
        'POST /files/imports?name=half.csv HTTP/1.1',
        'Host: localhost',
        'Content-Type: text/csv',
        'Content-Length: 1000000',
        'X-Steward-CSRF: 1',
        `Cookie: steward=${here.as('ADMIN').token}`,
        '',
        'x'.repeat(100_000),
      ].join('\r\n'),
    )
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), 10_000)
    socket.destroy()
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), 10_000)
  })

  it('needs a mapping that there is', async () => {
    const admin = (await story()).as('ADMIN')
    const { id: fileId } = await tests.upload(admin, 'a')
    expect(await startImport(admin, { fileId, mapping: 'nothing', dryRun: true })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'mapping' }],
    })
  })
})

describe('the audit', () => {
  it('has the run with its figures, and each category and department that it made; not each row', async () => {
    const here = await story()
    const run = await bring(
      here,
      csv({ ...ROW, Reference: 'A', Category: '电梯' }, { ...ROW, Reference: 'B' }),
    )
    const { auditEntries } = await here.as('ADMIN').get<{
      auditEntries: {
        edges: { node: { verb: string; subjectType: string; changes: { field: string; after: string }[] } }[]
      }
    }>(
      `query($request: String!) { auditEntries(first: 50, filter: { request: $request }) { edges { node {
      verb subjectType changes { field after } } } } }`,
      { request: fromGlobalId('ImportRun', run.id) },
    )
    const entries = auditEntries.edges.map(({ node }) => node)
    expect(entries.map(({ subjectType }) => subjectType).sort()).toEqual([
      'COMPLAINT_CATEGORY',
      'COMPLAINT_CATEGORY',
      'IMPORT_RUN',
    ])
    const of = entries.find(({ subjectType }) => subjectType === 'IMPORT_RUN')!
    expect(of.verb).toBe('import:run')
    expect(of.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'rowsNew', after: '2' })]),
    )
  })
})
