import { describe, expect, it } from 'vitest'
import { true200, witnesses } from '../testing/attack.ts'
import { check, codesOf, once } from '../testing/tools.ts'
import { chance, KEYS, writeLedger } from './example-ledger.ts'
import { Unusable, verifyLedger } from './index.ts'

describe('files', () => {
  const file = writeLedger(true200)

  it.each([
    ['an empty line', file.replace('\n{"checkpoint"', '\n\n{"checkpoint"'), 'LINE_UNREADABLE'],
    ['no end of the last line', file.slice(0, -1), 'FILE_CUT_OFF'],
    ['no end of its only line', file.slice(0, file.indexOf('\n')), 'FILE_CUT_OFF'],
    ['a line cut off', file.slice(0, -100), 'FILE_CUT_OFF'],
    ['a duplicate key', file.replace('"seq":7,', '"seq":6,"seq":7,'), 'LINE_UNREADABLE'],
    [
      'a duplicate key under another spelling',
      file.replace('"seq":7,', '"s\\u0065q":6,"seq":7,'),
      'LINE_UNREADABLE',
    ],
    ['an unknown line', `${file}{"more":1}\n`, 'LINE_UNREADABLE'],
    ['an unknown member', file.replace('"seq":7,', '"seq":7,"x":1,'), 'ENTRY_MALFORMED'],
    [
      'hexadecimal in capitals',
      file.replace(/"sig":"[^"]*"/, (it) => it.toUpperCase().replace('SIG', 'sig')),
      'ENTRY_MALFORMED',
    ],
    ['another origin', file.replace('"origin":"steward/', '"origin":"other/'), 'HEADER_WRONG'],
  ])('with %s are refused', async (_, text, code) => {
    expect(codesOf(await check(text))).toContain(code)
  })

  it('with a checkpoint among the entries are refused', async () => {
    const lines = file.split(/(?<=\n)/)
    lines.splice(100, 0, lines.pop()!)
    expect(codesOf(await check(lines.join('')))).toContain('LINE_OUT_OF_ORDER')
  })

  it('with lines spelt otherwise say the same', async () => {
    const spaced = file.replaceAll(',"seq"', ' , "seq"').replace('"seq":7', '"s\\u0065q":7')
    expect((await check(spaced, witnesses)).findings).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['words', 'hello\n'],
    ['an entry first', file.slice(file.indexOf('\n') + 1)],
  ])('of %s are unusable', async (_, text) => {
    await expect(check(text)).rejects.toThrow(Unusable)
  })

  it('say the same in whatever pieces they come', async () => {
    const bytes = Buffer.from(file)
    const pieces: Buffer[] = []
    const next = chance('pieces')
    for (let at = 0; at < bytes.length;) {
      const end = at + 1 + next(3000)
      pieces.push(bytes.subarray(at, end))
      at = end
    }
    const report = await verifyLedger(pieces, { root: KEYS.first.kid, verify: once, ...witnesses })
    expect(report).toEqual(await check(bytes, witnesses))
  })
})
