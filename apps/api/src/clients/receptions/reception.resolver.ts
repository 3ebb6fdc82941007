import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Reception } from './reception.entity.ts'
import {
  AmendReceptionInput,
  FinishReceptionInput,
  ReceptionFilter,
  RecordReceptionInput,
} from './reception.inputs.ts'
import * as service from './reception.service.ts'
import { ReceptionConnection, ReceptionType } from './reception.type.ts'

const ReceptionOrderEnum = publishEnum(
  'ReceptionOrder',
  ['NEWEST', 'DUE'],
  'Order of a list of receptions: when they took place, or for when the next step is.',
)

@ArgsType()
class ReceptionArgs extends PageArgs {
  @Field(() => ReceptionFilter, { nullable: true }) filter?: ReceptionFilter
  @Field(() => ReceptionOrderEnum, { nullable: true, description: 'Default: NEWEST.' }) orderBy?: string
}

const RecordReceptionPayload = payload('RecordReception', ReceptionType, 'eligible')
const FinishReceptionPayload = verbPayload('FinishReception', ReceptionType)
const AmendReceptionPayload = verbPayload('AmendReception', ReceptionType)

@Resolver()
export class ReceptionResolver {
  @Query(() => ReceptionType, { nullable: true, description: 'One reception that you may read.' })
  @RequiresPermission('reception:read')
  reception(@Arg('id', () => ID) _id: string): ReceptionType {
    return compiled()
  }

  @Query(() => ReceptionConnection, { description: 'Receptions and calls that you may read, newest first.' })
  @RequiresPermission('reception:read')
  receptions(@Args(() => ReceptionArgs) _args: ReceptionArgs): object {
    return compiled()
  }

  @Mutation(() => RecordReceptionPayload, {
    description:
      'Writes down what a client said or asked, without a case. All but client and words has a default.',
  })
  @RequiresPermission('reception:record')
  recordReception(
    @Arg('input', () => RecordReceptionInput) input: RecordReceptionInput,
    @Ctx() context: RequestContext,
  ): Promise<Reception | UserError> {
    return service.record(context, input)
  }

  @Mutation(() => AmendReceptionPayload, {
    description: 'Puts right what one wrote oneself, within a day; how it stood before is kept.',
  })
  @RequiresPermission('reception:amend')
  amendReception(
    @Arg('input', () => AmendReceptionInput) input: AmendReceptionInput,
    @Ctx() context: RequestContext,
  ): Promise<Reception | UserError> {
    return service.amend(context, input)
  }

  @Mutation(() => FinishReceptionPayload, {
    description:
      'Says that the next step was taken, and what came of it; by whoever has the client before them.',
  })
  @RequiresPermission('reception:finish')
  finishReception(
    @Arg('input', () => FinishReceptionInput) input: FinishReceptionInput,
    @Ctx() context: RequestContext,
  ): Promise<Reception | UserError> {
    return service.finish(context, input)
  }
}
