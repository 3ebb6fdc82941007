import { exampleLedger, KEYS, type Example } from '../src/example-ledger.ts'
import {
  checkpointHash,
  CompactRange,
  placeEntry,
  readCheckpoint,
  readNote,
  signCheckpoint,
  toHex,
  ZERO_HASH,
  type LedgerEntry,
} from '../src/index.ts'
import { witnessed, type Ledger } from './tools.ts'

/** The ledger that is attacked, with checkpoints at 64, 128, 192 and 200. */
export const SIZE = 200
export const true200 = await exampleLedger({ size: SIZE })
export const witnesses = witnessed(true200)

export const with200 = (change: Partial<Ledger>): Ledger => ({ ...true200, ...change })

export const entriesOf = (change: (entries: LedgerEntry[]) => void): Ledger => {
  const entries = [...true200.entries]
  change(entries)
  return with200({ entries })
}

/** As an attacker who holds the database and no key: gives every entry its place and hash anew. */
export const chained = (entries: readonly LedgerEntry[]): LedgerEntry[] => {
  const placed: LedgerEntry[] = []
  for (const [seq, { body, sig, at }] of entries.entries()) {
    placed.push(placeEntry({ body, sig }, { seq, at, prev: placed.at(-1)?.hash ?? ZERO_HASH }))
  }
  return placed
}

/** As one who holds the database and the key: new checkpoints over these entries, at the sizes of the true ones. */
export const checkpointed = async (
  entries: readonly LedgerEntry[],
  key = KEYS.first,
  ledger: Example = true200,
): Promise<string[]> => {
  const range = new CompactRange()
  const notes: string[] = []
  let previous = ZERO_HASH
  for (const original of ledger.checkpoints) {
    const { origin, size, at } = readCheckpoint(readNote(original)!.text)!
    if (size > entries.length) break
    while (range.size < size) range.append(Buffer.from(entries[range.size]!.hash, 'hex'))
    const said = { origin, size, at, previous, head: entries[size - 1]!.hash, root: toHex(range.root()) }
    const note = await signCheckpoint(said, key.publicKey, key.sign)
    previous = checkpointHash(readNote(note)!.text)
    notes.push(note)
  }
  return notes
}
