/** A partner's endpoint: a real HTTP server on this machine, reached through the seam that only tests have. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deliver } from '../src/webhooks/deliver.ts'
import type { WorkerServices } from '../src/worker/worker-services.ts'

export interface Got {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly port: number
  readonly got: Got[]
  /** What it answers from now on: 204 unless a test says otherwise. */
  answer: (got: Got) => number
  close(): Promise<void>
}

export const webhookReceiver = async (): Promise<Receiver> => {
  const got: Got[] = []
  const receiver = { port: 0, got, answer: () => 204, close: async () => undefined } as Receiver & {
    port: number
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body }
      got.push(one)
      response.writeHead(receiver.answer(one)).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  receiver.port = (server.address() as AddressInfo).port
  receiver.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return receiver
}

/** The sender itself, with the hosts of `example.com` standing on this machine. */
export const deliverTo =
  (port: () => number): NonNullable<WorkerServices['deliver']> =>
  (url, message) => {
    const { pathname, search } = new URL(url)
    return deliver(`http://127.0.0.1:${port()}${pathname}${search}`, message, { allowLoopback: true })
  }
