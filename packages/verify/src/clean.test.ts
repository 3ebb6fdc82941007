import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check, isDrill, witnessed } from '../testing/tools.ts'
import { exampleLedger, KEYS, proofOf, WITNESS_NAME } from './example-ledger.ts'
import { verifyProof } from './index.ts'

const witnessKeys = [{ name: WITNESS_NAME, publicKey: KEYS.witness.publicKey }]

/** A key that signs each message once: these ledgers share their beginnings. */
const remembering = () => {
  const known = new Map<string, Uint8Array>()
  const { sign, ...key } = KEYS.first
  return {
    ...key,
    sign: async (message: Uint8Array) => {
      const id = Buffer.from(message).toString('base64')
      const signature = known.get(id) ?? (await sign(message))
      known.set(id, signature)
      return signature
    },
  }
}

it('accuses no clean ledger of any size from 0 to 130', async () => {
  const key = remembering()
  for (let size = 0; size <= 130; size += 1) {
    const ledger = await exampleLedger({ size, every: 16, key })
    const report = await check(ledger, { ...witnessed(ledger), witnessKeys })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ entries: size, checkpointed: size, witnessed: size })
  }
})

it('accuses no clean ledger of any shape, across the rotation of keys, and no proof made of it', async () => {
  const shapes = fc.record({
    size: fc.integer({ min: 1, max: 130 }),
    every: fc.integer({ min: 1, max: 70 }),
    rotateAt: fc.option(fc.integer({ min: 0, max: 130 }), { nil: undefined }),
    openEnd: fc.boolean(),
    withDocuments: fc.boolean(),
    // Several entries in one millisecond, and long pauses.
    pace: fc.constantFrom(0, 1, 1000, 86_400_000),
    part: fc.integer({ min: 0, max: 1000 }),
  })
  await fc.assert(
    fc.asyncProperty(shapes, async ({ pace, part, rotateAt, ...wish }) => {
      const rotation = rotateAt === undefined ? {} : { rotateAt: rotateAt % wish.size }
      const start = Date.UTC(2026, 8, 1)
      const ledger = await exampleLedger({ ...wish, ...rotation, timeOf: (seq) => start + seq * pace })
      const hasCheckpoint = ledger.checkpoints.length > 0
      const report = await check(ledger, hasCheckpoint ? { ...witnessed(ledger), witnessKeys } : {})
      expect(report.findings).toEqual([])
      expect(report.documents).toBe(wish.withDocuments ? wish.size : 0)
      if (!hasCheckpoint) return
      const seq = part % report.checkpointed
      const seqs = [...new Set([0, seq, report.checkpointed - 1])].sort((a, b) => a - b)
      const options = { ...witnessed(ledger), witnessKeys, root: KEYS.first.kid }
      const proof = await verifyProof(JSON.stringify(proofOf(ledger, seqs)), options)
      expect(proof.findings).toEqual([])
      expect(proof.witnessed).toBe(report.checkpointed)
    }),
    { numRuns: isDrill ? 2000 : 40, seed: 20260901 },
  )
})
