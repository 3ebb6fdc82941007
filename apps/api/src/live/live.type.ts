import { Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType('RecordChange', {
  description:
    'A record that is new or different, and that you may read. It carries no content: whoever shows the record asks for it again.',
})
export class RecordChangeType {
  @Field(() => String, { description: 'Name of its type, e.g. `Complaint`.' }) type: string
  @Field(() => ID) id: string
  @Field(() => Int, { nullable: true, description: 'Its version now; null where the type has none.' })
  version: number | null
}

@ObjectType('Onlooker', { description: 'A colleague who has the same record open at this moment.' })
export class OnlookerType {
  @Field(() => ID, { description: 'Of the member of staff.' }) id: string
  @Field(() => String) name: string
}
