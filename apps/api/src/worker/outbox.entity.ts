import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId } from '../database/columns.ts'
import type { NodeType } from '../graphql/global-id.ts'
import type { OutboxKind } from './outbox-kinds.ts'

/**
 * What has happened and somebody must be told of: written in the transaction that did it, drained by the worker's relay. The one
 * truth about after-effects (decision 14). Ids only: whoever is told reads the record by their own rights.
 */
@Entity('outbox')
@Index('outbox_pending_idx', { synchronize: false })
export class Outbox {
  @OrgId() orgId: string
  /** UUIDv7: the order in which it happened, as far as one process saw. */
  @Id() id: string
  @Column('text') kind: OutboxKind
  /** Published name of the record's type. */
  @Column('text') subjectType: NodeType
  @Column('uuid') subjectId: string
  /** The record's version after the change; null where it has none. */
  @Column('integer', { nullable: true }) version: number | null
  /** Of an escalation: which level is told by it. */
  @Column('smallint', { nullable: true }) level: number | null
  /** The permission key of the verb, or `system`. */
  @Column('text') verb: string
  /** Null when the system itself acts. */
  @Column('uuid', { nullable: true }) actorId: string | null
  @Instant() at: Date
  /** When all that it leads to was done or handed to the queue. Null: not yet. */
  @Instant({ nullable: true }) relayedAt: Date | null
  /** How often that has failed, and until when it rests before it is tried again. */
  @Column('integer', { default: 0 }) attempts: number
  @Instant({ nullable: true }) notBefore: Date | null
}
