/** The page of the API's contents on the equipment register. */
import { EquipmentResolver } from './equipment.resolver.ts'
import { EquipmentInspectionResolver } from './inspection.resolver.ts'

export { EQUIPMENT_PROJECTIONS, EQUIPMENT_ROOTS } from './equipment.projection.ts'

export const EQUIPMENT_RESOLVERS = [EquipmentResolver, EquipmentInspectionResolver] as const
