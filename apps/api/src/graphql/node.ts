import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType('Node', { description: 'Anything with an id of its own; `node(id)` finds it.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable: three letters of the type, then 32 hex digits.' })
  id: string
}
