import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Client } from '../client.entity.ts'
import { ClientType, RevealedPhone } from '../client.type.ts'
import { revealPhoneOfContact } from '../reveal-phone.service.ts'
import {
  AddContactInput,
  AddMemberInput,
  AmendContactInput,
  AmendMemberInput,
  RemoveContactInput,
  RemoveMemberInput,
  RevealPhoneOfContactInput,
} from './contact.inputs.ts'
import * as service from './contact.service.ts'

type Answer = Promise<Client | UserError>

const AddContactPayload = payload('AddContact', ClientType, 'status', 'eligible')
const AmendContactPayload = verbPayload('AmendContact', ClientType)
const RemoveContactPayload = verbPayload('RemoveContact', ClientType)
const AddMemberPayload = payload('AddMember', ClientType, 'status', 'eligible')
const AmendMemberPayload = verbPayload('AmendMember', ClientType)
const RemoveMemberPayload = verbPayload('RemoveMember', ClientType)
const RevealPhoneOfContactPayload = payload('RevealPhoneOfContact', RevealedPhone, 'eligible')

@Resolver()
export class ContactResolver {
  @Mutation(() => AddContactPayload, {
    description: 'Adds a contact of a client. The first one is the one to turn to.',
  })
  @RequiresPermission('client:addContact')
  addContact(
    @Arg('input', () => AddContactInput) input: AddContactInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.addContact(context, input)
  }

  @Mutation(() => AmendContactPayload, { description: 'Writes a contact anew, as they are now.' })
  @RequiresPermission('client:amendContact')
  amendContact(
    @Arg('input', () => AmendContactInput) input: AmendContactInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amendContact(context, input)
  }

  @Mutation(() => RemoveContactPayload, {
    description:
      'Takes a contact out; a company keeps at least one. Who was first to turn to is followed by the next.',
  })
  @RequiresPermission('client:removeContact')
  removeContact(
    @Arg('input', () => RemoveContactInput) input: RemoveContactInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.removeContact(context, input)
  }

  @Mutation(() => AddMemberPayload, {
    description: 'Adds who else lives with the client; not for companies.',
  })
  @RequiresPermission('client:addMember')
  addMember(
    @Arg('input', () => AddMemberInput) input: AddMemberInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.addMember(context, input)
  }

  @Mutation(() => AmendMemberPayload, { description: 'Writes a household member anew.' })
  @RequiresPermission('client:amendMember')
  amendMember(
    @Arg('input', () => AmendMemberInput) input: AmendMemberInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amendMember(context, input)
  }

  @Mutation(() => RemoveMemberPayload, { description: 'Takes a household member out.' })
  @RequiresPermission('client:removeMember')
  removeMember(
    @Arg('input', () => RemoveMemberInput) input: RemoveMemberInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.removeMember(context, input)
  }

  @Mutation(() => RevealPhoneOfContactPayload, {
    description: "Shows a contact's number in full; with a reason, logged.",
  })
  @RequiresPermission('client:revealPhone')
  revealPhoneOfContact(
    @Arg('input', () => RevealPhoneOfContactInput) input: RevealPhoneOfContactInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedPhone | UserError> {
    return revealPhoneOfContact(context, input)
  }
}
