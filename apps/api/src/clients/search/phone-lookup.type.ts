import { Field, ObjectType } from 'type-graphql'
import { Node } from '../../graphql/node.ts'
import { ClientType } from '../client.type.ts'

@ObjectType('PhoneLookup', {
  implements: Node,
  description: 'That you looked clients up by the end of a phone number; it stays on record.',
})
export class PhoneLookupType extends Node {
  @Field(() => String, { description: 'Four digits.' }) tail: string
  @Field(() => [ClientType], { description: 'Whose number ends in them, as far as you may read them.' })
  clients: ClientType[]
}
