import type {
  DuplicateChoice,
  DuplicateGround,
  ImportDimension,
  ImportEncoding,
  ImportIssueLevel,
  ImportIssueReason,
  ImportKind,
  ImportRefusalCode,
  ImportStatus,
  Locale,
  RecordKind,
  RecordMapping,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, OrgId, Personal, References, Sealed, type Ciphertext } from '../database/columns.ts'
import { Client } from '../clients/client.entity.ts'
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

/** The key under which the bytes of a file lie in the data folder. Once the row is removed nobody can read them, in no copy. */
@Entity('import_file_key')
@Index('import_file_key_file_key', ['orgId', 'fileId'], { unique: true })
@References(() => ImportFileEntity, 'fileId')
export class ImportFileKey {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') fileId: string
  @Sealed({ nullable: false }) sealedKey: Ciphertext
  @Instant() createdAt: Date
}

/** What the columns of one kind of file mean, as somebody has saved it. A run keeps a copy of what it went by. */
@Entity('import_mapping')
@Index('import_mapping_name_key', ['orgId', 'kind', 'name'], { unique: true })
@Index('import_mapping_saved_by_idx', ['orgId', 'savedById'])
@References(() => Staff, 'savedById')
export class ImportMappingEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: RecordKind
  @Column('text') name: string
  @Column('jsonb') spec: RecordMapping
  @Column('uuid') savedById: string
  @Instant() savedAt: Date
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** From how many rows on a second person has to apply a dry run of that kind. */
@Entity('import_policy')
@Index('import_policy_kind_key', ['orgId', 'kind'], { unique: true })
export class ImportPolicyEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: ImportKind
  @Column('integer') rowsByOne: number
  @Column('integer', { default: 1 }) version: number
}

/** One file brought in, or tried: what, by whom, how far, with which result. */
@Entity('import_run')
@Index('import_run_started_idx', ['orgId', 'startedAt', 'id'])
@Index('import_run_staff_idx', ['orgId', 'startedById'])
@Index('import_run_file_idx', ['orgId', 'fileId'])
@References(() => Staff, 'startedById')
@Index('import_run_dry_run_idx', ['orgId', 'dryRunId'])
@Index('import_run_undoes_idx', ['orgId', 'undoesId'])
@References(() => ImportFileEntity, 'fileId')
@References('ImportRunEntity', 'dryRunId')
@References('ImportRunEntity', 'undoesId')
export class ImportRunEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') kind: ImportKind
  /** Name of the mapping from the file's columns. */
  @Column('text') mapping: string
  /** The mapping itself, of records that are a table of fields. */
  @Column('jsonb', { nullable: true }) spec: RecordMapping | null
  /** What is done about likely duplicates of which nobody decides singly. */
  @Column('text', { default: 'LEAVE_OUT' }) duplicateChoice: DuplicateChoice
  /** The dry run that is applied by this one: what it showed is what is written, or nothing is. */
  @Column('uuid', { nullable: true }) dryRunId: string | null
  /** The run that is taken back by this one. */
  @Column('uuid', { nullable: true }) undoesId: string | null
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
  /** Tells whether two looks at a file came to the same for every row. */
  @Column('text', { nullable: true }) outline: string | null
  /** Of those read: how many seem to be on file already. */
  @Column('integer', { default: 0 }) rowsDuplicate: number
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
  /** Of a dry run: when it was applied. */
  @Instant({ nullable: true }) appliedAt: Date | null
  /** Of a run that wrote: when it was taken back. */
  @Instant({ nullable: true }) undoneAt: Date | null
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

/** A row of a dry run that seems to be about somebody who is on file, and what is to be done about it. */
@Entity('import_duplicate')
@Index('import_duplicate_run_idx', ['orgId', 'runId', 'line', 'id'])
@Index('import_duplicate_client_idx', ['orgId', 'clientId'])
@References(() => ImportRunEntity, 'runId')
@References(() => Client, 'clientId')
export class ImportDuplicateEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') runId: string
  @Column('integer') line: number
  @Column('text') ground: DuplicateGround
  /** Whom the row seems to be about. */
  @Column('uuid') clientId: string
  /** The name in the row, masked. */
  @Personal()
  @Column('text', { nullable: true })
  nameMasked: string | null
  /** Null: as the run says for all. */
  @Column('text', { nullable: true }) choice: DuplicateChoice | null
  @Column('integer', { default: 1 }) version: number
}

/** What a run wrote of one row: by it the record is known again, and by it the run can be undone. */
@Entity('imported_row')
@Index('imported_row_run_idx', ['orgId', 'runId', 'line'])
@Index('imported_row_identity_idx', ['orgId', 'kind', 'source', 'identity'])
@Index('imported_row_record_idx', ['orgId', 'recordId'])
@Index('imported_row_undone_idx', ['orgId', 'undoneById'])
@References(() => ImportRunEntity, 'runId')
@References(() => ImportRunEntity, 'undoneById')
export class ImportedRowEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') runId: string
  @Column('text') kind: RecordKind
  @Column('text') source: string
  @Column('integer') line: number
  /** SHA-256 of what tells the record from others of its source, and of that and its unit: hex. */
  @Column('text') identity: string
  @Column('text') key: string
  /** SHA-256 of what the row says. */
  @Column('text') hash: string
  @Column('uuid') recordId: string
  /** The record was made by this row; otherwise it was there before. */
  @Column('boolean') made: boolean
  /** Version of the record after this row was written: another one means that somebody has changed it since. */
  @Column('integer') recordVersion: number
  /** Columns that the row changed, with the values before. */
  @Personal()
  @Column('jsonb', { nullable: true })
  before: Readonly<Record<string, unknown>> | null
  /** Contacts, stays and consents that came with the row. */
  @Column('uuid', { array: true, default: '{}' }) partIds: string[]
  @Column('uuid', { nullable: true }) undoneById: string | null
}
