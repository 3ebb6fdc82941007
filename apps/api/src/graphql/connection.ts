import { Field, Int, ObjectType } from 'type-graphql'

type Class = new () => object

@ObjectType({ description: 'Where a page of a connection ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follow after `endCursor`.' }) hasNextPage: boolean
  @Field(() => Boolean, { description: 'True when the page was asked for with `after`.' })
  hasPreviousPage: boolean
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` to read on; null on an empty page.',
  })
  endCursor: string | null
}

/** `XEdge` and `XConnection` of a published type (Relay). Paging is by keyset: page 1,000 costs what page 1 costs. */
export const connectionOf = (name: string, node: Class): Class => {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @Field(() => node) node: object
    @Field(() => String, { description: 'Opaque; good only for the same order.' }) cursor: string
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${name} records.` })
  class Connection {
    @Field(() => [Edge]) edges: Edge[]
    @Field(() => PageInfo) pageInfo: PageInfo
    @Field(() => Int, {
      description: 'How many match in all, counted up to 10,000; costs a count, so ask only if shown.',
    })
    totalCount: number
    @Field(() => Boolean, { description: 'True when there are more than 10,000.' })
    totalCountIsCapped: boolean
  }
  return Connection
}
