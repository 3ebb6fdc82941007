/** One POST to the address that was examined: following nothing, waiting not long, reading not much. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Endpoint } from './public-address.ts'

const TIMEOUT_MS = 10_000
/** What an endpoint says beyond this is dropped. */
const MOST_BYTES_READ = 16_384

export interface Reply {
  readonly status: number
  readonly body: string
}

/**
 * Node's own client follows no redirect and uses no proxy; its `lookup` is answered with the address that was examined.
 * @throws Error named TimeoutError where no answer came in time, another one where there was no connection
 */
export const callEndpoint = (
  { url, address, family }: Endpoint,
  payload: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> =>
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
        const chunks: Buffer[] = []
        let read = 0
        response.on('data', (chunk: Buffer) => {
          read += chunk.length
          if (read > MOST_BYTES_READ) response.destroy()
          else chunks.push(chunk)
        })
        response.on('error', () => undefined)
        response.on('close', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        )
      },
    )
    request.on('error', (error) =>
      reject(request.destroyed && error.name === 'AbortError' ? timeout() : error),
    )
    request.end(payload)
  })

const timeout = (): Error => Object.assign(new Error('the endpoint took too long'), { name: 'TimeoutError' })
