import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { ClientProfile } from './profile.entity.ts'
import { revealProfile, setProfile } from './profile.service.ts'
import {
  ClientProfileType,
  RevealedProfile,
  RevealProfileOfClientInput,
  SetProfileOfClientInput,
} from './profile.type.ts'
import type { ClientStatusRecord } from './status-record.entity.ts'
import { recordStatus, revealStatus } from './status-record.service.ts'
import {
  ClientStatusRecordType,
  RecordStatusOfClientInput,
  RevealedStatus,
  RevealStatusOfClientInput,
} from './status-record.type.ts'

const SetProfileOfClientPayload = payload('SetProfileOfClient', ClientProfileType, 'stale', 'eligible')
const RevealProfileOfClientPayload = payload('RevealProfileOfClient', RevealedProfile, 'eligible')
const RecordStatusOfClientPayload = payload(
  'RecordStatusOfClient',
  ClientStatusRecordType,
  'stale',
  'eligible',
)
const RevealStatusOfClientPayload = payload('RevealStatusOfClient', RevealedStatus, 'eligible')

@Resolver()
export class ConfidentialResolver {
  @Mutation(() => SetProfileOfClientPayload, {
    description: 'Fills in the profile of a person or household who has agreed to it. Kept sealed.',
  })
  @RequiresPermission('client:setProfile')
  setProfileOfClient(
    @Arg('input', () => SetProfileOfClientInput) input: SetProfileOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientProfile | UserError> {
    return setProfile(context, input)
  }

  @Mutation(() => RevealProfileOfClientPayload, {
    description:
      'Shows some particulars of a person; with a reason, on record, for a limited number of clients a day.',
  })
  @RequiresPermission('client:revealProfile')
  revealProfileOfClient(
    @Arg('input', () => RevealProfileOfClientInput) input: RevealProfileOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedProfile | UserError> {
    return revealProfile(context, input)
  }

  @Mutation(() => RecordStatusOfClientPayload, {
    description:
      'Records how a company stands, as a new version of its status record. Its money is kept sealed.',
  })
  @RequiresPermission('client:recordStatus')
  recordStatusOfClient(
    @Arg('input', () => RecordStatusOfClientInput) input: RecordStatusOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientStatusRecord | UserError> {
    return recordStatus(context, input)
  }

  @Mutation(() => RevealStatusOfClientPayload, {
    description:
      'Shows money and credit of a company; with a reason, on record, for a limited number of clients a day.',
  })
  @RequiresPermission('client:revealStatus')
  revealStatusOfClient(
    @Arg('input', () => RevealStatusOfClientInput) input: RevealStatusOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedStatus | UserError> {
    return revealStatus(context, input)
  }
}
