import { describe, expect, it } from 'vitest'
import { true200, with200 } from '../testing/attack.ts'
import { check, codesOf, witnessed } from '../testing/tools.ts'
import { bodyOf, exampleLedger, KEYS, ORG, START, uuid, type ExampleKey } from './example-ledger.ts'
import { endorseKey, placeEntry, rootKey, signBody, type KeyRecord, type SignOffBody } from './index.ts'

describe('separation of duties', () => {
  const person = uuid('one person')
  const behalf = { delegation: uuid('delegation'), staff: uuid('account of the one'), person }

  /** What the verifier says of a signing of three steps that was altered before it was signed. */
  const said = async (alter: (body: SignOffBody, step: number) => object): Promise<[string, number?][]> => {
    const ledger = await exampleLedger({
      size: 12,
      alter: (body, seq) => (seq < 6 || seq > 8 ? body : { ...body, ...alter(body, seq - 6) }),
    })
    return (await check(ledger)).findings.map(({ code, where }) => [code, where.seq! - 6])
  }
  const signer = (step: number) => ({ staff: uuid('account', step), person, role: 'SERVICE_LEAD' })

  it.each([1, 2])('finds who prepared under step %i, whatever the account', async (other) => {
    expect(
      await said((_, step) => (step % other === 0 && step <= other ? { signer: signer(step) } : {})),
    ).toContainEqual(['PERSON_SIGNS_TWICE', other])
  })

  it('finds who reviewed under the approval', async () => {
    expect(await said((_, step) => (step > 0 ? { signer: signer(step) } : {}))).toEqual([
      ['PERSON_SIGNS_TWICE', 2],
    ])
  })

  it('finds who prepared behind a delegate, and a delegate of oneself', async () => {
    expect(
      await said((_, step) => (step === 0 ? { signer: signer(0) } : step === 2 ? { behalf } : {})),
    ).toEqual([['PERSON_SIGNS_TWICE', 2]])
    expect(await said((_, step) => (step === 2 ? { signer: signer(2), behalf } : {}))).toContainEqual([
      'ON_BEHALF_OF_ONESELF',
      2,
    ])
    expect(await said((_, step) => (step === 2 ? { behalf } : {}))).toEqual([])
  })

  it('lets one person decide on two alternatives of one proposal, but not who prepared them', async () => {
    const alternative = ({ signing }: SignOffBody, step: number) => ({
      meaning: step === 0 ? 'PREPARED' : 'APPROVED',
      signing: { ...signing!, part: step },
    })
    expect(
      await said((body, step) => ({ ...alternative(body, step), ...(step > 0 && { signer: signer(step) }) })),
    ).toEqual([])
    expect(await said((body, step) => ({ ...alternative(body, step), signer: signer(step) }))).toEqual([
      ['PERSON_SIGNS_TWICE', 1],
      ['PERSON_SIGNS_TWICE', 2],
    ])
  })

  it('finds a review or approval outside a signing', async () => {
    expect(await said((_, step) => (step > 0 ? { signing: null } : {}))).toEqual([
      ['SIGNING_MISSING', 1],
      ['SIGNING_MISSING', 2],
    ])
  })

  it('finds an approval of another content, of another subject, twice, and after a rejection', async () => {
    expect(await said((_, step) => (step === 2 ? { content: 'ab'.repeat(32) } : {}))).toEqual([
      ['SIGNING_CONTENT_DIFFERS', 2],
    ])
    const subject = { type: 'Complaint', id: uuid('another'), revision: 1 }
    expect(await said((_, step) => (step === 2 ? { subject } : {}))).toEqual([['SIGNING_CONTENT_DIFFERS', 2]])
    expect(
      await said(({ signing }, step) => (step === 2 ? { signing: { ...signing!, step: 1 } } : {})),
    ).toEqual([['STEP_TWICE', 2]])
    expect(await said((_, step) => (step === 1 ? { meaning: 'REJECTED' } : {}))).toEqual([
      ['SIGNED_AFTER_REJECTED', 2],
    ])
  })
})

describe('keys', () => {
  it('that were retired sign no more, whatever the file says of their end', async () => {
    const ledger = await exampleLedger({
      size: 80,
      rotateAt: 40,
      openEnd: true,
      timeOf: (seq) => START + seq * 10_000,
    })
    expect((await check(ledger, witnessed(ledger))).findings).toEqual([])
    const at = START + 90 * 10_000
    const signed = await signBody(bodyOf(ORG, 90, KEYS.first.kid, at), KEYS.first.sign)
    const late = placeEntry(signed, { seq: 80, at, prev: ledger.entries[79]!.hash })
    const entries = [...ledger.entries, late]
    for (const until of [ledger.keys[0]!.until, null, '2099-01-01T00:00:00.000Z']) {
      const keys = [{ ...ledger.keys[0]!, until }, ledger.keys[1]!]
      expect(codesOf(await check({ ...ledger, keys, entries }, witnessed(ledger)))).toEqual([
        'KEY_OUTSIDE_ITS_TIME',
      ])
    }
    const keys = [ledger.keys[0]!, { ...ledger.keys[1]!, retires: null }]
    expect(codesOf(await check({ ...ledger, keys, entries }))).toContain('KEY_WRONG')
  })

  it('that were retired endorse nobody, however they date it and wherever it stands in the ring', async () => {
    const ledger = await exampleLedger({
      size: 80,
      rotateAt: 40,
      openEnd: true,
      timeOf: (seq) => START + seq * 10_000,
    })
    const [first, second] = ledger.keys as [KeyRecord, KeyRecord]
    const { attacker, other } = KEYS
    const at = START + 90 * 10_000
    const from = first.from
    const late = async ({ kid, sign }: ExampleKey) => {
      const signed = await signBody(bodyOf(ORG, 90, kid, at), sign)
      return [...ledger.entries, placeEntry(signed, { seq: 80, at, prev: ledger.entries[79]!.hash })]
    }
    const codes = async (keys: readonly KeyRecord[], signer: ExampleKey) =>
      codesOf(await check({ ...ledger, keys, entries: await late(signer) }, witnessed(ledger)))

    const beside = await endorseKey(
      attacker.publicKey,
      { by: first.kid, from, retires: null },
      KEYS.first.sign,
    )
    expect(await codes([first, second, beside], attacker)).toEqual(['KEY_OUTSIDE_ITS_TIME'])
    expect(await codes([first, beside, second], attacker)).toEqual(['KEY_OUTSIDE_ITS_TIME'])
    // Nor does the successor of such a key.
    const next = await endorseKey(other.publicKey, { by: attacker.kid, from, retires: from }, attacker.sign)
    expect(await codes([first, second, beside, next], other)).toEqual(['KEY_OUTSIDE_ITS_TIME'])
    // A second successor takes the place of the true one, whose entries then stand without a key.
    const instead = await endorseKey(
      attacker.publicKey,
      { by: first.kid, from, retires: from },
      KEYS.first.sign,
    )
    expect(await codes([first, second, instead], attacker)).toEqual(['KEY_WRONG', 'KEY_UNKNOWN'])
    expect(await codes([first, instead, second], attacker)).toEqual(
      expect.arrayContaining(['KEY_WRONG', 'KEY_UNKNOWN', 'KEY_OUTSIDE_ITS_TIME']),
    )
    // A key that the living one endorsed signs beside it.
    const honest = await endorseKey(
      other.publicKey,
      { by: second.kid, from: second.from, retires: null },
      KEYS.second.sign,
    )
    expect(await codes([first, second, honest], other)).toEqual([])
  })

  it('sign nothing before their time', async () => {
    const ledger = await exampleLedger({ size: 30 })
    const keys = [rootKey(KEYS.first.publicKey, new Date(START + 80_000).toISOString())]
    const { findings } = await check({ ...ledger, keys })
    expect(findings[0]).toMatchObject({ code: 'KEY_OUTSIDE_ITS_TIME', where: { seq: 0 } })
    expect(findings.filter(({ code }) => code === 'KEY_OUTSIDE_ITS_TIME')).toHaveLength(20)
  })

  it('sign no checkpoint outside their time', async () => {
    const keys = [{ ...true200.keys[0]!, until: new Date(START + 100_000).toISOString() }]
    const codes = codesOf(await check(with200({ keys })))
    expect(codes).toEqual(['KEY_OUTSIDE_ITS_TIME', 'CHECKPOINT_KEY_OUTSIDE_ITS_TIME'])
  })
})

describe('what the server alone could do wrong', () => {
  it.each([
    ['an id that occurs twice', { id: uuid('same') }, 'ID_TWICE'],
    ['another organization', { org: uuid('another') }, 'OTHER_ORGANIZATION'],
    ['signed after it was appended', { signedAt: '2027-01-01T00:00:00.000Z' }, 'SIGNED_AFTER_APPENDED'],
    ['a day that does not exist', { signedAt: '2026-02-30T00:00:00.000Z' }, 'BODY_MALFORMED'],
    ['a meaning unknown', { meaning: 'AGREED' }, 'BODY_MALFORMED'],
    ['a member too many', { more: null }, 'BODY_MALFORMED'],
    ['another version', { v: 2 }, 'BODY_MALFORMED'],
    ['an identifier in capitals', { id: uuid('x').toUpperCase() }, 'BODY_MALFORMED'],
  ])('%s is found under a right signature', async (_, change, code) => {
    const ledger = await exampleLedger({
      size: 4,
      alter: (body, seq) => (seq > 1 ? ({ ...body, ...change } as never) : body),
    })
    expect(codesOf(await check(ledger))).toEqual([code])
  })

  it('an earlier time than that of the entry before is found', async () => {
    const ledger = await exampleLedger({ size: 6, timeOf: (seq) => START + (seq === 3 ? 0 : seq * 1000) })
    expect(codesOf(await check(ledger))).toEqual(['TIME_RUNS_BACK'])
  })

  it('an unknown kind is told of, not judged', async () => {
    const alter = (body: object, seq: number) =>
      (seq === 1 ? { ...body, kind: 'DELEGATE', scope: [] } : body) as never
    const { valid, notes } = await check(await exampleLedger({ size: 3, alter }))
    expect(valid).toBe(true)
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'KIND_UNKNOWN', details: { kind: 'DELEGATE', count: 1 } }),
    )
  })
})
