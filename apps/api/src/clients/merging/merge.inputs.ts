/** One input a verb. What is valid, the domain's `CLIENT_MERGE_INPUTS` says. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { IdField } from '../../graphql/id-field.ts'
import { PageArgs } from '../../graphql/paging.ts'
import { ClientMergeOrderEnum, ClientMergeStatusEnum } from './merge.type.ts'

const maybe = { nullable: true } as const

@InputType()
export class ProposeClientMergeInput {
  @IdField('Client', { description: 'Whose archive goes on.' }) survivorId: string
  @IdField('Client', { description: 'Whose archive goes into it.' }) mergedId: string
  @Field(() => String, { description: 'Of the preview that the person saw.' }) fingerprint: string
  @Field(() => [String], { description: 'Keys of the fields in which the merged client’s word is to stand.' })
  taken: string[]
  @Field(() => String, { description: 'Why they are the same; at most 500 characters.' }) reason: string
}

@InputType()
abstract class ClientMergeVerbInput {
  @IdField('ClientMerge') clientMergeId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class ReviewClientMergeInput extends ClientMergeVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class ApproveClientMergeInput extends ClientMergeVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) note?: string
}
@InputType()
export class RejectClientMergeInput extends ClientMergeVerbInput {
  @Field(() => String, { description: 'At most 2,000 characters.' }) reason: string
}
@InputType()
export class WithdrawClientMergeInput extends ClientMergeVerbInput {
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' }) reason?: string
}
@InputType()
export class ReverseClientMergeInput extends ClientMergeVerbInput {
  @Field(() => String, { description: 'Why they are two after all; at most 500 characters.' }) reason: string
}

@InputType({ description: 'Which merges; absent members do not filter, all others must hold.' })
export class ClientMergeFilter {
  @Field(() => [ClientMergeStatusEnum], maybe) status?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this client, whichever of the two they are.' })
  client?: string
  @Field(() => Boolean, { nullable: true, description: 'Those that await your signature.' })
  awaitsMe?: boolean
}

@ArgsType()
export class ClientMergeArgs extends PageArgs {
  @Field(() => ClientMergeFilter, maybe) filter?: ClientMergeFilter
  @Field(() => ClientMergeOrderEnum, { defaultValue: ClientMergeOrderEnum.NEWEST }) orderBy: string
}

@ArgsType()
export class ClientMergePreviewArgs {
  @Field(() => ID, { description: 'Whose archive would go on.' }) survivor: string
  @Field(() => ID) merged: string
}
