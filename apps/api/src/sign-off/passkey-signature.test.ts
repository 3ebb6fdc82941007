/** Above a sum only the signer's own device will do: what it signed is checked offline, by programs that know nothing of the database. */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entryHash, entrySigningMessage, verifyLedger, verifyProof, writeCanonical } from '@steward/verify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { ask, countersign, PASSWORD, signerOf, type Signer, type World } from '../../test/signing.ts'
import { given, type Story } from '../../test/story.ts'
import { hashPassword } from '../access/password.ts'
import { readConfig } from '../config.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withTenant } from '../database/with-tenant.ts'
import { makeCheckpoint } from '../ledger/checkpoint-sweep.service.ts'
import { folderSigner } from '../ledger/key-ring.ts'
import { ledgerLines, ledgerSize } from '../ledger/ledger-file.service.ts'
import { proofOf } from '../ledger/proof.service.ts'
import type { Signer as LedgerSigner } from '../ledger/signer.ts'
import { SignOff } from './sign-off.entity.ts'

const SECOND = join(import.meta.dirname, '../../../../packages/verify/second/verify.py')
let database: TestDatabase
let server: FastifyInstance
let story: Story
let world: World
let secretHash: string
let folder: string
let signer: LedgerSigner
let now: Date

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-passkeys-'))
  signer = folderSigner(join(folder, 'ledger'))
  database = await testDatabase()
  secretHash = await hashPassword(PASSWORD)
  server = await testServer(database, {
    config: readConfig({ STEWARD_DATA_DIR: folder }),
    clock: () => now,
    signer,
  })
})
beforeEach(async () => {
  now = new Date()
  story = await given(database, server)
  world = { database, server, story, secretHash, now: () => now }
})
afterAll(async () => {
  await server.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

const ORIGIN = 'http://localhost:4000'
const LARGE = 6_000_000

/** A proposal of 60,000.00, and the director who is to approve it, for whom from 50,000.00 on only a passkey will do. */
const aLargeOne = async () => {
  const { id, version } = await caseIn(story, 'INVESTIGATING')
  const proposed = await story.as('CR_SUPERVISOR').does('proposeComplaint', {
    complaintId: id,
    expectedVersion: version,
    options: [{ kind: 'COMPENSATION_MONEY', description: '赔偿', amountMinor: LARGE, recommended: true }],
  })
  const reviewed = await story.as('QUALITY').does('reviewComplaint', {
    complaintId: id,
    expectedVersion: proposed.version,
    agrees: true,
  })
  await ask(world, { APPROVED: 'PIN', AMOUNT: 'PASSKEY' }, 5_000_000)
  const approver = await signerOf(world, 'GENERAL_MANAGER')
  return { approver, input: { complaintId: id, expectedVersion: reviewed.version, comment: '同意赔偿' } }
}

const ledgerFile = async (): Promise<string> => {
  await withTenant(database.app, story.orgId, (manager) => makeCheckpoint(manager, story.orgId, signer))
  const size = await ledgerSize(database.app, story.orgId, 'SIGN_OFFS')
  let file = ''
  for await (const lines of ledgerLines(
    { dataSource: database.app, signer },
    { orgId: story.orgId, chain: 'SIGN_OFFS', size },
  ))
    file += lines
  return file
}
const judged = async (file: string) =>
  verifyLedger([Buffer.from(file)], { root: (await signer.ring())[0]!.kid })

/** The exit code of the second verifier: 0 valid, 1 refused. */
const second = async (file: string, ending: 'ledger.jsonl' | 'proof.json'): Promise<number> => {
  const path = join(folder, `a.${ending}`)
  writeFileSync(path, file)
  try {
    execFileSync('python3', [SECOND, path, '--root', (await signer.ring())[0]!.kid], { stdio: 'pipe' })
    return 0
  } catch (error) {
    return (error as { status: number }).status
  }
}

/** Approves with a device and answers the ledger's last entry's body. */
const approved = async (approver: Signer, input: object, kind: 'ES256' | 'EdDSA' | 'RS256' = 'ES256') => {
  const { device, factorId } = await approver.addPasskey(kind, ORIGIN)
  const asked = await approver.signs('approveComplaint', input)
  const response = device.answer(await approver.options(asked.requestIds))
  expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ method: 'PASSKEY' })
  const done = await approver.signs('approveComplaint', input)
  expect(done).toMatchObject({ status: 'APPROVED' })
  return { device, factorId, response, requestIds: asked.requestIds }
}

describe('a large sum', () => {
  it.each(['ES256', 'EdDSA', 'RS256'] as const)(
    'is approved by a passkey (%s) whose challenge is all that is signed, and two verifiers agree offline',
    async (kind) => {
      const { approver, input } = await aLargeOne()
      await approver.setPin('482913')
      const asked = await approver.signs('approveComplaint', input)
      const [shown] = await approver.shown(asked.requestIds)
      expect(shown).toMatchObject({ amountMinor: LARGE, level: 'PASSKEY', wanted: ['PASSKEY'], open: [] })
      expect(await approver.proves(asked.requestIds, { pin: '482913' })).toMatchObject({
        reason: 'proofIsEnough',
      })
      await approved(approver, input, kind)
      const signOff = await lastSignOff()
      expect(signOff).toMatchObject({ proofMethod: 'PASSKEY', amountMinor: LARGE })

      const file = await ledgerFile()
      expect(await judged(file)).toMatchObject({ valid: true, findings: [] })
      expect(await second(file, 'ledger.jsonl')).toBe(0)
      const proof = JSON.stringify(
        await withTenant(database.app, story.orgId, (manager) =>
          proofOf(manager, story.orgId, signOff.subjectId, { signer, withComments: true }),
        ),
      )
      expect(await verifyProof(proof, { root: (await signer.ring())[0]!.kid })).toMatchObject({ valid: true })
      expect(await second(proof, 'proof.json')).toBe(0)
    },
  )

  it('stays what the device signed: even who holds the ledger’s own key cannot alter it', async () => {
    const { approver, input } = await aLargeOne()
    await approved(approver, input)
    const file = await ledgerFile()
    const alter = (change: (body: Body) => void) => forged(file, change)
    for (const [change, finding] of [
      [(body: Body) => void (body.amount = '600000.00'), 'CHALLENGE_DIFFERS'],
      [(body: Body) => void (body.content = 'ab'.repeat(32)), 'CHALLENGE_DIFFERS'],
      [(body: Body) => void (body.meaning = 'REJECTED'), 'CHALLENGE_DIFFERS'],
      [(body: Body) => void (body.subject.revision += 1), 'CHALLENGE_DIFFERS'],
      [(body: Body) => void (body.proof.nonce = 'cd'.repeat(16)), 'CHALLENGE_DIFFERS'],
      [(body: Body) => void (body.proof.batch = ['ab'.repeat(32), 'cd'.repeat(32)]), 'ACT_DIFFERS'],
      [(body: Body) => void (body.signer.person = story.orgId), 'PASSKEY_OF_ANOTHER'],
      [(body: Body) => void (body.proof.credential = 'ab'.repeat(16)), 'PASSKEY_UNKNOWN'],
      [(body: Body) => void flip(body, 'signature'), 'PASSKEY_SIGNATURE_WRONG'],
      [(body: Body) => void flip(body, 'authenticatorData'), 'ASSERTION_WRONG'],
    ] as const) {
      const forgery = alter(change)
      const { valid, findings } = await judged(forgery)
      expect(valid).toBe(false)
      expect(findings.map(({ code }) => code)).toContain(finding)
      expect(await second(forgery, 'ledger.jsonl')).toBe(1)
    }
  })

  it('takes no answer that was given to something else, by nobody, elsewhere or by another’s device', async () => {
    const { approver, input } = await aLargeOne()
    const { device } = await approver.addPasskey('ES256', ORIGIN)
    const asked = await approver.signs('approveComplaint', input)
    const options = await approver.options(asked.requestIds)
    const other = await signerOf(world, 'CS_DIRECTOR')
    const foreign = await other.addPasskey('ES256', ORIGIN)
    const proofOptions = await approver.does('beginPasskeyProof', 'PasskeyCeremony { options }', {})
    const replayed = device.answer(String(proofOptions.options))
    for (const response of [
      replayed,
      device.answer(options, { challenge: Buffer.alloc(32).toString('base64url') }),
      device.answer(options, { verified: false }),
      device.answer(options, { origin: 'https://steward.example' }),
      foreign.device.answer(options),
      '{}',
      'no json',
    ])
      expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ reason: 'passkeyFits' })
    expect(await approver.signs('approveComplaint', input)).toMatchObject({ code: 'SIGNATURE_REQUIRED' })
  })

  it('takes no assertion of an earlier signature for another', async () => {
    const { approver, input } = await aLargeOne()
    const { response } = await approved(approver, input)
    await ask(world, { APPROVED: 'PASSKEY', AMOUNT: 'PASSKEY' }, 5_000_000)
    const next = await caseIn(story, 'PROPOSED')
    const asked = await approver.signs('approveComplaint', {
      complaintId: next.id,
      expectedVersion: next.version,
    })
    expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ reason: 'passkeyFits' })
  })

  it('is not signed by a passkey that was removed after the proof', async () => {
    const { approver, input } = await aLargeOne()
    const { device, factorId } = await approver.addPasskey('ES256', ORIGIN)
    const asked = await approver.signs('approveComplaint', input)
    const response = device.answer(await approver.options(asked.requestIds))
    await approver.proves(asked.requestIds, { response })
    await approver.does('removeFactor', 'FactorRemoved { factorId }', { factorId })
    expect(await approver.signs('approveComplaint', input)).toMatchObject({ reason: 'PASSKEY_GONE' })
    expect(await judged(await ledgerFile())).toMatchObject({ valid: true })
  })
})

describe('a passkey that no administrator has confirmed', () => {
  const waiting = () =>
    story
      .as('ADMIN')
      .get<{ passkeysToCountersign: { id: string; name: string; staff: { name: string } }[] }>(
        '{ passkeysToCountersign { id name staff { name } } }',
      )

  it('signs nothing that only a passkey may sign, until an administrator enters in the ledger whose it is', async () => {
    const { approver, input } = await aLargeOne()
    const { device, factorId } = await approver.addPasskey('ES256', ORIGIN, true)
    expect((await waiting()).passkeysToCountersign).toEqual([
      { id: factorId, name: 'ES256', staff: { name: 'GENERAL_MANAGER' } },
    ])
    const asked = await approver.signs('approveComplaint', input)
    expect((await approver.shown(asked.requestIds))[0]).toMatchObject({ open: [], passkeyWaits: true })
    const early = device.answer(await approver.options(asked.requestIds))
    expect(await approver.proves(asked.requestIds, { response: early })).toMatchObject({
      reason: 'passkeyIsCountersigned',
    })

    expect(await countersign(world, approver.staffId, factorId)).toMatchObject({ __typename: 'Staff' })
    expect((await waiting()).passkeysToCountersign).toEqual([])
    expect((await approver.shown(asked.requestIds))[0]).toMatchObject({
      open: ['PASSKEY'],
      passkeyWaits: false,
    })
    const response = device.answer(await approver.options(asked.requestIds))
    expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ method: 'PASSKEY' })
    expect(await approver.signs('approveComplaint', input)).toMatchObject({ status: 'APPROVED' })

    const file = await ledgerFile()
    const report = await judged(file)
    expect(report).toMatchObject({ valid: true })
    expect(report.notes.map(({ code }) => code)).not.toContain('PASSKEY_NOT_COUNTERSIGNED')
    expect(await second(file, 'ledger.jsonl')).toBe(0)
    const proof = JSON.stringify(
      await withTenant(database.app, story.orgId, (manager) =>
        lastSignOff().then(({ subjectId }) =>
          proofOf(manager, story.orgId, subjectId, { signer, withComments: false }),
        ),
      ),
    )
    expect(proof).toContain('PASSKEY_COUNTERSIGNED')
    expect(await verifyProof(proof)).toMatchObject({ valid: true })
    expect(await second(proof, 'proof.json')).toBe(0)
  })

  it('signs what less would do for, which the verifiers tell; and no more where the rule is made stricter in between', async () => {
    const { id, version } = await caseIn(story, 'PROPOSED')
    await ask(world, { APPROVED: 'FULL' })
    const approver = await signerOf(world, 'CS_MANAGER')
    const { device } = await approver.addPasskey('ES256', ORIGIN, true)
    const input = { complaintId: id, expectedVersion: version }
    const asked = await approver.signs('approveComplaint', input)
    const response = device.answer(await approver.options(asked.requestIds))
    expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ method: 'PASSKEY' })
    await ask(world, { APPROVED: 'PASSKEY' })
    expect(await approver.signs('approveComplaint', input)).toMatchObject({ reason: 'TOO_WEAK' })
    await ask(world, { APPROVED: 'FULL' })
    const again = await approver.signs('approveComplaint', input)
    const answer = device.answer(await approver.options(again.requestIds))
    await approver.proves(again.requestIds, { response: answer })
    expect(await approver.signs('approveComplaint', input)).toMatchObject({ status: 'APPROVED' })
    const { valid, notes } = await judged(await ledgerFile())
    expect(valid).toBe(true)
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'PASSKEY_NOT_COUNTERSIGNED', details: { count: 1 } }),
    )
  })

  it('is confirmed once, by an administrator who is another natural person', async () => {
    const holder = await signerOf(world, 'CS_MANAGER')
    const { factorId } = await holder.addPasskey('ES256', ORIGIN, true)
    const { errors } = await story
      .as('GM_OFFICE')
      .run(
        'mutation($input: CountersignPasskeyInput!) { countersignPasskey(input: $input) { __typename } }',
        { input: { staffId: toGlobalId('Staff', holder.staffId), expectedVersion: 1, factorId } },
      )
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    const administrator = await signerOf(world, 'ADMIN')
    const own = await administrator.addPasskey('ES256', ORIGIN, true)
    expect(await countersign(world, administrator.staffId, own.factorId)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    // Two accounts of one person do not make two.
    const personOf = (staffId: string) =>
      database.asSuperuser((client) =>
        client.query(
          'update staff set person_id = (select person_id from staff where id = $2) where id = $1',
          [staffId, story.as('ADMIN').staffId],
        ),
      )
    const twin = await signerOf(world, 'AUDITOR')
    await personOf(twin.staffId)
    const ofTwin = await twin.addPasskey('ES256', ORIGIN, true)
    expect(await countersign(world, twin.staffId, ofTwin.factorId)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await countersign(world, holder.staffId, factorId)).toMatchObject({ __typename: 'Staff' })
    expect(await countersign(world, holder.staffId, factorId)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await judged(await ledgerFile())).toMatchObject({ valid: true })
  })
})

describe('several at once', () => {
  it('are one act over all of them: each is shown, each is signed, and each says which others it was proven with', async () => {
    const first = await caseIn(story, 'PROPOSED')
    const second_ = await caseIn(story, 'PROPOSED')
    await ask(world, { APPROVED: 'PASSKEY' })
    const approver = await signerOf(world, 'CS_MANAGER')
    const { device } = await approver.addPasskey('ES256', ORIGIN)
    const inputs = [first, second_].map(({ id, version }) => ({ complaintId: id, expectedVersion: version }))
    const requestIds: string[] = []
    for (const input of inputs)
      requestIds.push(...(await approver.signs('approveComplaint', input)).requestIds)
    expect(await approver.shown(requestIds)).toHaveLength(2)
    // An answer over one of them does not carry the other.
    const one = device.answer(await approver.options(requestIds.slice(0, 1)))
    expect(await approver.proves(requestIds, { response: one })).toMatchObject({ reason: 'passkeyFits' })
    const response = device.answer(await approver.options(requestIds))
    expect(await approver.proves(requestIds, { response })).toMatchObject({ method: 'PASSKEY' })
    for (const input of inputs)
      expect(await approver.signs('approveComplaint', input)).toMatchObject({ status: 'APPROVED' })
    const proofs = (await signOffs())
      .filter(({ meaning }) => meaning === 'APPROVED')
      .map(({ proof }) => proof)
    expect(proofs).toHaveLength(2)
    expect(proofs[0]!.batch).toHaveLength(2)
    expect(proofs[0]!.batch).toEqual(proofs[1]!.batch)
    const file = await ledgerFile()
    expect(await judged(file)).toMatchObject({ valid: true })
    expect(await second(file, 'ledger.jsonl')).toBe(0)
  })
})

const signOffs = () =>
  withTenant(database.app, story.orgId, (manager) =>
    manager.find(SignOff, { where: { orgId: story.orgId }, order: { at: 'ASC', id: 'ASC' } }),
  )
const lastSignOff = async () => (await signOffs()).find(({ proofMethod }) => proofMethod === 'PASSKEY')!

interface Body {
  amount: string
  content: string
  meaning: string
  kid: string
  subject: { revision: number }
  signer: { person: string }
  proof: { nonce: string; batch: string[]; credential: string } & Record<string, unknown>
}
const flip = (body: Body, name: string): void => {
  const bytes = Buffer.from(String(body.proof[name]), 'hex')
  bytes[bytes.length - 40 > 0 ? bytes.length - 40 : 3]! ^= 1
  body.proof[name] = bytes.toString('hex')
}

/** The last entry changed and signed anew with the true key of the ledger; checkpoints and documents left out. */
const forged = (file: string, change: (body: Body) => void): string => {
  const lines = file
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as Record<string, { body: string; at: number; seq: number; prev: string }>,
    )
  const kept = lines.filter((line) => !('checkpoint' in line) && !('document' in line))
  const { entry } = kept.at(-1)!
  const body = JSON.parse(entry!.body) as Body
  change(body)
  const text = writeCanonical(body)
  const sig = ledgerKey(body.kid, Buffer.from(entrySigningMessage(text)))
  const placed = { at: entry!.at, seq: entry!.seq, prev: entry!.prev, body: text, sig }
  kept[kept.length - 1] = { entry: { ...placed, hash: entryHash(placed) } as never }
  return `${kept.map((line) => JSON.stringify(line)).join('\n')}\n`
}

const ledgerKey = (kid: string, message: Uint8Array): string => {
  const files = readdirSync(join(folder, 'ledger'), { recursive: true, encoding: 'utf8' })
  const file = files.find((name) => name.includes(kid) && !name.endsWith('.json'))!
  return sign(null, message, createPrivateKey(readFileSync(join(folder, 'ledger', file)))).toString('hex')
}
