import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload } from '../../graphql/payload.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import * as result from './simulation-result.query.ts'
import type { GradingSimulation } from './simulation.entity.ts'
import * as service from './simulation.service.ts'
import {
  GradingSimulationConnection,
  GradingSimulationType,
  SimulatedMoverPage,
  SimulationResult,
} from './simulation.type.ts'

@InputType()
class RunSimulationInput {
  @IdField('DocumentRevision', { description: 'The revision to be tried out: a draft, or any other.' })
  revisionId: string
  @IdField('DocumentRevision', { nullable: true, description: 'The one beside; absent: the one in force.' })
  comparedRevisionId?: string
  @Field(() => LocalDate, { nullable: true, description: 'By the values of this day; absent: today.' })
  asOfOn?: string
  @IdField('GradingCycle', {
    nullable: true,
    description: 'By what this published cycle kept of its clients, on its own day; instead of `asOfOn`.',
  })
  cycleId?: string
}

@ArgsType()
class SimulationArgs extends PageArgs {}

@ArgsType()
class MoversAsked {
  @Field(() => ID) simulation: string
  @Field(() => String, { nullable: true, description: 'Absent: not graded.' }) from?: string
  @Field(() => String, { nullable: true, description: 'Absent: not graded.' }) to?: string
  @Field(() => Int, { defaultValue: 50, description: 'How many at most, 1 to 500.' }) first: number
  @Field(() => String, { nullable: true, description: '`next` of the page before.' }) after?: string
}

const RunSimulationPayload = payload('RunSimulation', GradingSimulationType, 'eligible')

@Resolver()
export class SimulationResolver {
  @Query(() => GradingSimulationType, { nullable: true, description: 'One simulation and how far it is.' })
  @RequiresPermission('simulation:read')
  gradingSimulation(@Arg('id', () => ID) _id: string): GradingSimulationType {
    return compiled()
  }

  @Query(() => GradingSimulationConnection, { description: 'Simulations, the newest first.' })
  @RequiresPermission('simulation:read')
  gradingSimulations(@Args(() => SimulationArgs) _args: SimulationArgs): object {
    return compiled()
  }

  @Query(() => SimulationResult, { nullable: true, description: 'What a simulation has come to so far.' })
  @RequiresPermission('simulation:read')
  simulationResult(
    @Arg('simulation', () => ID) simulation: string,
    @Ctx() context: RequestContext,
  ): Promise<SimulationResult | null> {
    return result.simulationResult(context, simulation)
  }

  @Query(() => SimulatedMoverPage, {
    description:
      'Who would go from one grade to another, the most moved first. Kept of the ten newest simulations.',
  })
  @RequiresPermission('simulation:read')
  simulationMovers(
    @Args(() => MoversAsked) asked: MoversAsked,
    @Ctx() context: RequestContext,
  ): Promise<SimulatedMoverPage> {
    return result.simulationMovers(context, asked)
  }

  @Mutation(() => RunSimulationPayload, {
    description:
      'Begins to grade all clients by a standard and by another one beside; nobody’s grade changes.',
  })
  @RequiresPermission('simulation:run')
  runSimulation(
    @Arg('input', () => RunSimulationInput) input: RunSimulationInput,
    @Ctx() context: RequestContext,
  ): Promise<GradingSimulation | UserError> {
    return service.run(context, input)
  }
}
