/** A client's grade: what the newest published directory says of them, and nothing else. */
import type { EntityManager } from 'typeorm'
import { newestPublished } from '../cycles/population.ts'

/** Null where no directory has them, or the newest says that they could not be graded. */
export const gradeOfClient = async (
  manager: EntityManager,
  orgId: string,
  clientId: string | null,
): Promise<string | null> => {
  if (clientId === null) return null
  const [found] = await manager.query<{ final_grade: string | null }[]>(
    newestPublished('$1::uuid', '$2::uuid'),
    [orgId, clientId],
  )
  return found?.final_grade ?? null
}
