import type { TaskStatus } from '@steward/domain'
import type { ColumnStatus } from './task-filters.ts'

export interface Placed {
  readonly id: string
  readonly status: TaskStatus
  readonly dueAt: string | null
  readonly dispatchedAt: string
  readonly completedAt: string | null
}

/** Instants in UTC come in the order of their text; null is never. */
const byInstant = (one: string | null, other: string | null): number => {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}

/** What must be done first; those without a date last, the oldest before the newer. */
export const byDue = (one: Placed, other: Placed): number =>
  byInstant(one.dueAt, other.dueAt) || byInstant(one.dispatchedAt, other.dispatchedAt)

const newestDone = (one: Placed, other: Placed): number => byInstant(other.completedAt, one.completedAt)

/**
 * Orders by where they stand now, whatever list they came in: one that was just accepted moves to its new column at
 * once, before the lists are read anew.
 */
export function groupTasks<Task extends Placed>(
  tasks: readonly Task[],
): Readonly<Record<ColumnStatus, readonly Task[]>> {
  const known = [...new Map(tasks.map((task) => [task.id, task])).values()]
  const column = (status: ColumnStatus) =>
    known.filter((task) => task.status === status).toSorted(status === 'DONE' ? newestDone : byDue)
  return {
    DISPATCHED: column('DISPATCHED'),
    ACCEPTED: column('ACCEPTED'),
    RETURNED: column('RETURNED'),
    DONE: column('DONE'),
  }
}
