import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import { MinorUnits } from '../graphql/scalars.ts'
import type { UserError } from '../graphql/user-error.ts'
import { RoleEnum } from '../organization/organization.type.ts'
import type { AuthorityLimitEntity } from './authority-limit.entity.ts'
import { removeLimit, setLimit } from './authority-limit.service.ts'
import { AuthorityLimitType, RemovedAuthorityLimit } from './authority-limit.type.ts'
import { CauseEnum } from './complaint.enums.ts'

@InputType({ description: 'Up to how much a role approves, for one cause or for all others.' })
class SetAuthorityLimitInput {
  @Field(() => RoleEnum, { description: 'A role that approves remedies.' }) role: string
  @Field(() => CauseEnum, {
    nullable: true,
    description: 'Absent: for every cause without a limit of its own.',
  })
  cause?: string
  @Field(() => MinorUnits, { description: 'Inclusive; 0 approves what costs nothing.' }) limitMinor: number
  @Field(() => Int, {
    nullable: true,
    description: 'The `version` of the limit that the person saw; absent where there was none.',
  })
  expectedVersion?: number
}

@InputType()
class RemoveAuthorityLimitInput {
  @IdField('AuthorityLimit') authorityLimitId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

const SetAuthorityLimitPayload = payload('SetAuthorityLimit', AuthorityLimitType, 'stale', 'duplicate')
const RemoveAuthorityLimitPayload = payload('RemoveAuthorityLimit', RemovedAuthorityLimit, 'stale')

@Resolver()
export class AuthorityLimitResolver {
  @Query(() => [AuthorityLimitType], { description: 'The authority matrix, by role.' })
  @RequiresPermission('limit:read')
  authorityLimits(): AuthorityLimitType[] {
    return compiled()
  }

  @Mutation(() => SetAuthorityLimitPayload, {
    description: 'Sets a limit; holders of the role decide by it from their next request on.',
  })
  @RequiresPermission('limit:set')
  setAuthorityLimit(
    @Arg('input', () => SetAuthorityLimitInput) input: SetAuthorityLimitInput,
    @Ctx() context: RequestContext,
  ): Promise<AuthorityLimitEntity | UserError> {
    return setLimit(context, input)
  }

  @Mutation(() => RemoveAuthorityLimitPayload, {
    description: "Takes a limit back; the role's general one holds for that cause again.",
  })
  @RequiresPermission('limit:remove')
  removeAuthorityLimit(
    @Arg('input', () => RemoveAuthorityLimitInput) input: RemoveAuthorityLimitInput,
    @Ctx() context: RequestContext,
  ): Promise<RemovedAuthorityLimit | UserError> {
    return removeLimit(context, input)
  }
}
