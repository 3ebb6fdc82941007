import {
  CLIENT_FIELDS,
  CLIENT_OCCUPANCY_FIELDS,
  type Client as ClientFacts,
  type ClientKind,
  type ClientOccupancy as ClientOccupancyFacts,
  type ClientRelation,
  type ClientSource,
  type OccupancyRelation,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Building, Project, Staff, Unit } from '../organization/organization.entity.ts'

/** What each column means is told by the domain's `Client`. */
@Entity('client')
@ClassifiedBy(CLIENT_FIELDS)
@Index('client_code_key', ['orgId', 'code'], { unique: true })
@Index('client_phone_tail_idx', ['orgId', 'phoneTail'])
@Index('client_name_idx', ['orgId', 'name', 'id'])
@Index('client_manager_code_idx', ['orgId', 'keyAccountManagerId', 'code', 'id'])
@Index('client_opened_by_idx', ['orgId', 'openedById'])
@Index('client_created_idx', ['orgId', 'createdAt', 'id'])
@Index('client_grams_idx', { synchronize: false })
@Index('client_digest_idx', { synchronize: false })
@Index('client_project_code_idx', ['orgId', 'projectId', 'code', 'id'])
@Index('client_building_idx', ['orgId', 'buildingId'])
@References(() => Staff, 'keyAccountManagerId')
@References(() => Staff, 'openedById')
@Index('client_referrer_client_idx', ['orgId', 'referrerClientId'])
@References('Client', 'referrerClientId')
@Index('client_merged_into_idx', ['orgId', 'mergedIntoId'])
@References('Client', 'mergedIntoId')
@References(() => Project, 'projectId')
@References(() => Building, 'buildingId')
export class Client implements ClientFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') kind: ClientKind
  @Column('text') relation: ClientRelation
  @Column('text') name: string
  /** E.164 or as dialled; full value only through the reveal mutation. */
  @Column('text', { nullable: true }) phone: string | null
  @Column('text', { nullable: true }) phoneMasked: string | null
  @Column('text', { nullable: true }) phoneTail: string | null
  /** Where the client agreed to be written to; full value only to whatever sends the mail. */
  @Column('text', { nullable: true }) email: string | null
  @Column('text', { nullable: true }) emailMasked: string | null
  /** What the name, and those of the contacts, are found by (GIN with org_id): made by `searchGramsOf()` and by nothing else. */
  @Column('text', { array: true, default: '{}' }) searchGrams: string[]
  @Column('text', { nullable: true }) source: ClientSource | null
  @Column('uuid', { nullable: true }) referrerClientId: string | null
  @Column('text', { nullable: true }) referrer: string | null
  @Column('uuid', { nullable: true }) keyAccountManagerId: string | null
  /** Where the archive belongs (`placeOfArchive`): the scope `territory` reads it. */
  @Column('uuid', { nullable: true }) projectId: string | null
  @Column('uuid', { nullable: true }) buildingId: string | null
  @Instant() createdAt: Date
  @Column('uuid', { nullable: true }) openedById: string | null
  @Instant({ nullable: true }) explainedAt: Date | null
  @Instant({ nullable: true }) archivedAt: Date | null
  @Column('text', { nullable: true }) archiveReason: string | null
  @Column('uuid', { nullable: true }) mergedIntoId: string | null
  @Instant({ nullable: true }) erasedAt: Date | null
  /** Without a foreign key: documents of cases lead to their clients, it would run in a circle. */
  @Column('uuid', { nullable: true }) erasureRevisionId: string | null
  @Column('integer', { default: 1 }) version: number
}

@Entity('client_occupancy')
@ClassifiedBy(CLIENT_OCCUPANCY_FIELDS)
@Index('client_occupancy_moved_in_idx', { synchronize: false })
@Index('client_occupancy_client_idx', ['orgId', 'clientId'])
@Index('client_occupancy_unit_idx', ['orgId', 'unitId'])
@Index('client_occupancy_recorded_by_idx', ['orgId', 'recordedById'])
@References(() => Client, 'clientId')
@References(() => Unit, 'unitId')
@References(() => Staff, 'recordedById')
export class ClientOccupancy implements ClientOccupancyFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') unitId: string
  @Column('text') relation: OccupancyRelation
  @LocalDate() fromOn: string
  @LocalDate({ nullable: true }) toOn: string | null
  @LocalDate({ nullable: true }) movedInOn: string | null
  @Column('integer', { nullable: true }) shareBasisPoints: number | null
  @Column('uuid', { nullable: true }) recordedById: string | null
  /** Taken back as recorded in error: whoever reads stays leaves such rows out. */
  @Instant({ nullable: true }) withdrawnAt: Date | null
  @Column('integer', { default: 1 }) version: number
}
