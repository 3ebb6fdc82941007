import { ArgsType, Field, Int } from 'type-graphql'

/** Arguments of every connection; keyset paging (decision 20). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'How many at most, 1 to 100.' }) first: number
  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before, from the same order.',
  })
  after?: string | null
}
