import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { clientAccount, collection } from './account.query.ts'
import { ClientAccount, ProjectCollection } from './account.type.ts'

@ArgsType()
class CollectionArgs {
  @Field(() => LocalDate, { description: 'Due on or after this day.' }) from: string
  @Field(() => LocalDate, { description: 'Due on or before this day.' }) to: string
}

@Resolver()
export class AccountOfClientResolver {
  @Query(() => ClientAccount, {
    nullable: true,
    description: 'How a client stands: balance, age, punctuality. Null where it is not yours to see.',
  })
  @RequiresPermission('receivable:read')
  clientAccount(
    @Arg('clientId', () => ID) clientId: string,
    @Ctx() context: RequestContext,
  ): Promise<ClientAccount | null> {
    return clientAccount(context, clientId)
  }

  @Query(() => [ProjectCollection], {
    description: 'The collection rate of each project for what fell due in a span, and what is open by age.',
  })
  @RequiresPermission('receivable:readAmounts')
  collection(
    @Args(() => CollectionArgs) asked: CollectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<ProjectCollection[]> {
    return collection(context, asked)
  }
}
