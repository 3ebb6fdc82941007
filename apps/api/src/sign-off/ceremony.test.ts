/** Dry run, show, prove, run: what a signer, a thief and a clock can do to a signature. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE, caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { ask, PASSWORD, signerOf, type Signer, type World } from '../../test/signing.ts'
import { given, type Story } from '../../test/story.ts'
import { hashPassword } from '../access/password.ts'
import { AuditEntry } from '../audit/audit.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'
import { SignOff } from './sign-off.entity.ts'
import { SignatureRequest } from './signature-proof.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let world: World
let secretHash: string
let now: Date
const later = (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000))

beforeAll(async () => {
  database = await testDatabase()
  secretHash = await hashPassword(PASSWORD)
  server = await testServer(database, {
    config: readConfig({ STEWARD_DATA_DIR: mkdtempSync(join(tmpdir(), 'steward-signing-')) }),
    clock: () => now,
  })
})
beforeEach(async () => {
  now = new Date()
  story = await given(database, server)
  await database.asSuperuser((client) =>
    client.query('update organization set demonstration = false where id = $1', [story.orgId]),
  )
  world = { database, server, story, secretHash, now: () => now }
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const PIN = '482913'
const rows = <T>(entity: new () => T & object): Promise<T[]> =>
  withTenant(database.app, story.orgId, (manager) => manager.findBy(entity, { orgId: story.orgId } as never))
const signOffs = () => rows(SignOff)
const cases = () => rows(ComplaintEntity)
const request = { ...A_CASE, contactName: '王女士', contactPhone: '13812345678' }

/** Somebody who records, with a PIN. */
const clerk = async (): Promise<Signer> => {
  await ask(world, { RECORDED: 'PIN' })
  const signer = await signerOf(world, 'SERVICE_AGENT')
  expect(await signer.setPin(PIN)).toMatchObject({ __typename: 'PinSet' })
  return signer
}

describe('a record that is signed with the PIN', () => {
  it('is shown in full first, and nothing of it is written', async () => {
    const agent = await clerk()
    const asked = await agent.signs('registerComplaint', request)
    expect(asked).toMatchObject({ __typename: 'SignatureRequired', code: 'SIGNATURE_REQUIRED', reason: null })
    expect(await cases()).toEqual([])
    expect(await signOffs()).toEqual([])
    const [shown] = await agent.shown(asked.requestIds)
    expect(shown).toMatchObject({
      meaning: 'RECORDED',
      role: 'SERVICE_AGENT',
      level: 'PIN',
      wanted: ['PIN', 'PASSKEY', 'PASSWORD_AND_CODE'],
      open: ['PIN'],
      demonstration: null,
      amountMinor: null,
    })
    expect(String(shown!.sentence)).toContain('recorded')
    const lines = shown!.lines as { label: string; value: string }[]
    expect(lines).toContainEqual(expect.objectContaining({ label: 'Summary', value: A_CASE.summary }))
    expect(lines).toContainEqual(expect.objectContaining({ label: 'Contact', value: '王女士' }))
    expect(lines).toContainEqual(expect.objectContaining({ label: 'Channel', value: 'Phone' }))
  })

  it('goes on by itself once it is proven, under the same key, and stays done', async () => {
    const agent = await clerk()
    const key = randomUUID()
    const asked = await agent.signs('registerComplaint', request, key)
    expect(await agent.proves(asked.requestIds, { pin: '111222' })).toMatchObject({ reason: 'pinFits' })
    expect(await agent.proves(asked.requestIds, { pin: PIN })).toMatchObject({ method: 'PIN' })
    later(60)
    const done = await agent.signs('registerComplaint', request, key)
    expect(done).toMatchObject({ __typename: 'Complaint', status: 'REGISTERED' })
    expect(await agent.signs('registerComplaint', request, key)).toMatchObject({ id: done.id })
    const [signOff] = await signOffs()
    expect(signOff).toMatchObject({ proofMethod: 'PIN', meaning: 'RECORDED' })
    // Signed when it was shown, proven after, both of the same act.
    expect(signOff!.proofAt!.getTime()).toBe(signOff!.at.getTime())
    expect(await cases()).toHaveLength(1)
    const [entry] = await entries()
    expect(JSON.parse(entry!.body)).toMatchObject({
      amount: null,
      proof: { method: 'PIN', at: signOff!.proofAt!.toISOString(), batch: null },
    })
  })

  it('is good once: neither the proof nor the call can be played again', async () => {
    const agent = await clerk()
    const asked = await agent.signs('registerComplaint', request)
    await agent.proves(asked.requestIds, { pin: PIN })
    expect(await agent.proves(asked.requestIds, { pin: PIN })).toMatchObject({ reason: 'signatureIsOpen' })
    await agent.signs('registerComplaint', request)
    expect(await agent.signs('registerComplaint', request)).toMatchObject({ code: 'SIGNATURE_REQUIRED' })
    expect(await agent.proves(asked.requestIds, { pin: PIN })).toMatchObject({ reason: 'signatureIsOpen' })
    expect(await cases()).toHaveLength(1)
    // What was shown is gone with its use, and with it what salts could be made from again.
    const [used] = (await rows(SignatureRequest)).filter(({ endedAt }) => endedAt !== null)
    expect(used).toMatchObject({ shown: null, seed: null })
  })

  it('is done once, however many calls come at the same time', async () => {
    const agent = await clerk()
    const asked = await agent.signs('registerComplaint', request)
    await agent.proves(asked.requestIds, { pin: PIN })
    const answers = await Promise.all([1, 2, 3, 4].map(() => agent.signs('registerComplaint', request)))
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'Complaint',
      'SignatureRequired',
      'SignatureRequired',
      'SignatureRequired',
    ])
    expect(await cases()).toHaveLength(1)
  })

  it('takes the next number when others registered in between', async () => {
    const agent = await clerk()
    const asked = await agent.signs('registerComplaint', request)
    await ask(world, { RECORDED: 'SESSION' })
    const other = await story.as('SERVICE_AGENT').does('registerComplaint', request, 'id number')
    await ask(world, { RECORDED: 'PIN' })
    await agent.proves(asked.requestIds, { pin: PIN })
    const done = await agent.signs('registerComplaint', request)
    expect(done.__typename).toBe('Complaint')
    expect(done.number).not.toBe(other.number)
  })

  it('is nobody else’s to see or to prove, and an unknown one answers the same', async () => {
    const agent = await clerk()
    const { requestIds } = await agent.signs('registerComplaint', request)
    const thief = await signerOf(world, 'CR_SPECIALIST')
    await thief.setPin('735281')
    const unknown = [`sgr_${'0'.repeat(32)}`]
    for (const ids of [requestIds, unknown]) {
      expect(await thief.proves(ids, { pin: '735281' })).toEqual({ error: 'NOT_FOUND' })
      await expect(thief.shown(ids)).rejects.toThrow('NOT_FOUND')
    }
  })

  it('bounds how often a PIN is guessed, and a fresh proof sets another', async () => {
    const agent = await clerk()
    const { requestIds } = await agent.signs('registerComplaint', request)
    for (let tries = 0; tries < 6; tries += 1) {
      const pin = String(600_000 + tries)
      expect(await agent.proves(requestIds, { pin })).toMatchObject({ reason: 'pinFits' })
    }
    expect(await agent.proves(requestIds, { pin: PIN })).toEqual({ error: 'RATE_LIMITED' })
    later(6 * 60)
    expect(await agent.setPin('907316')).toMatchObject({ reason: 'freshProof' })
    await agent.does('proveIdentity', 'IdentityProved { provedAt }', { password: PASSWORD })
    expect(await agent.setPin('907316')).toMatchObject({ __typename: 'PinSet' })
    const again = await agent.signs('registerComplaint', request)
    expect(await agent.proves(again.requestIds, { pin: '907316' })).toMatchObject({ method: 'PIN' })
    const audit = (await rows(AuditEntry)).filter(({ verb }) => verb === 'account:setPin')
    expect(audit).toHaveLength(2)
    expect(JSON.stringify(audit)).not.toContain('907316')
  })

  it('takes no PIN that is guessed first, and tells who has none', async () => {
    await ask(world, { RECORDED: 'PIN' })
    const agent = await signerOf(world, 'SERVICE_AGENT')
    for (const pin of ['000000', '123456', '987654', '12345', 'abcdef'])
      expect(await agent.setPin(pin)).toMatchObject({ code: 'INVALID_INPUT' })
    const { requestIds } = await agent.signs('registerComplaint', request)
    expect(await agent.proves(requestIds, { pin: PIN })).toMatchObject({ reason: 'hasPin' })
    expect((await agent.shown(requestIds))[0]).toMatchObject({ open: [] })
  })
})

describe('time', () => {
  it('is five minutes, from being shown to being used', async () => {
    const agent = await clerk()
    const first = await agent.signs('registerComplaint', request)
    later(5 * 60 + 1)
    expect(await agent.proves(first.requestIds, { pin: PIN })).toMatchObject({ reason: 'signatureIsOpen' })
    const second = await agent.signs('registerComplaint', request)
    await agent.proves(second.requestIds, { pin: PIN })
    later(5 * 60 + 1)
    const late = await agent.signs('registerComplaint', request)
    expect(late).toMatchObject({ code: 'SIGNATURE_REQUIRED', reason: 'EXPIRED' })
    expect(late.requestIds).not.toEqual(second.requestIds)
    expect(await cases()).toEqual([])
  })

  it('does not run back: a clock that is set back makes a proof void', async () => {
    const agent = await clerk()
    const first = await agent.signs('registerComplaint', request)
    later(-60)
    expect(await agent.proves(first.requestIds, { pin: PIN })).toMatchObject({ reason: 'clockIsRight' })
    const second = await agent.signs('registerComplaint', request)
    await agent.proves(second.requestIds, { pin: PIN })
    later(-60)
    expect(await agent.signs('registerComplaint', request)).toMatchObject({ reason: 'CLOCK_SET_BACK' })
    expect(await cases()).toEqual([])
  })

  it('is also that of the database, which the clock of the service cannot make young again', async () => {
    const agent = await clerk()
    const asked = await agent.signs('registerComplaint', request)
    await agent.proves(asked.requestIds, { pin: PIN })
    await database.asSuperuser((client) =>
      client.query(
        `update signature_request set requested_at = requested_at - interval '6 min' where org_id = $1`,
        [story.orgId],
      ),
    )
    expect(await agent.signs('registerComplaint', request)).toMatchObject({ reason: 'EXPIRED' })
  })
})

describe('what was shown', () => {
  const propose = (id: string, version: number, amountMinor: number) => ({
    complaintId: id,
    expectedVersion: version,
    options: [{ kind: 'REPAIR', description: '重做防水', amountMinor, recommended: true }],
  })

  it('is what is signed: another amount is another call, with another proof', async () => {
    const { id, version } = await caseIn(story, 'INVESTIGATING')
    await ask(world, { PREPARED: 'PIN' })
    const supervisor = await signerOf(world, 'CR_SUPERVISOR')
    await supervisor.setPin(PIN)
    const asked = await supervisor.signs('proposeComplaint', propose(id, version, 120_000))
    expect((await supervisor.shown(asked.requestIds))[0]).toMatchObject({ amountMinor: 120_000 })
    await supervisor.proves(asked.requestIds, { pin: PIN })
    const other = await supervisor.signs('proposeComplaint', propose(id, version, 9_120_000))
    expect(other).toMatchObject({ code: 'SIGNATURE_REQUIRED' })
    expect((await supervisor.shown(other.requestIds))[0]).toMatchObject({ amountMinor: 9_120_000 })
    const done = await supervisor.signs('proposeComplaint', propose(id, version, 120_000))
    expect(done).toMatchObject({ __typename: 'Complaint', status: 'PROPOSED' })
    const signed = (await signOffs()).find(({ meaning }) => meaning === 'PREPARED')
    expect(signed).toMatchObject({ amountMinor: 120_000, proofMethod: 'PIN' })
    expect(JSON.parse((await entries()).at(-1)!.body)).toMatchObject({ amount: '1200.00' })
  })

  it('is refused where the record has moved on: by its version', async () => {
    const { id, version } = await caseIn(story, 'INVESTIGATING')
    await ask(world, { PREPARED: 'PIN' })
    const supervisor = await signerOf(world, 'CR_SUPERVISOR')
    await supervisor.setPin(PIN)
    const input = propose(id, version, 120_000)
    const asked = await supervisor.signs('proposeComplaint', input)
    await supervisor.proves(asked.requestIds, { pin: PIN })
    await story.as('QUALITY').does('recordFindingsOfComplaint', {
      complaintId: id,
      expectedVersion: version,
      findings: '另有一处渗漏',
      wasReal: true,
      faultShare: 10,
    })
    expect(await supervisor.signs('proposeComplaint', input)).toMatchObject({ code: 'STALE_RECORD' })
    expect((await signOffs()).filter(({ meaning }) => meaning === 'PREPARED')).toEqual([])
  })

  it('is shown anew where it has changed unseen: the proof of the old content is void', async () => {
    const agent = await clerk()
    const input = { ...request, clientId: story.ids.client, unitId: story.ids.unit }
    const asked = await agent.signs('registerComplaint', input)
    await agent.proves(asked.requestIds, { pin: PIN })
    // Somebody moves the client to another account manager: it stands in what is signed.
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query('update client set key_account_manager_id = null where org_id = $1', [story.orgId]),
    )
    const again = await agent.signs('registerComplaint', input)
    expect(again).toMatchObject({ code: 'SIGNATURE_REQUIRED', reason: 'STALE' })
    expect(await cases()).toEqual([])
    await agent.proves(again.requestIds, { pin: PIN })
    expect(await agent.signs('registerComplaint', input)).toMatchObject({ __typename: 'Complaint' })
  })
})

describe('a decision', () => {
  it('wants the password and a code: neither PIN, nor password alone, nor a code twice', async () => {
    const { id, version } = await caseIn(story, 'PROPOSED')
    await ask(world, { APPROVED: 'FULL' })
    const manager = await signerOf(world, 'CS_MANAGER')
    await manager.setPin(PIN)
    const input = { complaintId: id, expectedVersion: version, comment: '同意' }
    const asked = await manager.signs('approveComplaint', input)
    expect(await manager.proves(asked.requestIds, { pin: PIN })).toMatchObject({ reason: 'proofIsEnough' })
    expect(await manager.proves(asked.requestIds, { password: PASSWORD })).toMatchObject({
      reason: 'codeIsNeeded',
    })
    await manager.setUpApp()
    later(30)
    const code = manager.code()
    const wrong = { password: `${PASSWORD}!`, code }
    expect(await manager.proves(asked.requestIds, wrong)).toMatchObject({ reason: 'passwordFits' })
    const both = { password: PASSWORD, code }
    expect(await manager.proves(asked.requestIds, { ...both, pin: PIN })).toMatchObject({
      reason: 'oneWayOfProof',
    })
    expect(await manager.proves(asked.requestIds, both)).toMatchObject({ method: 'PASSWORD_AND_CODE' })
    expect(await manager.signs('approveComplaint', input)).toMatchObject({ status: 'APPROVED' })

    const second = await caseIn(story, 'PROPOSED')
    const next = await manager.signs('approveComplaint', {
      complaintId: second.id,
      expectedVersion: second.version,
    })
    expect(await manager.proves(next.requestIds, both)).toMatchObject({ reason: 'codeFits' })
  })

  it('wants more when the rule is made stricter in between', async () => {
    const { id, version } = await caseIn(story, 'PROPOSED')
    await ask(world, { APPROVED: 'PIN' })
    const manager = await signerOf(world, 'CS_MANAGER')
    await manager.setPin(PIN)
    const input = { complaintId: id, expectedVersion: version, comment: '同意' }
    const asked = await manager.signs('approveComplaint', input)
    await manager.proves(asked.requestIds, { pin: PIN })
    await story
      .as('ADMIN')
      .run(`mutation { setSignatureProofRule(input: { subject: APPROVED, level: FULL }) { __typename } }`)
    expect(await manager.signs('approveComplaint', input)).toMatchObject({ reason: 'TOO_WEAK' })
    const changes = (await rows(AuditEntry)).filter(({ verb }) => verb === 'signatureProof:set')
    expect(changes).toHaveLength(1)
    expect(changes[0]!.changes).toMatchObject({ level: ['PIN', 'FULL'] })
  })

  it('is refused before anybody is asked for a proof', async () => {
    const { id, version } = await caseIn(story, 'PROPOSED')
    await ask(world, { APPROVED: 'FULL' })
    const proposer = await signerOf(world, 'CR_SUPERVISOR')
    expect(
      await proposer.signs('approveComplaint', { complaintId: id, expectedVersion: version }),
    ).not.toMatchObject({ code: 'SIGNATURE_REQUIRED' })
    expect(await rows(SignatureRequest)).toEqual([])
  })
})

describe('a program', () => {
  it('records under its credential, which stands on the signature, and can sign nothing that wants more', async () => {
    await ask(world, { RECORDED: 'PIN' })
    const program = story.as('PARTNER')
    expect(await program.does('registerComplaint', request, 'id')).toMatchObject({ __typename: 'Complaint' })
    expect((await signOffs())[0]).toMatchObject({ proofMethod: 'CREDENTIAL', proofAt: null })
    await ask(world, { RECORDED: 'FULL' })
    expect(await program.does('registerComplaint', request, 'id')).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('the application’s own role', () => {
  it('can neither change nor take away a signature or its entry', async () => {
    await caseIn(story, 'REGISTERED')
    for (const table of ['sign_off', 'ledger_entry'])
      for (const sql of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`])
        await expect(withTenant(database.app, story.orgId, (manager) => manager.query(sql))).rejects.toThrow(
          'permission denied',
        )
  })
})

const entries = () =>
  withTenant(database.app, story.orgId, (manager) =>
    manager.query<{ body: string }[]>('select body from ledger_entry where org_id = $1 order by seq', [
      story.orgId,
    ]),
  )
