import type { SigningInBriefFragment } from '@steward/graphql-client'

/** What waits for one person; for nobody, where it stops. */
export interface Debt {
  readonly staffId: string
  readonly name: string
  readonly position: string | null
  /** The overdue first, then by how long they wait. */
  readonly signings: readonly SigningInBriefFragment[]
  readonly overdue: number
}

/** Where nobody can sign. */
export const NOBODY = 'nobody'

/** By those who could sign: what nobody can first, then whoever has most overdue, then whoever has most. */
export const debtsOf = (signings: readonly SigningInBriefFragment[], now: number): readonly Debt[] => {
  const isOverdue = ({ dueAt }: SigningInBriefFragment) => dueAt !== null && Date.parse(dueAt) <= now
  const ordered = signings.toSorted(
    (one, other) =>
      Number(isOverdue(other)) - Number(isOverdue(one)) ||
      Date.parse(one.awaitedSince ?? one.openedAt) - Date.parse(other.awaitedSince ?? other.openedAt),
  )
  const people = new Map(
    signings.flatMap(({ awaits }) => awaits).map((person) => [person.staffId, person] as const),
  )
  const debts = [...people.values()].map((person) => {
    const owed = ordered.filter(({ awaits }) => awaits.some(({ staffId }) => staffId === person.staffId))
    return { ...person, signings: owed, overdue: owed.filter(isOverdue).length }
  })
  const stuck = ordered.filter(({ awaits }) => awaits.length === 0)
  return [
    ...(stuck.length > 0
      ? [
          {
            staffId: NOBODY,
            name: '',
            position: null,
            signings: stuck,
            overdue: stuck.filter(isOverdue).length,
          },
        ]
      : []),
    ...debts.toSorted(
      (one, other) =>
        other.overdue - one.overdue ||
        other.signings.length - one.signings.length ||
        one.name.localeCompare(other.name, 'zh-CN'),
    ),
  ]
}
