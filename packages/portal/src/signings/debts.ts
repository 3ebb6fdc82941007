import type { SigningKind } from '@steward/domain'
import type { SigningDebtsQuery } from '@steward/graphql-client'

/** How much waits for one person; of one kind, or of all. */
export interface Debt {
  readonly staffId: string
  readonly name: string
  readonly position: string | null
  readonly open: number
  readonly overdue: number
}

/** Whoever has most overdue first, then whoever has most; nobody who owes nothing of the kind. */
export const debtsOf = (
  debts: SigningDebtsQuery['signingDebts'],
  only: SigningKind | undefined,
): readonly Debt[] =>
  debts
    .map(({ staffId, name, position, kinds }) => {
      const counted = kinds.filter(({ kind }) => only === undefined || kind === only)
      return {
        staffId,
        name,
        position,
        open: counted.reduce((sum, { open }) => sum + open, 0),
        overdue: counted.reduce((sum, { overdue }) => sum + overdue, 0),
      }
    })
    .filter(({ open }) => open > 0)
    .toSorted(
      (one, other) =>
        other.overdue - one.overdue || other.open - one.open || one.name.localeCompare(other.name, 'zh-CN'),
    )
