import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { ImportRunEntity } from './import.entity.ts'
import { CancelImportInput, ImportIssueArgs, StartImportInput } from './import.inputs.ts'
import { CancelImportPayload, StartImportPayload } from './import.payloads.ts'
import { cancelImport, startImport } from './import.service.ts'
import { ImportIssueConnection, ImportRunConnection, ImportRunType } from './import.type.ts'

type Answer = Promise<ImportRunEntity | UserError>

@Resolver(() => ImportRunType)
export class ImportResolver {
  @Query(() => ImportRunConnection, { description: 'Imports and trials, the newest first.' })
  @RequiresPermission('import:read')
  importRuns(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }

  @Query(() => ImportRunType, { nullable: true, description: 'One import or trial.' })
  @RequiresPermission('import:read')
  importRun(@Arg('id', () => ID) _id: string): ImportRunType {
    return compiled()
  }

  @FieldResolver(() => ImportIssueConnection, { description: 'What is wrong or remarkable, line by line.' })
  issues(@Args(() => ImportIssueArgs) _args: ImportIssueArgs): object {
    return compiled()
  }

  @Mutation(() => StartImportPayload, {
    description: 'Brings a file in, or tries it; answers at once, and the run tells how far it is.',
  })
  @RequiresPermission('import:run')
  startImport(
    @Arg('input', () => StartImportInput) input: StartImportInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return startImport(context, input)
  }

  @Mutation(() => CancelImportPayload, {
    description: 'Ends an import that is under way; nothing of it comes in.',
  })
  @RequiresPermission('import:cancel')
  cancelImport(
    @Arg('input', () => CancelImportInput) input: CancelImportInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return cancelImport(context, input)
  }
}
