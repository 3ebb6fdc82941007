import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { MetricsAddress } from '../setting-values.ts'
import type { ApiMetrics } from './api-metrics.ts'

/**
 * Answers `GET /metrics` at an address of its own, beside the one that the world reaches: no session guards these figures.
 * @throws Error when the address is taken
 */
export async function serveMetrics(
  metrics: Pick<ApiMetrics, 'text'>,
  { host, port }: MetricsAddress,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(503).end(),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  return server
}
