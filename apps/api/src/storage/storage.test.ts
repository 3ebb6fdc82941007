/**
 * Both storages keep the same promises. The S3 side speaks to a server that stands in for a bucket: it reckons the signature of every
 * request anew from the secret and the bytes that came, as the published algorithm has it, and refuses what does not fit.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from './disk-storage.ts'
import type { FileStorage, StoredPlace } from './file-storage.ts'
import { s3Storage } from './s3-storage.ts'

const SECRET = 'not-a-real-secret'
const KEY = 'KEYOFTHETEST'
const REGION = 'cn-test-1'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

/** Signature Version 4 of a request, reckoned from what arrived. */
const signatureFits = (request: IncomingMessage, body: Buffer): boolean => {
  const [, date = '', headers = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=KEYOFTHETEST\/(\d{8})\/cn-test-1\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  const payload = String(request.headers['x-amz-content-sha256'])
  if (!headers.split(';').includes('host') || !headers.includes('x-amz-content-sha256')) return false
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== hash(body)) return false
  const { pathname, searchParams } = new URL(request.url!, 'http://bucket')
  const query = [...searchParams].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).sort()
  const canonical = [
    request.method,
    pathname,
    query.join('&'),
    ...headers.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    headers,
    payload,
  ].join('\n')
  const scope = `${date}/${REGION}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = ['aws4_request', 's3', REGION, date].reduceRight<Buffer | string>(hmac, `AWS4${SECRET}`)
  return hmac(key, text).toString('hex') === signature
}

const kept = new Map<string, Buffer>()
const refused: string[] = []
const types = new Set<unknown>()
let bucket: Server

const NO_SUCH_KEY = `<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>`

const answer = async (request: IncomingMessage): Promise<[number, Buffer | string]> => {
  const body = await buffer(request)
  const key = new URL(request.url!, 'http://bucket').pathname
  if (!signatureFits(request, body)) {
    refused.push(`${request.method} ${key}`)
    return [403, '<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code></Error>']
  }
  if (request.method === 'PUT') {
    if (Number(request.headers['content-length']) !== body.length) return [411, '']
    types.add(request.headers['content-type'])
    kept.set(key, body)
    return [200, '']
  }
  if (request.method === 'DELETE') return (kept.delete(key), [204, ''])
  const found = kept.get(key)
  return found ? [200, found] : [404, NO_SUCH_KEY]
}

const folder = mkdtempSync(join(tmpdir(), 'steward-storage-'))
let storages: Record<'disk' | 'bucket', FileStorage>
let withKey: (secret: string) => FileStorage

beforeAll(async () => {
  bucket = createServer((request, response) => {
    void answer(request).then(([status, body]) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  const { port } = bucket.address() as AddressInfo
  withKey = (secretAccessKey) =>
    s3Storage({
      name: 'files-of-steward',
      endpoint: `http://127.0.0.1:${port}`,
      region: REGION,
      credentials: { accessKeyId: KEY, secretAccessKey },
      pathStyle: true,
    })
  storages = { disk: diskStorage(folder), bucket: withKey(SECRET) }
})
afterAll(async () => {
  bucket.closeAllConnections()
  await new Promise((resolve) => bucket.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const place = (): StoredPlace => ({ orgId: randomUUID(), id: randomUUID() })
const put = (storage: FileStorage, at: StoredPlace, content: Buffer) =>
  storage.put(at, Readable.from([content.subarray(0, 7), content.subarray(7)]), content.length)
const readFrom = async (storage: FileStorage, at: StoredPlace) => {
  const found = await storage.read(at)
  return found && (await buffer(found))
}

describe.each(['disk', 'bucket'] as const)('files in a %s', (name) => {
  it('come back byte for byte, are nobody else’s, and are gone once removed', async () => {
    const storage = storages[name]
    const [one, other] = [place(), place()]
    const content = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 251))
    await put(storage, one, content)
    expect(await readFrom(storage, one)).toEqual(content)
    expect(await readFrom(storage, other)).toBeUndefined()
    expect(await readFrom(storage, { orgId: other.orgId, id: one.id })).toBeUndefined()
    await storage.remove(one)
    await storage.remove(one)
    expect(await readFrom(storage, one)).toBeUndefined()
  })

  it('lie nowhere but below their organization', async () => {
    const storage = storages[name]
    for (const id of ['../../../etc/passwd', 'a', '', '%2e%2e'])
      await expect(put(storage, { ...place(), id }, Buffer.from('x'))).rejects.toThrow('two UUIDs')
  })
})

describe('a bucket', () => {
  it('is asked by signed requests only, and keeps nothing that a browser would show', () => {
    expect(refused).toEqual([])
    expect([...types]).toEqual(['application/octet-stream'])
  })

  it('refuses who has another secret, and that is a fault, not an empty answer', async () => {
    const at = place()
    await put(storages.bucket, at, Buffer.from('content'))
    await expect(withKey('another').read(at)).rejects.toThrow()
    await expect(put(withKey('another'), at, Buffer.from('other'))).rejects.toThrow()
    expect(String(await readFrom(storages.bucket, at))).toBe('content')
  })
})

it('half of a content is no content: what breaks off leaves nothing behind', async () => {
  const at = place()
  const broken = new Readable({
    read() {
      this.push('begun')
      this.destroy(new Error('gone'))
    },
  })
  await expect(storages.disk.put(at, broken, 100)).rejects.toThrow('gone')
  expect(await storages.disk.read(at)).toBeUndefined()
})
