/** What the system itself knows that people of a department hold: read live, so that no row of it can be forgotten or out of date. */
import { can, inventoryFacts, type HeldSource } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId, toGlobalId, type NodeType } from '../graphql/global-id.ts'
import { Department } from '../organization/organization.entity.ts'
import { heldBy } from './held-information.service.ts'
import { HeldInformation } from './inventory.type.ts'

const TYPES: Readonly<Record<HeldSource, NodeType | null>> = {
  CONTROLLED_COPY: 'ControlledCopy',
  IMPORT_SOURCE: 'ImportSource',
  EXPORT_REQUEST: 'ExportRequest',
  ATTACHMENT: null,
}

export const heldInformation = async (
  { signedIn, dataSource, locale }: RequestContext,
  inventory: string,
): Promise<HeldInformation[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const orgId = actor.organizationId
  const id = fromGlobalId('InformationInventory', inventory)
  return withTenant(dataSource, orgId, async (manager) => {
    const department = id === undefined ? null : await manager.findOneBy(Department, { orgId, id })
    if (
      !department ||
      !can(actor, 'informationInventory:read', inventoryFacts(department.id, department.headId))
    )
      throw accessError('NOT_FOUND', locale)
    const rows = await heldBy(manager, orgId, department.id)
    return rows.map(({ id: record, ...row }) => {
      const type = TYPES[row.source]
      return Object.assign(new HeldInformation(), {
        ...row,
        recordId: record && type ? toGlobalId(type, record) : null,
      })
    })
  })
}
