import { createHash } from 'node:crypto'
import type { RequestContext } from '../context.ts'

/**
 * The context of a verb whose input holds passwords or codes: the hash that is kept with its Idempotency-Key is made without them. A
 * plain hash over the request would let whoever reads that table try passwords a million times a second.
 */
export const withoutSecrets = (context: RequestContext, input: object): RequestContext => {
  const open = Object.entries(input).filter(([name]) => !/password|code|token|response|pin/i.test(name))
  const requestHash = createHash('sha256')
    .update(JSON.stringify([input.constructor.name, open]))
    .digest('hex')
  return { ...context, requestHash }
}
