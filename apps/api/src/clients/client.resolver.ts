import { CLIENT_LIST_ORDERS } from '@steward/domain'
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { publishEnum } from '../graphql/enums.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { Client } from './client.entity.ts'
import {
  AmendClientInput,
  ArchiveClientInput,
  ClientFilter,
  LookupClientsByPhoneInput,
  OpenClientInput,
  RestoreClientInput,
  RevealPhoneOfClientInput,
} from './client.inputs.ts'
import * as service from './client.service.ts'
import { ClientConnection, ClientType, RevealedPhone } from './client.type.ts'
import { revealPhoneOfClient } from './reveal-phone.service.ts'
import type { PhoneLookup } from './search/phone-lookup.entity.ts'
import { lookupByPhone } from './search/phone-lookup.service.ts'
import { PhoneLookupType } from './search/phone-lookup.type.ts'

const ClientOrderEnum = publishEnum('ClientOrder', CLIENT_LIST_ORDERS, 'Order of a list of clients.')

@ArgsType()
class ClientArgs extends PageArgs {
  @Field(() => ClientFilter, { nullable: true }) filter?: ClientFilter
  @Field(() => ClientOrderEnum, { nullable: true, description: 'Default: CODE.' }) orderBy?: string
}

const OpenClientPayload = payload('OpenClient', ClientType, 'eligible', 'duplicate')
const AmendClientPayload = verbPayload('AmendClient', ClientType)
const ArchiveClientPayload = verbPayload('ArchiveClient', ClientType)
const RestoreClientPayload = verbPayload('RestoreClient', ClientType)
const LookupClientsByPhonePayload = payload('LookupClientsByPhone', PhoneLookupType, 'eligible')
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

  @Query(() => ClientConnection, {
    description: 'Clients to work through, narrowed by what their files have or lack.',
  })
  @RequiresPermission('client:lookup')
  clients(@Args(() => ClientArgs) _args: ClientArgs): object {
    return compiled()
  }

  @Query(() => [ClientType], {
    description:
      'The 20 clients that answer best what was typed, the best first: name or part of it, pinyin or initials, unit (`3-1202`, `3栋1202`, also after the project), code.',
  })
  @RequiresPermission('client:lookup')
  findClients(@Arg('words', () => String) _words: string): ClientType[] {
    return compiled()
  }

  @Mutation(() => LookupClientsByPhonePayload, {
    description: 'Clients by the last four digits of their phone: logged, and so many an hour.',
  })
  @RequiresPermission('client:lookupByPhone')
  lookupClientsByPhone(
    @Arg('input', () => LookupClientsByPhoneInput) input: LookupClientsByPhoneInput,
    @Ctx() context: RequestContext,
  ): Promise<PhoneLookup | UserError> {
    return lookupByPhone(context, input)
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
