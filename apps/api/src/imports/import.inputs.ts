import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import {
  ImportDuplicateChoiceEnum,
  ImportEncodingEnum,
  ImportIssueLevelEnum,
  ImportIssueReasonEnum,
  ImportKindEnum,
} from './import.type.ts'

@InputType({ description: 'A word and what it means.' })
export class ImportPairInput {
  @Field(() => String) key: string
  @Field(() => String) value: string
}

@InputType({ description: 'What one column of a file tells.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'Its header.' }) column: string
  @Field(() => String, { nullable: true, description: 'Field of the record; null: left out on purpose.' })
  field?: string | null
  @Field(() => [ImportPairInput], { defaultValue: [], description: 'What words in its cells mean.' })
  values: ImportPairInput[]
}

@InputType({ description: 'What the columns of a file mean.' })
export class RecordMappingInput {
  @Field(() => ImportKindEnum) kind: string
  @Field(() => String, { description: 'Whose keys these are: by source and key a record is known again.' })
  source: string
  @Field(() => [ImportColumnInput]) columns: ImportColumnInput[]
  @Field(() => [ImportPairInput], {
    defaultValue: [],
    description: 'Field → the words that would stand in a cell of every row.',
  })
  constants: ImportPairInput[]
  @Field(() => ImportEncodingEnum, { nullable: true }) encoding?: string | null
}

@InputType()
export class ApplyImportInput {
  @IdField('ImportRun', { description: 'A dry run that is done.' }) importRunId: string
  @Field(() => ImportDuplicateChoiceEnum, {
    defaultValue: 'LEAVE_OUT',
    description: 'For likely duplicates of which nobody has decided singly.',
  })
  duplicateChoice: string
}

@InputType()
export class UndoImportInput {
  @IdField('ImportRun', { description: 'A run that wrote clients, units or receivables.' })
  importRunId: string
}

@InputType()
export class ChooseImportDuplicateInput {
  @IdField('ImportDuplicate') duplicateId: string
  @Field(() => ImportDuplicateChoiceEnum, { nullable: true, description: 'Null: as is said for all.' })
  choice?: string | null
}

@InputType()
export class SaveImportMappingInput {
  @Field(() => String, { description: 'A mapping of that name is saved anew.' }) name: string
  @Field(() => RecordMappingInput) record: RecordMappingInput
}

@InputType()
export class RetireImportMappingInput {
  @IdField('ImportMapping') importMappingId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class SetImportPolicyInput {
  @Field(() => ImportKindEnum) kind: string
  @Field(() => Int, { description: 'Rows that one person may bring in alone; 0: always two people.' })
  rowsByOne: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

@InputType()
export class StartImportInput {
  @IdField('ImportFile', { description: 'Answered when the file was handed over to `/files/imports`.' })
  fileId: string
  @Field(() => String, {
    nullable: true,
    description: 'Of complaints: name of a mapping, e.g. `nyc-casework`.',
  })
  mapping?: string | null
  @Field(() => RecordMappingInput, { nullable: true, description: 'Of all others: what the columns mean.' })
  record?: RecordMappingInput | null
  @Field(() => ImportEncodingEnum, { nullable: true, description: 'Absent: it is found out.' })
  encoding?: string | null
  @Field(() => Boolean, { description: 'Only look: the run tells what it would do, and writes nothing.' })
  dryRun: boolean
}

@InputType()
export class CancelImportInput {
  @IdField('ImportRun') importRunId: string
}

@InputType({ description: 'Which issues; absent members do not filter.' })
class ImportIssueFilter {
  @Field(() => ImportIssueLevelEnum, { nullable: true }) level?: string
  @Field(() => [ImportIssueReasonEnum], { nullable: true }) reason?: string[]
}

@ArgsType()
export class ImportIssueArgs extends PageArgs {
  @Field(() => ImportIssueFilter, { nullable: true }) filter?: ImportIssueFilter
}
