import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver, type Message } from './deliver.ts'
import { findEndpoint, type Resolve } from './public-address.ts'

/** Everything that listens here and must never be called; every connection is counted. */
let inside: Server
let port: number
let connections = 0
const received: { headers: IncomingMessage['headers']; body: string; path: string }[] = []

beforeAll(async () => {
  inside = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body, path: request.url ?? '' })
      if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end()
      else if (request.url === '/endless') {
        const more = () => response.writable && response.write('x'.repeat(10_000), () => setImmediate(more))
        more()
      } else response.writeHead(request.url === '/broken' ? 500 : 204).end()
    })
  })
  inside.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  port = (inside.address() as AddressInfo).port
})
afterAll(() => {
  inside.closeAllConnections()
  inside.close()
})

const SECRETS = [
  'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  'whsec_c2Vjb25kLXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==',
] as const
const message: Message = {
  id: 'msg_0190f1f1f1f17f1f8f1ff1f1f1f1f1f1',
  at: new Date(),
  body: JSON.stringify({ type: 'complaint.acknowledged', data: { id: 'cmp_1', version: 2 } }),
  secrets: [SECRETS[0]],
}

/** Ways to write an address that is not of the public internet. */
const CORPUS = [
  '127.0.0.1', '127.1', '127.0.1', '0x7f.1', '0x7f000001', '2130706433', '0177.0.0.1', '127.255.255.254', '0.0.0.0', '0',
  '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '169.254.169.254',
  '169.254.0.1', '0xa9fea9fe', '2852039166', '100.64.0.1', '100.100.100.200', '192.0.0.1', '192.0.2.1', '198.18.0.1',
  '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '192.88.99.1',
  '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:169.254.169.254]', '[::ffff:10.0.0.1]', '[::127.0.0.1]',
  '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[fec0::1]', '[ff02::1]', '[2001:db8::1]', '[64:ff9b::7f00:1]',
  '[64:ff9b::a9fe:a9fe]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[100::1]', '[4000::1]', '１２７.０.０.１', '127。0。0。1',
] // prettier-ignore

describe('an address that is not public', () => {
  it('is really within reach: the counter counts', async () => {
    const before = connections
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve()))
    })
    expect(connections).toBe(before + 1)
  })

  it.each(CORPUS)('%s is refused without a connection', async (host) => {
    const before = connections
    for (const url of [
      `https://${host}/hook`,
      `https://${host}:${port}/hook`,
      `http://${host}:${port}/hook`,
    ]) {
      const { failure, status } = await deliver(url, message, { allowLoopback: false })
      expect([url, failure]).toEqual([
        url,
        expect.stringMatching(/^(NOT_PUBLIC|NOT_HTTPS|WRONG_PORT|NO_ADDRESS)$/),
      ])
      expect(status).toBeNull()
    }
    expect(await findEndpoint(`https://${host}/`, { allowLoopback: false })).toMatch(
      /^(NOT_PUBLIC|NO_ADDRESS)$/,
    )
    expect(connections).toBe(before)
  })

  it('is refused behind a name, also as one of several and for a name that turns round', async () => {
    const before = connections
    const names: Record<string, string[][]> = {
      'inside.example': [['127.0.0.1']],
      'mixed.example': [['93.184.215.14', '10.0.0.1']],
      'metadata.example': [['169.254.169.254']],
      'six.example': [['::ffff:127.0.0.1']],
      'nobody.example': [[]],
    }
    const asked: string[] = []
    const resolve: Resolve = async (host) => {
      asked.push(host)
      return (names[host]?.[0] ?? []).map((address) => ({ address, family: 4 }))
    }
    for (const host of Object.keys(names)) {
      const { failure } = await deliver(`https://${host}/hook`, message, { allowLoopback: false, resolve })
      expect([host, failure]).toEqual([host, host === 'nobody.example' ? 'UNKNOWN_HOST' : 'NOT_PUBLIC'])
    }
    expect(asked).toEqual(Object.keys(names))
    expect(connections).toBe(before)
  })

  it('is not met by asking twice: a rebinding name is resolved once, and that answer is used', async () => {
    const before = connections
    let times = 0
    const resolve: Resolve = async () => {
      times += 1
      return [{ address: times === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }]
    }
    const endpoint = await findEndpoint('https://rebinding.example/', { allowLoopback: false, resolve })
    expect(endpoint).toMatchObject({ address: '93.184.215.14' })
    expect(times).toBe(1)
    expect(connections).toBe(before)
  })

  it('is the only thing that loopback is allowed for', async () => {
    for (const host of ['10.0.0.1', '169.254.169.254', '[fd00::1]'])
      expect(await findEndpoint(`http://${host}/`, { allowLoopback: true })).toBe('NOT_PUBLIC')
  })
})

describe('a delivery', () => {
  const to = (path: string, more: Partial<Message> = {}) =>
    deliver(`http://127.0.0.1:${port}${path}`, { ...message, ...more }, { allowLoopback: true })

  it('bears signatures that an independent client verifies, with either secret while one replaces the other', async () => {
    const { failure, status, ms } = await to('/hook', { secrets: [...SECRETS] })
    expect([failure, status]).toEqual([undefined, 204])
    expect(ms).toBeGreaterThanOrEqual(0)
    const { headers, body } = received.at(-1)!
    for (const secret of SECRETS)
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(
        JSON.parse(message.body),
      )
    expect(() => new Webhook(SECRETS[0]).verify(`${body} `, headers as Record<string, string>)).toThrow()
    const foreign = `whsec_${Buffer.alloc(24).toString('base64')}`
    expect(() => new Webhook(foreign).verify(body, headers as Record<string, string>)).toThrow()
  })

  it('follows no redirect', async () => {
    const before = received.length
    expect(await to('/moved')).toMatchObject({ failure: 'REDIRECT', status: 302 })
    expect(received.slice(before).map(({ path }) => path)).toEqual(['/moved'])
  })

  it('tells a refusal by its status, and an endpoint that is not there', async () => {
    expect(await to('/broken')).toMatchObject({ failure: 'REFUSED', status: 500 })
    const gone = await deliver('http://127.0.0.1:1/hook', message, { allowLoopback: true })
    expect(gone).toMatchObject({ failure: 'UNREACHABLE', status: null })
  })

  it('does not listen to an endpoint that never stops talking', async () => {
    expect(await to('/endless')).toMatchObject({ status: 200 })
  })
})
