import { Field, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType('CalendarFeed', {
  description: 'That your calendar can be fetched at a secret address; the address itself is kept nowhere.',
})
export class CalendarFeedType {
  @Field(() => DateTime) madeAt: Date
  @Field(() => DateTime, {
    nullable: true,
    description: 'When a calendar last came for it, to about a minute.',
  })
  fetchedAt: Date | null
}

@ObjectType('CalendarFeedMade', { description: 'The address, for the only time.' })
export class CalendarFeedMade {
  @Field(() => String, { description: 'An iCalendar feed; whoever has the address can fetch it.' })
  address: string
  @Field(() => DateTime) madeAt: Date
}

@ObjectType('CalendarFeedRevoked', { description: 'The address leads nowhere any more.' })
export class CalendarFeedRevoked {
  @Field(() => DateTime) revokedAt: Date
}
