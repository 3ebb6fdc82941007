import { ArgsType, Field, InputType } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { ImportEncodingEnum, ImportIssueLevelEnum, ImportIssueReasonEnum } from './import.type.ts'

@InputType()
export class StartImportInput {
  @IdField('ImportFile', { description: 'Answered when the file was handed over to `/files/imports`.' })
  fileId: string
  @Field(() => String, { description: 'Name of a mapping, e.g. `nyc-casework`.' }) mapping: string
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
