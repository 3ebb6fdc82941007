/** What the newest night came to, for whoever's figures stand on it. */
import type { EntityManager } from 'typeorm'
import { StandingFigures } from './standing.entity.ts'

export { saidSince } from './standing-sweep.service.ts'

/** Null until the first night of an organization. */
export const standingFigures = (manager: EntityManager, orgId: string): Promise<StandingFigures | null> =>
  manager.findOneBy(StandingFigures, { orgId, id: orgId })
