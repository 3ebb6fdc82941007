/** The page of the API's contents on inventories of client information and breaches of confidentiality. */
import { BreachResolver } from './breach.resolver.ts'
import { InventoryResolver } from './inventory.resolver.ts'

export { INVENTORY_PROJECTIONS, inventoryRoots } from './inventory.projection.ts'

export const INVENTORY_RESOLVERS = [InventoryResolver, BreachResolver] as const
