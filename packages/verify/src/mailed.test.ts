/** A mail that somebody kept is a witness, however their mail program has treated it. */
import { expect, it } from 'vitest'
import { mailOf } from '../testing/audit-vectors.ts'
import { check, codesOf } from '../testing/tools.ts'
import { exampleLedger } from './example-ledger.ts'

const ledger = await exampleLedger({ size: 6, every: 3 })
const mail = mailOf(ledger.log)
const quotedPrintable = (text: string) =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/(.{60}[^=]{3})(?=[^\n])/g, '$1=\r\n')
const head = (encoding: string) =>
  `Subject: checkpoint\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`

it.each([
  ['as it was sent', mail],
  ['with the line ends of mail', mail.replaceAll('\n', '\r\n')],
  ['forwarded twice', mail.replaceAll(/^/gm, '> > ')],
  ['its long lines broken after a word', mail.replaceAll(/^(— \S+) /gm, '$1\n')],
  ['its long lines broken anywhere', mail.replaceAll(/^(— .{70})/gm, '$1\n')],
  ['saved whole, quoted-printable', head('quoted-printable') + quotedPrintable(mail)],
  ['saved whole, base64', head('base64') + Buffer.from(mail).toString('base64').replace(/.{76}/g, '$&\r\n')],
])('%s', async (_, text) => {
  const options = { witnesses: [{ name: 'mail.txt', text }] }
  expect(await check(ledger, options)).toMatchObject({ findings: [], witnessed: 6 })
  const cut = { ...ledger, entries: ledger.entries.slice(0, 3), checkpoints: ledger.checkpoints.slice(0, 1) }
  expect(codesOf(await check(cut, options))).toEqual(['WITNESSED_TAIL_MISSING'])
  expect((await check(cut)).valid).toBe(true)
})

it('without a checkpoint of this ledger says that it is of another', async () => {
  const options = { witnesses: [{ name: 'mail.txt', text: 'Dear auditor,\n' }] }
  expect(codesOf(await check(ledger, options))).toEqual(['WITNESS_OF_OTHER_LEDGER'])
})
