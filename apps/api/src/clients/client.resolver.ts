import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Client } from './client.entity.ts'
import {
  AmendClientInput,
  ArchiveClientInput,
  ClientFilter,
  OpenClientInput,
  RestoreClientInput,
  RevealPhoneOfClientInput,
} from './client.inputs.ts'
import * as service from './client.service.ts'
import { ClientConnection, ClientType, RevealedPhone } from './client.type.ts'
import { revealPhoneOfClient } from './reveal-phone.service.ts'

@ArgsType()
class ClientArgs extends PageArgs {
  @Field(() => ClientFilter, { nullable: true }) filter?: ClientFilter
}

const OpenClientPayload = payload('OpenClient', ClientType, 'eligible', 'duplicate')
const AmendClientPayload = verbPayload('AmendClient', ClientType)
const ArchiveClientPayload = verbPayload('ArchiveClient', ClientType)
const RestoreClientPayload = verbPayload('RestoreClient', ClientType)
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

  @Mutation(() => OpenClientPayload, {
    description:
      'Opens an archive: who the client is, contacts, household, units and consents in one act. DUPLICATE names who is likely the same.',
  })
  @RequiresPermission('client:open')
  openClient(
    @Arg('input', () => OpenClientInput) input: OpenClientInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.open(context, input)
  }

  @Mutation(() => AmendClientPayload, {
    description: 'Amends the head of an archive at once on change.',
  })
  @RequiresPermission('client:amend')
  amendClient(
    @Arg('input', () => AmendClientInput) input: AmendClientInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.amend(context, input)
  }

  @Mutation(() => ArchiveClientPayload, {
    description: 'Puts an archive out of use; refused while a case is open.',
  })
  @RequiresPermission('client:archive')
  archiveClient(
    @Arg('input', () => ArchiveClientInput) input: ArchiveClientInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.archive(context, input)
  }

  @Mutation(() => RestoreClientPayload, {
    description: 'Takes an archive into use again.',
  })
  @RequiresPermission('client:restore')
  restoreClient(
    @Arg('input', () => RestoreClientInput) input: RestoreClientInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.restore(context, input)
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
