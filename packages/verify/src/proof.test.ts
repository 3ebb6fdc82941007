import { describe, expect, it } from 'vitest'
import { codesOf, exchange, mutable, once, type MutableProof } from '../testing/tools.ts'
import { exampleLedger, KEYS, proofOf, uuid, WITNESS_NAME } from './example-ledger.ts'
import { Unusable, verifyProof, type VerifyOptions } from './index.ts'

const ledger = await exampleLedger({ size: 100, every: 32 })
const other = await exampleLedger({
  size: 100,
  every: 32,
  alter: (body, seq) => (seq === 50 ? { ...body, content: 'ab'.repeat(32) } : body),
})
const proof = () => mutable<MutableProof>(proofOf(ledger, [48, 49, 50]))
const witnesses = [{ name: 'a.witness.log', text: ledger.log }]
const verify = (it: unknown, options: VerifyOptions = {}) =>
  verifyProof(JSON.stringify(it), { root: KEYS.first.kid, verify: once, witnesses, ...options })

describe('a proof', () => {
  it('is valid, and says whether a witness saw its checkpoint', async () => {
    expect(await verify(proof())).toMatchObject({
      valid: true,
      entries: 3,
      checkpointed: 100,
      witnessed: 100,
    })
    const alone = await verify(proof(), { witnesses: [] })
    expect(alone).toMatchObject({ valid: true, witnessed: 0 })
    expect(alone.notes.map(({ code }) => code)).toContain('NO_WITNESS')
    const witnessKeys = [{ name: WITNESS_NAME, publicKey: KEYS.witness.publicKey }]
    expect(await verify(proof(), { witnesses: [], witnessKeys })).toMatchObject({
      valid: true,
      witnessed: 100,
    })
  })

  it('is witnessed also by the checkpoint after it', async () => {
    const lines = ledger.log.split(/(?<=\n)/)
    const before = { ...ledger, checkpoints: ledger.checkpoints.slice(0, 3) }
    const options = { witnesses: [{ name: 'a', text: lines[3]! }] }
    expect(await verify(proofOf(before, [9]), options)).toMatchObject({ valid: true, witnessed: 96 })
    const late = { witnesses: [{ name: 'a', text: lines[0]! }] }
    const report = await verify(proofOf(ledger, [9]), late)
    expect(report).toMatchObject({ valid: true, witnessed: 0 })
    expect(report.notes.map(({ code }) => code)).toContain('CHECKPOINT_NOT_WITNESSED')
  })

  it('of another history, made with the true key, is found by the witness', async () => {
    const forged = proofOf(other, [50])
    expect(codesOf(await verify({ ...forged, documents: [] }))).toEqual(['WITNESSED_ROOT_DIFFERS'])
  })

  it.each([
    ['an entry changed', (it: MutableProof) => (it.entries[0].at += 1), 'HASH_DIFFERS'],
    ['an entry of elsewhere', (it: MutableProof) => (it.entries[0] = ledger.entries[47]!), 'INCLUSION_WRONG'],
    [
      'an entry of another history',
      (it: MutableProof) => (it.entries[2] = other.entries[50]!),
      'INCLUSION_WRONG',
    ],
    ['an entry of another order', (it: MutableProof) => exchange(it.entries), 'SEQUENCE_BROKEN'],
    ['an entry twice', (it: MutableProof) => (it.entries[1] = it.entries[0]), 'ID_TWICE'],
    ['a path changed', (it: MutableProof) => (it.inclusion[1][2] = 'ab'.repeat(32)), 'INCLUSION_WRONG'],
    ['a path that is none', (it: MutableProof) => (it.inclusion[1] = ['x']), 'INCLUSION_WRONG'],
    ['a path missing', (it: MutableProof) => it.inclusion.pop(), 'INCLUSION_WRONG'],
    [
      'an earlier checkpoint',
      (it: MutableProof) => (it.checkpoint = ledger.checkpoints[0]!),
      'ENTRY_BEYOND_CHECKPOINT',
    ],
    [
      'a checkpoint of another history',
      (it: MutableProof) => (it.checkpoint = other.checkpoints[3]!),
      'INCLUSION_WRONG',
    ],
    [
      'a checkpoint changed',
      (it: MutableProof) => (it.checkpoint = it.checkpoint.replace('at 2026', 'at 2027')),
      'CHECKPOINT_SIGNATURE_WRONG',
    ],
    [
      'another organization',
      (it: MutableProof) => Object.assign(it, { org: uuid('x'), origin: `steward/${uuid('x')}` }),
      'OTHER_ORGANIZATION',
    ],
    ['another document', (it: MutableProof) => (it.documents[0].content += ' '), 'DOCUMENT_DIFFERS'],
    ['another opening', (it: MutableProof) => (it.documents[0].openings[0].value = '别的'), 'OPENING_WRONG'],
    ['another root key', (it: MutableProof) => (it.keys = []), 'ROOT_KEY_DIFFERS'],
  ])('with %s is found', async (_, change, code) => {
    const it = proof()
    change(it)
    expect(codesOf(await verify(it))).toContain(code)
  })

  it('of something else is unusable', async () => {
    await expect(verify({ ...proof(), more: 1 })).rejects.toThrow(Unusable)
    await expect(verify([])).rejects.toThrow(Unusable)
    await expect(verifyProof('{"format":"steward-proof/v1","format":"steward-proof/v1"}')).rejects.toThrow(
      Unusable,
    )
  })
})
