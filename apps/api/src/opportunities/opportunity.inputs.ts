import { Field, ID, InputType, Int } from 'type-graphql'
import { ContactChannelEnum } from '../clients/contacts/contact.type.ts'
import { IdField } from '../graphql/id-field.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import {
  OpportunityLossReasonEnum,
  OpportunityOriginEnum,
  OpportunityStatusEnum,
} from './opportunity.type.ts'

const MAYBE = { nullable: true } as const

@InputType()
export class OpenOpportunityInput {
  @IdField('Client') clientId: string
  @Field(() => String, { description: 'At most 100 characters.' }) title: string
  @Field(() => String, { nullable: true, description: 'What they need.' }) need?: string
  @IdField('Project', { nullable: true, description: 'Absent: the client’s own.' }) projectId?: string
  @IdField('Lead', { nullable: true, description: 'Of several origins at most one; of the same client.' })
  leadId?: string
  @IdField('Reception', MAYBE) receptionId?: string
  @IdField('Complaint', MAYBE) complaintId?: string
  @Field(() => MinorUnits, MAYBE) expectedMinor?: number
  @Field(() => LocalDate, MAYBE) expectedCloseOn?: string
  @IdField('Staff', {
    nullable: true,
    description: 'Absent: you, if you sell; else the client’s own manager.',
  })
  assigneeId?: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, MAYBE) nextStepOn?: string
}

@InputType()
abstract class OpportunityVerbInput {
  @IdField('Opportunity') opportunityId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType({ description: 'What was learnt; absent members stay as they are, blank ones go.' })
export class AmendOpportunityInput extends OpportunityVerbInput {
  @Field(() => String, MAYBE) title?: string
  @Field(() => String, MAYBE) need?: string
  @IdField('Project', MAYBE) projectId?: string
  @Field(() => MinorUnits, MAYBE) expectedMinor?: number
  @Field(() => LocalDate, MAYBE) expectedCloseOn?: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, MAYBE) nextStepOn?: string
}

@InputType()
export class AssignOpportunityInput extends OpportunityVerbInput {
  @IdField('Staff') assigneeId: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class ContactOpportunityInput extends OpportunityVerbInput {
  @Field(() => ContactChannelEnum) channel: string
  @Field(() => String, { description: 'What was said.' }) note: string
  @Field(() => String, MAYBE) nextStep?: string
  @Field(() => LocalDate, MAYBE) nextStepOn?: string
}

@InputType()
abstract class StageInput extends OpportunityVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class ProposeOpportunityInput extends StageInput {}
@InputType()
export class QuoteOpportunityInput extends StageInput {}
@InputType()
export class AgreeOpportunityInput extends StageInput {}

@InputType()
export class WinOpportunityInput extends OpportunityVerbInput {
  @IdField('ServiceAgreement', {
    nullable: true,
    description:
      'The agreement that both have signed: sum, day and number are its own. Needed where there is one.',
  })
  agreementId?: string
  @Field(() => MinorUnits, {
    nullable: true,
    description: 'What was agreed; needed without an agreement, as the next two.',
  })
  wonMinor?: number
  @Field(() => LocalDate, MAYBE) contractOn?: string
  @Field(() => String, MAYBE) contractNumber?: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class StepBackOpportunityInput extends OpportunityVerbInput {
  @Field(() => String, { description: 'Why; at least two characters.' }) note: string
}

@InputType()
export class LoseOpportunityInput extends OpportunityVerbInput {
  @Field(() => OpportunityLossReasonEnum) reason: string
  @Field(() => String, MAYBE) note?: string
}

@InputType()
export class ReopenOpportunityInput extends OpportunityVerbInput {
  @Field(() => String, { description: 'What changed; at least two characters.' }) note: string
}

@InputType({ description: 'Which opportunities; absent members do not filter.' })
export class OpportunityFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title, or the number.' }) search?: string
  @Field(() => Boolean, MAYBE) mine?: boolean
  @Field(() => Boolean, MAYBE) open?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Told to be untouched.' }) stalled?: boolean
  @Field(() => [OpportunityStatusEnum], MAYBE) status?: string[]
  @Field(() => ID, MAYBE) assignee?: string
  @Field(() => [ID], MAYBE) project?: string[]
  @Field(() => ID, MAYBE) client?: string
  @Field(() => [OpportunityOriginEnum], MAYBE) origin?: string[]
  @Field(() => [OpportunityLossReasonEnum], MAYBE) lossReason?: string[]
  @Field(() => LocalDate, MAYBE) closesFrom?: string
  @Field(() => LocalDate, MAYBE) closesBefore?: string
  @Field(() => DateTime, MAYBE) openedFrom?: Date
  @Field(() => DateTime, MAYBE) openedBefore?: Date
}

const CHANCE = { description: '0 to 100 percent; not below the stage before.' }
const DAYS = { description: '1 to 90 working days.' }

@InputType()
export class SetOpportunityPolicyInput {
  @Field(() => Int, CHANCE) needChance: number
  @Field(() => Int, CHANCE) proposalChance: number
  @Field(() => Int, CHANCE) quotationChance: number
  @Field(() => Int, CHANCE) signingChance: number
  @Field(() => Int, DAYS) needDays: number
  @Field(() => Int, DAYS) proposalDays: number
  @Field(() => Int, DAYS) quotationDays: number
  @Field(() => Int, DAYS) signingDays: number
  @Field(() => Int, { description: 'The `version` that the person saw; 0 while nobody had set one.' })
  expectedVersion: number
}
