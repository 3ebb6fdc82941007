/** Sends one signed message to an endpoint: to the address that was examined, once, following nothing. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Webhook } from 'standardwebhooks'
import { findEndpoint, type Endpoint, type EndpointRefusal, type EndpointRules } from './public-address.ts'

const TIMEOUT_MS = 10_000
/** What an endpoint says is not read: it is dropped after this much. */
const MOST_BYTES_READ = 16_384

export interface Message {
  /** The same at every attempt: receivers drop what they have seen (`webhook-id`). */
  readonly id: string
  /** Of this attempt: receivers refuse what is more than five minutes old. */
  readonly at: Date
  /** JSON, sent byte for byte: ids and words of ours, no personal value. */
  readonly body: string
  /** Secrets that are valid now, `whsec_…`: two while one replaces the other. */
  readonly secrets: readonly [string, ...string[]]
}

export type DeliveryFailure = EndpointRefusal | 'TIMEOUT' | 'REDIRECT' | 'REFUSED' | 'UNREACHABLE'

export interface Delivered {
  /** Undefined: the endpoint took it (2xx). */
  readonly failure: DeliveryFailure | undefined
  /** HTTP status; null where none came. */
  readonly status: number | null
  readonly ms: number
}

/** Headers of Standard Webhooks: one signature for each valid secret, separated by spaces. */
export const signedHeaders = ({ id, at, body, secrets }: Message): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'Steward-Webhooks',
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
})

/** Tries once; what came of it is an answer, never an exception. */
export const deliver = async (url: string, message: Message, rules: EndpointRules): Promise<Delivered> => {
  const began = performance.now()
  const outcome = (failure: DeliveryFailure | undefined, status: number | null = null): Delivered => ({
    failure,
    status,
    ms: Math.round(performance.now() - began),
  })
  const endpoint = await findEndpoint(url, rules)
  if (typeof endpoint === 'string') return outcome(endpoint)
  try {
    const status = await post(endpoint, message.body, signedHeaders(message))
    if (status >= 200 && status < 300) return outcome(undefined, status)
    return outcome(status >= 300 && status < 400 ? 'REDIRECT' : 'REFUSED', status)
  } catch (error) {
    return outcome((error as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE')
  }
}

/** Node's own client follows no redirect and uses no proxy; its `lookup` is answered with the address that was examined. */
const post = (
  { url, address, family }: Endpoint,
  payload: string,
  headers: Record<string, string>,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(payload) },
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        lookup: (_host, options, answer) => {
          if (options.all) answer(null, [{ address, family }])
          else answer(null, address, family)
        },
      },
      (response) => {
        let read = 0
        response.on('data', (chunk: Buffer) => {
          read += chunk.length
          if (read > MOST_BYTES_READ) response.destroy()
        })
        response.on('error', () => undefined)
        response.on('close', () => resolve(response.statusCode ?? 0))
      },
    )
    request.on('error', (error) =>
      reject(request.destroyed && error.name === 'AbortError' ? timeout() : error),
    )
    request.end(payload)
  })

const timeout = (): Error => Object.assign(new Error('the endpoint took too long'), { name: 'TimeoutError' })
