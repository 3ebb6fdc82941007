import { byDue, type Placed } from '../tasks/group-tasks.ts'

/** What to do next: what must be done first; of two with the same date, or none, the one that is already in hand. */
export function nextFirst<Task extends Placed>(tasks: readonly Task[]): readonly Task[] {
  const begun = ({ status }: Task) => (status === 'ACCEPTED' ? 0 : 1)
  const sameDate = (one: Task, other: Task) => one.dueAt === other.dueAt
  return tasks.toSorted(
    (one, other) => (sameDate(one, other) && begun(one) - begun(other)) || byDue(one, other),
  )
}
