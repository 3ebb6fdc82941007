/**
 * A witness of Steward's ledgers (FORMAT.md, section 9; C2SP tlog-witness): remembers the newest checkpoint of each ledger that it knows,
 * compares the next one with it, and cosigns it or refuses. Run it on a machine that nobody of the organization can reach, behind a
 * proxy that ends TLS for port 443. Node.js and packages/verify, nothing else.
 *
 * node infra/examples/cosign-checkpoints.mjs NAME FOLDER PORT
 *
 * FOLDER holds what the witness knows:
 *   ORGANIZATION.ring.json    the ledger's keys as Steward publishes them (keys/ledger/ring.json of its signer); put there by you,
 *                             after you compared the root key with the organization, and again whenever a key has changed
 *   ORGANIZATION.*.witness.log  every checkpoint that it cosigned, for steward-verify --witness; the last line is where it stands
 *   witness.key               its own key, made at the first start
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import {
  cosign,
  EMPTY_ROOT,
  ledgerKeyHash,
  readCheckpoint,
  readKeyRing,
  readNote,
  signsAt,
  toHex,
  verifyConsistency,
  verifyNoteSignature,
} from '@steward/verify'

const [name, folder, port = '8080'] = process.argv.slice(2)
if (!name || !folder) {
  console.error('cosign-checkpoints.mjs NAME FOLDER [PORT]')
  process.exit(1)
}
mkdirSync(folder, { recursive: true, mode: 0o700 })
const keyFile = join(folder, 'witness.key')
if (!existsSync(keyFile)) {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
}
const key = createPrivateKey(readFileSync(keyFile))
const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)

const MOST_BYTES = 100_000
const OLD = /^old (0|[1-9]\d{0,15})$/
const ORIGIN = /^steward\/([0-9a-f-]{36})(\/audit)?$/

class Refusal extends Error {
  constructor(status, body = '') {
    super(body)
    this.status = status
  }
}

const logOf = (origin) => {
  const [, organization, audit] = ORIGIN.exec(origin)
  return join(folder, `${organization}${audit ? '.audit' : '.sign-offs'}.witness.log`)
}

/** What it cosigned last for that ledger. */
const lastOf = (origin) => {
  const file = logOf(origin)
  const line = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) : undefined
  if (!line) return { size: 0, root: toHex(EMPTY_ROOT) }
  return readCheckpoint(readNote(JSON.parse(line).checkpoint).text)
}

/** The keys that the organization published; read each time, so that a change needs no restart. */
const ringOf = (origin) => {
  const organization = ORIGIN.exec(origin)?.[1]
  const file = join(folder, `${organization}.ring.json`)
  if (!organization || !existsSync(file)) throw new Refusal(404)
  return readKeyRing(readFileSync(file, 'utf8'))
}

const isSigned = (ring, { text, signatures }, { origin, at }) =>
  signatures.some((line) =>
    [...ring.keys.values()].some(
      (it) =>
        line.name === origin &&
        line.keyHash === ledgerKeyHash(origin, it.publicKey) &&
        signsAt(it, Date.parse(at)) &&
        verifyNoteSignature(text, line, it.publicKey),
    ),
  )

/** The line that it signs. @throws Refusal */
const judge = async (body) => {
  const end = body.indexOf('\n\n')
  if (end < 0) throw new Refusal(400)
  const [first, ...nodes] = body.slice(0, end).split('\n')
  const note = body.slice(end + 2)
  const old = OLD.exec(first)?.[1]
  const read = readNote(note)
  const said = read && readCheckpoint(read.text)
  if (old === undefined || !said) throw new Refusal(400)
  const ring = ringOf(said.origin)
  if (ring.faults.length > 0 || !isSigned(ring, read, said)) throw new Refusal(403)
  const last = lastOf(said.origin)
  if (Number(old) !== last.size || said.size < last.size) throw new Refusal(409, `${last.size}\n`)
  const [from, to] = [last.root, said.root].map((root) => Buffer.from(root, 'hex'))
  if (said.size === last.size && last.root !== said.root) throw new Refusal(409, `${last.size}\n`)
  const proof = nodes.map((node) => Buffer.from(node, 'base64'))
  if (!verifyConsistency(last.size, said.size, from, to, proof)) throw new Refusal(422)
  const seconds = Math.floor(Date.now() / 1000)
  const cosigned = await cosign(note, { name, publicKey }, seconds, (message) => sign(null, message, key))
  // On the disk before it is given away: it never cosigns two histories.
  if (said.size > last.size) {
    const line = { at: new Date(seconds * 1000).toISOString(), checkpoint: note }
    appendFileSync(logOf(said.origin), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true })
  }
  return cosigned.slice(note.length)
}

const answer = async (body, response) => {
  try {
    const line = await judge(body)
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(line)
  } catch (error) {
    const { status = 400, message = '' } = error instanceof Refusal ? error : {}
    response.writeHead(status, { 'content-type': 'text/x.tlog.size' }).end(message)
  }
}

/** One after the other, so that two requests never meet the same last checkpoint. */
let turn = Promise.resolve()

const server = createServer(async (request, response) => {
  const chunks = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return response.writeHead(413).end()
    chunks.push(chunk)
  }
  if (request.method !== 'POST') return response.writeHead(405).end()
  const before = turn
  turn = before.finally(() => answer(Buffer.concat(chunks).toString('utf8'), response))
  await turn
})
server.listen(Number(port), () =>
  console.log(
    `witness ${name} with the public key ${toHex(publicKey)} listening on port ${server.address().port}`,
  ),
)
