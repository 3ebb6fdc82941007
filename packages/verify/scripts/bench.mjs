/**
 * How long the verifier takes: `npm run bench -w @steward/verify [-- ENTRIES]`; 100,000 entries if not said.
 * Writes a ledger of so many signed entries with a checkpoint every 256, then verifies it in a process of its own, once
 * without and once with the signatures of the entries, and prints seconds, processor time and memory.
 */
import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync, closeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkpointHash,
  CompactRange,
  placeEntry,
  readNote,
  rootKey,
  signBody,
  signCheckpoint,
  toHex,
  verifyLedger,
  ZERO_HASH,
} from '../dist/index.js'
import { bodyOf, KEYS, ORG, START } from '../dist/example-ledger.js'

const EVERY = 256
const { publicKey, kid, sign } = KEYS.first
const origin = `steward/${ORG}`
const iso = (at) => new Date(at).toISOString()

const write = async (file, entries) => {
  const handle = openSync(file, 'w')
  const range = new CompactRange()
  const checkpoints = []
  let lines = ''
  const put = (line) => {
    lines += `${JSON.stringify(line)}\n`
    if (lines.length > 1 << 20) {
      writeSync(handle, lines)
      lines = ''
    }
  }
  let [head, previous] = [ZERO_HASH, ZERO_HASH]
  put({ format: 'steward-ledger/v1', org: ORG, origin, keys: [rootKey(publicKey, iso(START - 1000))] })
  for (let seq = 0; seq < entries; seq += 1) {
    const at = START + seq * 100
    const entry = placeEntry(await signBody(bodyOf(ORG, seq, kid, at), sign), { seq, at, prev: head })
    head = entry.hash
    range.append(Buffer.from(head, 'hex'))
    put({ entry })
    if (range.size % EVERY !== 0 && range.size !== entries) continue
    const said = { origin, size: range.size, root: toHex(range.root()), at: iso(at), head, previous }
    const note = await signCheckpoint(said, publicKey, sign)
    previous = checkpointHash(readNote(note).text)
    checkpoints.push(note)
  }
  for (const checkpoint of checkpoints) put({ checkpoint })
  writeSync(handle, lines)
  closeSync(handle)
}

const [word = '100000', file, signatures] = process.argv.slice(2)
if (word === 'verify') {
  const start = performance.now()
  const source = createReadStream(file, { highWaterMark: 1 << 20 })
  const report = await verifyLedger(source, { root: kid, signatures: signatures === 'with' })
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const seconds = (performance.now() - start) / 1000
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  console.log(JSON.stringify({ valid: report.valid, seconds, cpu, megabytes: maxRSS / 1024 }))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'steward-verify-'))
  try {
    const ledger = join(folder, 'bench.ledger.jsonl')
    await write(ledger, Number(word))
    const size = Math.round(statSync(ledger).size / 1e6)
    console.log(`${word} entries, ${size} MB, ${availableParallelism()} cores, Node ${process.versions.node}`)
    for (const kind of ['without', 'with']) {
      const told = execFileSync(process.execPath, [import.meta.filename, 'verify', ledger, kind], {
        encoding: 'utf8',
      })
      const { valid, seconds, cpu, megabytes } = JSON.parse(told)
      const figures = `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor, ${Math.round(megabytes)} MB`
      console.log(`${kind.padEnd(7)} signatures: ${valid ? 'valid' : 'NOT VALID'}, ${figures}`)
      if (!valid) process.exitCode = 1
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
