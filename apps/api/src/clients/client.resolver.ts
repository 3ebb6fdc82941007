import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { ClientConnection, ClientType, RevealedPhone } from './client.type.ts'
import { revealPhoneOfClient } from './reveal-phone.service.ts'

@InputType({ description: 'Which clients; absent members do not filter.' })
class ClientFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, or the beginning of code or door number.',
  })
  search?: string
  @Field(() => ID, { nullable: true, description: 'Who owns or uses this unit, or once did.' })
  unit?: string
  @Field(() => String, { nullable: true, description: 'The last four digits of the phone.' })
  phoneTail?: string
}

@ArgsType()
class ClientArgs extends PageArgs {
  @Field(() => ClientFilter, { nullable: true }) filter?: ClientFilter
}

@InputType()
class RevealPhoneOfClientInput {
  @IdField('Client') clientId: string
  @Field(() => String, { description: 'What the number is needed for; logged.' }) reason: string
}

const RevealPhoneOfClientPayload = payload('RevealPhoneOfClient', RevealedPhone, 'eligible')

@Resolver()
export class ClientResolver {
  @Query(() => ClientType, {
    nullable: true,
    description: 'One client; null where there is none that you may read.',
  })
  @RequiresPermission('client:read')
  client(@Arg('id', () => ID) _id: string): ClientType {
    return compiled()
  }

  @Query(() => ClientConnection, { description: 'Clients, by code; with a search, those it finds.' })
  @RequiresPermission('client:lookup')
  clients(@Args(() => ClientArgs) _args: ClientArgs): object {
    return compiled()
  }

  @Mutation(() => RevealPhoneOfClientPayload, {
    description: "Shows a client's number in full; with a reason, logged.",
  })
  @RequiresPermission('client:revealPhone')
  revealPhoneOfClient(
    @Arg('input', () => RevealPhoneOfClientInput) input: RevealPhoneOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedPhone | UserError> {
    return revealPhoneOfClient(context, input)
  }
}
