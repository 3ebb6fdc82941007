import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { payload } from '../../graphql/payload.ts'
import { DateTime } from '../../graphql/scalars.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { RevealPolicyEntity } from './reveal.entity.ts'
import { revealTallies } from './reveal-tallies.query.ts'
import { setRevealPolicy } from './reveal.service.ts'
import { ClientRevealConnection, RevealKindEnum, RevealPolicyType, RevealTally } from './reveal.type.ts'

const MAYBE = { nullable: true } as const

@InputType({ description: 'Which lines of the ledger; absent members do not filter.' })
class ClientRevealFilter {
  @Field(() => ID, { nullable: true, description: 'Shown to this person.' }) staff?: string
  @Field(() => ID, { nullable: true, description: 'Of this client.' }) client?: string
  @Field(() => [RevealKindEnum], MAYBE) kind?: string[]
  @Field(() => DateTime, { nullable: true, description: 'At or after this instant.' }) from?: Date
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' }) before?: Date
  @Field(() => String, {
    nullable: true,
    description: 'Part of the reason, or the whole code of a client or number of a case.',
  })
  text?: string
}

@ArgsType()
class ClientRevealArgs extends PageArgs {
  @Field(() => ClientRevealFilter, MAYBE) filter?: ClientRevealFilter
}

@ArgsType()
class RevealTallyArgs {
  @Field(() => DateTime, { description: 'From this instant on.' }) from: Date
  @Field(() => DateTime, { description: 'Before this instant.' }) before: Date
}

@InputType()
class SetRevealPolicyInput {
  @Field(() => Int, { description: 'Clients a day beyond which quality management is told; 1 to 1000.' })
  tellAbove: number
  @Field(() => Int, {
    description: 'Clients a day beyond which nothing more is shown; not below `tellAbove`.',
  })
  refuseAbove: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}

const SetRevealPolicyPayload = payload('SetRevealPolicy', RevealPolicyType, 'stale')

@Resolver()
export class RevealResolver {
  @Query(() => ClientRevealConnection, {
    description: 'The ledger of reading: what was shown of clients, to whom and why; the newest first.',
  })
  @RequiresPermission('reveal:read')
  clientReveals(@Args(() => ClientRevealArgs) _args: ClientRevealArgs): object {
    return compiled()
  }

  @Query(() => [RevealTally], { description: 'How much was shown to each person, most clients first.' })
  @RequiresPermission('reveal:read')
  revealTallies(
    @Args(() => RevealTallyArgs) asked: RevealTallyArgs,
    @Ctx() context: RequestContext,
  ): Promise<RevealTally[]> {
    return revealTallies(context, asked)
  }

  @Query(() => RevealPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: 10 clients are told of, 30 are the most.',
  })
  @RequiresPermission('revealPolicy:read')
  revealPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => SetRevealPolicyPayload, {
    description: 'Says of how many clients a day one person may be shown what is sealed.',
  })
  @RequiresPermission('revealPolicy:set')
  setRevealPolicy(
    @Arg('input', () => SetRevealPolicyInput) input: SetRevealPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealPolicyEntity | UserError> {
    return setRevealPolicy(context, input)
  }
}
