import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import {
  CostLinesAsked,
  SetValueAssumptionInput,
  ValueAssumedInput,
  ValueGroupsAsked,
  ValueRowsAsked,
  withRates,
} from './value.inputs.ts'
import { costLines } from './cost-lines.query.ts'
import { valueByGrade } from './value-by-grade.query.ts'
import * as value from './value.query.ts'
import {
  ClientValue,
  CostLines,
  ValueAssumptionRevision,
  ValueCohort,
  ValueGroup,
  ValueOfGrade,
  ValuePage,
  ValuePreview,
  ValueTotals,
} from './value.type.ts'

const SetValueAssumptionPayload = payload('SetValueAssumption', ValueAssumptionRevision, 'stale')

@Resolver()
export class ValueResolver {
  @Query(() => ClientValue, {
    nullable: true,
    description: 'What a client is worth, over the whole history. Null where it is not yours to see.',
  })
  @RequiresPermission('value:read')
  clientValue(
    @Arg('clientId', () => ID) clientId: string,
    @Ctx() context: RequestContext,
  ): Promise<ClientValue | null> {
    return value.clientValue(context, clientId)
  }

  @Query(() => ValueTotals, { description: 'What all clients that one may see are worth together.' })
  @RequiresPermission('value:read')
  valueTotals(@Ctx() context: RequestContext): Promise<ValueTotals> {
    return value.valueTotals(context)
  }

  @Query(() => [ValueGroup], { description: 'The same by groups, the largest revenue first.' })
  @RequiresPermission('value:read')
  valueGroups(
    @Args(() => ValueGroupsAsked) { by }: ValueGroupsAsked,
    @Ctx() context: RequestContext,
  ): Promise<ValueGroup[]> {
    return value.valueGroups(context, by)
  }

  @Query(() => [ValueOfGrade], {
    nullable: true,
    description:
      'Value and cost by grade and opening year: for whoever reads both of all these clients. Null for others.',
  })
  @RequiresPermission('value:read')
  valueByGrade(@Ctx() context: RequestContext): Promise<ValueOfGrade[] | null> {
    return valueByGrade(context)
  }

  @Query(() => [ValueCohort], { description: 'Profit by opening year, quarter by quarter, added up.' })
  @RequiresPermission('value:read')
  valueCohorts(@Ctx() context: RequestContext): Promise<ValueCohort[]> {
    return value.valueCohorts(context)
  }

  @Query(() => ValuePage, { description: 'Clients with money on record, by one of the figures.' })
  @RequiresPermission('value:read')
  clientValues(
    @Args(() => ValueRowsAsked) asked: ValueRowsAsked,
    @Ctx() context: RequestContext,
  ): Promise<ValuePage> {
    return value.valuePage(context, asked)
  }

  @Query(() => CostLines, {
    description: 'Costs one by one, the newest first: recorded, shared, and told by other records.',
  })
  @RequiresPermission('value:read')
  costLines(
    @Args(() => CostLinesAsked) asked: CostLinesAsked,
    @Ctx() context: RequestContext,
  ): Promise<CostLines> {
    return costLines(context, asked)
  }

  @Query(() => [ValueAssumptionRevision], {
    description: 'What was assumed, the newest first; nothing while the defaults hold.',
  })
  @RequiresPermission('valueAssumption:read')
  valueAssumptions(@Ctx() context: RequestContext): Promise<ValueAssumptionRevision[]> {
    return value.valueAssumptions(context)
  }

  @Query(() => ValuePreview, {
    description: 'Today’s figures as they are, and as other assumptions would have them; writes nothing.',
  })
  @RequiresPermission('valueAssumption:set')
  valuePreview(
    @Arg('input', () => ValueAssumedInput) input: ValueAssumedInput,
    @Ctx() context: RequestContext,
  ): Promise<ValuePreview> {
    return value.valuePreview(context, withRates(input))
  }

  @Mutation(() => SetValueAssumptionPayload, { description: 'Changes what is assumed: a new revision.' })
  @RequiresPermission('valueAssumption:set')
  setValueAssumption(
    @Arg('input', () => SetValueAssumptionInput) input: SetValueAssumptionInput,
    @Ctx() context: RequestContext,
  ): Promise<ValueAssumptionRevision | UserError> {
    return value.setAssumption(context, withRates(input))
  }
}
