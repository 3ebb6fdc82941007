/** The command over a small file: what it prints, and how it names what it cannot read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silenceFit } from './silence-command.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'silence-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const COLUMNS = { client: 'client', date: 'date', amount: 'amount' }
const fit = (csv: string, options: object = {}): string => {
  const file = join(folder, 'events.csv')
  writeFileSync(file, csv)
  const printed: string[] = []
  silenceFit({ file, ...COLUMNS, ...options }, 'en', (lines) => printed.push(...lines))
  return printed.join('\n')
}

const month = (at: number) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-05`
/** Forty who pay every month; every fourth stops after the first year. */
const PAYING = [
  'who,on,paid',
  ...Array.from({ length: 40 }, (_, client) =>
    Array.from({ length: client % 4 === 0 ? 12 : 24 }, (__, at) => `K${client},${month(at)},${client}.50`),
  ).flat(),
].join('\n')
const NAMED = { client: 'who', date: 'on', amount: 'paid' }

describe('silence fit', () => {
  it('finds those who have stopped, and says how early', () => {
    const printed = fit(PAYING, { ...NAMED, until: '2025-03-31' })
    expect(printed).toContain(
      '840 rows of 40 clients from 2024-01-05 to 2025-12-05; calibrated until 2025-03-31',
    )
    expect(printed).toMatch(/BG\/NBD: r = [\d.]+ {2}alpha = [\d.]+ {2}a = [\d.]+ {2}b = [\d.]+/)
    expect(printed).toMatch(/Log-likelihood -\d+\.\d+; 40 clients, of whom 40 came again/)
    const [line] = /^ *98\.0% .*$/m.exec(printed)!
    expect(line!.trim().split(/ +/).slice(0, 6)).toEqual(['98.0%', '10', '10', '10', '100.0%', '100.0%'])
    expect(Number(line!.trim().split(/ +/)[6])).toBeGreaterThan(100)
  })

  it('prints the same for the same rows in any order', () => {
    const [header, ...rows] = PAYING.split('\n')
    const turned = [header, ...rows.toReversed()].join('\n')
    expect(fit(turned, NAMED)).toBe(fit(PAYING, NAMED))
  })

  it('reads days as published data sets write them, a byte-order mark, and refunds', () => {
    const printed = fit('\ufeffclient,date,amount\na,20240105,1\na,20240205,-2\nb,20240301,3\nb,20240701,4')
    expect(printed).toContain('4 rows of 2 clients from 2024-01-05 to 2024-07-01')
    expect(printed).toContain('cannot tell who leaves')
  })

  it('names line and field of what it cannot read, and fits nothing', () => {
    const csv = 'client,date,amount\na,2024-01-05,1\n,2024-02-30,x\n"b\nc",2024-01-05,1\nd,soon,2'
    expect(() => fit(csv)).toThrow(
      [
        'Line 3, client: no client',
        'Line 3, date: “2024-02-30” is no day such as 2026-11-30 or 20261130',
        'Line 3, amount: “x” is no amount such as 12 or 12.50',
        'Line 6, date: “soon” is no day such as 2026-11-30 or 20261130',
      ].join('\n'),
    )
    expect(() => fit('client,day\na,2024-01-05')).toThrow(
      'Line 1 has no column “date”; there are: client, day',
    )
    expect(() => fit('client,date,amount')).toThrow('The file holds no data.')
    expect(() => fit('client,date,amount\n"a,2024-01-05,1')).toThrow('is not whole CSV')
    expect(() => fit(PAYING, { ...NAMED, until: '2030-01-01' })).toThrow(
      '--until: a day such as 2026-11-30 between 2024-01-05 and 2025-12-05.',
    )
  })
})
