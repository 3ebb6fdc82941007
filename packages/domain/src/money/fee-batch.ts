/** A month's fees of a project: who owes how much for which unit. */
import { text, type Text } from '../text.ts'
import { isPresent, type Stay } from '../clients/occupancy.ts'
import { feeMinor } from './arithmetic.ts'

export const FEE_GAPS = ['NO_AREA', 'NOBODY', 'CHARGED'] as const
/** Why a unit is left out. */
export type FeeGap = (typeof FEE_GAPS)[number]

export const FEE_GAP_LABELS: Readonly<Record<FeeGap, Text>> = {
  NO_AREA: text('没有计费面积', 'No chargeable area'),
  NOBODY: text('没有业主或使用人', 'Nobody owns or uses it'),
  CHARGED: text('该月已计费', 'Charged already'),
}

/** Who pays where several could: an owner before a company that uses it, that before others. */
const PAYS_FIRST: readonly string[] = ['OWNER', 'COMMERCIAL', 'OCCUPANT']

type PayingStay = Stay & {
  readonly relation: string
  readonly shareBasisPoints: number | null
  readonly clientId: string
}

/** Who owes the fees of a unit on a day: of those who stay there, the owner of the largest share, then who came first. */
export const debtorOf = <S extends PayingStay>(stays: readonly S[], on: string): S | undefined =>
  stays
    .filter((stay) => stay.fromOn <= on && isPresent(stay, on) && PAYS_FIRST.includes(stay.relation))
    .toSorted(
      (a, b) =>
        PAYS_FIRST.indexOf(a.relation) - PAYS_FIRST.indexOf(b.relation) ||
        (b.shareBasisPoints ?? 0) - (a.shareBasisPoints ?? 0) ||
        a.fromOn.localeCompare(b.fromOn) ||
        a.clientId.localeCompare(b.clientId),
    )[0]

export interface ChargeableUnit {
  readonly id: string
  readonly areaHundredths: number | null
  readonly stays: readonly PayingStay[]
  readonly isCharged: boolean
}

export interface FeeLine {
  readonly unitId: string
  readonly clientId: string
  readonly areaHundredths: number
  readonly amountMinor: number
}

export interface FeeBatch {
  readonly lines: readonly FeeLine[]
  readonly left: readonly { readonly unitId: string; readonly gap: FeeGap }[]
  readonly totalMinor: number
}

/** The fees of a month for these units, at a rate a square metre in minor units. Nobody is charged twice, nothing is guessed. */
export const feeBatch = (units: readonly ChargeableUnit[], rateMinor: number, period: string): FeeBatch => {
  const firstDay = `${period}-01`
  const lines: FeeLine[] = []
  const left: { unitId: string; gap: FeeGap }[] = []
  for (const { id: unitId, areaHundredths, stays, isCharged } of units) {
    const debtor = debtorOf(stays, firstDay)
    const gap: FeeGap | undefined = isCharged
      ? 'CHARGED'
      : areaHundredths === null
        ? 'NO_AREA'
        : debtor === undefined
          ? 'NOBODY'
          : undefined
    if (gap || areaHundredths === null || !debtor) left.push({ unitId, gap: gap ?? 'NOBODY' })
    else {
      const amountMinor = feeMinor(rateMinor, areaHundredths)
      lines.push({ unitId, clientId: debtor.clientId, areaHundredths, amountMinor })
    }
  }
  return { lines, left, totalMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) }
}

/** One unit, kind and month. */
export const chargeKey = (unitId: string, kind: string, period: string): string =>
  `${unitId}:${kind}:${period}`
