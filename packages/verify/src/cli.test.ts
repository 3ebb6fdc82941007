import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from './cli.ts'
import { exampleLedger, KEYS, proofOf, WITNESS_NAME, writeLedger } from './example-ledger.ts'
import { toHex } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'steward-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const run = async (...words: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await main(words, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  })
  return { code, ...said }
}

const ledger = await exampleLedger({ size: 20, every: 8, withDocuments: true })
const good = file('good.ledger.jsonl', writeLedger(ledger))
const bad = file('bad.ledger.jsonl', writeLedger(ledger).replace('complaint:review', 'complaint:settle'))
const log = file('a.witness.log', ledger.log)
const root = KEYS.first.kid

describe('steward-verify', () => {
  it('says that a sound ledger is valid, and which root key it took on trust', async () => {
    const trusting = await run(good, '--witness', log)
    expect(trusting.code).toBe(0)
    expect(trusting.out).toMatch(/^有效/)
    expect(trusting.out).toContain(`按文件所述采信 ${root}`)
    const named = await run(good, '--witness', log, '--root', root, '--language', 'en')
    expect(named.code).toBe(0)
    expect(named.out).toMatch(/^VALID/)
    expect(named.out).toContain('20 seen by a witness')
    expect(named.out).toContain(`Root key ${root} (the one you named)`)
    expect(named.out).not.toContain('on trust')
  })

  it('says exactly what is wrong and where, in the language asked for', async () => {
    const zh = await run(bad, '--root', root)
    expect(zh.code).toBe(1)
    expect(zh.out).toContain('✗ 第 1 号条目，文件第 3 行：散列与内容不符：条目被改动过。 [HASH_DIFFERS]')
    const en = await run(bad, '--root', root, '--language', 'en')
    expect(en.out).toContain('✗ entry 1, line 3 of the file: its hash is not that of its content')
    expect(await run(good, '--root', KEYS.attacker.kid)).toMatchObject({ code: 1 })
  })

  it('answers in JSON for programs', async () => {
    const { code, out } = await run(bad, '--root', root, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ valid: false, entries: 20, findingCount: 2, rootNamed: true })
  })

  it('knows a cosigning witness by its key, and a proof by its form', async () => {
    const key = `${WITNESS_NAME}=${toHex(KEYS.witness.publicKey)}`
    const cosigned = await run(good, '--root', root, '--witness-key', key, '--json')
    expect(JSON.parse(cosigned.out)).toMatchObject({ valid: true, witnessed: 20 })
    const proof = file('a.proof.json', JSON.stringify(proofOf(ledger, [3, 4, 5]), null, 2))
    const report = await run(proof, '--root', root, '--witness', log, '--json')
    expect(JSON.parse(report.out)).toMatchObject({ valid: true, entries: 3, witnessed: 20, documents: 3 })
  })

  it('says when signatures were not checked', async () => {
    const { code, out } = await run(good, '--no-signatures', '--language', 'en')
    expect(code).toBe(0)
    expect(out).toContain('SIGNATURES_NOT_CHECKED')
  })

  it.each([
    ['no file', []],
    ['two files', [good, bad]],
    ['a file that is not there', [join(folder, 'none')]],
    ['a file of something else', [log]],
    ['a log that is not there', [good, '--witness', join(folder, 'none')]],
    ['an unknown option', [good, '--force']],
    ['a root that is no key id', [good, '--root', 'x']],
    ['a witness key without a name', [good, '--witness-key', toHex(KEYS.witness.publicKey)]],
    ['a language it does not speak', [good, '--language', 'fr']],
  ])('refuses %s as unusable', async (_, words) => {
    const { code, err } = await run(...words)
    expect(code).toBe(2)
    expect(err).not.toBe('')
  })

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--witness-key') as string,
    })
  })
})
