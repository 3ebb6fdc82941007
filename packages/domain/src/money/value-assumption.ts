/** What is assumed where money is not on record: rates of labour, the margin of contracted service, how long a client stays, what later money is worth. */
import { text, type Text } from '../text.ts'
import { LABOUR_ROLES, type LabourRole } from './cost-event.ts'

export const VALUE_ASSUMPTION_ACTIONS = ['set'] as const
export type ValueAssumptionAction = (typeof VALUE_ASSUMPTION_ACTIONS)[number]

export const VALUE_ASSUMPTION_ACTION_LABELS: Readonly<Record<ValueAssumptionAction, Text>> = {
  set: text('修改假设', 'Change the assumptions'),
}
export const VALUE_ASSUMPTION_EVENT_LABELS: Readonly<Record<ValueAssumptionAction, Text>> = {
  set: text('修改了价值测算的假设', 'changed the assumptions of value'),
}

export type LabourRates = Readonly<Record<LabourRole, number>>

/** What the figures of value rest on, in the form in which a person sets it. */
export interface Assumed {
  /** Minor units an hour. */
  readonly rates: LabourRates
  /** What is left of revenue after contracted service, in hundredths of a per cent. */
  readonly serviceMarginBasisPoints: number
  /** For how many more years a client is expected to stay. */
  readonly expectedYears: number
  /** What a sum in a year is worth less than today, in hundredths of a per cent. */
  readonly discountBasisPoints: number
}

/** One revision; never changed. */
export interface ValueAssumption extends Assumed {
  readonly id: string
  readonly revision: number
  readonly reason: string
  readonly setById: string
  readonly setAt: Date
}

const RATES: readonly number[] = [4_500, 4_000, 5_500, 7_500, 8_000, 6_500, 9_500]

/** While an organization has not set its own. */
export const DEFAULT_ASSUMED: Assumed = {
  rates: Object.fromEntries(LABOUR_ROLES.map((role, at) => [role, RATES[at]])) as unknown as LabourRates,
  serviceMarginBasisPoints: 1_200,
  expectedYears: 5,
  discountBasisPoints: 600,
}

/** A fraction, exactly. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What one unit a year, at the end of each of so many years, is worth today: Σ (1 + d)^-k. */
export const annuity = ({
  expectedYears,
  discountBasisPoints,
}: Pick<Assumed, 'expectedYears' | 'discountBasisPoints'>): Fraction => {
  const grown = 10_000n + BigInt(discountBasisPoints)
  let [numerator, denominator] = [0n, 1n]
  for (let year = 1; year <= expectedYears; year += 1) {
    const worth = { numerator: 10_000n ** BigInt(year), denominator: grown ** BigInt(year) }
    numerator = numerator * worth.denominator + worth.numerator * denominator
    denominator = denominator * worth.denominator
    const common = gcd(numerator, denominator)
    numerator /= common
    denominator /= common
  }
  return { numerator, denominator }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** Of a shorter history nothing is expected: a first quarter tells nothing of a year. */
export const DAYS_TO_EXPECT = 90
