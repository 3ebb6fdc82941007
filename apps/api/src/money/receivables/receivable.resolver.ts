import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Project } from '../../organization/organization.entity.ts'
import { ProjectType } from '../../organization/organization.type.ts'
import { previewFees } from './fee-batch.service.ts'
import type { Receivable } from './receivable.entity.ts'
import {
  FeePreviewInput,
  ReceivableFilter,
  RegisterManyReceivablesInput,
  RegisterReceivableInput,
  VoidReceivableInput,
} from './receivable.inputs.ts'
import * as service from './receivable.service.ts'
import { FeePreview, ReceivableConnection, ReceivableType } from './receivable.type.ts'

const ReceivableOrderEnum = publishEnum(
  'ReceivableOrder',
  ['OLDEST', 'NEWEST'] as const,
  'By the day on which it is due.',
)

@ArgsType()
class ReceivableArgs extends PageArgs {
  @Field(() => ReceivableFilter, { nullable: true }) filter?: ReceivableFilter
  @Field(() => ReceivableOrderEnum, { nullable: true, description: 'Default: OLDEST.' }) orderBy?: string
}

const RegisterReceivablePayload = payload('RegisterReceivable', ReceivableType, 'eligible')
const RegisterManyReceivablesPayload = payload(
  'RegisterManyReceivables',
  ProjectType,
  'eligible',
  'duplicate',
)
const VoidReceivablePayload = verbPayload('VoidReceivable', ReceivableType)

@Resolver()
export class ReceivableResolver {
  @Query(() => ReceivableType, { nullable: true, description: 'One receivable.' })
  @RequiresPermission('receivable:read')
  receivable(@Arg('id', () => ID) _id: string): ReceivableType {
    return compiled()
  }

  @Query(() => ReceivableConnection, { description: 'What clients owe.' })
  @RequiresPermission('receivable:read')
  receivables(@Args(() => ReceivableArgs) _args: ReceivableArgs): object {
    return compiled()
  }

  @Query(() => FeePreview, {
    description: 'What charging the units of a project by area would come to; writes nothing.',
  })
  @RequiresPermission('receivable:registerMany')
  feePreview(
    @Arg('input', () => FeePreviewInput) input: FeePreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<FeePreview> {
    return previewFees(context, input)
  }

  @Mutation(() => RegisterReceivablePayload, { description: 'Registers one sum that a client owes.' })
  @RequiresPermission('receivable:register')
  registerReceivable(
    @Arg('input', () => RegisterReceivableInput) input: RegisterReceivableInput,
    @Ctx() context: RequestContext,
  ): Promise<Receivable | UserError> {
    return service.register(context, input)
  }

  @Mutation(() => RegisterManyReceivablesPayload, {
    description: 'Charges the units of a project by area, as previewed: all of them, or none.',
  })
  @RequiresPermission('receivable:registerMany')
  registerManyReceivables(
    @Arg('input', () => RegisterManyReceivablesInput) input: RegisterManyReceivablesInput,
    @Ctx() context: RequestContext,
  ): Promise<Project | UserError> {
    return service.registerMany(context, input)
  }

  @Mutation(() => VoidReceivablePayload, {
    description: 'Voids a receivable; what was paid on it becomes credit of the client.',
  })
  @RequiresPermission('receivable:void')
  voidReceivable(
    @Arg('input', () => VoidReceivableInput) input: VoidReceivableInput,
    @Ctx() context: RequestContext,
  ): Promise<Receivable | UserError> {
    return service.voidReceivable(context, input)
  }
}
