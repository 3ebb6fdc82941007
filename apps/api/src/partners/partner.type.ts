import {
  CREDENTIAL_ACTIONS,
  CREDENTIAL_STATUS_LABELS,
  CREDENTIAL_STATUSES,
  PARTNER_SCOPES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const CredentialStatusEnum = publishEnum(
  'CredentialStatus',
  CREDENTIAL_STATUSES,
  'Whether a credential still opens the door.',
  CREDENTIAL_STATUS_LABELS,
)
export const CredentialActionEnum = publishEnum(
  'CredentialAction',
  CREDENTIAL_ACTIONS.map(actionName),
  'What can be done to a credential.',
)

@ObjectType('Partner', {
  implements: Node,
  description: 'Another company whose programs may come in; they see what they registered themselves.',
})
export class PartnerType extends Node {
  @Field(() => String) name: string
  @Field(() => DateTime) createdAt: Date
  @Field(() => [PartnerCredentialType], { description: 'All it was ever given, the newest first.' })
  credentials: PartnerCredentialType[]
  @Field(() => Int) version: number
}

@ObjectType('PartnerCredential', {
  implements: Node,
  description: 'What a program shows as `Authorization: Bearer stw_…`; the token itself is kept nowhere.',
})
export class PartnerCredentialType extends Node {
  @Field(() => PartnerType, { nullable: true }) partner: PartnerType | null
  @Field(() => String, { description: 'What it is for.' }) label: string
  @Field(() => CredentialStatusEnum) status: string
  @Field(() => [String], {
    description: `Permissions it was given, of: ${PARTNER_SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
  })
  scopes: string[]
  @Field(() => [String], { description: 'Addresses and networks it may come from; empty: any.' })
  allowedFrom: string[]
  @Field(() => Int, { description: 'Points it may spend in a minute; see `extensions.cost` of its answers.' })
  pointsPerMinute: number
  @Field(() => DateTime) createdAt: Date
  @Field(() => StaffType, { nullable: true }) createdBy: StaffType | null
  @Field(() => DateTime) expiresAt: Date
  @Field(() => DateTime, { nullable: true }) revokedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'To the minute; null: never yet.' })
  lastUsedAt: Date | null
  @Field(() => [CredentialActionEnum]) availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion` when revoking.' }) version: number
}

@ObjectType('CredentialUsage', {
  implements: Node,
  description: 'What a credential spent on one day.',
})
export class CredentialUsageType extends Node {
  @Field(() => LocalDate, { description: 'Day in UTC.' }) day: string
  @Field(() => Int, { description: 'Requests that were answered.' }) requests: number
  @Field(() => Int, { description: 'Points that they cost together.' }) points: number
  @Field(() => Int, { description: 'Requests turned away with RATE_LIMITED.' }) refused: number
}

export const CredentialUsageConnection = connectionOf('CredentialUsage', CredentialUsageType)

@ObjectType('IssuedCredential', { description: 'A new credential, and its token for this one time.' })
export class IssuedCredentialType {
  @Field(() => PartnerCredentialType) credential: object
  @Field(() => String, {
    nullable: true,
    description: 'Shown once. Null when a repeated Idempotency-Key asks again: revoke it and issue another.',
  })
  token: string | null
}
