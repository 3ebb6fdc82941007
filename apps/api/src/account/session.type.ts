import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'
import { ProofMethodEnum } from './account.type.ts'

@ObjectType('Session', { description: 'A place where somebody is signed in.' })
export class SessionType {
  @Field(() => ID) id: string
  @Field(() => DateTime) createdAt: Date
  @Field(() => DateTime, { description: 'To the minute.' }) lastSeenAt: Date
  @Field(() => String, {
    nullable: true,
    description: 'Kind of browser and system, e.g. `Chrome · Windows`.',
  })
  device: string | null
  @Field(() => String, { nullable: true, description: 'The address without its last part.' })
  addressPrefix: string | null
  @Field(() => ProofMethodEnum, {
    nullable: true,
    description: 'How the person showed last that it is them.',
  })
  provedBy: string | null
}

@ObjectType({ description: 'Ended at once, on those devices.' })
export class SessionsEnded {
  @Field(() => Int) ended: number
}

@ObjectType({ description: 'A link to be handed over: good once, for half an hour. It is shown this once.' })
export class PasswordResetIssued {
  @Field(() => String) url: string
  @Field(() => DateTime) expiresAt: Date
}

@ObjectType({
  description:
    'Noted. Where there is such a person with a mail address, a one-time link is on its way; no answer ever says so.',
})
export class PasswordResetRequested {
  @Field(() => Boolean, { description: 'Always true.' }) requested: boolean
}

@ObjectType({ description: 'The new password is set; every session of the account has ended.' })
export class PasswordResetUsed {
  @Field(() => String, { description: '`name@organization-code`, to sign in with.' }) signInName: string
}
