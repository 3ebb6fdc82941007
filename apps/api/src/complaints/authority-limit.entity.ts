import type { Cause, Role } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, Money, OrgId } from '../database/columns.ts'

/** One row of the authority matrix 核决权限表: up to how much a role approves, for one cause or for all others. */
@Entity('authority_limit')
// The index counts nulls as equal: one row a role for all other causes.
@Index('authority_limit_key', ['orgId', 'role', 'cause'], { unique: true })
export class AuthorityLimitEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') role: Role
  /** Null: for every cause that has no row of its own. */
  @Column('text', { nullable: true }) cause: Cause | null
  @Money() limitMinor: number
  @Column('integer', { default: 1 }) version: number
  @Instant() updatedAt: Date
}
