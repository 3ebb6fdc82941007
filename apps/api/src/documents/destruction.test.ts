/** A destruction is certified by two: who destroys, and the manager who supervises it. */
import type { FastifyInstance } from 'fastify'
import type { Role } from '@steward/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { loadActor } from '../access/session.ts'
import { transaction } from '../database/transaction.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { UserError } from '../graphql/user-error.ts'
import { certifyDestruction } from './destruction.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const certifiedBy = async (role: Role) => {
  const staffId = fromGlobalId('Staff', story.as(role).staffId) ?? story.as(role).staffId
  const context = {
    dataSource: database.app,
    now: new Date(),
    locale: 'zh-CN',
    requestId: 'destruction',
    signedIn: { actor: (await loadActor(database.app, story.orgId, staffId))! },
    idempotencyKey: undefined,
    requestHash: '',
    signer: testSigner,
    history: true,
  } as const
  const answer = await transaction(context, 'document:submit', (tx) =>
    certifyDestruction(tx, [
      {
        subject: 'OTHER',
        subjectId: null,
        what: '开发商移交的业主名册（纸质一册）',
        medium: 'PAPER',
        method: '碎纸机粉碎',
        place: '项目档案室',
        destroyedOn: '2026-11-27',
        witnesses: null,
      },
    ]),
  )
  if (answer instanceof UserError) throw new Error(answer.message)
  return { id: toGlobalId('DocumentRevision', answer.id), version: answer.version }
}

describe('a destruction record', () => {
  it('is in force once another person, a manager, has signed what was destroyed', async () => {
    const clerk = story.as('INFORMATION_CLERK')
    const { id, version } = await certifiedBy('INFORMATION_CLERK')
    const step = { revisionId: id, expectedVersion: version }
    const own = await clerk.run(
      'mutation($input: ApproveDocumentInput!) { approveDocument(input: $input) { __typename } }',
      { input: step },
      { 'idempotency-key': crypto.randomUUID() },
    )
    expect(own.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    const signed = await story
      .as('SITE_MANAGER')
      .does<Payload & { status: string }>('approveDocument', step, 'id status')
    expect(signed.status).toBe('EFFECTIVE')
    const { documentRevision } = await story.as('QUALITY').get<{ documentRevision: object }>(
      `query($id: ID!) { documentRevision(id: $id) { document { kind controlStatus }
         destroyed { subject what medium method place destroyedOn witnesses } signOffs { meaning role } } }`,
      { id },
    )
    expect(documentRevision).toMatchObject({
      document: { kind: 'DESTRUCTION_RECORD', controlStatus: 'CONTROLLED' },
      destroyed: [{ what: '开发商移交的业主名册（纸质一册）', medium: 'PAPER', destroyedOn: '2026-11-27' }],
      signOffs: [
        { meaning: 'PREPARED', role: 'INFORMATION_CLERK' },
        { meaning: 'APPROVED', role: 'SITE_MANAGER' },
      ],
    })
  })

  it('is not signed twice by one person, and by nobody drafted', async () => {
    const manager = story.as('SITE_MANAGER')
    const { id, version } = await certifiedBy('SITE_MANAGER')
    const twice = await manager.does('approveDocument', { revisionId: id, expectedVersion: version })
    expect(twice.code).toBe('NOT_ELIGIBLE')
    const department = story.ids.departments.headquarters
    const drafted = await story.as('CS_MANAGER').does('draftDocument', {
      kind: 'DESTRUCTION_RECORD',
      title: '销毁',
      executingDepartmentId: department,
      supervisingDepartmentId: department,
      editingDepartmentId: department,
      content: { clauses: [{ heading: '销毁', body: '' }] },
    })
    expect(drafted.fields?.map(({ path }) => path)).toEqual(['kind'])
  })
})
