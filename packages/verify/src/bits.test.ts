import { describe, expect, it } from 'vitest'
import { true200, with200, chained } from '../testing/attack.ts'
import { check, codesOf, flipped, isDrill } from '../testing/tools.ts'
import { exampleLedger, writeLedger } from './example-ledger.ts'

describe('every single bit', () => {
  it('of the line of an entry is found, by chain and signature alone', async () => {
    const small = await exampleLedger({ size: 3, every: 1000, openEnd: true })
    const lines = writeLedger(small).split(/(?<=\n)/)
    let tried = 0
    const missed: string[] = []
    for (const at of isDrill ? [0, 1, 2] : [1]) {
      const line = Buffer.from(lines[at + 1]!)
      const [before, after] = [lines.slice(0, at + 1).join(''), lines.slice(at + 2).join('')]
      for (let bit = 0; bit < line.length * 8; bit += 1) {
        const file = Buffer.concat([Buffer.from(before), flipped(line, bit), Buffer.from(after)])
        const { valid } = await check(file)
        tried += 1
        if (valid) missed.push(`entry ${at}, bit ${bit}`)
      }
    }
    console.log(`bits of whole lines turned over: ${tried}`)
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(7000)
  })

  it('of sig, hash, prev, seq and at in the database is found, and named at its entry', async () => {
    const small = await exampleLedger({ size: 3, every: 1000, openEnd: true })
    let tried = 0
    for (const seq of [0, 1, 2]) {
      const entry = small.entries[seq]!
      const line = `${JSON.stringify({ entry })}\n`
      const changes = ['sig', 'hash', 'prev', 'seq', 'at'].flatMap((member) => {
        const value = entry[member as 'sig' | 'seq']
        const bytes = Buffer.alloc(8)
        if (typeof value === 'number') bytes.writeBigUInt64BE(BigInt(value))
        const raw = typeof value === 'number' ? bytes : Buffer.from(value, 'hex')
        return Array.from({ length: raw.length * 8 }, (_, bit) => {
          const turned = flipped(raw, bit)
          const written = typeof value === 'number' ? turned.readBigUInt64BE() : `"${turned.toString('hex')}"`
          return line.replace(`"${member}":${JSON.stringify(value)}`, `"${member}":${written}`)
        })
      })
      for (const changed of changes) {
        expect(changed).not.toBe(line)
        const { findings } = await check(writeLedger(small).replace(line, changed))
        const named = findings.some(({ where }) => where.line === seq + 2)
        if (!named) expect.fail(changed)
      }
      tried += changes.length
    }
    console.log(`bits of single members turned over: ${tried}`)
    expect(tried).toBe(3 * (512 + 256 + 256 + 64 + 64))
  })

  it('of a body is found by its signature even when all hashes are made anew', async () => {
    const small = await exampleLedger({ size: 5, every: 1000, openEnd: true })
    const body = Buffer.from(small.entries[2]!.body)
    let tried = 0
    const missed: number[] = []
    for (let bit = 0; bit < body.length * 8; bit += isDrill ? 1 : 11) {
      const text = flipped(body, bit).toString('utf8')
      const changed = small.entries.map((it) => (it.seq === 2 ? { ...it, body: text } : it))
      const codes = codesOf(await check({ ...small, entries: chained(changed) }))
      tried += 1
      const expected = ['SIGNATURE_WRONG', 'BODY_NOT_CANONICAL', 'KEY_UNKNOWN', 'BODY_MALFORMED']
      if (!codes.some((code) => expected.includes(code))) missed.push(bit)
    }
    console.log(`bits of a body turned over with all hashes anew: ${tried}`)
    expect(missed).toEqual([])
  })

  it('of a checkpoint’s signed text and signature is found', async () => {
    const note = Buffer.from(true200.checkpoints[1]!)
    const end = note.lastIndexOf('— ')
    const missed: number[] = []
    let tried = 0
    for (let bit = 0; bit < end * 8; bit += isDrill ? 1 : 29) {
      const checkpoints = [...true200.checkpoints]
      checkpoints[1] = flipped(note, bit).toString('utf8')
      const { valid } = await check(with200({ checkpoints }))
      tried += 1
      if (valid) missed.push(bit)
    }
    console.log(`bits of a checkpoint turned over: ${tried}`)
    expect(missed).toEqual([])
  })
})
