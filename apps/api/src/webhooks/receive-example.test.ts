/** infra/examples/receive-webhook.mjs, as its readers run it: a process of its own, told by the worker's own sender. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { deliverTo } from '../../test/webhook-receiver.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'

const EXAMPLE = join(import.meta.dirname, '../../../../infra/examples/receive-webhook.mjs')

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let secret: string
let endpointId: string
let receiver: ChildProcess
let lines: AsyncIterator<string>
let reading: Interface
let port = 0

const nextLine = async (): Promise<string> => String((await lines.next()).value)

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database, {}, { deliver: deliverTo(() => port) })
  story = await given(database, server)
  const admin = story.as('ADMIN')
  const { partners } = await admin.get<{ partners: { id: string }[] }>('{ partners { id } }')
  const issued = await admin.does<{ secret: string; endpoint: Payload }>(
    'addWebhookEndpoint',
    {
      partnerId: partners[0]!.id,
      url: 'https://hooks.example.com/',
      events: ['complaint.registered', 'complaint.acknowledged'],
    },
    'secret endpoint { id }',
  )
  secret = issued.secret
  endpointId = issued.endpoint.id
  receiver = spawn(process.execPath, [EXAMPLE, '0'], {
    env: { ...process.env, STEWARD_WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  reading = createInterface({ input: receiver.stdout! })
  lines = reading[Symbol.asyncIterator]()
  port = Number(/listening on port (\d+)/.exec(await nextLine())?.[1])
})
afterAll(async () => {
  const gone = once(receiver, 'exit')
  receiver.kill()
  await gone
  reading.close()
  await worker.close()
  await server.close()
  await database.close()
})

const work = async () => {
  await worker.relay()
  await worker.sweep()
  await worker.relay()
  expect(await worker.runJobs('webhooks')).toEqual([])
}
const post = async (id: string, at: Date, body: string, signedWith = secret): Promise<number> => {
  const { status } = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(signedWith).sign(id, at, body),
    },
    body,
  })
  return status
}

describe('the example of a receiver', () => {
  it('is told of a case, and of a replay does nothing again', async () => {
    const program = await story.program(['complaint:register', 'complaint:read'])
    const { id, number } = await program.does(
      'registerComplaint',
      { ...A_CASE, contactName: '李先生', contactPhone: '13900001111' },
      'id number',
    )
    await work()
    expect(await nextLine()).toBe(`complaint.registered ${String(number)} REGISTERED ${id}`)
    const admin = story.as('ADMIN')
    const { webhookEndpoint } = await admin.get<{
      webhookEndpoint: { messages: { edges: { node: { id: string; status: string } }[] } }
    }>(
      'query($id: ID!) { webhookEndpoint(id: $id) { messages(first: 5) { edges { node { id status } } } } }',
      {
        id: endpointId,
      },
    )
    const [{ node }] = webhookEndpoint.messages.edges as [{ node: { id: string; status: string } }]
    expect(node.status).toBe('DELIVERED')
    await admin.does('replayWebhookMessage', { messageId: node.id }, 'id')
    await admin.does('testWebhookEndpoint', { endpointId }, 'id')
    await work()
    // The replay came before the test, and left no line.
    expect(await nextLine()).toBe(`webhook.test ${endpointId}`)
  })

  it('believes nothing that is unsigned, signed by somebody else, changed or old', async () => {
    const body = JSON.stringify({ type: 'complaint.closed', data: { id: 'cmp_1', status: 'CLOSED' } })
    const now = new Date()
    const foreign = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
    expect(await post('msg_1', now, body, foreign)).toBe(401)
    expect(await post('msg_2', new Date(now.getTime() - 600_000), body)).toBe(401)
    const plain = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
    expect(plain.status).toBe(401)
    const signature = new Webhook(secret).sign('msg_3', now, body)
    const changed = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        'webhook-id': 'msg_3',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signature,
      },
      body: body.replace('CLOSED', 'OPEN'),
    })
    expect(changed.status).toBe(401)
    expect(await post('msg_4', now, body)).toBe(204)
    expect(await nextLine()).toBe('complaint.closed CLOSED cmp_1')
  })
})
