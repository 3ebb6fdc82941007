import { CREDENTIAL_DAYS, CREDENTIAL_POINTS } from '@steward/domain'
import { Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'

@InputType()
export class AddPartnerInput {
  @Field(() => String, { description: 'Name of the company; one of the same name exists only once.' })
  name: string
}

@InputType()
export class IssuePartnerCredentialInput {
  @IdField('Partner') partnerId: string
  @Field(() => String, { description: 'What it is for, e.g. `hotline, production`.' }) label: string
  @Field(() => [String], { description: 'Permissions, e.g. `complaint:read`; none brings another along.' })
  scopes: string[]
  @Field(() => Int, {
    description: `Days until it expires, ${CREDENTIAL_DAYS.shortest} to ${CREDENTIAL_DAYS.longest}.`,
  })
  days: number
  @Field(() => [String], {
    defaultValue: [],
    description: 'Addresses and networks, e.g. `203.0.113.0/24`; empty: any.',
  })
  allowedFrom: string[]
  @Field(() => Int, {
    defaultValue: CREDENTIAL_POINTS.usual,
    description: `Points it may spend in a minute, ${CREDENTIAL_POINTS.fewest} to ${CREDENTIAL_POINTS.most}.`,
  })
  pointsPerMinute: number
}

@InputType()
export class RevokePartnerCredentialInput {
  @IdField('PartnerCredential') credentialId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}
