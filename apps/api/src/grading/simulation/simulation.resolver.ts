import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql'
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
  SimulatedMoverType,
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
}

@ArgsType()
class SimulationArgs extends PageArgs {}

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

  @Query(() => [SimulatedMoverType], {
    description: 'Who would go from one grade to another, the most moved first: at most 200.',
  })
  @RequiresPermission('simulation:read')
  simulationMovers(
    @Arg('simulation', () => ID) simulation: string,
    @Arg('from', () => String, { nullable: true, description: 'Absent: not graded.' })
    from: string | undefined,
    @Arg('to', () => String, { nullable: true, description: 'Absent: not graded.' }) to: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SimulatedMoverType[]> {
    return result.simulationMovers(context, { simulation, from, to })
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
