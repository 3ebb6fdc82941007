import {
  CONSENT_DECISION_LABELS,
  CONSENT_DECISIONS,
  CONSENT_PURPOSE_LABELS,
  CONSENT_PURPOSES,
  CONSENT_WAY_LABELS,
  CONSENT_WAYS,
} from '@steward/domain'
import { Field, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'

export const ConsentPurposeEnum = publishEnum(
  'ConsentPurpose',
  CONSENT_PURPOSES,
  'What the data of a client may be used for beyond what serving them needs.',
  CONSENT_PURPOSE_LABELS,
)
export const ConsentWayEnum = publishEnum(
  'ConsentWay',
  CONSENT_WAYS,
  'How a consent, or its withdrawal, was given.',
  CONSENT_WAY_LABELS,
)
export const ConsentDecisionEnum = publishEnum(
  'ConsentDecision',
  CONSENT_DECISIONS,
  'What a client said about a purpose.',
  CONSENT_DECISION_LABELS,
)

@ObjectType('ClientConsent', {
  implements: Node,
  description:
    'One word of a client about one purpose. History: the newest word about a purpose is what holds.',
})
export class ClientConsentType extends Node {
  @Field(() => ConsentPurposeEnum) purpose: string
  @Field(() => ConsentDecisionEnum) decision: string
  @Field(() => ConsentWayEnum) way: string
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true }) recordedBy: StaffType | null
  @Field(() => String, { nullable: true }) note: string | null
}
