/** Vectors of the audit's chain, and of checkpoints that came by mail. */
import { exampleLedger, KEYS, ORG, START, uuid, writeLedger, type Example } from '../src/example-ledger.ts'
import {
  placeEntry,
  signBody,
  ZERO_HASH,
  type FindingCode,
  type LedgerEntry,
  type SignOffBody,
} from '../src/index.ts'
import { chained, checkpointed } from './attack.ts'
import type { BadFile, GoodFile } from './make-vectors.ts'

const ROOT = KEYS.first.kid

/** The checkpoints of a log as a mail has them, the last first, quoted as by one who forwards it. */
export const mailOf = (log: string, quote = ''): string => {
  const notes = log
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { checkpoint: string }).checkpoint)
  const text = `这是台账的检查点，请保存。\nKeep this mail.\n\n${notes.toReversed().join('\n')}\n-- \nSteward\n`
  return text.replaceAll(/^/gm, quote)
}

export const auditVectors = async () => {
  const good: GoodFile[] = []
  const bad: BadFile[] = []
  const trail = await exampleLedger({ size: 6, every: 3, chain: 'AUDIT' })
  const accept = (name: string, it: Example, witnessed: number, more: Partial<GoodFile> = {}) =>
    good.push({ name, file: writeLedger(it), root: ROOT, witnessed, ...more })
  const refuse = (
    name: string,
    it: Partial<Example>,
    findings: readonly FindingCode[],
    more: Partial<GoodFile> = {},
  ) => bad.push({ name, file: writeLedger({ ...trail, ...it }), root: ROOT, findings, ...more })

  accept('an empty audit trail', await exampleLedger({ size: 0, chain: 'AUDIT' }), 0)
  accept('an audit trail', trail, 6, { witness: trail.log })
  accept('an audit trail and a mail', trail, 6, { witness: mailOf(trail.log) })
  accept('a mail that was forwarded', trail, 6, { witness: mailOf(trail.log, '> ') })
  const signOffs = await exampleLedger({ size: 2 })
  accept('a log of both chains', trail, 6, { witness: signOffs.log + trail.log })
  accept(
    'a trail whose salts were erased',
    { ...trail, documents: trail.documents.map((it) => ({ ...it, openings: [] })) },
    0,
  )

  const [d0, d1, ...rest] = trail.documents as [Example['documents'][0], Example['documents'][0]]
  const changed = { ...d1, content: d1.content.replace('ACKNOWLEDGED', 'CLOSED') }
  refuse('a row changed', { documents: [d0, changed, ...rest] }, ['DOCUMENT_DIFFERS'])
  refuse('a row removed', { documents: [d0, ...rest] }, ['DOCUMENT_MISSING'])
  refuse('a row put in', { documents: [d0, d1, { ...d1, id: uuid('more') }, ...rest] }, [
    'DOCUMENT_WITHOUT_ENTRY',
  ])
  refuse(
    'the commitments of a row opened wrongly',
    {
      documents: [{ ...d0, openings: [{ ...d0.openings[0]!, value: '别的话' }] }, d1, ...rest],
    },
    ['OPENING_WRONG'],
  )
  const short = trail.entries.slice(0, 3)
  refuse(
    'a trail cut off',
    { entries: short, checkpoints: trail.checkpoints.slice(0, 1), documents: trail.documents.slice(0, 3) },
    ['WITNESSED_TAIL_MISSING'],
    { witness: mailOf(trail.log) },
  )
  const body = JSON.parse(trail.entries[1]!.body) as SignOffBody
  const signed = await signBody({ ...body, content: 'ab'.repeat(32) }, KEYS.first.sign)
  const forged = chained(trail.entries.map((it) => (it.seq === 1 ? { ...it, ...signed } : it)))
  refuse(
    'a trail rewritten with the true key',
    { entries: forged, checkpoints: await checkpointed(forged, KEYS.first, trail), documents: [d0, ...rest] },
    ['DOCUMENT_MISSING', 'WITNESSED_ROOT_DIFFERS'],
    { witness: mailOf(trail.log) },
  )
  const back = await exampleLedger({
    size: 3,
    chain: 'AUDIT',
    alterRow: (row, seq) => (seq === 2 ? { ...row, at: '2026-08-31T20:00:00.000Z' } : row),
  })
  refuse('a row dated back', back, ['DATED_BACK'])
  const ahead = await exampleLedger({
    size: 1,
    chain: 'AUDIT',
    alterRow: (row) => ({ ...row, at: '2026-09-01T01:00:00.000Z' }),
  })
  refuse('a row dated ahead', ahead, ['SIGNED_AFTER_APPENDED'])
  const odd = await exampleLedger({ size: 1, chain: 'AUDIT', alterRow: (row) => ({ ...row, more: 1 }) })
  refuse('a row with a member too many', odd, ['DOCUMENT_MALFORMED'])
  refuse(
    'the chain of sign-offs under the name of the audit’s',
    {
      ...signOffs,
      origin: trail.origin,
      documents: [],
    },
    ['ENTRY_OF_OTHER_CHAIN', 'CHECKPOINT_OF_OTHER_LEDGER', 'DOCUMENT_MISSING'],
  )
  refuse('an entry of the audit among sign-offs', await withAuditEntry(), ['ENTRY_OF_OTHER_CHAIN'])
  refuse('a mail whose checkpoint is broken', {}, ['WITNESS_LINE_WRONG', 'WITNESS_OF_OTHER_LEDGER'], {
    witness: mailOf(trail.log).replaceAll('head ', 'haed '),
  })
  return { good, bad }
}

const withAuditEntry = async (): Promise<Example> => {
  const one = await exampleLedger({ size: 1, openEnd: true })
  const at = START + 1000
  const content = 'ab'.repeat(32)
  const body = { v: 1, org: ORG, kind: 'AUDIT', id: uuid('row'), kid: ROOT, content } as const
  const prev = one.entries[0]?.hash ?? ZERO_HASH
  const entry: LedgerEntry = placeEntry(await signBody(body, KEYS.first.sign), { seq: 1, at, prev })
  return { ...one, entries: [...one.entries, entry] }
}
