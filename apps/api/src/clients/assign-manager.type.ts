import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'

@InputType()
export class AssignManagerOfClientsInput {
  @IdField('Client', { list: true, description: 'At most 500.' }) clientIds: string[]
  @IdField('Staff', { nullable: true, description: 'Absent: nobody in particular.' }) managerId?: string
}

@ObjectType({ description: 'A client of a list that was left as they are, and why.' })
export class LeftClient {
  @Field(() => ID) clientId: string
  @Field(() => String) message: string
}

@ObjectType({ description: 'What came of each client of the list.' })
export class ManagerAssignment {
  @Field(() => [ID]) assignedIds: string[]
  @Field(() => [LeftClient]) left: LeftClient[]
}
