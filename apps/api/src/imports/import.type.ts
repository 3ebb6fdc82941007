import {
  IMPORT_ACTIONS,
  IMPORT_DIMENSIONS,
  IMPORT_DIMENSION_LABELS,
  IMPORT_ENCODINGS,
  IMPORT_ISSUE_LABELS,
  IMPORT_ISSUE_LEVELS,
  IMPORT_ISSUE_LEVEL_LABELS,
  IMPORT_ISSUE_REASONS,
  IMPORT_REFUSAL_CODES,
  IMPORT_STATUSES,
  IMPORT_STATUS_LABELS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const ImportStatusEnum = publishEnum(
  'ImportStatus',
  IMPORT_STATUSES,
  'How far an import is, or how it ended. Before DONE nothing of a file is in.',
  IMPORT_STATUS_LABELS,
)
export const ImportActionEnum = publishEnum(
  'ImportAction',
  IMPORT_ACTIONS.map(actionName),
  'What can be done to an import; the mutation of the same name does it.',
)
export const ImportEncodingEnum = publishEnum('ImportEncoding', IMPORT_ENCODINGS, 'Encoding of a text file.')
export const ImportIssueLevelEnum = publishEnum(
  'ImportIssueLevel',
  IMPORT_ISSUE_LEVELS,
  'ERROR: the row is refused. WARNING: it came in as stated.',
  IMPORT_ISSUE_LEVEL_LABELS,
)
export const ImportIssueReasonEnum = publishEnum(
  'ImportIssueReason',
  IMPORT_ISSUE_REASONS,
  'What is wrong or remarkable with a row.',
  IMPORT_ISSUE_LABELS,
)
export const ImportRefusalEnum = publishEnum(
  'ImportRefusal',
  IMPORT_REFUSAL_CODES,
  'Why nothing of a file came in.',
)
export const ImportDimensionEnum = publishEnum(
  'ImportDimension',
  IMPORT_DIMENSIONS,
  'What rows and issues are counted by.',
  IMPORT_DIMENSION_LABELS,
)

@ObjectType('ImportFile', { implements: Node, description: 'A file as it was handed over.' })
export class ImportFileType extends Node {
  @Field(() => String, { description: 'As the person called it.' }) name: string
  @Field(() => Int) sizeBytes: number
  @Field(() => String, { description: 'SHA-256 of its bytes, hex.' }) hash: string
  @Field(() => DateTime) uploadedAt: Date
  @Field(() => StaffType, { nullable: true }) uploadedBy: StaffType | null
}

@ObjectType('ImportCount', {
  description: 'How many accepted rows have one status, category or year; or how many issues one reason.',
})
export class ImportCountType {
  @Field(() => ImportDimensionEnum) dimension: string
  @Field(() => String, {
    nullable: true,
    description: 'A `ComplaintStatus`, a year or an `ImportIssueReason`; null for a category.',
  })
  value: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Of a category, in Chinese; null: the rows have none.',
  })
  nameZh: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Of a category, in English; null: the rows have none.',
  })
  nameEn: string | null
  @Field(() => Int) rows: number
}

@ObjectType('ImportIssue', {
  implements: Node,
  description: 'What is wrong or remarkable with one row. The first 10,000 of a file are kept.',
})
export class ImportIssueType extends Node {
  @Field(() => Int, { description: 'Line of the file on which the row begins; the header is line 1.' })
  line: number
  @Field(() => String, { nullable: true, description: 'Header of the column; null: the row as a whole.' })
  column: string | null
  @Field(() => String, {
    nullable: true,
    description: 'As it stands in the file, at most 200 characters; for those who may import.',
  })
  value: string | null
  @Field(() => ImportIssueLevelEnum) level: string
  @Field(() => ImportIssueReasonEnum) reason: string
}

export const ImportIssueConnection = connectionOf('ImportIssue', ImportIssueType)

@ObjectType('ImportRun', {
  implements: Node,
  description: 'One file brought in, or tried: by whom, how far, with which result.',
})
export class ImportRunType extends Node {
  @Field(() => String, { description: 'What is imported: `complaints`.' }) kind: string
  @Field(() => String, { description: 'Name of the mapping from the columns of the file.' }) mapping: string
  @Field(() => ImportFileType, { nullable: true }) file: ImportFileType | null
  @Field(() => ImportEncodingEnum, { nullable: true, description: 'Null until it is known.' })
  encoding: string | null
  @Field(() => Boolean, { description: 'Only looked: nothing was to be written.' }) dryRun: boolean
  @Field(() => ImportStatusEnum) status: string
  @Field(() => Boolean, {
    description: 'It says that it runs, but nobody has heard of it for a minute: nothing of it came in.',
  })
  isLost: boolean
  @Field(() => ImportRefusalEnum, {
    nullable: true,
    description: 'Why nothing came in; null where all went well.',
  })
  refusalCode: string | null
  @Field(() => String, { nullable: true, description: 'The same as a sentence, in Chinese.' })
  refusalZh: string | null
  @Field(() => String, { nullable: true, description: 'The same as a sentence, in English.' })
  refusalEn: string | null
  @Field(() => Int, { description: 'Hundredths of the way, while it runs.' }) progress: number
  @Field(() => Int, { description: 'Rows below the header, blank lines not counted.' }) rowsRead: number
  @Field(() => Int, { description: 'Brought in; by a dry run: would be.' }) rowsNew: number
  @Field(() => Int, { description: 'Known from an earlier run and different now: brought up to date.' })
  rowsChanged: number
  @Field(() => Int, { description: 'Known from an earlier run and left as they are.' }) rowsUnchanged: number
  @Field(() => Int, { description: 'Left out for an error; they stand in the file of refused rows.' })
  rowsRefused: number
  @Field(() => Int, { description: 'Accepted, with something to look at.' }) rowsWarned: number
  @Field(() => Int, { description: 'Categories created for the file.' }) categoriesNew: number
  @Field(() => Int, { description: 'Departments created for the file.' }) departmentsNew: number
  @Field(() => Boolean, {
    description: 'Somebody wants it to end; it will within a second, or is done already.',
  })
  cancelRequested: boolean
  @Field(() => String, {
    nullable: true,
    description: 'Path of the refused rows as CSV, with the reasons; null: none, or not for you.',
  })
  refusedRowsPath: string | null
  @Field(() => StaffType, { nullable: true }) startedBy: StaffType | null
  @Field(() => DateTime) startedAt: Date
  @Field(() => DateTime, { nullable: true }) finishedAt: Date | null
  @Field(() => Int) version: number
  @Field(() => [ImportCountType], { description: 'The most frequent first.' })
  counts: ImportCountType[]
  @Field(() => [ImportActionEnum]) availableActions: string[]
}

export const ImportRunConnection = connectionOf('ImportRun', ImportRunType)
