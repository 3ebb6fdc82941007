/** Witnesses outside: told soon, never waited for, their signatures checked; and what only they can find is found. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROLES, type Role } from '@steward/domain'
import { verifyLedger, writeKeyRing, type SignOffBody } from '@steward/verify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { mailServer, type TestMailServer } from '../../test/mail-server.ts'
import { rewriteHistory } from '../../test/rewrite-history.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testLedger, testServer, testSigner } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { makeCheckpoint } from '../ledger/checkpoint-sweep.service.ts'
import { callEndpoint } from '../webhooks/call-endpoint.ts'
import type { AskWitness } from './ask-witness.ts'
import { tellWitnesses } from './file-witness.service.ts'
import { witnessSweep } from './witness-sweep.service.ts'

const EXAMPLE = join(import.meta.dirname, '../../../../infra/examples/cosign-checkpoints.mjs')
const NAME = 'witness.example.com'
const ADDRESS = 'audit@example.com'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let mails: TestMailServer
let folder: string
let cosigner: ChildProcess
let publicKey: string
let port: string
/** How the witness is reached, until a test says otherwise. */
let ask: AskWitness

const onThisMachine: AskWitness = (_, question) =>
  callEndpoint(
    { url: new URL(`http://127.0.0.1:${port}/add-checkpoint`), address: '127.0.0.1', family: 4 },
    question,
    {},
  )

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  mails = await mailServer()
  worker = await testWorker(
    database,
    { smtpUrl: `smtp://127.0.0.1:${mails.port}` },
    { askWitness: (url, question) => ask(url, question) },
  )
  folder = mkdtempSync(join(tmpdir(), 'steward-cosigner-'))
  const development = ['-C', 'development', '--import', '@oxc-node/core/register']
  cosigner = spawn(process.execPath, [...development, EXAMPLE, NAME, folder, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: cosigner.stdout! }), 'line')) as [string]
  ;[, publicKey = '', port = ''] = /public key (\w+) listening on port (\d+)/.exec(line) ?? []
})
afterAll(async () => {
  const gone = once(cosigner, 'exit')
  cosigner.kill()
  await gone
  rmSync(folder, { recursive: true })
  await worker.close()
  await mails.close()
  await server.close()
  await database.close()
})
beforeEach(() => {
  ask = onThisMachine
  mails.taken.length = 0
})

const checkpoint = ({ orgId }: Story): Promise<void> =>
  withTenant(database.app, orgId, async (manager) => {
    await makeCheckpoint(manager, orgId, testSigner)
    await tellWitnesses(manager, orgId, testLedger.witnessDir)
  })

/** The organization's keys, as its witness has them from it. */
const introduce = async ({ orgId }: Story): Promise<void> =>
  writeFileSync(join(folder, `${orgId}.ring.json`), writeKeyRing(await testSigner.ring()))

const appoint = (story: Story, more: object = {}) =>
  story
    .as('ADMIN')
    .does<Payload>(
      'appointCosigner',
      { name: NAME, url: 'https://witness.example.com/x', publicKey, ...more },
      'id version',
    )

const appointMailbox = (story: Story, rhythm = 'DAILY') =>
  story.as('ADMIN').does<Payload>('appointMailbox', { mailAddress: ADDRESS, rhythm }, 'id version')

/** Also what waits in the organizations of other tests. */
const sweep = async (services = worker.services): Promise<void> => {
  while ((await witnessSweep.sweep(services, 50)) >= 50);
}

interface Witness {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly version: number
  readonly availableActions: readonly string[]
  readonly standings: readonly {
    readonly chain: string
    readonly checkpointedSize: number
    readonly seenSize: number
    readonly failure: string | null
    readonly failingSince: string | null
  }[]
}
const witnesses = async (person: Person): Promise<readonly Witness[]> =>
  (
    await person.get<{ ledgerWitnesses: readonly Witness[] }>(
      '{ ledgerWitnesses { id kind name version availableActions standings { chain checkpointedSize seenSize failure failingSince } } }',
    )
  ).ledgerWitnesses
const standing = async (story: Story, kind: string) =>
  (await witnesses(story.as('AUDITOR')))
    .find((it) => it.kind === kind)!
    .standings.find(({ chain }) => chain === 'SIGN_OFFS')!

const asSuperuser = (sql: string, { orgId }: Story): Promise<unknown> =>
  database.asSuperuser((client) => client.query(sql, [orgId]))

/** Everything is due again, as after a while. */
const later = (story: Story) =>
  asSuperuser(
    `update ledger_witness_state set next_try_at = next_try_at - interval '1 day', seen_at = seen_at - interval '25 hours'
      where org_id = $1`,
    story,
  )

const exported = async (story: Story): Promise<Buffer> => {
  const { body } = await server.inject({
    method: 'GET',
    url: '/files/ledger.jsonl',
    headers: { cookie: `steward=${story.as('AUDITOR').token}` },
  })
  return Buffer.from(body)
}
const root = async () => (await testSigner.ring())[0]!.kid

const verified = async (story: Story) => {
  const { id } = await story.as('AUDITOR').does<{ id: string }>('verifyLedger', {}, 'id')
  expect(await worker.runJobs('ledger-verification')).toEqual([])
  const { ledgerVerifications } = await story.as('AUDITOR').get<{
    ledgerVerifications: {
      edges: {
        node: {
          id: string
          outcome: string
          witnessedSize: number
          findings: { code: string; textZh: string }[]
          notes: { code: string }[]
        }
      }[]
    }
  }>('{ ledgerVerifications(first: 9) { edges { node { id outcome witnessedSize findings { code textZh } notes { code } } } } }')
  return ledgerVerifications.edges.map(({ node }) => node).find((it) => it.id === id)!
}

/** Four signatures under a checkpoint that the cosigner has seen. */
const cosigned = async (): Promise<Story> => {
  const story = await given(database, server)
  await introduce(story)
  await caseIn(story, 'APPROVED')
  await checkpoint(story)
  await appoint(story)
  await sweep()
  return story
}

const asGeneralManager = (body: SignOffBody): SignOffBody => ({
  ...body,
  signer: { ...body.signer, role: 'GENERAL_MANAGER' },
})

describe('a cosigning witness', () => {
  it('is told of each new checkpoint, compares and signs; a stranger sees by whom the ledger was seen', async () => {
    const story = await cosigned()
    expect(await standing(story, 'COSIGNER')).toEqual({
      chain: 'SIGN_OFFS',
      checkpointedSize: 4,
      seenSize: 4,
      failure: null,
      failingSince: null,
    })
    for (let more = 0; more < 3; more += 1) {
      await registered(story)
      await checkpoint(story)
      await sweep()
    }
    expect((await standing(story, 'COSIGNER')).seenSize).toBe(7)
    const options = {
      root: await root(),
      witnessKeys: [{ name: NAME, publicKey: Buffer.from(publicKey, 'hex') }],
    }
    const report = await verifyLedger([await exported(story)], options)
    expect(report).toMatchObject({ findings: [], witnessed: 7, checkpoints: 4 })
    expect(await verified(story)).toMatchObject({ outcome: 'VALID', witnessedSize: 7, findings: [] })
    const log = readFileSync(join(folder, `${story.orgId}.sign-offs.witness.log`), 'utf8')
    const own = await verifyLedger([await exported(story)], { witnesses: [{ name: 'its log', text: log }] })
    expect(own).toMatchObject({ findings: [], witnessed: 7 })
  })

  it('finds a history rewritten by one who holds database, key and file; and nobody else does', async () => {
    const story = await cosigned()
    await rewriteHistory(database, story, 2, asGeneralManager)
    const { outcome, findings } = await verified(story)
    expect([outcome, findings.map(({ code }) => code)]).toEqual(['INVALID', ['WITNESS_SAW_ANOTHER']])
    expect(findings[0]!.textZh).toContain(NAME)
    expect(await standing(story, 'COSIGNER')).toMatchObject({ failure: 'SAW_ANOTHER', seenSize: 4 })
    const { notices } = await story
      .as('AUDITOR')
      .get<{ notices: { edges: { node: { kind: string } }[] } }>(
        '{ notices(first: 5) { edges { node { kind } } } }',
      )
    expect(notices.edges.map(({ node }) => node.kind)).toEqual(['LEDGER_CONTRADICTED'])

    const log = readFileSync(join(folder, `${story.orgId}.sign-offs.witness.log`), 'utf8')
    const file = await exported(story)
    const withIt = await verifyLedger([file], { witnesses: [{ name: 'its log', text: log }] })
    expect(withIt.findings.map(({ code }) => code)).toContain('WITNESSED_ROOT_DIFFERS')
    expect((await verifyLedger([file], { root: await root() })).valid).toBe(true)

    const [, witness] = await witnesses(story.as('ADMIN'))
    const { id, version } = witness!
    await story.as('ADMIN').does('dismissWitness', { witnessId: id, expectedVersion: version })
    expect((await verified(story)).outcome).toBe('VALID')
  })

  it('finds it when the ledger has grown since, and a tail that was cut off', async () => {
    const grown = await cosigned()
    await rewriteHistory(database, grown, 1, asGeneralManager)
    await registered(grown)
    await checkpoint(grown)
    await later(grown)
    await sweep()
    expect((await standing(grown, 'COSIGNER')).failure).toBe('SAW_ANOTHER')

    const cut = await cosigned()
    await asSuperuser('delete from ledger_witnessing where org_id = $1', cut)
    await asSuperuser('delete from ledger_checkpoint where org_id = $1', cut)
    await asSuperuser('delete from ledger_entry where org_id = $1 and seq >= 3', cut)
    await asSuperuser(
      `update ledger_head h set size = 3, hash = (select hash from ledger_entry e where e.org_id = h.org_id and seq = 2)
        where org_id = $1 and chain = 'SIGN_OFFS'`,
      cut,
    )
    await checkpoint(cut)
    const found = await verified(cut)
    expect(found.findings.map(({ code }) => code)).toContain('WITNESS_SAW_MORE')
  })

  it('that knows nothing of the organization, or distrusts its key, says so, and is asked again', async () => {
    const story = await given(database, server)
    await registered(story)
    await checkpoint(story)
    await appoint(story)
    await sweep()
    expect((await standing(story, 'COSIGNER')).failure).toBe('UNKNOWN_LEDGER')
    const other = writeKeyRing([
      {
        by: null,
        from: '2020-01-01T00:00:00.000Z',
        kid: '0123456789abcdef',
        publicKey: 'ab'.repeat(32),
        retires: null,
        sig: null,
        until: null,
      },
    ])
    writeFileSync(join(folder, `${story.orgId}.ring.json`), other)
    await later(story)
    await sweep()
    expect((await standing(story, 'COSIGNER')).failure).toBe('UNTRUSTED_KEY')
    await introduce(story)
    await sweep()
    expect((await standing(story, 'COSIGNER')).failure).toBe('UNTRUSTED_KEY')
    await later(story)
    await sweep()
    expect(await standing(story, 'COSIGNER')).toMatchObject({
      failure: null,
      failingSince: null,
      seenSize: 1,
    })
  })

  it('whose signature is not by the key on file is not believed', async () => {
    const story = await given(database, server)
    await introduce(story)
    await registered(story)
    await checkpoint(story)
    await appoint(story, { publicKey: 'ab'.repeat(32) })
    await sweep()
    expect(await standing(story, 'COSIGNER')).toMatchObject({ failure: 'WRONG_COSIGNATURE', seenSize: 0 })
    expect((await exported(story)).toString()).not.toContain(`— ${NAME}`)
  })

  it.each([
    ['does not answer', 'UNREACHABLE' as const, 'UNREACHABLE'],
    ['is slow', 'TIMEOUT' as const, 'TIMEOUT'],
    ['answers nonsense', { status: 200, body: '<html>' }, 'WRONG_COSIGNATURE'],
    ['moved away', { status: 302, body: '' }, 'REFUSED'],
    ['has a fault', { status: 500, body: '' }, 'REFUSED'],
    ['says 409 and nothing', { status: 409, body: 'no' }, 'REFUSED'],
    ['never agrees where it stands', { status: 409, body: '1\n' }, 'SAW_ANOTHER'],
  ])('that %s keeps nobody from signing, and is shown as failing', async (_, reply, failure) => {
    const story = await given(database, server)
    ask = async () => reply
    await registered(story)
    await checkpoint(story)
    await appoint(story)
    await sweep()
    expect((await registered(story)).number).toBeTruthy()
    expect(await standing(story, 'COSIGNER')).toMatchObject({ failure, seenSize: 0 })
    expect((await standing(story, 'COSIGNER')).failingSince).not.toBeNull()
  })

  it('is reached on public addresses alone', async () => {
    const story = await given(database, server)
    await registered(story)
    await checkpoint(story)
    const { askWitness: _, ...services } = worker.services
    // Past the input, which refuses such addresses too.
    await appoint(story)
    for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'http://example.com/', 'https://10.0.0.1/x']) {
      await asSuperuser(
        `update ledger_witness set url = '${url}' where org_id = $1 and kind = 'COSIGNER'`,
        story,
      )
      await later(story)
      await sweep(services)
      expect([url, (await standing(story, 'COSIGNER')).failure]).toEqual([url, 'NOT_PUBLIC'])
    }
  })
})

describe('a mailbox', () => {
  const mail = () => mails.taken.at(-1)!.raw

  it('gets the checkpoints at once, then daily where something is new, and the mail is a witness by itself', async () => {
    const story = await given(database, server)
    await caseIn(story, 'APPROVED')
    await checkpoint(story)
    await appointMailbox(story)
    await sweep()
    await sweep()
    expect(mails.taken).toHaveLength(1)
    expect(mails.taken[0]!.to).toEqual([ADDRESS])
    expect(await standing(story, 'MAIL')).toMatchObject({ seenSize: 4, failure: null })
    const kept = mail()
    const report = await verifyLedger([await exported(story)], {
      root: await root(),
      witnesses: [{ name: 'mail.eml', text: kept }],
    })
    expect(report).toMatchObject({ findings: [], witnessed: 4 })

    await registered(story)
    await checkpoint(story)
    await sweep()
    expect(mails.taken).toHaveLength(1)
    await later(story)
    await sweep()
    expect(mails.taken).toHaveLength(2)
    await later(story)
    await sweep()
    expect(mails.taken).toHaveLength(2)

    await rewriteHistory(database, story, 2, asGeneralManager)
    const file = await exported(story)
    const found = await verifyLedger([file], { witnesses: [{ name: 'mail.eml', text: kept }] })
    expect(found.findings.map(({ code }) => code)).toContain('WITNESSED_ROOT_DIFFERS')
    // Nothing else in the house would have told.
    expect((await verifyLedger([file], { root: await root() })).valid).toBe(true)
    expect((await verified(story)).outcome).toBe('VALID')
  })

  it('is told at once when another key signs, whatever its rhythm', async () => {
    const story = await given(database, server)
    await registered(story)
    await checkpoint(story)
    await appointMailbox(story, 'KEY_CHANGE')
    await sweep()
    expect(mails.taken).toHaveLength(1)
    await registered(story)
    await checkpoint(story)
    await later(story)
    await sweep()
    expect(mails.taken).toHaveLength(1)
    await asSuperuser(`update ledger_witness_state set told_kid = 'another' where org_id = $1`, story)
    await sweep()
    expect(mails.taken).toHaveLength(2)
    expect(Buffer.from(mail().replace(/=\r\n/g, ''), 'latin1').toString()).toMatch(
      /The key that signs has changed/,
    )
  })

  it('without a mail server says so', async () => {
    const story = await given(database, server)
    await registered(story)
    await checkpoint(story)
    await appointMailbox(story)
    const { config } = worker.services
    await sweep({ ...worker.services, config: { ...config, smtpUrl: undefined } })
    expect((await standing(story, 'MAIL')).failure).toBe('NO_MAIL_SERVER')
  })
})

describe('whoever looks after witnesses', () => {
  it('appoints, has told and dismisses, each of which stands in the audit without the address', async () => {
    const story = await given(database, server)
    await introduce(story)
    await registered(story)
    await checkpoint(story)
    const admin = story.as('ADMIN')
    await appoint(story)
    expect(await appoint(story)).toMatchObject({ code: 'DUPLICATE' })
    const { id, version } = await appointMailbox(story)
    expect(await appointMailbox(story)).toMatchObject({ code: 'DUPLICATE' })
    await sweep()
    await admin.does('tellWitness', { witnessId: id, expectedVersion: version })
    await sweep()
    expect(mails.taken).toHaveLength(2)
    await admin.does('dismissWitness', { witnessId: id, expectedVersion: version })
    expect(await admin.does('tellWitness', { witnessId: id, expectedVersion: version + 1 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect((await witnesses(admin)).map(({ kind, availableActions }) => [kind, availableActions])).toEqual([
      ['FILE', []],
      ['COSIGNER', ['TELL', 'DISMISS']],
    ])
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { verb: string; changes: object[] } }[] }
    }>('{ auditEntries(first: 9, filter: { subjectType: [LEDGER_WITNESS] }) { edges { node { verb changes { field after } } } } }')
    expect(auditEntries.edges.map(({ node }) => node.verb)).toEqual([
      'witness:dismiss',
      'witness:tell',
      'witness:appointMailbox',
      'witness:appointCosigner',
    ])
    expect(JSON.stringify(auditEntries)).not.toContain(ADDRESS)
  })

  it.each([
    [
      'appointCosigner',
      { name: 'a b', url: 'https://witness.example.com', publicKey: 'ab'.repeat(32) },
      'name',
    ],
    ['appointCosigner', { name: NAME, url: 'http://witness.example.com', publicKey: 'ab'.repeat(32) }, 'url'],
    ['appointCosigner', { name: NAME, url: 'https://10.0.0.1/', publicKey: 'ab'.repeat(32) }, 'url'],
    ['appointCosigner', { name: NAME, url: 'https://witness.example.com', publicKey: 'xyz' }, 'publicKey'],
    ['appointMailbox', { mailAddress: 'nobody', rhythm: 'DAILY' }, 'mailAddress'],
  ])('%s: %o is refused at its member', async (mutation, input, path) => {
    const story = await given(database, server)
    const refused = await story.as('ADMIN').does<Payload>(mutation, input)
    expect([refused.code, refused.fields?.map((it) => it.path)]).toEqual(['INVALID_INPUT', [path]])
  })

  const READ: readonly Role[] = ['ADMIN', 'AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY']
  it.each(ROLES)('%s may what POLICY says', async (role) => {
    const story = await given(database, server)
    const person = story.as(role)
    if (READ.includes(role)) expect(await witnesses(person)).toEqual([])
    else await expect(witnesses(person)).rejects.toThrow(/FORBIDDEN/)
    const appointed = person.does('appointMailbox', { mailAddress: ADDRESS, rhythm: 'DAILY' }, 'id')
    if (role === 'ADMIN')
      expect(await appointed).toMatchObject({ id: expect.stringMatching(/^lwt_/) as string })
    else await expect(appointed).rejects.toThrow(/FORBIDDEN/)
  })

  it('sees the witnesses of no other organization', async () => {
    await cosigned()
    const other = await given(database, server)
    expect(await witnesses(other.as('ADMIN'))).toEqual([])
  })
})
