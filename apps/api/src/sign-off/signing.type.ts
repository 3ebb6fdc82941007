import {
  SIGNING_KIND_LABELS,
  SIGNING_KINDS,
  SIGNING_STATE_LABELS,
  SIGNING_STATES,
  STEP_STATE_LABELS,
  STEP_STATES,
} from '@steward/domain'
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { Node } from '../graphql/node.ts'
import { PageArgs } from '../graphql/paging.ts'
import { DateTime, MinorUnits } from '../graphql/scalars.ts'
import { RoleEnum, StaffType } from '../organization/organization.type.ts'
import { ProofLevelEnum } from './signature-request.type.ts'
import { MeaningEnum, SignatureProofEnum, SignOffType } from './sign-off.type.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

export const SigningKindEnum = publishEnum(
  'SigningKind',
  SIGNING_KINDS,
  'What is signed in rounds; each kind has rules in the signature policy.',
  SIGNING_KIND_LABELS,
)
export const SigningStateEnum = publishEnum(
  'SigningState',
  SIGNING_STATES,
  'How far a signing has come.',
  SIGNING_STATE_LABELS,
)
export const SigningStepStateEnum = publishEnum(
  'SigningStepState',
  STEP_STATES,
  'Whether a signature is awaited, given or not needed.',
  STEP_STATE_LABELS,
)

@ObjectType('SigningStep', {
  description:
    'One signature that the policy asked for when the signing began; it does not change with the policy.',
})
export class SigningStepType {
  @Field(() => Int, { description: 'From 0, in the order of signing.' }) position: number
  @Field(() => Int, {
    description: 'The alternative that it decides on (the rank of an option); 0: the whole.',
  })
  part: number
  @Field(() => MeaningEnum) meaning: string
  @Field(() => [RoleEnum], { description: 'Who may sign.' }) roles: string[]
  @Field(() => SigningStepStateEnum) state: string
  @Field(() => MinorUnits, told('What limits of authority measure; null where no money is concerned.'))
  amountMinor: number | null
  @Field(
    () => ProofLevelEnum,
    told('The least proof that the step asks; null: what its meaning and the amount ask.'),
  )
  level: string | null
  @Field(() => String, told('Since when it is awaited; UTC, ISO 8601.')) openedAt: string | null
  @Field(() => String, told('When it is overdue; UTC, ISO 8601.')) dueAt: string | null
  @Field(() => String, told('When it was given, rejected or dropped; UTC, ISO 8601.')) endedAt: string | null
  @Field(() => String, told('Name of who signed.')) signedBy: string | null
  @Field(() => String, told('Name of who gave the delegation by which it was signed.')) onBehalfOf:
    | string
    | null
  @Field(() => RoleEnum, told('The role it was signed in.')) signedAs: string | null
  @Field(() => SignatureProofEnum, told('How it was proven.')) proofMethod: string | null
  @Field(() => [String], {
    description:
      'While it is awaited: the names of those who can sign, by role, authority and with no hand in another step. Nobody: it stops until there is somebody.',
  })
  couldSign: string[]
}

@ObjectType('AwaitedSigner', {
  description: 'Somebody whose signature a signing waits for, by their own right.',
})
export class AwaitedSignerType {
  @Field(() => ID) staffId: string
  @Field(() => String) name: string
  @Field(() => String, hidden) position: string | null
}

@ObjectType('WayToSign', { description: 'How you can give the signature that is awaited.' })
export class WayToSignType {
  @Field(() => ID, told('The delegation by which you can; null: by your own right.')) delegationId:
    | string
    | null
  @Field(() => String, told('Name of who gave it.')) onBehalfOf: string | null
  @Field(() => String, told('When it ends; UTC, ISO 8601.')) until: string | null
}

@ObjectType('Signing', {
  implements: Node,
  description: 'A round of signatures over one content: prepared, reviewed, approved by different persons.',
})
export class SigningType extends Node {
  @Field(() => SigningKindEnum) kind: string
  @Field(() => ComplaintType, told('The case that it is about, where it is about one that you may read.'))
  complaint: ComplaintType | null
  @Field(() => Int, { description: 'Revision of what is signed.' }) revision: number
  @Field(() => String, { description: 'SHA-256 of the canonical content that all sign, hex.' })
  contentHash: string
  @Field(() => Int, {
    description: 'Revision of the signature policy whose rules were taken; 0: as shipped.',
  })
  policyRevision: number
  @Field(() => SigningStateEnum) state: string
  @Field(() => Int, { description: 'The alternative whose turn it is.' }) part: number
  @Field(() => StaffType, hidden) openedBy: StaffType | null
  @Field(() => DateTime) openedAt: Date
  @Field(() => DateTime, told('Since when the next signature is awaited.')) awaitedSince: Date | null
  @Field(() => DateTime, told('When it is overdue.')) dueAt: Date | null
  @Field(() => DateTime, hidden) endedAt: Date | null
  @Field(() => Int) version: number
  @Field(() => [SigningStepType], { description: 'In the order of signing.' }) steps: SigningStepType[]
  @Field(() => [AwaitedSignerType], {
    description: 'Whose signature is awaited: any one of them. Nobody while it is open: it stops.',
  })
  awaits: AwaitedSignerType[]
  @Field(() => [WayToSignType], {
    description: 'How you can give the signature that is awaited: by your own right first. None: you cannot.',
  })
  waysToSign: WayToSignType[]
}
export const SigningConnection = connectionOf('Signing', SigningType)

@InputType()
export class SigningFilter {
  @Field(() => Boolean, told('A signature of it awaits you, or somebody who gave you a delegation.'))
  awaitsMe?: boolean
  @IdField('Staff', told('Who can give the signature that is awaited, by their own right.')) owedBy?: string
  @Field(() => Boolean, told('Nobody can give the signature that is awaited: it stops.'))
  awaitsNobody?: boolean
  @Field(() => Boolean, told('Open, and its time is over.')) overdue?: boolean
  @IdField('Staff', told('Who began it.')) openedBy?: string
  @Field(() => [SigningKindEnum], hidden) kind?: string[]
  @Field(() => [SigningStateEnum], hidden) state?: string[]
}

@ObjectType('SigningDebtOfKind', { description: 'How many signatures of a kind wait for somebody.' })
export class SigningDebtOfKindType {
  @Field(() => SigningKindEnum) kind: string
  @Field(() => Int) open: number
  @Field(() => Int, { description: 'Of these, how many are late.' }) overdue: number
}

@ObjectType('SigningDebt', {
  description:
    'What waits for one person who can sign it by their own right; what several can sign is counted with each.',
})
export class SigningDebtType {
  @Field(() => ID) staffId: string
  @Field(() => String) name: string
  @Field(() => String, hidden) position: string | null
  @Field(() => [SigningDebtOfKindType], { description: 'Kinds of which something waits.' })
  kinds: SigningDebtOfKindType[]
}

export const SigningOrderEnum = publishEnum('SigningOrder', ['MOST_URGENT', 'NEWEST'], 'Order of signings.', {
  MOST_URGENT: { zh: '最紧急', en: 'Most urgent' },
  NEWEST: { zh: '最新', en: 'Newest' },
})

@ArgsType()
export class SigningArgs extends PageArgs {
  @Field(() => SigningFilter, hidden) filter?: SigningFilter
  @Field(() => SigningOrderEnum, { defaultValue: 'MOST_URGENT' }) orderBy: string
}

@ObjectType('Delegation', {
  implements: Node,
  description:
    'Somebody signs for somebody else: within a time of 30 days at most, for some kinds, up to an amount.',
})
export class DelegationType extends Node {
  @Field(() => StaffType, hidden) giver: StaffType | null
  @Field(() => StaffType, hidden) receiver: StaffType | null
  @Field(() => [SigningKindEnum]) kinds: string[]
  @Field(() => MinorUnits, told('Inclusive; null: up to the own limit of who gave it.')) mostMinor:
    | number
    | null
  @Field(() => DateTime) from: Date
  @Field(() => DateTime) until: Date
  @Field(() => String, hidden) reason: string | null
  @Field(() => DateTime) givenAt: Date
  @Field(() => DateTime, hidden) revokedAt: Date | null
  @Field(() => Int) version: number
}
export const SignOffConnection = connectionOf('SignOff', SignOffType)
export const DelegationConnection = connectionOf('Delegation', DelegationType)

@InputType()
export class DelegationFilter {
  @Field(() => Boolean, told('Given by me.')) given?: boolean
  @Field(() => Boolean, told('Given to me.')) received?: boolean
  @Field(() => Boolean, told('Neither revoked nor over.')) standing?: boolean
}

export const DelegationOrderEnum = publishEnum(
  'DelegationOrder',
  ['NEWEST', 'ENDING'],
  'Order of delegations.',
  {
    NEWEST: { zh: '最新', en: 'Newest' },
    ENDING: { zh: '最先到期', en: 'Ending first' },
  },
)

@ArgsType()
export class DelegationArgs extends PageArgs {
  @Field(() => DelegationFilter, hidden) filter?: DelegationFilter
  @Field(() => DelegationOrderEnum, { defaultValue: 'NEWEST' }) orderBy: string
}

@InputType()
export class GiveDelegationInput {
  @IdField('Staff') receiverId: string
  @Field(() => [SigningKindEnum]) kinds: string[]
  @Field(() => MinorUnits, told('Inclusive; absent: up to your own limit.')) mostMinor?: number
  @Field(() => DateTime, { description: 'At once where it lies in the past.' }) from: Date
  @Field(() => DateTime, { description: 'At most 30 days after `from`.' }) until: Date
  @Field(() => String) reason: string
}

@InputType()
export class RevokeDelegationInput {
  @IdField('Delegation') delegationId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}
