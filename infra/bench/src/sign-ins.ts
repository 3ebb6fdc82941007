/**
 * Ten thousand sign-ins at five hundred a second by a stranger of many addresses, while people work (threat T12): what the others
 * wait, whether somebody is kept out of their own browser, and whether the time of an answer tells which names there are.
 */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMONSTRATION_PASSWORD } from '../../../apps/api/src/access/demonstration.ts'
import { post, signInAs, type Answer } from './api-client.ts'
import type { Steward } from './steward.ts'

export interface SignIns {
  readonly logins: number
  readonly perSecond: number
  /** Answers of each kind whose times are compared. */
  readonly timed: number
  /** How far the area under the curve may lie from one half; a short run has few answers, hence says less. */
  readonly mostTelling: number
}

const MOST_SLOWED = 2
const LONGEST_SECONDS = 15 * 60
/** What people do beside it, a second: three quarters read their queue, the others a case or the client of a caller. */
const WORK_PER_SECOND = 60

const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { code } } }`
const WORK = [
  '{ complaints(first: 50, filter: { open: true }) { edges { node { id number status severity summary registeredAt assignee { name } } } } }',
  '{ complaints(first: 20, orderBy: NEXT_DUE, filter: { mine: true }) { edges { node { id number summary } } } }',
  '{ complaints(first: 1) { edges { node { id facts events { id action at } } } } }',
  '{ clients(first: 10) { edges { node { id code name } } } }',
]

/** Connections of their own: nobody who works waits for theirs. */
const strangers = new Agent({ keepAlive: true, maxSockets: 512 })

type Outcome = 'IN' | 'REFUSED' | 'LIMITED' | 'FAULT'

const outcomeOf = ({ status, body }: Answer): Outcome => {
  if (body.includes('"Viewer"')) return 'IN'
  if (body.includes('RATE_LIMITED')) return 'LIMITED'
  return status === 200 && body.includes('NOT_ELIGIBLE') ? 'REFUSED' : 'FAULT'
}

const trySignIn = async (
  steward: Steward,
  given: {
    readonly name: string
    readonly password: string
    readonly address: string
    readonly device?: string
  },
) => {
  const { name, password, address, device } = given
  const answer = await post(
    new URL('/graphql', steward.address),
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

const anyAddress = () => `10.${byte()}.${byte()}.${byte()}`
const byte = () => Math.floor(Math.random() * 256)
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!
const unknownName = () =>
  `${oneOf(['wang', 'li', 'zhao', 'admin', 'chen'])}${Math.floor(Math.random() * 1e6)}@demo`

/** Does `once` so often a second for so long, however long each takes; times from when each was due, in milliseconds. */
const steadily = async (
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

const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
}

/** How often an answer to a known name took longer than one to an unknown name: one half where time tells nothing. */
const areaUnderCurve = (known: readonly number[], unknown: readonly number[]): number => {
  const all = [
    ...known.map((time) => ({ time, isKnown: true })),
    ...unknown.map((time) => ({ time, isKnown: false })),
  ].toSorted((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { isKnown }, at) => sum + (isKnown ? at + 1 : 0), 0)
  return (ranks - (known.length * (known.length + 1)) / 2) / (known.length * unknown.length)
}

/** Wrong passwords for known and for unknown names, one after the other in any order. */
const telling = async (steward: Steward, names: readonly string[], timed: number): Promise<number> => {
  const times = { known: [] as number[], unknown: [] as number[] }
  let at = 0
  while (times.known.length < timed || times.unknown.length < timed) {
    const kind = Math.random() < 0.5 ? 'known' : 'unknown'
    if (times[kind].length >= timed) continue
    const name = kind === 'known' ? names[(at += 1) % names.length]! : unknownName()
    const from = performance.now()
    const { outcome } = await trySignIn(steward, {
      name,
      password: 'a wrong password',
      address: anyAddress(),
    })
    if (outcome === 'REFUSED') times[kind].push(performance.now() - from)
    else if (outcome !== 'LIMITED') throw new Error(`${name}: ${outcome}`)
    // Slower than strangers are let in, so that nobody waits for their turn.
    await sleep(110)
  }
  return areaUnderCurve(times.known, times.unknown)
}

/** True when the others hardly noticed, nobody was kept out, and time told nothing. */
export const attackSignIns = async (steward: Steward, plan: SignIns): Promise<boolean> => {
  const cookies = [
    await signInAs(steward.address, 'SERVICE_AGENT'),
    await signInAs(steward.address, 'CS_MANAGER'),
  ]
  const url = new URL('/graphql', steward.address)
  const people = await post(url, JSON.stringify({ query: '{ demonstrationSignIns { signInName } }' }))
  const names = (
    JSON.parse(people.body) as { data: { demonstrationSignIns: { signInName: string }[] } }
  ).data.demonstrationSignIns.map(({ signInName }) => signInName)
  const [victim, newcomer, ...others] = names as [string, string, ...string[]]
  let faults = 0
  const work = async () => {
    const { status, body } = await post(url, JSON.stringify({ query: oneOf(WORK) }), {
      cookie: oneOf(cookies),
    })
    if (status === 200 && !body.includes('"errors"')) return
    faults += 1
    if (faults === 1) console.log(body.slice(0, 500))
  }
  const own = await trySignIn(steward, {
    name: victim,
    password: DEMONSTRATION_PASSWORD,
    address: '192.0.2.7',
  })
  const auc = await telling(steward, others, plan.timed)

  const outcomes: Record<string, number> = {}
  const attackOnce = async () => {
    const name = Math.random() < 0.2 ? victim : Math.random() < 0.5 ? oneOf(others) : unknownName()
    const { outcome } = await trySignIn(steward, {
      name,
      password: 'a wrong password',
      address: anyAddress(),
    })
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const seconds = plan.logins / plan.perSecond / 2
  // Both kinds of request are compiled and their connections open before anything is compared.
  await Promise.all([steadily(WORK_PER_SECOND, 4, work), steadily(plan.perSecond / 4, 4, attackOnce)])
  const [without, beside]: [number[], number[]] = [[], []]
  const ownDesk = { tried: 0, in: 0 }
  let longestSeconds = 0
  let newcomerTries = 0
  let newcomerIn = false
  for (let round = 0; round < 2; round += 1) {
    without.push(...(await steadily(WORK_PER_SECOND, seconds, work)))
    const attacked = steadily(plan.perSecond, seconds, attackOnce)
    const desk = steadily(0.5, seconds, async () => {
      ownDesk.tried += 1
      const { outcome } = await trySignIn(steward, {
        name: victim,
        password: DEMONSTRATION_PASSWORD,
        address: anyAddress(),
        device: own.device!,
      })
      if (outcome === 'IN') ownDesk.in += 1
    })
    const arriving = steadily(1, seconds, async () => {
      if (newcomerIn) return
      newcomerTries += 1
      const given = { name: newcomer, password: DEMONSTRATION_PASSWORD, address: '192.0.2.99' }
      newcomerIn = (await trySignIn(steward, given)).outcome === 'IN'
    })
    beside.push(...(await steadily(WORK_PER_SECOND, seconds, work)))
    await Promise.all([attacked, desk, arriving])
    const elsewhere = { name: victim, password: DEMONSTRATION_PASSWORD, address: anyAddress() }
    longestSeconds = Math.max(longestSeconds, (await trySignIn(steward, elsewhere)).retryAfterSeconds)
  }
  const slowed = quantile(beside, 0.99) / quantile(without, 0.99)
  const report = {
    outcomes,
    othersP90: [quantile(without, 0.9), quantile(beside, 0.9)],
    othersP50: [quantile(without, 0.5), quantile(beside, 0.5)],
    othersP99: [quantile(without, 0.99), quantile(beside, 0.99)],
    slowed: Math.round(slowed * 100) / 100,
    faults,
    ownDesk,
    newcomer: { isIn: newcomerIn, tries: newcomerTries },
    victimElsewhereWaitsSeconds: longestSeconds,
    areaUnderCurve: Math.round(auc * 1_000) / 1_000,
  }
  console.log(JSON.stringify(report, null, 2))
  return (
    slowed < MOST_SLOWED &&
    faults + (outcomes['FAULT'] ?? 0) + (outcomes['IN'] ?? 0) === 0 &&
    ownDesk.in === ownDesk.tried &&
    longestSeconds <= LONGEST_SECONDS &&
    Math.abs(auc - 0.5) < plan.mostTelling
  )
}
