/**
 * Receives webhooks (Standard Webhooks) and believes only what is signed: Node.js alone, no package. Steward calls port 443 of a
 * public name, so this stands behind the proxy that ends TLS for yours.
 * STEWARD_WEBHOOK_SECRET=whsec_… node infra/examples/receive-webhook.mjs 8080
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { STEWARD_WEBHOOK_SECRET = '' } = process.env
const [port = '8080'] = process.argv.slice(2)
if (!STEWARD_WEBHOOK_SECRET.startsWith('whsec_')) {
  console.error(
    'STEWARD_WEBHOOK_SECRET must hold whsec_…; it is shown when an endpoint is added or its secret rotated.',
  )
  process.exit(1)
}
const key = Buffer.from(STEWARD_WEBHOOK_SECRET.slice('whsec_'.length), 'base64')

const TOLERANCE_SECONDS = 300
const MOST_BYTES = 100_000

/** Signed is `id.timestamp.body`. After a rotation the header holds one signature for each secret: one that fits is enough. */
function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers
  // What is old may have been overheard and sent again.
  if (!id || !(Math.abs(Date.now() / 1000 - Number(timestamp)) < TOLERANCE_SECONDS)) return false
  const right = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  return signatures.split(' ').some((signature) => {
    const [version, text = ''] = signature.split(',')
    const given = Buffer.from(text, 'base64')
    return version === 'v1' && given.length === right.length && timingSafeEqual(given, right)
  })
}

/** A message may come twice, after a lost answer or a replay: its id is the same. Keep this where it outlives a restart. */
const seen = new Set()

const server = createServer(async (request, response) => {
  const chunks = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return response.writeHead(413).end()
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end()
  // Answer first, within ten seconds, and work afterwards: what is not answered 2xx comes again.
  response.writeHead(204).end()
  const id = request.headers['webhook-id']
  if (seen.has(id)) return
  seen.add(id)
  const { type, data } = JSON.parse(body)
  // The event is a hint: read the case for what it says now (read-case.mjs). An older `version` than the one you know came late.
  console.log([type, data.number, data.status, data.id].filter(Boolean).join(' '))
})
server.listen(Number(port), () => console.log(`listening on port ${server.address().port}`))
