/**
 * Ten thousand sign-ins at five hundred a second by a stranger of many addresses, while people work (threat T12): what the others
 * wait, whether somebody is kept out of their own browser, and whether the time of an answer tells which names there are.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMONSTRATION_PASSWORD } from '../../../apps/api/src/access/demonstration.ts'
import { post, signInAs } from './api-client.ts'
import type { Steward } from './steward.ts'
import type { Attack } from './strangers.ts'
import { anyAddress, oneOf, steadily, trySignIn, unknownName, type Outcome } from './try-sign-in.ts'

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

const WORK = [
  '{ complaints(first: 50, filter: { open: true }) { edges { node { id number status severity summary registeredAt assignee { name } } } } }',
  '{ complaints(first: 20, orderBy: NEXT_DUE, filter: { mine: true }) { edges { node { id number summary } } } }',
  '{ complaints(first: 1) { edges { node { id facts events { id action at } } } } }',
  '{ clients(first: 10) { edges { node { id code name } } } }',
]

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
    const { outcome } = await trySignIn(steward.address, {
      name,
      password: 'a wrong password',
      address: anyAddress(),
    })
    if (outcome === 'REFUSED') times[kind].push(performance.now() - from)
    else if (outcome !== 'LIMITED') throw new Error(`${name}: ${outcome}`)
    // Slower than strangers are let in, so that nobody waits for their turn.
    await sleep(350)
  }
  return areaUnderCurve(times.known, times.unknown)
}

/**
 * Sends strangers from a process of their own, which claims little of the machine: in truth they are elsewhere, and cost the server
 * nothing but what it does for them.
 */
const strangers = async (attack: Attack): Promise<Partial<Record<Outcome, number>>> => {
  const child = fork(join(import.meta.dirname, 'strangers.ts'), [JSON.stringify(attack)])
  const [counted] = (await once(child, 'message')) as [Partial<Record<Outcome, number>>]
  return counted
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
  const own = await trySignIn(steward.address, {
    name: victim,
    password: DEMONSTRATION_PASSWORD,
    address: '192.0.2.7',
  })
  const auc = await telling(steward, others, plan.timed)

  const outcomes: Partial<Record<Outcome, number>> = {}
  const attack = async (perSecond: number, forSeconds: number) => {
    const counted = await strangers({
      server: steward.address,
      victim,
      others,
      perSecond,
      seconds: forSeconds,
    })
    for (const [outcome, count] of Object.entries(counted) as [Outcome, number][])
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count
  }
  const seconds = plan.logins / plan.perSecond / 2
  // Both kinds of request are compiled and their connections open before anything is compared.
  await Promise.all([steadily(WORK_PER_SECOND, 4, work), attack(plan.perSecond / 4, 4)])
  const [without, beside]: [number[], number[]] = [[], []]
  const ownDesk = { tried: 0, in: 0 }
  const signInAtDesk = async () => {
    ownDesk.tried += 1
    const { outcome } = await trySignIn(steward.address, {
      name: victim,
      password: DEMONSTRATION_PASSWORD,
      address: anyAddress(),
      device: own.device!,
    })
    if (outcome === 'IN') ownDesk.in += 1
  }
  let longestSeconds = 0
  let newcomerTries = 0
  let newcomerIn = false
  for (let round = 0; round < 2; round += 1) {
    // People sign in at their desks on ordinary days too.
    const undisturbed = steadily(0.5, seconds, signInAtDesk)
    without.push(...(await steadily(WORK_PER_SECOND, seconds, work)))
    await undisturbed
    const attacked = attack(plan.perSecond, seconds)
    const desk = steadily(0.5, seconds, signInAtDesk)
    const arriving = steadily(1, seconds, async () => {
      if (newcomerIn) return
      newcomerTries += 1
      const given = { name: newcomer, password: DEMONSTRATION_PASSWORD, address: '192.0.2.99' }
      newcomerIn = (await trySignIn(steward.address, given)).outcome === 'IN'
    })
    beside.push(...(await steadily(WORK_PER_SECOND, seconds, work)))
    await Promise.all([attacked, desk, arriving])
    const elsewhere = { name: victim, password: DEMONSTRATION_PASSWORD, address: anyAddress() }
    longestSeconds = Math.max(longestSeconds, (await trySignIn(steward.address, elsewhere)).retryAfterSeconds)
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
    faults + (outcomes.FAULT ?? 0) + (outcomes.IN ?? 0) === 0 &&
    ownDesk.in === ownDesk.tried &&
    longestSeconds <= LONGEST_SECONDS &&
    Math.abs(auc - 0.5) < plan.mostTelling
  )
}
