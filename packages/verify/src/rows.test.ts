import { describe, expect, it } from 'vitest'
import { SIZE, true200, witnesses, with200, entriesOf, chained } from '../testing/attack.ts'
import { check, codesOf, isDrill, witnessed, type Ledger } from '../testing/tools.ts'
import { bodyOf, chance, exampleLedger, KEYS, ORG, START, uuid } from './example-ledger.ts'
import { placeEntry, signBody, ZERO_HASH, type LedgerEntry } from './index.ts'

describe('rows', () => {
  const pick = chance('rows')
  const places = isDrill
    ? Array.from({ length: SIZE }, (_, seq) => seq)
    : [0, 1, 63, 64, 65, 127, 198, 199, ...Array.from({ length: 8 }, () => pick(SIZE))]

  it.each([
    ['deleted', (list: LedgerEntry[], at: number) => void list.splice(at, 1)],
    ['doubled', (list: LedgerEntry[], at: number) => void list.splice(at, 0, list[at]!)],
    [
      'exchanged',
      (list: LedgerEntry[], at: number) => {
        const other = (at + 7) % SIZE
        ;[list[at], list[other]] = [list[other]!, list[at]!]
      },
    ],
    [
      'moved to the end',
      (list: LedgerEntry[], at: number) => void list.unshift(...list.splice(at === 0 ? 5 : at, 1)),
    ],
    ['put in another’s place', (list: LedgerEntry[], at: number) => void (list[at] = list[(at + 3) % SIZE]!)],
  ])(
    '%s are found, with and without new hashes',
    async (_, change) => {
      for (const at of places) {
        const changed = entriesOf((list) => change(list, at))
        expect((await check(changed, witnesses)).valid).toBe(false)
        expect((await check(changed)).valid).toBe(false)
        const anew = with200({ entries: chained(changed.entries) })
        expect((await check(anew, witnesses)).valid).toBe(false)
      }
    },
    600_000,
  )

  it('say where they are missing', async () => {
    const report = await check(
      entriesOf((list) => list.splice(90, 1)),
      witnesses,
    )
    expect(report.findings[0]).toMatchObject({
      code: 'SEQUENCE_BROKEN',
      where: { line: 92, seq: 91 },
      text: {
        zh: '第 91 号条目，文件第 92 行：序号应为 90，实为 91：有条目缺失、重复或被移动。',
        en: 'entry 91, line 92 of the file: the sequence number must be 90 and is 91: an entry is missing, doubled or moved.',
      },
    })
    const { findings } = await check(cut(150), witnesses)
    expect(findings.map(({ code }) => code)).toContain('WITNESSED_TAIL_MISSING')
  })

  const cut = (size: number): Ledger => {
    const checkpoints = true200.checkpoints.filter((note) => Number(note.split('\n')[1]) <= size)
    return with200({ entries: true200.entries.slice(0, size), checkpoints })
  }

  it('cut off at any length are found: the witness saw more', async () => {
    const missed: number[] = []
    for (let size = 0; size < SIZE; size += 1) {
      const codes = codesOf(await check(cut(size), witnesses))
      if (!codes.includes('WITNESSED_TAIL_MISSING')) missed.push(size)
    }
    expect(missed).toEqual([])
  })

  it('cut off after the last witnessed checkpoint cannot be seen, and the answer says how far witnesses reach', async () => {
    const open = await exampleLedger({ size: SIZE, openEnd: true })
    const whole = await check(open, witnessed(open))
    expect(whole).toMatchObject({ valid: true, entries: 200, witnessed: 192 })
    expect(whole.notes).toContainEqual(
      expect.objectContaining({ code: 'NOT_YET_WITNESSED', details: { from: 192, to: 199, count: 8 } }),
    )
    const short = { ...open, entries: open.entries.slice(0, 195) }
    expect(await check(short, witnessed(open))).toMatchObject({ valid: true, entries: 195, witnessed: 192 })
    expect(codesOf(await check({ ...open, entries: open.entries.slice(0, 191) }, witnessed(open)))).toContain(
      'WITNESSED_TAIL_MISSING',
    )
  })

  it('changed after the last checkpoint are found by chain and signature', async () => {
    const open = await exampleLedger({ size: SIZE, openEnd: true })
    for (const seq of [192, 195, 199]) {
      const body = open.entries[seq]!.body.replace('"revision":1', '"revision":2')
      const entries = open.entries.map((it) => (it.seq === seq ? { ...it, body } : it))
      expect(codesOf(await check({ ...open, entries }, witnessed(open)))).toEqual([
        'HASH_DIFFERS',
        'SIGNATURE_WRONG',
      ])
      expect(codesOf(await check({ ...open, entries: chained(entries) }, witnessed(open)))).toEqual([
        'SIGNATURE_WRONG',
      ])
    }
  })

  it('put in by one without a key are found', async () => {
    for (const kid of [KEYS.first.kid, KEYS.attacker.kid]) {
      const body = { ...bodyOf(ORG, 900, kid, START + 90_000) }
      const forged = await signBody(body, KEYS.attacker.sign)
      const entries = [...true200.entries]
      entries.splice(90, 0, placeEntry(forged, { seq: 90, at: entries[90]!.at, prev: ZERO_HASH }))
      const codes = codesOf(await check(with200({ entries: chained(entries) }), witnesses))
      expect(codes).toContain(kid === KEYS.first.kid ? 'SIGNATURE_WRONG' : 'KEY_UNKNOWN')
      expect(codes).toContain('WITNESSED_ROOT_DIFFERS')
    }
  })

  it('of another organization, signed by the same key, are found', async () => {
    const other = await exampleLedger({ size: 100, org: uuid('another organization') })
    const entries = [...true200.entries]
    entries[50] = other.entries[50]!
    expect(codesOf(await check(with200({ entries }), witnesses))).toContain('OTHER_ORGANIZATION')
    entries.splice(50, 1, true200.entries[50]!)
    entries.push(other.entries[99]!)
    const codes = codesOf(await check(with200({ entries: chained(entries) }), witnesses))
    expect(codes).toContain('OTHER_ORGANIZATION')
    const named = { ...other, org: ORG, origin: true200.origin }
    expect(codesOf(await check(named, witnesses))).toContain('CHECKPOINT_OF_OTHER_LEDGER')
    expect(codesOf(await check(other, witnesses))).toEqual(['WITNESS_OF_OTHER_LEDGER'])
  })
})
