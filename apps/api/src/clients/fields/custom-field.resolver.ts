import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { Client } from '../client.entity.ts'
import { ClientType } from '../client.type.ts'
import type { CustomField } from './custom-field.entity.ts'
import * as service from './custom-field.service.ts'
import {
  AmendCustomFieldInput,
  ClientFieldValueType,
  CustomFieldDefinition,
  DefineCustomFieldInput,
  RestoreCustomFieldInput,
  RetireCustomFieldInput,
  RevealedFields,
  RevealFieldsOfClientInput,
  SetFieldsOfClientInput,
} from './custom-field.type.ts'
import { revealFields, setFields } from './field-values.service.ts'

type Answer = Promise<CustomField | UserError>

const DefineCustomFieldPayload = payload('DefineCustomField', CustomFieldDefinition, 'duplicate')
const AmendCustomFieldPayload = payload('AmendCustomField', CustomFieldDefinition, 'stale')
const RetireCustomFieldPayload = payload('RetireCustomField', CustomFieldDefinition, 'stale', 'status')
const RestoreCustomFieldPayload = payload('RestoreCustomField', CustomFieldDefinition, 'stale', 'status')
const SetFieldsOfClientPayload = payload('SetFieldsOfClient', ClientType, 'stale', 'status', 'eligible')
const RevealFieldsOfClientPayload = payload('RevealFieldsOfClient', RevealedFields, 'eligible')

@Resolver(() => ClientType)
export class CustomFieldResolver {
  @FieldResolver(() => [ClientFieldValueType], { description: 'What is kept under internal fields.' })
  fieldValues(): object {
    return compiled()
  }

  @FieldResolver(() => [ClientFieldValueType], {
    nullable: true,
    description: 'What is kept under personal fields; null to those who do not care for them.',
  })
  personalFieldValues(): object {
    return compiled()
  }

  @FieldResolver(() => [ClientFieldValueType], {
    nullable: true,
    description: 'Under which sensitive fields something is kept; the values only by `revealFieldsOfClient`.',
  })
  sealedFieldValues(): object {
    return compiled()
  }

  @Query(() => [CustomFieldDefinition], {
    description:
      'All lines that the organization has added to its archive, those that are retired among them.',
  })
  @RequiresPermission('customField:read')
  customFields(): CustomFieldDefinition[] {
    return compiled()
  }

  @Mutation(() => DefineCustomFieldPayload, {
    description: 'Adds a line to the archive of some kinds of clients.',
  })
  @RequiresPermission('customField:define')
  defineCustomField(
    @Arg('input', () => DefineCustomFieldInput) input: DefineCustomFieldInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.define(context, input)
  }

  @Mutation(() => AmendCustomFieldPayload, { description: 'Amends it; key, type and class stay.' })
  @RequiresPermission('customField:amend')
  amendCustomField(
    @Arg('input', () => AmendCustomFieldInput) input: AmendCustomFieldInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.amend(context, input)
  }

  @Mutation(() => RetireCustomFieldPayload, { description: 'It is asked no more; what was said stays.' })
  @RequiresPermission('customField:retire')
  retireCustomField(
    @Arg('input', () => RetireCustomFieldInput) input: RetireCustomFieldInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.retire(context, input)
  }

  @Mutation(() => RestoreCustomFieldPayload, { description: 'It is asked again.' })
  @RequiresPermission('customField:restore')
  restoreCustomField(
    @Arg('input', () => RestoreCustomFieldInput) input: RestoreCustomFieldInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.restore(context, input)
  }

  @Mutation(() => SetFieldsOfClientPayload, {
    description: 'Sets what is kept of a client under fields: together, or none; errors name `values.KEY`.',
  })
  @RequiresPermission('client:setField')
  setFieldsOfClient(
    @Arg('input', () => SetFieldsOfClientInput) input: SetFieldsOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return setFields(context, input)
  }

  @Mutation(() => RevealFieldsOfClientPayload, {
    description:
      'Shows sensitive values of a client; with a reason, on record, for a limited number of clients a day.',
  })
  @RequiresPermission('client:revealField')
  revealFieldsOfClient(
    @Arg('input', () => RevealFieldsOfClientInput) input: RevealFieldsOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedFields | UserError> {
    return revealFields(context, input)
  }
}
