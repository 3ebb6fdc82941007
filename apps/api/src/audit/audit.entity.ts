import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** One change of one row: who, by which verb, what before and after. Append-only; sensitive values are commitments. */
@Entity('audit_entry')
@Index('audit_entry_at_idx', ['orgId', 'at', 'id'])
@Index('audit_entry_subject_idx', ['orgId', 'subjectId', 'at'])
@Index('audit_entry_actor_idx', ['orgId', 'actorId', 'at'])
@References(() => Staff, 'actorId')
export class AuditEntry {
  @OrgId() orgId: string
  @Id() id: string
  @Instant() at: Date
  /** Null when the system itself acts (seed, import of history, worker). */
  @Column('uuid', { nullable: true }) actorId: string | null
  /** The permission key of the verb, e.g. `complaint:acknowledge`. */
  @Column('text') verb: string
  /** Table of the row, see `AUDIT_SUBJECTS` of the domain. */
  @Column('text') subjectType: string
  @Column('uuid') subjectId: string
  /** `{ field: [before, after] }`, personal and sensitive values as commitments. */
  @Column('jsonb') changes: Record<string, [unknown, unknown]>
  /** Why a protected value was shown. */
  @Personal()
  @Column('text', { nullable: true })
  reason: string | null
  /** What the chain has of it: a commitment, hex. */
  @Column('text', { nullable: true }) reasonCommitment: string | null
  @Column('text') requestId: string
}
