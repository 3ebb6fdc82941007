import { Arg, Args, ArgsType, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { InformationMediumEnum } from '../../documents/document.enums.ts'
import { compiled } from '../../graphql/compiled.ts'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, signingPayload, verbPayload } from '../../graphql/payload.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import * as custody from './custody.service.ts'
import type { ImportSourceEntity } from './import-source.entity.ts'
import { ImportSourceConnection, ImportSourceStatusEnum, ImportSourceType } from './import-source.type.ts'

@InputType()
class ReceiveImportSourceInput {
  @Field(() => String, { description: 'What it is, as people call it.' }) name: string
  @Field(() => String, { description: 'Whose it was, e.g. the developer.' }) receivedFrom: string
  @Field(() => InformationMediumEnum) medium: string
  @IdField('Staff', { description: 'Who answers for it from now on.' }) custodianId: string
  @IdField('Project', { nullable: true }) projectId?: string | null
  @Field(() => LocalDate, { description: 'The last day of custody.' }) destroyBy: string
}

@InputType()
class ImportSourceVerbInput {
  @IdField('ImportSource') importSourceId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
class VerifyImportSourceInput extends ImportSourceVerbInput {
  @Field(() => String, { description: 'What came in was compared with it: how.' }) note: string
}

@InputType()
class DestroyImportSourceInput extends ImportSourceVerbInput {
  @Field(() => String, { description: 'Shredded, burned, erased …' }) method: string
  @Field(() => String) place: string
  @Field(() => LocalDate) destroyedOn: string
  @Field(() => String, { nullable: true, description: 'Who watched, beside the two who sign.' })
  witnesses?: string
}

@InputType({ description: 'Which sources; absent members do not filter.' })
class ImportSourceFilter {
  @Field(() => [ImportSourceStatusEnum], { nullable: true }) status?: string[]
}

@ArgsType()
class ImportSourceArgs extends PageArgs {
  @Field(() => ImportSourceFilter, { nullable: true }) filter?: ImportSourceFilter
}

const ReceiveImportSourcePayload = payload('ReceiveImportSource', ImportSourceType, 'eligible')
const VerifyImportSourcePayload = verbPayload('VerifyImportSource', ImportSourceType)
const DestroyImportSourcePayload = signingPayload('DestroyImportSource', ImportSourceType)

type Answer = Promise<ImportSourceEntity | UserError>

@Resolver(() => ImportSourceType)
export class ImportSourceResolver {
  @Query(() => ImportSourceConnection, {
    description: 'What client information was read from, and in whose custody it is; the newest first.',
  })
  @RequiresPermission('importSource:read')
  importSources(@Args(() => ImportSourceArgs) _args: ImportSourceArgs): object {
    return compiled()
  }

  @Mutation(() => ReceiveImportSourcePayload, {
    description: 'Takes a disk, a list, a message into custody.',
  })
  @RequiresPermission('importSource:receive')
  receiveImportSource(
    @Arg('input', () => ReceiveImportSourceInput) input: ReceiveImportSourceInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return custody.receive(context, input)
  }

  @Mutation(() => VerifyImportSourcePayload, {
    description: 'What came in was compared with it: it is to be destroyed.',
  })
  @RequiresPermission('importSource:verify')
  verifyImportSource(
    @Arg('input', () => VerifyImportSourceInput) input: VerifyImportSourceInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return custody.verify(context, input)
  }

  @Mutation(() => DestroyImportSourcePayload, {
    description:
      'Certifies, signed, that it was destroyed; it is once the supervising manager has signed, too. Of a file of ours the key is destroyed then.',
  })
  @RequiresPermission('importSource:destroy')
  destroyImportSource(
    @Arg('input', () => DestroyImportSourceInput) input: DestroyImportSourceInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return custody.destroy(context, input)
  }
}
