import { InformationBreachEntity } from './breach.entity.ts'
import {
  InformationCheck,
  InformationConfirmation,
  InformationInventory,
  InformationInventoryDue,
  InformationInventoryPolicyEntity,
  InformationItemEntity,
  InformationItemStatement,
} from './inventory.entity.ts'

export const INVENTORY_ENTITIES = [
  InformationInventory,
  InformationInventoryDue,
  InformationInventoryPolicyEntity,
  InformationItemEntity,
  InformationItemStatement,
  InformationConfirmation,
  InformationCheck,
  InformationBreachEntity,
] as const
