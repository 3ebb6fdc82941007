import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createStewardClient } from './client.ts'
import { failureOf } from './failure.ts'
import { SignInAsDocument, SignInDocument, SignOutDocument, ViewerDocument } from './generated/graphql.ts'
import trusted from './generated/trusted-documents.json' with { type: 'json' }

interface Sent {
  readonly query: string
  readonly headers: Record<string, string>
}

type Answer = object | 'lost' | number

/** A server that plays the given answers in order and remembers what it was sent. */
function server(...answers: Answer[]) {
  const sent: Sent[] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    const { query } = JSON.parse(String(init?.body)) as { query: string }
    sent.push({ query, headers: init?.headers as Record<string, string> })
    const answer = answers.shift() ?? { data: {} }
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    if (typeof answer === 'number')
      return new Response('', { status: answer, headers: { 'x-request-id': 'req-7' } })
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  }
  return { sent, fetch: fetch as typeof globalThis.fetch }
}

const signedOut = { data: { signOut: { __typename: 'SignOutSuccess', signedOut: 1 } } }
const refused = (field: string) => ({
  data: { [field]: { __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE', message: '' } },
})
const unauthenticated = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }], data: null }
const fault = {
  errors: [{ message: 'no', extensions: { code: 'INTERNAL', requestId: 'req-9' } }],
  data: null,
}

function clientOf(fetch: typeof globalThis.fetch, sessionEnded = async () => false) {
  return createStewardClient({ locale: () => 'zh-CN', sessionEnded, fetch })
}

describe('what goes over the wire', () => {
  it('is a document that the server trusts, byte for byte', async () => {
    const { sent, fetch } = server({ data: { viewer: null } }, refused('signIn'), refused('signInAs'))
    const client = clientOf(fetch)
    await client.query({ query: ViewerDocument })
    await client.mutate({
      mutation: SignInDocument,
      variables: { input: { signInName: 'a', password: 'b' } },
    })
    await client.mutate({ mutation: SignInAsDocument, variables: { input: { signInName: 'a' } } })
    const hashes = sent.map(({ query }) => createHash('sha256').update(query).digest('hex'))
    expect(Object.keys(trusted)).toEqual(expect.arrayContaining(hashes))
    expect(hashes).toHaveLength(3)
  })

  it('names the language, and carries a header that no foreign form can send', async () => {
    const { sent, fetch } = server({ data: { viewer: null } })
    await clientOf(fetch).query({ query: ViewerDocument })
    expect(sent[0]?.headers).toMatchObject({ 'accept-language': 'zh-CN', 'apollo-require-preflight': 'true' })
    expect(sent[0]?.headers).not.toHaveProperty('idempotency-key')
  })
})

describe('pressing the button again', () => {
  const keys = async (...answers: Answer[]) => {
    const { sent, fetch } = server(...answers)
    const client = clientOf(fetch)
    for (const _ of answers)
      await client
        .mutate({ mutation: SignOutDocument, variables: { input: { everywhere: false } } })
        .catch(() => 0)
    return sent.map(({ headers }) => headers['idempotency-key'])
  }

  it.each([
    ['the connection was lost', 'lost'],
    ['a proxy answered 503', 503],
    ['the server failed', fault],
  ] as const)('is the same act when %s', async (_, answer) => {
    const [first, second] = await keys(answer, signedOut)
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(second).toBe(first)
  })

  it('is a new act when the first was answered', async () => {
    const [first, second] = await keys(signedOut, signedOut)
    expect(second).not.toBe(first)
  })

  it('is a new act when something else was typed', async () => {
    const { sent, fetch } = server('lost', 'lost')
    const client = clientOf(fetch)
    for (const signInName of ['a', 'b'])
      await client.mutate({ mutation: SignInAsDocument, variables: { input: { signInName } } }).catch(() => 0)
    expect(sent[0]?.headers['idempotency-key']).not.toBe(sent[1]?.headers['idempotency-key'])
  })
})

describe('a session that ended', () => {
  it('holds the request until the person is back, then sends it once more', async () => {
    const { sent, fetch } = server(unauthenticated, signedOut)
    let comeBack = (_same: boolean) => {}
    const back = new Promise<boolean>((resolve) => (comeBack = resolve))
    const request = clientOf(fetch, () => back).mutate({
      mutation: SignOutDocument,
      variables: { input: { everywhere: false } },
    })
    await expect.poll(() => sent.length).toBe(1)
    comeBack(true)
    expect((await request).data?.signOut.__typename).toBe('SignOutSuccess')
    expect(sent).toHaveLength(2)
  })

  it('lets the request fail when somebody else takes the seat', async () => {
    const { sent, fetch } = server(unauthenticated)
    const error = await clientOf(fetch)
      .mutate({ mutation: SignOutDocument, variables: { input: { everywhere: false } } })
      .catch((reason: unknown) => reason)
    expect(failureOf(error).code).toBe('UNAUTHENTICATED')
    expect(sent).toHaveLength(1)
  })
})

describe('why a request brought no answer', () => {
  const failure = async (answer: Answer) => {
    const error = await clientOf(server(answer).fetch)
      .query({ query: ViewerDocument })
      .catch((reason: unknown) => reason)
    return failureOf(error)
  }

  it.each([
    ['a lost connection', 'lost', { code: 'OFFLINE', requestId: undefined }],
    ['a fault, with the id to quote', fault, { code: 'INTERNAL', requestId: 'req-9' }],
    ['too many requests', 429, { code: 'RATE_LIMITED', requestId: 'req-7' }],
    ['a server that restarts', 503, { code: 'UNAVAILABLE', requestId: 'req-7' }],
    [
      'a code never heard of',
      { errors: [{ message: 'x', extensions: { code: 'NEW' } }] },
      { code: 'INTERNAL' },
    ],
  ] as const)('tells %s', async (_, answer, expected) => {
    expect(await failure(answer)).toMatchObject(expected)
  })
})
