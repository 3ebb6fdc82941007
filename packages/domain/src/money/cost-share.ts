/** How a project's cost is shared: by those who pay for its units, each unit alike or by area. */
import { debtorOf, type ChargeableUnit } from './fee-batch.ts'
import type { ShareRule } from './cost-event.ts'

export interface Share {
  readonly clientId: string
  readonly weight: number
}

/** The weights of a day. A unit that nobody pays for bears nothing, nor by area one whose area is unknown: others bear the whole. */
export const sharesOf = (
  units: readonly Pick<ChargeableUnit, 'areaHundredths' | 'stays'>[],
  rule: ShareRule,
  on: string,
): readonly Share[] => {
  const weights = new Map<string, number>()
  for (const { areaHundredths, stays } of units) {
    const weight = rule === 'BY_UNIT' ? 1 : (areaHundredths ?? 0)
    const payer = weight > 0 ? debtorOf(stays, on) : undefined
    if (payer) weights.set(payer.clientId, (weights.get(payer.clientId) ?? 0) + weight)
  }
  return [...weights].map(([clientId, weight]) => ({ clientId, weight }))
}
