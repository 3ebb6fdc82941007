/** Sends one signed message to an endpoint: to the address that was examined, once, following nothing. */
import { Webhook } from 'standardwebhooks'
import { callEndpoint } from './call-endpoint.ts'
import { findEndpoint, type EndpointRefusal, type EndpointRules } from './public-address.ts'

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
    const { status } = await callEndpoint(endpoint, message.body, signedHeaders(message))
    if (status >= 200 && status < 300) return outcome(undefined, status)
    return outcome(status >= 300 && status < 400 ? 'REDIRECT' : 'REFUSED', status)
  } catch (error) {
    return outcome((error as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE')
  }
}
