/** Attacks on both chains, against each kind of witness: all are found, and how many were tried is told. The drill tries many more. */
import { describe, expect, it } from 'vitest'
import { chained, checkpointed } from '../testing/attack.ts'
import { mailOf } from '../testing/audit-vectors.ts'
import { check, flipped, isDrill, type Ledger } from '../testing/tools.ts'
import { chance, exampleLedger, KEYS, uuid, WITNESS_NAME, type Example } from './example-ledger.ts'
import {
  CHAINS,
  placeEntry,
  signBody,
  type Chain,
  type LedgerEntry,
  type SignOffBody,
  type VerifyOptions,
} from './index.ts'

const SIZE = 150
const EVERY = 32
const TIMES = isDrill ? 60 : 6

const make = (chain: Chain, more: object = {}) =>
  exampleLedger({ size: SIZE, every: EVERY, chain, withDocuments: true, ...more })
const ledgers = {
  SIGN_OFFS: { whole: await make('SIGN_OFFS'), open: await make('SIGN_OFFS', { openEnd: true }) },
  AUDIT: { whole: await make('AUDIT'), open: await make('AUDIT', { openEnd: true }) },
}
const strangers = {
  SIGN_OFFS: await make('SIGN_OFFS', { org: uuid('a stranger') }),
  AUDIT: await make('AUDIT', { org: uuid('a stranger') }),
}

/** The file that only grows; the cosigner's own log beside its key; a mail with the newest checkpoints. */
const WITNESSES: Readonly<Record<string, (log: string) => VerifyOptions>> = {
  'a file': (log) => ({ witnesses: [{ name: 'file', text: log }] }),
  'a cosigner': (log) => ({
    witnesses: [
      {
        name: 'cosigner',
        text: log
          .split(/(?<=\n)/)
          .slice(-1)
          .join(''),
      },
    ],
    witnessKeys: [{ name: WITNESS_NAME, publicKey: KEYS.witness.publicKey }],
  }),
  'a mail': (log) => ({ witnesses: [{ name: 'mail.txt', text: mailOf(log, '> ') }] }),
}

type Attack = (ledger: Example, chain: Chain, pick: (below: number) => number) => Promise<Ledger> | Ledger

const withEntries = (ledger: Example, change: (list: LedgerEntry[]) => void, anew: boolean): Ledger => {
  const list = [...ledger.entries]
  change(list)
  return { ...ledger, entries: anew ? chained(list) : list }
}

/** In a row as the database has it: one bit of one member. */
const flipBit: Attack = (ledger, _, pick) => {
  const at = pick(SIZE)
  const member = (['hash', 'prev', 'sig', 'body'] as const)[pick(4)]!
  const change = (it: LedgerEntry): LedgerEntry => {
    const isText = member === 'body'
    const bytes = Buffer.from(it[member], isText ? 'latin1' : 'hex')
    const turned = flipped(bytes, pick(bytes.length * 8))
    return { ...it, [member]: turned.toString(isText ? 'latin1' : 'hex') }
  }
  return withEntries(ledger, (list) => list.splice(at, 1, change(list[at]!)), false)
}

const bothWays =
  (change: (list: LedgerEntry[], at: number, pick: (below: number) => number) => void): Attack =>
  (ledger, _, pick) =>
    withEntries(ledger, (list) => change(list, pick(SIZE - 1), pick), pick(2) === 1)

const cut = (ledger: Example, size: number): Ledger => ({
  ...ledger,
  entries: ledger.entries.slice(0, size),
  checkpoints: ledger.checkpoints.filter((note) => Number(note.split('\n')[1]) <= size),
  documents: ledger.documents.slice(0, size),
})

/** By one who holds the key as well: an entry changed, everything after it sound. */
const rewrite: Attack = async (ledger, chain, pick) => {
  const at = pick(SIZE - EVERY)
  const old = JSON.parse(ledger.entries[at]!.body) as SignOffBody
  const body = chain === 'AUDIT' ? { ...old, content: 'ab'.repeat(32) } : { ...old, verb: 'complaint:settle' }
  const signed = await signBody(body, KEYS.first.sign)
  const entries = chained(ledger.entries.map((it) => (it.seq === at ? { ...it, ...signed } : it)))
  const checkpoints = await checkpointed(entries, KEYS.first, ledger)
  const documents = chain === 'AUDIT' ? ledger.documents.filter((_, seq) => seq !== at) : ledger.documents
  return { ...ledger, entries, checkpoints, documents }
}

const ATTACKS: Readonly<Record<string, Attack>> = {
  'a bit turned over': flipBit,
  'a time changed': bothWays((list, at, pick) =>
    list.splice(at, 1, { ...list[at]!, at: list[at]!.at + 1 + pick(900) }),
  ),
  'a body put in another’s place': bothWays((list, at, pick) =>
    list.splice(at, 1, { ...list[at]!, body: list[(at + 1 + pick(SIZE - 2)) % SIZE]!.body }),
  ),
  'an entry deleted': bothWays((list, at) => list.splice(at, 1)),
  'entries exchanged': bothWays((list, at) => list.splice(at, 2, list[at + 1]!, list[at]!)),
  'an entry doubled': bothWays((list, at) => list.splice(at, 0, list[at]!)),
  'an entry forged and put in': async (ledger, _, pick) => {
    const at = pick(SIZE - 1)
    const body = { ...(JSON.parse(ledger.entries[at]!.body) as SignOffBody), id: uuid('forged', at) }
    const forged = await signBody(body, KEYS.attacker.sign)
    const { seq, prev, at: time } = ledger.entries[at]!
    const entry = placeEntry(forged, { seq, prev, at: time })
    return withEntries(ledger, (list) => list.splice(at, 0, entry), pick(2) === 1)
  },
  'an entry of another organization': (ledger, chain, pick) => {
    const at = pick(SIZE)
    const theirs = strangers[chain].entries[at]!
    return withEntries(ledger, (list) => list.splice(at, 1, theirs), pick(2) === 1)
  },
  'an entry of the other chain': (ledger, chain, pick) => {
    const at = pick(SIZE)
    const other = ledgers[chain === 'AUDIT' ? 'SIGN_OFFS' : 'AUDIT'].whole.entries[at]!
    return withEntries(ledger, (list) => list.splice(at, 1, other), pick(2) === 1)
  },
  'the tail cut off, checkpoints with it': (ledger, _, pick) => cut(ledger, pick(SIZE - 1)),
  'checkpoints rolled back': (ledger, _, pick) => ({
    ...ledger,
    checkpoints: ledger.checkpoints.slice(0, pick(ledger.checkpoints.length - 1)),
  }),
  'a checkpoint changed': (ledger, _, pick) => {
    const at = pick(ledger.checkpoints.length)
    const bytes = Buffer.from(ledger.checkpoints[at]!)
    const signed = bytes.indexOf('\n\n') * 8
    const checkpoints = ledger.checkpoints.with(at, flipped(bytes, pick(signed)).toString())
    return { ...ledger, checkpoints }
  },
  'what was signed changed': (ledger, _, pick) => {
    const at = pick(SIZE)
    const document = ledger.documents[at]!
    const content = document.content.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10))
    return { ...ledger, documents: ledger.documents.with(at, { ...document, content }) }
  },
  'documents exchanged': (ledger, _, pick) => {
    // Of another case: those of one case may be the same.
    const at = pick(SIZE - 3)
    const [one, other] = [ledger.documents[at]!, ledger.documents[at + 3]!]
    const documents = ledger.documents
      .with(at, { ...one, content: other.content })
      .with(at + 3, { ...other, content: one.content })
    return { ...ledger, documents }
  },
  'history rewritten with the true key': rewrite,
}

/** After the last checkpoint nobody outside knows anything: changes are found by chain and signature all the same. */
const AFTER = Math.floor(SIZE / EVERY) * EVERY
const LATE: Readonly<Record<string, Attack>> = {
  'a body edited': (ledger, _, pick) => {
    const at = AFTER + pick(SIZE - AFTER)
    const body = ledger.entries[at]!.body.replace(/(?<="content":")./, (digit) => (digit === '0' ? '1' : '0'))
    return withEntries(ledger, (list) => list.splice(at, 1, { ...list[at]!, body }), pick(2) === 1)
  },
  'an entry taken out': (ledger, _, pick) => {
    const at = AFTER + pick(SIZE - AFTER - 1)
    return withEntries(ledger, (list) => list.splice(at, 1), false)
  },
  'an entry forged at the end': async (ledger) => {
    const last = ledger.entries.at(-1)!
    const body = { ...(JSON.parse(last.body) as SignOffBody), id: uuid('forged at the end') }
    const forged = await signBody(body, KEYS.attacker.sign)
    return withEntries(ledger, (list) => list.push({ ...last, ...forged }), true)
  },
}

describe.each(CHAINS)('the chain %s', (chain) => {
  const { whole, open } = ledgers[chain]

  it.each(Object.entries(WITNESSES))(
    'with %s as witness: every attack is found',
    async (name, witness) => {
      const pick = chance(`${chain} ${name}`)
      const unseen: string[] = []
      let tried = 0
      for (const [ledger, attacks] of [
        [whole, ATTACKS],
        [open, LATE],
      ] as const) {
        for (const [attack, change] of Object.entries(attacks)) {
          for (let time = 0; time < TIMES; time += 1) {
            const { valid } = await check(await change(ledger, chain, pick), witness(ledger.log))
            tried += 1
            if (valid) unseen.push(attack)
          }
        }
      }
      console.log(`${chain}, ${name} as witness: ${tried} attacks tried`)
      expect(unseen).toEqual([])
    },
    600_000,
  )

  it('is accused of nothing while nobody touched it, at whatever size', async () => {
    for (let size = 0; size <= 70; size += isDrill ? 1 : 7) {
      for (const every of [1, 5, 64]) {
        const ledger = await exampleLedger({ size, every, chain, withDocuments: true })
        for (const witness of Object.values(WITNESSES)) {
          const report = await check(ledger, witness(ledger.log))
          expect([size, every, report.findings]).toEqual([size, every, []])
          expect(report.witnessed).toBe(size)
        }
      }
    }
  })
})
