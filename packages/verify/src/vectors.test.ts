import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  makeVectors,
  vectorText,
  type BadFile,
  type GoodFile,
  type Vectors,
} from '../testing/make-vectors.ts'
import { codesOf, once } from '../testing/tools.ts'
import {
  challengeOf,
  commitment,
  CompactRange,
  ed25519Key,
  entryHash,
  entrySigningMessage,
  fromHex,
  isCanonical,
  keyId,
  leafHash,
  PROOF_FORMAT,
  readCosignature,
  readKeyRing,
  readNote,
  sha256Hex,
  statementHash,
  toHex,
  verifyConsistency,
  verifyInclusion,
  verifyLedger,
  verifyNoteSignature,
  verifyProof,
  verifySignature,
  type SignOffBody,
} from './index.ts'

const folder = join(import.meta.dirname, '../vectors')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const vector = <Name extends keyof Vectors>(name: Name): Vectors[Name] =>
  JSON.parse(read(name)) as Vectors[Name]

const verify = ({ file, root, witness, witnessKey }: GoodFile | BadFile) => {
  const [name, key] = (witnessKey ?? '').split('=')
  const options = {
    root,
    verify: once,
    witnesses: witness === undefined ? [] : [{ name: 'a.witness.log', text: witness }],
    witnessKeys: key === undefined ? [] : [{ name: name!, publicKey: fromHex(key, 32) }],
  }
  return file.includes(PROOF_FORMAT) ? verifyProof(file, options) : verifyLedger([Buffer.from(file)], options)
}

describe('the vectors', () => {
  it('are those the code makes', async () => {
    for (const [name, content] of Object.entries(await makeVectors()))
      expect(read(name)).toBe(vectorText(content))
  })

  it('of canonical JSON hold', () => {
    const { accepted, refused } = vector('canonical.json')
    expect(accepted.filter((text) => !isCanonical(text))).toEqual([])
    expect(refused.filter(({ text }) => isCanonical(text))).toEqual([])
  })

  it('of entries, commitments and keys hold', () => {
    for (const { publicKey, kid, bodyHash, message, entry, leaf } of vector('entries.json')) {
      const it = entry
      expect(keyId(fromHex(publicKey, 32))).toBe(kid)
      expect(sha256Hex(it.body)).toBe(bodyHash)
      expect(toHex(entrySigningMessage(it.body))).toBe(message)
      expect(
        verifySignature(fromHex(message, 49), fromHex(it.sig, 64), ed25519Key(fromHex(publicKey, 32))),
      ).toBe(true)
      expect(entryHash(it)).toBe(it.hash)
      expect(toHex(leafHash(fromHex(it.hash, 32)))).toBe(leaf)
    }
    for (const { salt, value, c } of vector('commitments.json')) expect(commitment(salt, value)).toBe(c)
    const ring = readKeyRing(vector('keys.json').ring)
    expect([ring.root, ring.faults, ring.keys.size]).toEqual([vector('keys.json').root, [], 2])
  })

  it('of acts hold', () => {
    for (const { body, nonce, statement, challenge } of vector('acts.json')) {
      const said = JSON.parse(body) as SignOffBody
      expect(statementHash(said, nonce)).toBe(statement)
      expect(challengeOf(said.proof.batch ?? [statement])).toBe(challenge)
    }
  })

  it('of the tree hold', () => {
    const { hashes, roots, compactRange, inclusion, consistency } = vector('tree.json')
    const bytes = (hexes: readonly string[]) => hexes.map((hex) => fromHex(hex, 32))
    const [leaves, tops] = [bytes(hashes), bytes(roots)]
    expect(toHex(new CompactRange(compactRange).root())).toBe(roots[13])
    for (const { index, size, path } of inclusion) {
      expect(verifyInclusion(index, size, leaves[index]!, bytes(path), tops[size]!)).toBe(true)
    }
    for (const { first, size, path } of consistency) {
      expect(verifyConsistency(first, size, tops[first]!, tops[size]!, bytes(path))).toBe(true)
    }
  })

  it('of checkpoints hold', () => {
    const { cosigned, publicKey, text, witness } = vector('checkpoints.json')
    const note = readNote(cosigned)!
    expect(note.text).toBe(text)
    expect(verifyNoteSignature(text, note.signatures[0]!, fromHex(publicKey, 32))).toBe(true)
    const key = { name: witness.name, publicKey: fromHex(witness.publicKey, 32) }
    expect(readCosignature(note, key)).toBe(witness.seconds)
  })

  const files = (['ledgers.json', 'audit.json', 'proofs.json'] as const).map(vector)

  it.each(files.flatMap(({ good }) => good).map((it) => [it.name, it] as const))(
    '%s: valid',
    async (_, it) => {
      const report = await verify(it)
      expect(report.findings).toEqual([])
      expect(report.witnessed).toBe(it.witnessed)
    },
  )

  it.each(files.flatMap(({ bad }) => bad).map((it) => [it.name, it] as const))(
    '%s: refused',
    async (_, it) => {
      const codes = codesOf(await verify(it))
      expect(codes.toSorted()).toEqual(it.findings.toSorted())
    },
  )
})

const has = (program: string, word: string) => spawnSync(program, [word]).status === 0
const canRun = has('python3', '--version') && has('openssl', 'version')
if (!canRun)
  console.log('SKIPPED: the second implementation needs python3 and openssl, and one of them is missing.')

describe.skipIf(!canRun)('the second implementation, in Python', () => {
  it('accepts the good files, refuses the bad ones and computes the same', () => {
    const program = join(import.meta.dirname, '../second/verify.py')
    const { status, stdout, stderr } = spawnSync('python3', [program, '--vectors', folder], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('ok ')),
    ).toEqual([])
    expect(status).toBe(0)
    const files = (['ledgers.json', 'audit.json', 'proofs.json'] as const)
      .map(vector)
      .flatMap(({ good, bad }) => [...good, ...bad])
    expect(stdout.split('\n').filter((line) => line.startsWith('ok ')).length).toBeGreaterThan(files.length)
  })
})
