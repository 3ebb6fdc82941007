import { Args, FieldResolver, Resolver } from 'type-graphql'
import { compiled } from '../../graphql/compiled.ts'
import { ClientType } from '../client.type.ts'
import { TimelineArgs, TimelineConnection } from './timeline.type.ts'

@Resolver(() => ClientType)
export class TimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    nullable: true,
    description:
      'Everything that happened with the client and that you may read, newest first: each entry by the rules of its own record.',
  })
  timeline(@Args(() => TimelineArgs) _args: TimelineArgs): object {
    return compiled()
  }
}
