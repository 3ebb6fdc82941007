import {
  DUPLICATE_CHOICES,
  DUPLICATE_CHOICE_LABELS,
  DUPLICATE_GROUNDS,
  DUPLICATE_GROUND_LABELS,
  IMPORT_ACTIONS,
  IMPORT_DIMENSIONS,
  IMPORT_DIMENSION_LABELS,
  IMPORT_ENCODINGS,
  IMPORT_ISSUE_LABELS,
  IMPORT_ISSUE_LEVELS,
  IMPORT_ISSUE_LEVEL_LABELS,
  IMPORT_ISSUE_REASONS,
  IMPORT_KINDS,
  IMPORT_KIND_LABELS,
  IMPORT_REFUSAL_CODES,
  IMPORT_STATUSES,
  IMPORT_STATUS_LABELS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
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
export const ImportKindEnum = publishEnum(
  'ImportKind',
  IMPORT_KINDS,
  'What a file holds; whoever may enter such records by hand everywhere may bring them in.',
  IMPORT_KIND_LABELS,
)
export const ImportDuplicateGroundEnum = publishEnum(
  'ImportDuplicateGround',
  DUPLICATE_GROUNDS,
  'Why a row seems to be about somebody on file.',
  DUPLICATE_GROUND_LABELS,
)
export const ImportDuplicateChoiceEnum = publishEnum(
  'ImportDuplicateChoice',
  DUPLICATE_CHOICES,
  'What becomes of a row that seems to be about somebody on file.',
  DUPLICATE_CHOICE_LABELS,
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
  @Field(() => ImportKindEnum) kind: string
  @Field(() => String, {
    description:
      'Name of the mapping from the columns of the file; of records the source whose keys they are.',
  })
  mapping: string
  @Field(() => ImportRunType, { nullable: true, description: 'The dry run that was applied by this one.' })
  dryRunOf: ImportRunType | null
  @Field(() => ImportRunType, { nullable: true, description: 'The run that is taken back by this one.' })
  undoes: ImportRunType | null
  @Field(() => DateTime, { nullable: true, description: 'Of a dry run: when it was applied.' })
  appliedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'When what it wrote was taken back.' })
  undoneAt: Date | null
  @Field(() => Int, { description: 'Rows that seem to be about somebody on file.' }) rowsDuplicate: number
  @Field(() => Int, { description: 'From more rows than this on a second person applies such a dry run.' })
  rowsByOne: number
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

@ObjectType('ImportDuplicate', {
  implements: Node,
  description: 'A row of a dry run that seems to be about somebody on file. The first 10,000 are kept.',
})
export class ImportDuplicateType extends Node {
  @Field(() => Int) line: number
  @Field(() => ImportDuplicateGroundEnum) ground: string
  @Field(() => ClientType, { nullable: true, description: 'Whom; null for who may not read them.' })
  client: ClientType | null
  @Field(() => String, { nullable: true, description: 'The name in the row, masked.' }) nameMasked:
    | string
    | null
  @Field(() => ImportDuplicateChoiceEnum, { nullable: true, description: 'Null: as is said for all.' })
  choice: string | null
}
export const ImportDuplicateConnection = connectionOf('ImportDuplicate', ImportDuplicateType)

@ObjectType('ImportPair', { description: 'A word and what it means.' })
export class ImportPairType {
  @Field(() => String) key: string
  @Field(() => String) value: string
}

@ObjectType('ImportColumn', { description: 'What one column of a file tells.' })
export class ImportColumnType {
  @Field(() => String, { description: 'Its header.' }) column: string
  @Field(() => String, { nullable: true, description: 'Field of the record; null: left out.' })
  field: string | null
}

@ObjectType('ImportWord', { description: 'What a word in the cells of one column means.' })
export class ImportWordType {
  @Field(() => String, { description: 'Header of the column.' }) column: string
  @Field(() => String) key: string
  @Field(() => String) value: string
}

@ObjectType('ImportMapping', {
  implements: Node,
  description: 'What the columns of one kind of file mean, saved under a name.',
})
export class ImportMappingType extends Node {
  @Field(() => ImportKindEnum) kind: string
  @Field(() => String) name: string
  @Field(() => String, { description: 'Whose keys these are: by source and key a record is known again.' })
  source: string
  @Field(() => [ImportColumnType]) columns: ImportColumnType[]
  @Field(() => [ImportWordType], { description: 'What words in the cells mean, column by column.' })
  words: ImportWordType[]
  @Field(() => [ImportPairType], {
    description: 'Field → the words that would stand in a cell of every row.',
  })
  constants: ImportPairType[]
  @Field(() => ImportEncodingEnum, { nullable: true }) encoding: string | null
  @Field(() => StaffType, { nullable: true }) savedBy: StaffType | null
  @Field(() => DateTime) savedAt: Date
  @Field(() => Int) version: number
}

@ObjectType('ImportPolicy', {
  implements: Node,
  description: 'From how many rows on a second person applies an import of that kind.',
})
export class ImportPolicyType extends Node {
  @Field(() => ImportKindEnum) kind: string
  @Field(() => Int, { description: 'Rows that one person may bring in alone.' }) rowsByOne: number
  @Field(() => Int) version: number
}

export const ImportRunConnection = connectionOf('ImportRun', ImportRunType)
