import { Field, ID, InputType, Int } from 'type-graphql'
import { OpenClientInput } from '../clients/client.inputs.ts'
import { ClientKindEnum } from '../clients/client.type.ts'
import { ContactChannelEnum } from '../clients/contacts/contact.type.ts'
import { publishEnum } from '../graphql/enums.ts'
import { IdField } from '../graphql/id-field.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { LEAD_REACHES } from '@steward/domain'
import { LeadLossReasonEnum, LeadStatusEnum } from './lead.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
export class OpenLeadInput {
  @Field(() => ClientKindEnum) kind: string
  @Field(() => String) name: string
  @Field(() => String, { nullable: true, description: 'As it was written down; this or `email`.' })
  phone?: string
  @Field(() => String, MAYBE) email?: string
  @Field(() => String, { nullable: true, description: 'What they look for.' }) need?: string
  @IdField('Project', { nullable: true, description: 'Where they are interested.' }) projectId?: string
  @IdField('LeadSource') sourceId: string
  @IdField('Campaign', { nullable: true, description: 'Of that source.' }) campaignId?: string
  @IdField('Client', { nullable: true, description: 'The client of ours who sent them.' })
  referrerClientId?: string
  @Field(() => String, { nullable: true, description: 'Who sent them, where that is no client: not both.' })
  referrer?: string
  @IdField('Staff', {
    nullable: true,
    description: 'Named by those who assign leads; absent: yours if you work on leads, else the pool.',
  })
  assigneeId?: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, MAYBE) nextStepOn?: string
  @IdField('Client', { list: true, nullable: true, description: 'Looked at, and somebody else.' })
  knownNotToBeClients?: string[]
  @IdField('Lead', { list: true, nullable: true }) knownNotToBeLeads?: string[]
}

@InputType()
abstract class LeadVerbInput {
  @IdField('Lead') leadId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'What was learnt; absent members stay as they are, blank ones go.' })
export class AmendLeadInput extends LeadVerbInput {
  @Field(() => ClientKindEnum, MAYBE) kind?: string
  @Field(() => String, MAYBE) name?: string
  @Field(() => String, MAYBE) phone?: string
  @Field(() => String, MAYBE) email?: string
  @Field(() => String, MAYBE) need?: string
  @IdField('Project', MAYBE) projectId?: string
  @IdField('LeadSource', { nullable: true, description: 'Another one takes the campaign with it.' })
  sourceId?: string
  @IdField('Campaign', MAYBE) campaignId?: string
  @IdField('Client', MAYBE) referrerClientId?: string
  @Field(() => String, MAYBE) referrer?: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, MAYBE) nextStepOn?: string
}

@InputType()
export class AssignLeadInput extends LeadVerbInput {
  @IdField('Staff', { description: 'Somebody who works on leads.' }) assigneeId: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class ClaimLeadInput extends LeadVerbInput {}

@InputType()
export class ReleaseLeadInput extends LeadVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class ContactLeadInput extends LeadVerbInput {
  @Field(() => ContactChannelEnum) channel: string
  @Field(() => String, { description: 'What was said.' }) note: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, { nullable: true, description: 'With a next step.' }) nextStepOn?: string
}

@InputType()
export class QualifyLeadInput extends LeadVerbInput {
  @Field(() => String, { nullable: true, description: 'What they need, now that it is clear.' }) need?: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class ConvertLeadInput extends LeadVerbInput {
  @IdField('Client', { nullable: true, description: 'Into this client’s archive; else `opening`.' })
  clientId?: string
  @Field(() => OpenClientInput, {
    nullable: true,
    description:
      'What the new archive holds, as for `openClient`. Phone, e-mail, source and referrer are the lead’s where they are left out.',
  })
  opening?: OpenClientInput
}

@InputType()
export class LoseLeadInput extends LeadVerbInput {
  @Field(() => LeadLossReasonEnum) reason: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class RevealPhoneOfLeadInput {
  @IdField('Lead') leadId: string
  @Field(() => String, { description: 'What the number is needed for; logged.' }) reason: string
}

export const LeadReachEnum = publishEnum(
  'LeadReach',
  LEAD_REACHES,
  'How far a lead ever came, whatever became of it later.',
)

@InputType({ description: 'Which leads; absent members do not filter.' })
export class LeadFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, or the whole number.' })
  search?: string
  @Field(() => Boolean, { nullable: true, description: 'Those that I have.' }) mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Neither converted nor lost.' }) open?: boolean
  @Field(() => [LeadStatusEnum], MAYBE) status?: string[]
  @Field(() => LeadReachEnum, MAYBE) reached?: string
  @Field(() => [ID], MAYBE) source?: string[]
  @Field(() => [ID], MAYBE) campaign?: string[]
  @Field(() => ID, MAYBE) assignee?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => ID, { nullable: true, description: 'Converted into this client.' }) client?: string
  @Field(() => DateTime, MAYBE) openedFrom?: Date
  @Field(() => DateTime, MAYBE) openedBefore?: Date
  @Field(() => LocalDate, { nullable: true, description: 'The next step is before this day.' })
  nextStepBefore?: string
}
