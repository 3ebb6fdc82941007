import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { ClientType } from '../client.type.ts'
import { tagClients, untagClients } from './tag-clients.service.ts'
import type { Tag } from './tag.entity.ts'
import * as service from './tag.service.ts'
import {
  AmendTagInput,
  ClientTagging,
  ClientTagType,
  DefineTagInput,
  RestoreTagInput,
  RetireTagInput,
  TagClientsInput,
  TagType,
  UntagClientsInput,
} from './tag.type.ts'

type Answer = Promise<Tag | UserError>

const DefineTagPayload = payload('DefineTag', TagType, 'duplicate')
const AmendTagPayload = payload('AmendTag', TagType, 'stale', 'duplicate')
const RetireTagPayload = payload('RetireTag', TagType, 'stale', 'status')
const RestoreTagPayload = payload('RestoreTag', TagType, 'stale', 'status')
const TagClientsPayload = payload('TagClients', ClientTagging, 'eligible')
const UntagClientsPayload = payload('UntagClients', ClientTagging, 'eligible')

@Resolver(() => ClientType)
export class TagResolver {
  @FieldResolver(() => [ClientTagType], {
    nullable: true,
    description: 'What they are filed by; null to those who may not read their name.',
  })
  tags(): object {
    return compiled()
  }

  @Query(() => [TagType], {
    name: 'tags',
    description: 'All words that clients are filed by, those that are retired among them.',
  })
  @RequiresPermission('tag:read')
  allTags(): TagType[] {
    return compiled()
  }

  @Mutation(() => DefineTagPayload, { description: 'Defines a word that clients are filed by.' })
  @RequiresPermission('tag:define')
  defineTag(
    @Arg('input', () => DefineTagInput) input: DefineTagInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.define(context, input)
  }

  @Mutation(() => AmendTagPayload, { description: 'Amends it; whoever bears it bears it as it is now.' })
  @RequiresPermission('tag:amend')
  amendTag(@Arg('input', () => AmendTagInput) input: AmendTagInput, @Ctx() context: RequestContext): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => RetireTagPayload, {
    description: 'From now on it is given to nobody; whoever bears it keeps it.',
  })
  @RequiresPermission('tag:retire')
  retireTag(
    @Arg('input', () => RetireTagInput) input: RetireTagInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.retire(context, input)
  }

  @Mutation(() => RestoreTagPayload, { description: 'Takes it into use again.' })
  @RequiresPermission('tag:restore')
  restoreTag(
    @Arg('input', () => RestoreTagInput) input: RestoreTagInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.restore(context, input)
  }

  @Mutation(() => TagClientsPayload, {
    description: 'Gives clients a tag; each that cannot get it is left, and why.',
  })
  @RequiresPermission('client:tag')
  tagClients(
    @Arg('input', () => TagClientsInput) input: TagClientsInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientTagging | UserError> {
    return tagClients(context, input)
  }

  @Mutation(() => UntagClientsPayload, {
    description: 'Takes a tag off clients, a retired one too; each that does not bear it is left.',
  })
  @RequiresPermission('client:untag')
  untagClients(
    @Arg('input', () => UntagClientsInput) input: UntagClientsInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientTagging | UserError> {
    return untagClients(context, input)
  }
}
