/**
 * Recency, frequency, monetary: three scores of 1 to 5 for each client who has ever paid. Recency: days since the last payment, the fewest score 5; frequency and
 * money: payments and their sum in the year until that day.
 *
 * Tie rule: who is equal scores equal. The score is `1 + ⌊5 w / n⌋`, with n clients, of whom w are strictly worse. So five equal fifths where all differ; where many are equal they
 * share the lowest score that any order would have given them, and no order of clients matters. In SQL: `1 + 5 * (rank() − 1) / count(*)`.
 */

export const RFM_SCORES = [1, 2, 3, 4, 5] as const
export type RfmScore = (typeof RFM_SCORES)[number]

export interface Paid {
  readonly lastOn: number
  readonly times: number
  readonly minor: number
}

export interface Rfm {
  readonly recency: RfmScore
  readonly frequency: RfmScore
  readonly monetary: RfmScore
}

/** For each value its score: the higher the better. */
export const quintiles = (values: readonly number[]): readonly RfmScore[] => {
  const sorted = [...values].sort((p, q) => p - q)
  const worse = new Map<number, number>()
  sorted.forEach((value, at) => {
    if (!worse.has(value)) worse.set(value, at)
  })
  return values.map((value) => (1 + Math.floor((5 * worse.get(value)!) / values.length)) as RfmScore)
}

/** Scores of these clients among each other, in their order. */
export const rfmOf = (clients: readonly Paid[]): readonly Rfm[] => {
  const recency = quintiles(clients.map(({ lastOn }) => lastOn))
  const frequency = quintiles(clients.map(({ times }) => times))
  const monetary = quintiles(clients.map(({ minor }) => minor))
  return clients.map((_, at) => ({
    recency: recency[at]!,
    frequency: frequency[at]!,
    monetary: monetary[at]!,
  }))
}
