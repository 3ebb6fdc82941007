/** Inventories of client information: see the domain's `InformationItem`. */
import type {
  InformationClass,
  InformationFinding,
  InformationInventoryPolicy,
  InformationItem,
  InformationKind,
  InformationMedium,
  InformationStatement,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, Personal, References } from '../database/columns.ts'
import { Department, Staff } from '../organization/organization.entity.ts'

/** One of each department, under the department's own id: when it was confirmed, and by when it is to be confirmed again. */
@Entity('information_inventory')
@Index('information_inventory_due_on_idx', ['orgId', 'dueOn', 'id'])
@Index('information_inventory_confirmed_by_idx', ['orgId', 'confirmedById'])
@References(() => Department, 'id')
@References(() => Staff, 'confirmedById')
export class InformationInventory {
  @OrgId() orgId: string
  /** The department's own. */
  @Id() id: string
  @LocalDate() dueOn: string
  @Instant({ nullable: true }) confirmedAt: Date | null
  @Column('uuid', { nullable: true }) confirmedById: string | null
  @Column('integer', { default: 1 }) version: number
}

/** When it is told that an inventory is not confirmed; gone once it is told. */
@Entity('information_inventory_due')
@References(() => InformationInventory, 'id')
export class InformationInventoryDue {
  @OrgId() orgId: string
  /** The inventory's own. */
  @Id() id: string
  @Instant() dueAt: Date
  /** In vain, since the last time. */
  @Column('integer', { default: 0 }) attempts: number
}

/** One row of an organization, once somebody has set it; `DEFAULT_INVENTORY_POLICY` before. */
@Entity('information_inventory_policy')
@Index('information_inventory_policy_key', ['orgId'], { unique: true })
export class InformationInventoryPolicyEntity implements InformationInventoryPolicy {
  @OrgId() orgId: string
  @Id() id: string
  @Column('integer') confirmEveryMonths: number
  @Column('integer', { default: 1 }) version: number
}

/** What was stated last of one thing that a department keeps. */
@Entity('information_item')
@Index('information_item_department_idx', ['orgId', 'departmentId', 'enteredAt', 'id'])
@Index('information_item_keeper_idx', ['orgId', 'keeperId'])
@Index('information_item_entered_by_idx', ['orgId', 'enteredById'])
@Index('information_item_retired_by_idx', ['orgId', 'retiredById'])
@References(() => Department, 'departmentId')
@References(() => Staff, 'keeperId')
@References(() => Staff, 'enteredById')
@References(() => Staff, 'retiredById')
export class InformationItemEntity implements InformationItem {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') departmentId: string
  @Column('text') kind: InformationKind
  @Column('text') name: string
  @Column('text') medium: InformationMedium
  @Column('text') place: string
  @Column('uuid') keeperId: string
  @Column('text') purpose: string
  @Column('text') class: InformationClass
  @LocalDate() keptFrom: string
  @Column('integer', { nullable: true }) keepMonths: number | null
  @Column('text') destruction: string
  @Column('uuid') enteredById: string
  @Instant() enteredAt: Date
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('uuid', { nullable: true }) retiredById: string | null
  @Column('text', { nullable: true }) retireReason: string | null
  @Column('integer', { default: 1 }) version: number
}

/** Each statement of an item as it was made. History. */
@Entity('information_item_statement')
@Index('information_item_statement_item_idx', ['orgId', 'itemId', 'statedAt', 'id'])
@Index('information_item_statement_department_idx', ['orgId', 'departmentId'])
@Index('information_item_statement_keeper_idx', ['orgId', 'keeperId'])
@Index('information_item_statement_stated_by_idx', ['orgId', 'statedById'])
@References(() => InformationItemEntity, 'itemId')
@References(() => Department, 'departmentId')
@References(() => Staff, 'keeperId')
@References(() => Staff, 'statedById')
export class InformationItemStatement implements InformationStatement {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') itemId: string
  /** Of the item: who may read it. */
  @Column('uuid') departmentId: string
  @Column('text') kind: InformationKind
  @Column('text') name: string
  @Column('text') medium: InformationMedium
  @Column('text') place: string
  @Column('uuid') keeperId: string
  @Column('text') purpose: string
  @Column('text') class: InformationClass
  @LocalDate() keptFrom: string
  @Column('integer', { nullable: true }) keepMonths: number | null
  @Column('text') destruction: string
  @Column('uuid') statedById: string
  @Instant() statedAt: Date
}

/** That the head of a department went through its inventory: how much stood on it, and the hash of what did. History. */
@Entity('information_confirmation')
@Index('information_confirmation_department_idx', ['orgId', 'departmentId', 'confirmedAt', 'id'])
@Index('information_confirmation_by_idx', ['orgId', 'confirmedById'])
@References(() => Department, 'departmentId')
@References(() => Staff, 'confirmedById')
export class InformationConfirmation {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') departmentId: string
  /** Items of its own, and what the system knew of. */
  @Column('integer') items: number
  @Column('integer') held: number
  /** SHA-256 over the items as they were stated, hex. */
  @Column('text') contentHash: string
  @Column('text', { nullable: true }) note: string | null
  @Column('uuid') confirmedById: string
  @Instant() confirmedAt: Date
}

/** That somebody else looked whether what is listed is so. History. */
@Entity('information_check')
@Index('information_check_department_idx', ['orgId', 'departmentId', 'checkedAt', 'id'])
@Index('information_check_item_idx', ['orgId', 'itemId'])
@Index('information_check_by_idx', ['orgId', 'checkedById'])
@References(() => Department, 'departmentId')
@References(() => InformationItemEntity, 'itemId')
@References(() => Staff, 'checkedById')
export class InformationCheck {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') departmentId: string
  @Column('uuid', { nullable: true }) itemId: string | null
  @Column('text') finding: InformationFinding
  @Personal()
  @Column('text')
  note: string
  @Column('uuid') checkedById: string
  @Instant() checkedAt: Date
}
