import { fail, invalidInput, ok, type InvalidInput, type Result } from '../errors.ts'
import { text } from '../text.ts'
import type { Receivable } from './account.ts'

/** What is open of a charge, and which of them comes first. */
export type Owed = Pick<Receivable, 'id' | 'amountMinor' | 'settledMinor' | 'dueOn' | 'number'>

export interface Allocated {
  readonly receivableId: string
  readonly amountMinor: number
}

export const openMinor = ({ amountMinor, settledMinor }: Pick<Owed, 'amountMinor' | 'settledMinor'>) =>
  amountMinor - settledMinor

/** Oldest first: by the day on which it was due, then by number. What is left over stays credit. */
export const allocateOldestFirst = (minor: number, owed: readonly Owed[]): readonly Allocated[] => {
  let left = minor
  return owed
    .filter((it) => openMinor(it) > 0)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number.localeCompare(b.number))
    .flatMap((it) => {
      const part = Math.min(left, openMinor(it))
      left -= part
      return part > 0 ? [{ receivableId: it.id, amountMinor: part }] : []
    })
}

/** As somebody chose: each part fits what is open, no receivable twice, and together no more than there is. */
export const allocateAsChosen = (
  minor: number,
  owed: readonly Owed[],
  chosen: readonly Allocated[],
): Result<readonly Allocated[], InvalidInput> => {
  const byId = new Map(owed.map((it) => [it.id, it]))
  const seen = new Set<string>()
  let left = minor
  for (const [at, { receivableId, amountMinor }] of chosen.entries()) {
    const it = byId.get(receivableId)
    if (!it || seen.has(receivableId))
      return fail(
        invalidInput({
          path: `allocations.${at}.receivableId`,
          message: text(
            '不是该客户的未结应收，或重复选择。',
            'Not an open receivable of this client, or chosen twice.',
          ),
        }),
      )
    seen.add(receivableId)
    left -= amountMinor
    if (amountMinor > openMinor(it) || left < 0)
      return fail(
        invalidInput({
          path: `allocations.${at}.amountMinor`,
          message:
            left < 0
              ? text('分配合计超过可用金额。', 'Together more than there is.')
              : text('超过该应收的未结金额。', 'More than is open on this receivable.'),
        }),
      )
  }
  return ok(chosen)
}
