/** The command over a file in the form of published data sets (client, date, amount), made by a model whose parameters are known: it finds them again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { silenceFit } from './silence-command.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'silence-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As estimated for CDNOW by Fader, Hardie and Lee (2005), in weeks: buyers of a quarter, watched for a year and a half. */
const KNOWN = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const CLIENTS = 800
const COME_IN = 84
const KNOWN_UNTIL = 273
const WATCHED = 546
const FIRST = Date.UTC(1997, 0, 1)

/** The same sequence on every machine (mulberry32). */
const sequence = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

/** Of a gamma distribution with rate 1, by Marsaglia and Tsang. */
const gamma = (next: () => number, shape: number): number => {
  if (shape < 1) return gamma(next, shape + 1) * next() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const v = (1 + c * normal) ** 3
    if (v > 0 && Math.log(1 - next()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

const dayText = (day: number): string =>
  new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

/** Each comes at a rate of their own, and after each time that they came again may stay away for good. */
const bought = (): string => {
  const next = sequence(7)
  const lines = ['client,date,amount']
  for (let client = 0; client < CLIENTS; client += 1) {
    let at = Math.floor(next() * COME_IN)
    const rate = gamma(next, KNOWN.r) / KNOWN.alpha
    const [stays, goes] = [gamma(next, KNOWN.a), gamma(next, KNOWN.b)]
    const leaves = stays / (stays + goes)
    const came = () => lines.push(`${client},${dayText(Math.floor(at))},${(5 + (client % 40)).toFixed(2)}`)
    came()
    do {
      at += (-Math.log(1 - next()) / rate) * 7
      if (at > WATCHED) break
      came()
    } while (next() >= leaves)
  }
  return lines.join('\n')
}

it('finds the parameters by which it was made', () => {
  const file = join(folder, 'bought.csv')
  writeFileSync(file, bought())
  const printed: string[] = []
  const until = '1997-10-01'
  silenceFit({ file, client: 'client', date: 'date', amount: 'amount', until }, 'en', (lines) =>
    printed.push(...lines),
  )
  expect(KNOWN_UNTIL).toBe((Date.parse(until) - FIRST) / 86_400_000)
  const told = printed.join('\n')
  const [, r, alpha, a, b] = /r = ([\d.]+) +alpha = ([\d.]+) +a = ([\d.]+) +b = ([\d.]+)/
    .exec(told)!
    .map(Number)
  const off = (found: number, known: number) => Math.abs(found - known) / known
  expect(off(r!, KNOWN.r)).toBeLessThan(0.15)
  expect(off(alpha!, KNOWN.alpha)).toBeLessThan(0.15)
  // How many stay away for good after a time: a and b alone are told apart by next to nothing in a file as small.
  expect(off(a! / (a! + b!), KNOWN.a / (KNOWN.a + KNOWN.b))).toBeLessThan(0.15)
})
