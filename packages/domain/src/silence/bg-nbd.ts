/**
 * BG/NBD: how probable it is that somebody still comes, from when they came. Fader, Hardie and Lee, "Counting Your Customers the Easy Way: An
 * Alternative to the Pareto/NBD Model", Marketing Science 24 (2005) 275–284.
 *
 * While alive, a client comes at random with a rate λ of their own, gamma-distributed over clients (shape r, rate α); after each time they stay away for
 * good with a probability p of their own, beta-distributed over clients (a, b). Of a client the model asks three figures only, in weeks: x, how often they came
 * again after the first time; tx, when they last came; T, how long they have been watched, both since the first time.
 */
import { logGamma } from './gamma.ts'
import { lowest } from './nelder-mead.ts'

/** What the model knows of one client; times in weeks since the first event. */
export interface Recency {
  readonly x: number
  readonly tx: number
  readonly T: number
}

export interface BgNbd {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

export interface BgNbdFit extends BgNbd {
  /** At the rounded parameters; to four decimals. */
  readonly logLikelihood: number
  readonly clients: number
  /** Those who came again at least once: without them nothing is learnt. */
  readonly repeating: number
  readonly converged: boolean
}

/** Few who came again say little: parameters of fewer are not used. */
const LEAST_REPEATING = 30

/** Where next to nobody ever stays away for good, in a thousand times, the model knows of no leaving, and everybody is alive to it. */
const LEAST_LEAVING = 0.001

/** Whether it can be told by this fit who has gone. */
export const canTell = ({
  converged,
  repeating,
  a,
  b,
}: Pick<BgNbdFit, 'converged' | 'repeating' | 'a' | 'b'>) =>
  converged && repeating >= LEAST_REPEATING && a / (a + b) >= LEAST_LEAVING

const PLACES = 6
const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places

/** Clients alike are counted once, so that a million of them cost no more than there are different histories. */
interface Alike extends Recency {
  readonly many: number
}

const alike = (clients: readonly Recency[]): readonly Alike[] => {
  const found = new Map<string, { x: number; tx: number; T: number; many: number }>()
  for (const { x, tx, T } of clients) {
    const key = `${x} ${tx} ${T}`
    const known = found.get(key)
    if (known) known.many += 1
    else found.set(key, { x, tx, T, many: 1 })
  }
  // In an order of its own: sums of floating numbers depend on theirs, and clients come in any.
  return [...found.values()].sort((p, q) => p.x - q.x || p.tx - q.tx || p.T - q.T)
}

/** ln(e^p + e^q) without overflow. */
const logSum = (p: number, q: number): number => {
  const most = Math.max(p, q)
  return most === -Infinity ? most : most + Math.log(Math.exp(p - most) + Math.exp(q - most))
}

/**
 * ln L of one client: `A1 A2 (A3 + [x > 0] A4)` with
 * `A1 = Γ(r + x) α^r / Γ(r)`, `A2 = Γ(a + b) Γ(b + x) / (Γ(b) Γ(a + b + x))`,
 * `A3 = (α + T)^−(r + x)`, `A4 = a / (b + x − 1) (α + tx)^−(r + x)`.
 */
const logOfOne = ({ r, alpha, a, b }: BgNbd, { x, tx, T }: Recency, ofCount: number): number => {
  const a3 = -(r + x) * Math.log(alpha + T)
  const a4 = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + tx) : -Infinity
  return ofCount + logSum(a3, a4)
}

const ofCounts = ({ r, alpha, a, b }: BgNbd) => {
  const known = new Map<number, number>()
  const fixed = -logGamma(r) + r * Math.log(alpha) + logGamma(a + b) - logGamma(b)
  return (x: number): number => {
    const kept = known.get(x)
    if (kept !== undefined) return kept
    const made = fixed + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x)
    known.set(x, made)
    return made
  }
}

const sumOf = (parameters: BgNbd, clients: readonly Alike[]): number => {
  const ofCount = ofCounts(parameters)
  return clients.reduce((sum, it) => sum + it.many * logOfOne(parameters, it, ofCount(it.x)), 0)
}

/** The logarithm of the likelihood of these clients. */
export const logLikelihood = (parameters: BgNbd, clients: readonly Recency[]): number =>
  sumOf(parameters, alike(clients))

/** Parameters are sought between e^−9 and e^9: flat likelihoods of little data would else run away. */
const BOUND = 9

/**
 * The parameters under which these clients are likeliest, rounded to six decimals so that whoever keeps them computes the same from them for ever. Sought over
 * logarithms, with time scaled so that the longest history is ten, and begun anew from what was found.
 */
export const fitBgNbd = (clients: readonly Recency[]): BgNbdFit => {
  const repeating = clients.filter(({ x }) => x > 0).length
  const longest = clients.reduce((most, { T }) => Math.max(most, T), 0)
  const scale = longest > 0 ? 10 / longest : 1
  const scaled = alike(clients.map(({ x, tx, T }) => ({ x, tx: tx * scale, T: T * scale })))
  const read = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
    r: Math.exp(r),
    alpha: Math.exp(alpha),
    a: Math.exp(a),
    b: Math.exp(b),
  })
  const many = Math.max(1, clients.length)
  const cost = (at: readonly number[]): number =>
    at.some((it) => Math.abs(it) > BOUND) ? Infinity : -sumOf(read(at), scaled) / many
  const first = lowest(cost, [0, 0, 0, 0])
  const second = lowest(cost, first.at, { step: 0.1 })
  const found = read(second.at)
  const parameters = {
    r: rounded(found.r, PLACES),
    alpha: rounded(found.alpha / scale, PLACES),
    a: rounded(found.a, PLACES),
    b: rounded(found.b, PLACES),
  }
  return {
    ...parameters,
    logLikelihood: rounded(logLikelihood(parameters, clients), 4),
    clients: clients.length,
    repeating,
    converged: second.converged,
  }
}

/**
 * How probable it is that they still come: `1 / (1 + [x > 0] a / (b + x − 1) ((α + T) / (α + tx))^(r + x))`. Of those who came only once the
 * model says 1: nobody has had an occasion to stay away yet.
 */
export const probabilityAlive = ({ r, alpha, a, b }: BgNbd, { x, tx, T }: Recency): number => {
  if (x === 0) return 1
  const logOdds = Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tx))
  return 1 / (1 + Math.exp(logOdds))
}

const MOST_TERMS = 200_000

/**
 * Σ over k ≥ 1 of `(p)_k (e + 1)_(k−1) / ((c + 1)_(k−1) k!) z^k`: what is left of the Gaussian hypergeometric function ₂F₁(p, e; c; z) once 1 is taken away and
 * e / c divided out.
 */
const hypergeometricRest = (p: number, e: number, c: number, z: number): number => {
  let term = p * z
  let sum = term
  for (let k = 1; k < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-16; k += 1) {
    term *= ((p + k) * (e + k) * z) / ((c + k) * (k + 1))
    sum += term
  }
  return sum
}

/**
 * How often they are expected to come in the next `weeks`. The paper's formula has ₂F₁(r + x, b + x; a + b + x − 1; z) with z = t / (α + T + t), which
 * overflows for frequent clients, and a pole at a = 1. Euler's transformation makes it (1 − z)^(a−1−r−x) ₂F₁(a + b − 1 − r, a − 1; a + b + x − 1; z), whose series
 * is short; with e = a − 1 and c = a + b + x − 1 the whole becomes
 * `P(alive) (c (1 − (1 − z)^e) / e − (1 − z)^e Σ…)`, which has no pole (at e = 0 the first part is −c ln(1 − z)).
 */
export const expectedEvents = (parameters: BgNbd, client: Recency, weeks: number): number => {
  const { r, alpha, a, b } = parameters
  const { x, T } = client
  if (weeks <= 0) return 0
  const z = weeks / (alpha + T + weeks)
  const e = a - 1
  const c = a + b + x - 1
  const logRest = Math.log1p(-z)
  const lost = Math.abs(e) < 1e-12 ? -logRest : -Math.expm1(e * logRest) / e
  const rest = Math.exp(e * logRest) * hypergeometricRest(a + b - 1 - r, e, c, z)
  return probabilityAlive(parameters, client) * (c * lost - rest)
}
