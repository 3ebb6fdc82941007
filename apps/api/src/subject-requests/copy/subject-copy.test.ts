/** A person gets a copy of all that is held about them, and of nobody else: approved by the general manager alone, signed for, theirs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { readConfig } from '../../config.ts'
import { withTenant } from '../../database/with-tenant.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
const dataDir = mkdtempSync(join(tmpdir(), 'steward-subject-copy-'))

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config: { ...readConfig({}), dataDir } })
  worker = await testWorker(database, { dataDir })
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Copy extends Payload {
  readonly form: string
}
interface Asked extends Payload {
  readonly controlledCopies: readonly Copy[]
}
const ASKED = 'id version status use controlledCopies { id version status form }'
const fetched = async (person: Person, { id, version }: Copy): Promise<Buffer> => {
  const { path } = await person.does<Payload & { path: string }>(
    'fetchControlledCopy',
    { controlledCopyId: id, expectedVersion: version },
    'path',
  )
  const { rawPayload } = await server.inject({
    method: 'GET',
    url: path,
    headers: { cookie: `steward=${person.token}` },
  })
  return rawPayload
}
const wordsOf = async (pdf: Buffer): Promise<string> => {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) =>
      (await (await document.getPage(at + 1)).getTextContent()).items
        .map((it) => ('str' in it ? it.str : ''))
        .join(''),
    ),
  )
  return pages.join('')
}

it('is all of theirs, in two forms, and none of anybody else', async () => {
  const [keeper, top] = [story.as('CR_SPECIALIST'), story.as('GENERAL_MANAGER')]
  const clientId = story.ids.client
  await keeper.does('addMember', { clientId, name: '同住之人', kinship: 'SPOUSE' })

  await keeper.does('recordConsent', { clientId, purpose: 'PROFILE', way: 'SPOKEN' })
  await keeper.does('setProfileOfClient', { clientId, expectedVersion: 0, occupation: '钟表匠' }, 'id')
  await keeper.does('recordReception', { clientId, words: '问过车位' })
  const registered = await keeper.does<Payload>(
    'registerSubjectRequest',
    { clientId, kind: 'COPY', askedBy: 'CLIENT', channel: 'COUNTER', words: '要一份' },
    'id version',
  )
  const on = ({ id, version }: Payload) => ({ subjectRequestId: id, expectedVersion: version })
  const early = await keeper.does('prepareCopySubjectRequest', on(registered))
  expect(early).toMatchObject({ code: 'WRONG_STATUS' })
  const seen = { proof: 'IN_PERSON', proofNote: '身份证原件' }
  const proven = await keeper.does<Payload>('verifySubjectRequest', { ...on(registered), ...seen })
  const { exportRequest } = await keeper.does<Payload & { exportRequest: Asked }>(
    'prepareCopySubjectRequest',
    on(proven),
    `id version exportRequest { ${ASKED} }`,
  )
  expect(exportRequest).toMatchObject({ status: 'IN_SIGNING', use: 'OUTSIDE' })

  const step = ({ id, version }: Payload) => ({ exportRequestId: id, expectedVersion: version })
  expect(await story.as('CS_MANAGER').does('approveExportRequest', step(exportRequest))).toMatchObject({
    __typename: expect.not.stringMatching('ExportRequest'),
  })
  const approved = await top.does<Asked>('approveExportRequest', step(exportRequest), ASKED)
  await keeper.does('produceExportRequest', step(approved), ASKED)
  await worker.sweep()
  expect(await worker.runJobs('copy-production')).toEqual([])
  const { exportRequest: made } = await keeper.get<{ exportRequest: Asked }>(
    `query($id: ID!) { exportRequest(id: $id) { ${ASKED} } }`,
    { id: exportRequest.id },
  )
  expect(made.controlledCopies.map(({ form }) => form)).toEqual(['ARCHIVE_PDF', 'ARCHIVE_JSON'])
  const [pdf, json] = made.controlledCopies as [Copy, Copy]
  const machine = (await fetched(keeper, json)).toString()
  const read = await wordsOf(await fetched(keeper, pdf))
  expect(JSON.parse(machine)).toMatchObject({ format: 'steward.subject-copy.1', client: 'C0001' })
  for (const told of [machine, read]) {
    for (const theirs of ['王小明', '13800001234', '钟表匠', '问过车位', '1-0101'])
      expect(told).toContain(theirs)
    for (const other of ['同住之人', 'CR_SPECIALIST', 'KEY_ACCOUNT_MANAGER'])
      expect(told).not.toContain(other)
  }
  // Signed for, it is theirs: it comes back to nobody.
  const { controlledCopies } = (
    await keeper.get<{ exportRequest: Asked }>(`query($id: ID!) { exportRequest(id: $id) { ${ASKED} } }`, {
      id: exportRequest.id,
    })
  ).exportRequest
  const { id, version } = controlledCopies[1]!
  const signed = { controlledCopyId: id, expectedVersion: version, signer: '王小明' }
  expect(await keeper.does('receiveControlledCopy', signed, 'id status overdueDays')).toMatchObject({
    status: 'GIVEN',
    overdueDays: 0,
  })
  // The other was not fetched: the certificate of its destruction stays when they are erased, and names nobody.
  const [left] = controlledCopies
  const how = { method: '删除文件', place: '系统', destroyedOn: new Date().toISOString().slice(0, 10) }
  const destroyed = await story
    .as('CR_SUPERVISOR')
    .does('destroyControlledCopy', { controlledCopyId: left!.id, expectedVersion: left!.version, ...how })
  expect(destroyed.code).toBeUndefined()
  const certificates = await withTenant(database.app, story.orgId, (db) =>
    db.query<{ content: string }[]>(
      `select content::text from document_revision where kind = 'DESTRUCTION_RECORD' and org_id = $1`,
      [story.orgId],
    ),
  )
  expect(certificates).toHaveLength(1)
  expect(certificates[0]!.content).not.toContain('王小明')
})
