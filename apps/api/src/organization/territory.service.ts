import type { StaffInput } from '@steward/domain'
import { In } from 'typeorm'
import { invalidReference } from '../database/invalid-reference.ts'
import type { Transaction } from '../database/transaction.ts'
import { Building, Project } from './organization.entity.ts'

/** A whole project, or one building of it. */
export interface Place {
  readonly projectId: string
  readonly buildingId: string | null
}

/**
 * The places that projects and single buildings name; a building of a project that is given whole adds nothing. Refuses the
 * field with an id that is not the organization's.
 */
export const territoryOf = async (
  tx: Transaction,
  { projectIds, buildingIds }: Pick<StaffInput<'assignTerritory'>, 'projectIds' | 'buildingIds'>,
): Promise<readonly Place[]> => {
  const { organizationId: orgId } = tx.actor
  const projects = new Set(projectIds)
  const found = await tx.manager.findBy(Project, { orgId, id: In([...projects]) })
  if (found.length < projects.size) throw invalidReference('projectIds')
  const buildings = await tx.manager.findBy(Building, { orgId, id: In(buildingIds) })
  if (buildings.length < new Set(buildingIds).size) throw invalidReference('buildingIds')
  return [
    ...[...projects].map((projectId) => ({ projectId, buildingId: null })),
    ...buildings
      .filter(({ projectId }) => !projects.has(projectId))
      .map(({ id, projectId }) => ({ projectId, buildingId: id })),
  ]
}
