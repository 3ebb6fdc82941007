import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import type { UserError } from '../graphql/user-error.ts'
import { chooseImportDuplicate } from './import-duplicate.service.ts'
import { retireImportMapping, saveImportMapping } from './import-mapping.service.ts'
import { setImportPolicy } from './import-policy.service.ts'
import type {
  ImportDuplicateEntity,
  ImportMappingEntity,
  ImportPolicyEntity,
  ImportRunEntity,
} from './import.entity.ts'
import {
  ApplyImportInput,
  CancelImportInput,
  ChooseImportDuplicateInput,
  ImportIssueArgs,
  RetireImportMappingInput,
  SaveImportMappingInput,
  SetImportPolicyInput,
  StartImportInput,
  UndoImportInput,
} from './import.inputs.ts'
import {
  ApplyImportPayload,
  CancelImportPayload,
  ChooseImportDuplicatePayload,
  RetireImportMappingPayload,
  SaveImportMappingPayload,
  SetImportPolicyPayload,
  StartImportPayload,
  UndoImportPayload,
} from './import.payloads.ts'
import { applyImport, cancelImport, startImport, undoImport } from './import.service.ts'
import {
  ImportDuplicateConnection,
  ImportIssueConnection,
  ImportMappingType,
  ImportPolicyType,
  ImportRunConnection,
  ImportRunType,
} from './import.type.ts'

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

  @FieldResolver(() => ImportDuplicateConnection, {
    description: 'Rows of a dry run that seem to be about somebody on file.',
  })
  duplicates(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }

  @Query(() => [ImportMappingType], { description: 'Saved mappings that are not retired, by name.' })
  @RequiresPermission('import:read')
  importMappings(): object {
    return compiled()
  }

  @Query(() => [ImportPolicyType], {
    description: 'What was said of second persons; a kind that is missing goes by what is usual.',
  })
  @RequiresPermission('import:read')
  importPolicies(): object {
    return compiled()
  }

  @Mutation(() => ApplyImportPayload, {
    description:
      'Writes what a dry run has shown, all of it or nothing: where something has changed since, the run ends refused.',
  })
  @RequiresPermission('import:apply')
  applyImport(
    @Arg('input', () => ApplyImportInput) input: ApplyImportInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return applyImport(context, input)
  }

  @Mutation(() => UndoImportPayload, {
    description:
      'Looks what taking a run back would do: what it made is withdrawn, what it changed gets its values back, and what somebody has worked on since is left alone, row by row. The dry run that is answered is applied by `applyImport`.',
  })
  @RequiresPermission('import:undo')
  undoImport(
    @Arg('input', () => UndoImportInput) input: UndoImportInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return undoImport(context, input)
  }

  @Mutation(() => ChooseImportDuplicatePayload, {
    description: 'Decides on one row that seems to be about somebody on file.',
  })
  @RequiresPermission('import:choose')
  chooseImportDuplicate(
    @Arg('input', () => ChooseImportDuplicateInput) input: ChooseImportDuplicateInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportDuplicateEntity | UserError> {
    return chooseImportDuplicate(context, input)
  }

  @Mutation(() => SaveImportMappingPayload, { description: 'Saves what columns mean, to be used again.' })
  @RequiresPermission('import:saveMapping')
  saveImportMapping(
    @Arg('input', () => SaveImportMappingInput) input: SaveImportMappingInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportMappingEntity | UserError> {
    return saveImportMapping(context, input)
  }

  @Mutation(() => RetireImportMappingPayload, { description: 'Offers a mapping no more.' })
  @RequiresPermission('import:retireMapping')
  retireImportMapping(
    @Arg('input', () => RetireImportMappingInput) input: RetireImportMappingInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportMappingEntity | UserError> {
    return retireImportMapping(context, input)
  }

  @Mutation(() => SetImportPolicyPayload, {
    description: 'Says from how many rows on a second person applies an import.',
  })
  @RequiresPermission('import:setPolicy')
  setImportPolicy(
    @Arg('input', () => SetImportPolicyInput) input: SetImportPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportPolicyEntity | UserError> {
    return setImportPolicy(context, input)
  }
}
