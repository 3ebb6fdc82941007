import { describe, expect, it } from 'vitest'
import { SIZE, true200, witnesses, with200, chained, checkpointed } from '../testing/attack.ts'
import { check, codesOf } from '../testing/tools.ts'
import { bodyOf, exampleLedger, KEYS, ORG, uuid, WITNESS_NAME } from './example-ledger.ts'
import { endorseKey, signBody, type LedgerEntry } from './index.ts'

it('accuses the true ledger of nothing', async () => {
  const report = await check(true200, witnesses)
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({
    valid: true,
    entries: 200,
    checkpoints: 4,
    checkpointed: 200,
    witnessed: 200,
  })
  expect(report.signaturesChecked).toBe(200)
})

describe('whole histories', () => {
  it('chained anew by an attacker with a key of their own are found by root and by witness', async () => {
    const forged = await exampleLedger({ size: SIZE, key: KEYS.attacker })
    expect(codesOf(await check(forged))).toEqual(['ROOT_KEY_DIFFERS'])
    const codes = codesOf(await check(forged, { ...witnesses, root: undefined }))
    expect(codes).toEqual(['WITNESSED_UNSIGNED', 'WITNESSED_ROOT_DIFFERS'])
    // Under the true ring no entry is signed by a trusted key.
    expect(codesOf(await check({ ...forged, keys: true200.keys }))).toContain('KEY_UNKNOWN')
    // Nor does it help to put a key into the ring that the root never endorsed.
    const key = await endorseKey(
      KEYS.attacker.publicKey,
      { by: KEYS.first.kid, from: true200.keys[0]!.from, retires: null },
      KEYS.attacker.sign,
    )
    const smuggled = codesOf(await check({ ...forged, keys: [...true200.keys, key] }))
    expect(smuggled).toEqual(expect.arrayContaining(['KEY_WRONG', 'KEY_UNKNOWN', 'CHECKPOINT_UNSIGNED']))
  })

  it('rewritten with the true key from some entry on are found by the witness, and by it alone', async () => {
    for (const from of [0, 1, 63, 64, 130, 199]) {
      const bodies = await Promise.all(
        true200.entries.map(async ({ seq, at, body, sig }) => {
          if (seq !== from) return { seq, at, body, sig }
          const signed = await signBody(
            { ...bodyOf(ORG, seq, KEYS.first.kid, at), verb: 'complaint:rewritten' },
            KEYS.first.sign,
          )
          return { seq, at, ...signed }
        }),
      )
      const entries = chained(bodies as LedgerEntry[])
      const forged = with200({ entries, checkpoints: await checkpointed(entries) })
      const { valid, notes } = await check(forged)
      expect(valid).toBe(true)
      expect(notes.map(({ code }) => code)).toContain('NO_WITNESS')
      const { findings } = await check(forged, witnesses)
      const first = findings.find(({ code }) => code === 'WITNESSED_ROOT_DIFFERS')!
      expect(first.details['from']).toBeLessThanOrEqual(from)
      expect(first.details['to']).toBeGreaterThanOrEqual(from)
    }
  })

  it('with a cosigning witness instead of a log are found too', async () => {
    const witnessKeys = [{ name: WITNESS_NAME, publicKey: KEYS.witness.publicKey }]
    expect(await check(true200, { witnessKeys })).toMatchObject({ valid: true, witnessed: 200 })
    const checkpoints = await checkpointed(true200.entries)
    const { notes, witnessed } = await check(with200({ checkpoints }), { witnessKeys })
    expect(witnessed).toBe(0)
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['KEYS_WITHOUT_COSIGNATURE', 'NO_WITNESS']),
    )
    // Its line cannot be carried to another checkpoint.
    const [text, lines] = true200.checkpoints[0]!.split('\n\n')
    const line = lines!.split('\n')[1]!
    const carried = checkpoints.map((note, at) => (at === 1 ? `${note}${line}\n` : note))
    expect(codesOf(await check(with200({ checkpoints: carried }), { witnessKeys }))).toEqual([
      'COSIGNATURE_WRONG',
    ])
    expect(text).toContain('\n64\n')
  })
})

describe('checkpoints', () => {
  it('taken back, exchanged, doubled or put in another order are found', async () => {
    const [a, b, c, d] = true200.checkpoints as [string, string, string, string]
    const attempts: Record<string, readonly string[]> = {
      'all taken back': [],
      'last taken back': [a, b, c],
      'first taken back': [b, c, d],
      'one in the middle taken back': [a, c, d],
      doubled: [a, b, b, c, d],
      'in another order': [a, c, b, d],
      unsigned: [a, b, c, `${d.split('\n\n')[0]!}\n\n— nobody ${Buffer.alloc(68).toString('base64')}\n`],
    }
    for (const [name, checkpoints] of Object.entries(attempts)) {
      const { valid } = await check(with200({ checkpoints }), witnesses)
      if (valid) expect.fail(name)
    }
    expect(codesOf(await check(with200({ checkpoints: [a, b, c] }), witnesses))).toEqual([
      'WITNESSED_CHECKPOINT_MISSING',
    ])
    expect(codesOf(await check(with200({ checkpoints: [a, c, b, d] })))).toContain('CHECKPOINT_SHRINKS')
  })

  it('signed by a key of nobody’s are found', async () => {
    const checkpoints = await checkpointed(true200.entries, KEYS.attacker)
    expect(codesOf(await check(with200({ checkpoints })))).toEqual(['CHECKPOINT_UNSIGNED'])
  })
})

describe('witness logs', () => {
  it('may keep other ledgers’ checkpoints too', async () => {
    const other = await exampleLedger({ size: 3, org: uuid('another organization') })
    const text = other.log + true200.log
    expect((await check(true200, { witnesses: [{ name: 'all.witness.log', text }] })).findings).toEqual([])
  })

  it('that are damaged are told of, and the rest of them is used', async () => {
    const text = `${true200.log}{"at":"2026-`
    const report = await check(true200, { witnesses: [{ name: 'a.witness.log', text }] })
    expect(report.findings.map(({ code, where }) => [code, where.witnessLine])).toEqual([
      ['WITNESS_LINE_WRONG', 5],
    ])
    expect(report.witnessed).toBe(200)
  })
})
