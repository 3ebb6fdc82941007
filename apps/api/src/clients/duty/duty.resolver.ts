import type { CompletenessBy } from '@steward/domain'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { ClientType } from '../client.type.ts'
import { archiveCompleteness } from './completeness.query.ts'
import { ArchiveCompleteness, CompletenessByEnum } from './completeness.type.ts'
import { confirmArchive } from './confirm.service.ts'
import type { ArchiveConfirmation, ArchiveRequirement } from './duty.entity.ts'
import {
  ArchiveConfirmationType,
  ArchiveGapType,
  ArchiveRequirementType,
  ConfirmArchiveOfClientInput,
  RetireArchiveRequirementInput,
  SetArchiveRequirementInput,
} from './duty.type.ts'
import * as service from './requirement.service.ts'

const SetArchiveRequirementPayload = payload('SetArchiveRequirement', ArchiveRequirementType, 'stale')
const RetireArchiveRequirementPayload = payload(
  'RetireArchiveRequirement',
  ArchiveRequirementType,
  'stale',
  'status',
)
const ConfirmArchiveOfClientPayload = payload(
  'ConfirmArchiveOfClient',
  ArchiveConfirmationType,
  'status',
  'eligible',
)

@Resolver(() => ClientType)
export class DutyResolver {
  @FieldResolver(() => [ArchiveGapType], {
    nullable: true,
    description: 'What the archive lacks or what is to be confirmed; null to those who do not keep it.',
  })
  archiveGaps(): object {
    return compiled()
  }

  @FieldResolver(() => ArchiveConfirmationType, {
    nullable: true,
    description: 'When it was last gone through with the client.',
  })
  archiveConfirmation(): object {
    return compiled()
  }

  @Query(() => [ArchiveRequirementType], {
    description: 'What archives must have, by client kind and relation; those that are retired among them.',
  })
  @RequiresPermission('archiveRequirement:read')
  archiveRequirements(): ArchiveRequirementType[] {
    return compiled()
  }

  @Query(() => ArchiveCompleteness, {
    description: 'How complete all archives in use are, divided by project, department or manager.',
  })
  @RequiresPermission('client:readCompleteness')
  archiveCompleteness(
    @Arg('by', () => CompletenessByEnum) by: CompletenessBy,
    @Ctx() context: RequestContext,
  ): Promise<ArchiveCompleteness> {
    return archiveCompleteness(context, by)
  }

  @Mutation(() => SetArchiveRequirementPayload, {
    description: 'Says what archives must have; one that was retired is in force again.',
  })
  @RequiresPermission('archiveRequirement:set')
  setArchiveRequirement(
    @Arg('input', () => SetArchiveRequirementInput) input: SetArchiveRequirementInput,
    @Ctx() context: RequestContext,
  ): Promise<ArchiveRequirement | UserError> {
    return service.set(context, input)
  }

  @Mutation(() => RetireArchiveRequirementPayload, {
    description: 'From now on it is asked of nobody.',
  })
  @RequiresPermission('archiveRequirement:retire')
  retireArchiveRequirement(
    @Arg('input', () => RetireArchiveRequirementInput) input: RetireArchiveRequirementInput,
    @Ctx() context: RequestContext,
  ): Promise<ArchiveRequirement | UserError> {
    return service.retire(context, input)
  }

  @Mutation(() => ConfirmArchiveOfClientPayload, {
    description: 'Writes down that parts of an archive were gone through with the client and are still true.',
  })
  @RequiresPermission('client:confirmArchive')
  confirmArchiveOfClient(
    @Arg('input', () => ConfirmArchiveOfClientInput) input: ConfirmArchiveOfClientInput,
    @Ctx() context: RequestContext,
  ): Promise<ArchiveConfirmation | UserError> {
    return confirmArchive(context, input)
  }
}
