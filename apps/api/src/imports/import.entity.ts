import type {
  ImportDimension,
  ImportEncoding,
  ImportIssueLevel,
  ImportIssueReason,
  ImportRefusalCode,
  ImportStatus,
  Locale,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References } from '../database/columns.ts'
import { Staff } from '../organization/organization.entity.ts'

/** A file as it was handed over; its bytes lie in the data folder under its id. Append-only: what came in is evidence. */
@Entity('import_file')
@Index('import_file_staff_idx', ['orgId', 'uploadedById'])
@References(() => Staff, 'uploadedById')
export class ImportFileEntity {
  @OrgId() orgId: string
  @Id() id: string
  /** As the person called it. */
  @Column('text') name: string
  @Column('integer') sizeBytes: number
  /** SHA-256, hex. */
  @Column('text') hash: string
  @Column('uuid') uploadedById: string
  @Instant() uploadedAt: Date
}

/** One file brought in, or tried: what, by whom, how far, with which result. */
@Entity('import_run')
@Index('import_run_started_idx', ['orgId', 'startedAt', 'id'])
@Index('import_run_staff_idx', ['orgId', 'startedById'])
@Index('import_run_file_idx', ['orgId', 'fileId'])
@References(() => Staff, 'startedById')
@References(() => ImportFileEntity, 'fileId')
export class ImportRunEntity {
  @OrgId() orgId: string
  @Id() id: string
  /** What is imported, e.g. `complaints`. */
  @Column('text') kind: string
  /** Name of the mapping from the file's columns. */
  @Column('text') mapping: string
  @Column('uuid') fileId: string
  /** Null until the file was looked at, unless the person named it. */
  @Column('text', { nullable: true }) encoding: ImportEncoding | null
  @Column('boolean') dryRun: boolean
  /** Language of the file of refused rows. */
  @Column('text') locale: Locale
  @Column('text') status: ImportStatus
  /** Why the whole was refused or failed, and the same as a sentence in both languages; null otherwise. */
  @Column('text', { nullable: true }) refusalCode: ImportRefusalCode | null
  @Column('text', { nullable: true }) refusalZh: string | null
  @Column('text', { nullable: true }) refusalEn: string | null
  /** Hundredths of the way, 0 to 100, while it runs. */
  @Column('smallint', { default: 0 }) progress: number
  @Column('integer', { default: 0 }) rowsRead: number
  @Column('integer', { default: 0 }) rowsNew: number
  @Column('integer', { default: 0 }) rowsChanged: number
  @Column('integer', { default: 0 }) rowsUnchanged: number
  @Column('integer', { default: 0 }) rowsRefused: number
  @Column('integer', { default: 0 }) rowsWarned: number
  @Column('integer', { default: 0 }) categoriesNew: number
  @Column('integer', { default: 0 }) departmentsNew: number
  /** Where the refused rows lie in the data folder; null when there are none. */
  @Column('uuid', { nullable: true }) refusedFileId: string | null
  @Column('boolean', { default: false }) cancelRequested: boolean
  @Column('uuid') startedById: string
  @Instant() startedAt: Date
  /** When the process that does it was heard of last, by the database's clock. */
  @Instant() seenAt: Date
  @Instant({ nullable: true }) finishedAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** What is wrong or remarkable with one row of the file. */
@Entity('import_issue')
@Index('import_issue_run_idx', ['orgId', 'runId', 'line', 'id'])
@References(() => ImportRunEntity, 'runId')
export class ImportIssueEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') runId: string
  /** Line of the file where the row begins, the header being 1. */
  @Column('integer') line: number
  /** Header of the column; null when the row as a whole is meant. */
  @Column('text', { name: 'column_name', nullable: true }) column: string | null
  /** As it stands in the file, cut at 200 characters. */
  @Personal()
  @Column('text', { nullable: true })
  value: string | null
  /** `ERROR`: the row is refused. `WARNING`: it came in as stated. */
  @Column('text') level: ImportIssueLevel
  /** Code of the reason; screens translate it. */
  @Column('text') reason: ImportIssueReason
}

/** How many accepted rows of a file have this status, category or year; how many issues this reason. */
@Entity('import_count')
@Index('import_count_run_idx', ['orgId', 'runId', 'dimension', 'rows'])
@References(() => ImportRunEntity, 'runId')
export class ImportCountEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') runId: string
  @Column('text') dimension: ImportDimension
  /** Code of the status or the reason, digits of the year; of a category nothing but its names. */
  @Column('text', { nullable: true }) value: string | null
  @Column('text', { nullable: true }) nameZh: string | null
  @Column('text', { nullable: true }) nameEn: string | null
  @Column('integer') rows: number
}
