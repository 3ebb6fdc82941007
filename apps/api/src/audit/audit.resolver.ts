import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime } from '../graphql/scalars.ts'
import { AuditEntryConnection, AuditSubjectEnum } from './audit.type.ts'

const maybe = { nullable: true } as const

@InputType({ description: 'Which entries; absent members do not filter, all others must hold.' })
class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'This one entry.' }) entry?: string
  @Field(() => ID, { nullable: true, description: 'About this record.' }) subject?: string
  @Field(() => [AuditSubjectEnum], maybe) subjectType?: string[]
  @Field(() => ID, { nullable: true, description: 'By this member of staff.' }) actor?: string
  @Field(() => [String], { nullable: true, description: 'E.g. `staff:assignRoles`.' }) verb?: string[]
  @Field(() => String, { nullable: true, description: 'Of the request with this id.' }) request?: string
  @Field(() => String, {
    nullable: true,
    description:
      'Whose changed values or reason hold this text, case aside; or about the record of that number or name; or of the request with this id. Values that the trail keeps to itself are not found.',
  })
  text?: string
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' }) from?: Date
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' }) before?: Date
}

@ArgsType()
class AuditEntryArgs extends PageArgs {
  @Field(() => AuditEntryFilter, maybe) filter?: AuditEntryFilter
}

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: 'The audit trail, newest first.' })
  @RequiresPermission('audit:read')
  auditEntries(@Args(() => AuditEntryArgs) _args: AuditEntryArgs): object {
    return compiled()
  }
}
