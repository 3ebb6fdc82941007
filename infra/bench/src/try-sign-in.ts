/** One attempt to sign in by name and password, as a stranger with an address of their own makes it. */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { post, type Answer } from './api-client.ts'

const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { code } } }`

/** Connections of their own: nobody who works waits for theirs. */
const strangers = new Agent({ keepAlive: true, maxSockets: 512 })

export type Outcome = 'IN' | 'REFUSED' | 'LIMITED' | 'FAULT'

const outcomeOf = ({ status, body }: Answer): Outcome => {
  if (body.includes('"Viewer"')) return 'IN'
  if (body.includes('RATE_LIMITED')) return 'LIMITED'
  return status === 200 && body.includes('NOT_ELIGIBLE') ? 'REFUSED' : 'FAULT'
}

export const trySignIn = async (
  server: string,
  given: {
    readonly name: string
    readonly password: string
    readonly address: string
    readonly device?: string
  },
) => {
  const { name, password, address, device } = given
  const answer = await post(
    new URL('/graphql', server),
    JSON.stringify({ query: SIGN_IN, variables: { input: { signInName: name, password } } }),
    { 'x-forwarded-for': address, ...(device ? { cookie: `steward-device=${device}` } : {}) },
    strangers,
  )
  const cookies = [answer.headers['set-cookie'] ?? []].flat()
  return {
    outcome: outcomeOf(answer),
    retryAfterSeconds: Number(/"retryAfterSeconds":(\d+)/.exec(answer.body)?.[1] ?? 0),
    device: cookies
      .map((each) => /^steward-device=([^;]+)/.exec(each)?.[1])
      .find((each) => each !== undefined),
  }
}

export const anyAddress = () => `10.${byte()}.${byte()}.${byte()}`
const byte = () => Math.floor(Math.random() * 256)
export const oneOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!
export const unknownName = () =>
  `${oneOf(['wang', 'li', 'zhao', 'admin', 'chen'])}${Math.floor(Math.random() * 1e6)}@demo`

/** Does `once` so often a second for so long, however long each takes; times from when each was due, in milliseconds. */
export const steadily = async (
  perSecond: number,
  seconds: number,
  once: () => Promise<unknown>,
): Promise<number[]> => {
  const begin = performance.now()
  const times: number[] = []
  const running: Promise<void>[] = []
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begin + (n * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    running.push(once().then(() => void times.push(performance.now() - due)))
  }
  await Promise.all(running)
  return times
}
