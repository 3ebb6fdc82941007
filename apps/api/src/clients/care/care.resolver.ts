import { Args, ArgsType, Field, FieldResolver, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import { compiled } from '../../graphql/compiled.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { ClientOccupancyType, ClientType } from '../client.type.ts'
import { ClientContactType } from '../contacts/contact.type.ts'

const ClientContactConnection = connectionOf('ClientContact', ClientContactType)
const ClientOccupancyConnection = connectionOf('ClientOccupancy', ClientOccupancyType)

@ArgsType()
class CareArgs extends PageArgs {
  @Field(() => [LocalDate], { description: 'Days of the year; the year does not count.' }) onDays: string[]
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of clients whom you answer for, or for whom nobody does in person.',
  })
  mine?: boolean
}

@Resolver(() => ClientContactType)
export class CareResolver {
  @FieldResolver(() => ClientType, { nullable: true, description: 'Whose contact it is.' })
  client(): object {
    return compiled()
  }

  @Query(() => ClientContactConnection, {
    description:
      'Contacts whose birthday it is, who may be contacted and whose client agreed to be cared for.',
  })
  @RequiresPermission('client:readParticulars')
  birthdays(@Args(() => CareArgs) _args: CareArgs): object {
    return compiled()
  }

  @Query(() => ClientOccupancyConnection, {
    description:
      'Stays that began to be lived in on that day of an earlier year, of clients who agreed to be cared for.',
  })
  @RequiresPermission('client:readParticulars')
  moveInDays(@Args(() => CareArgs) _args: CareArgs): object {
    return compiled()
  }
}
