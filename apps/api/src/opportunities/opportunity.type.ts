import {
  OPPORTUNITY_ACTION_LABELS,
  OPPORTUNITY_ACTIONS,
  OPPORTUNITY_EVENTS,
  OPPORTUNITY_LOSS_REASON_LABELS,
  OPPORTUNITY_LOSS_REASONS,
  OPPORTUNITY_ORIGIN_LABELS,
  OPPORTUNITY_ORIGINS,
  OPPORTUNITY_STATUS_LABELS,
  OPPORTUNITY_STATUSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { ContactChannelEnum } from '../clients/contacts/contact.type.ts'
import { ReceptionType } from '../clients/receptions/reception.type.ts'
import { ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import { LeadType } from '../leads/lead.type.ts'
import { ProjectType, StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const OpportunityStatusEnum = publishEnum(
  'OpportunityStatus',
  OPPORTUNITY_STATUSES,
  'The stage of an opportunity.',
  OPPORTUNITY_STATUS_LABELS,
)
const named = (actions: readonly string[]) => actions.map(actionName)
const OpportunityActionEnum = publishEnum(
  'OpportunityAction',
  named(OPPORTUNITY_ACTIONS),
  'Verbs of an opportunity.',
  Object.fromEntries(OPPORTUNITY_ACTIONS.map((it) => [actionName(it), OPPORTUNITY_ACTION_LABELS[it]])),
)
const OpportunityEventActionEnum = publishEnum(
  'OpportunityEventAction',
  named(OPPORTUNITY_EVENTS),
  'What a line of its history tells. UNSETTLE: approved prices changed, so it went back to the quotation.',
)
export const OpportunityOriginEnum = publishEnum(
  'OpportunityOrigin',
  OPPORTUNITY_ORIGINS,
  'What an opportunity arose from.',
  OPPORTUNITY_ORIGIN_LABELS,
)
export const OpportunityLossReasonEnum = publishEnum(
  'OpportunityLossReason',
  OPPORTUNITY_LOSS_REASONS,
  'Why an opportunity came to nothing.',
  OPPORTUNITY_LOSS_REASON_LABELS,
)

@ObjectType('OpportunityEvent', {
  implements: Node,
  description: 'One line of the history of an opportunity.',
})
export class OpportunityEventType extends Node {
  @Field(() => OpportunityEventActionEnum) action: string
  @Field(() => OpportunityStatusEnum, { nullable: true }) from: string | null
  @Field(() => OpportunityStatusEnum) to: string
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true }) by: StaffType | null
  @Field(() => StaffType, { nullable: true, description: 'Whose it became.' }) assignee: StaffType | null
  @Field(() => ContactChannelEnum, { nullable: true, description: 'Of a contact: how they were reached.' })
  channel: string | null
  @Field(() => String, { nullable: true, description: 'What was said, or why.' }) note: string | null
}

const FIRST = { nullable: true, description: 'The first time; it stays when the opportunity steps back.' }

@ObjectType('Opportunity', {
  implements: Node,
  description: 'A chance to sell a client something, with its stage and what it may bring.',
})
export class OpportunityType extends Node {
  @Field(() => String, { description: 'e.g. `O0001`.' }) number: string
  @Field(() => ClientType, { nullable: true, description: 'To those who may read that client.' })
  client: ClientType | null
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => String, { nullable: true }) title: string | null
  @Field(() => String, { nullable: true, description: 'What they need.' }) need: string | null
  @Field(() => OpportunityOriginEnum) origin: string
  @Field(() => LeadType, { nullable: true, description: 'The lead that it arose from.' })
  lead: LeadType | null
  @Field(() => ReceptionType, { nullable: true, description: 'The reception that it arose from.' })
  reception: ReceptionType | null
  @Field(() => ComplaintType, { nullable: true, description: 'The complaint or request that it arose from.' })
  complaint: ComplaintType | null
  @Field(() => OpportunityStatusEnum) status: string
  @Field(() => StaffType, { nullable: true, description: 'Who answers for it.' }) assignee: StaffType | null
  @Field(() => MinorUnits, { nullable: true, description: 'What it may bring, in minor units.' })
  expectedMinor: number | null
  @Field(() => LocalDate, { nullable: true }) expectedCloseOn: string | null
  @Field(() => String, { nullable: true }) nextStep: string | null
  @Field(() => LocalDate, { nullable: true }) nextStepOn: string | null
  @Field(() => DateTime, { description: 'When something was last done about it.' }) touchedAt: Date
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it counts as untouched if nothing is done; null at its end.',
  })
  stallsAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Since when it is told to be untouched.' })
  stalledAt: Date | null
  @Field(() => StaffType, { nullable: true }) openedBy: StaffType | null
  @Field(() => DateTime) openedAt: Date
  @Field(() => DateTime, FIRST) proposedAt: Date | null
  @Field(() => DateTime, FIRST) quotedAt: Date | null
  @Field(() => DateTime, FIRST) agreedAt: Date | null
  @Field(() => DateTime, { nullable: true }) wonAt: Date | null
  @Field(() => DateTime, { nullable: true }) lostAt: Date | null
  @Field(() => OpportunityLossReasonEnum, { nullable: true }) lossReason: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'Of a won one: what was agreed.' })
  wonMinor: number | null
  @Field(() => LocalDate, { nullable: true, description: 'The day of the contract.' })
  contractOn: string | null
  @Field(() => String, { nullable: true }) contractNumber: string | null
  @Field(() => [OpportunityEventType], { description: 'Its history, the newest first.' })
  events: OpportunityEventType[]
  @Field(() => [OpportunityActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const OpportunityConnection = connectionOf('Opportunity', OpportunityType)

@ObjectType('OpportunityPolicy', {
  description: 'How likely each stage ends in a deal, and how long it may lie untouched.',
})
export class OpportunityPolicyType {
  @Field(() => Int, { description: 'Percent, as the next three.' }) needChance: number
  @Field(() => Int) proposalChance: number
  @Field(() => Int) quotationChance: number
  @Field(() => Int) signingChance: number
  @Field(() => Int, { description: 'Working days without a touch, as the next three.' }) needDays: number
  @Field(() => Int) proposalDays: number
  @Field(() => Int) quotationDays: number
  @Field(() => Int) signingDays: number
  @Field(() => Int) version: number
}

@ObjectType('OpportunityStageSum', { description: 'What stands at one stage, as far as you may see it.' })
export class OpportunityStageSum {
  @Field(() => OpportunityStatusEnum) status: string
  @Field(() => Int) count: number
  @Field(() => Int, { description: 'Among them those of which nobody said what they may bring.' })
  withoutSum: number
  @Field(() => Int, { description: 'Percent, by the rules in force.' }) chance: number
  @Field(() => MinorUnits, { description: 'What was won, of won ones; else what is expected.' })
  sumMinor: number
  @Field(() => MinorUnits, { description: 'The sum times its chance, half up.' }) weightedMinor: number
}

@ObjectType('OpportunityReach', {
  description: 'How many ever came to a stage, of those opened within a time.',
})
export class OpportunityReach {
  @Field(() => OpportunityStatusEnum) status: string
  @Field(() => Int) count: number
  @Field(() => MinorUnits) sumMinor: number
  @Field(() => Int, { nullable: true, description: 'Middle number of days from the opening until then.' })
  medianDays: number | null
}

@ObjectType('OpportunityLoss', {
  description: 'How many were lost for one reason, and what they might have brought.',
})
export class OpportunityLoss {
  @Field(() => OpportunityLossReasonEnum) reason: string
  @Field(() => Int) count: number
  @Field(() => MinorUnits) sumMinor: number
}

@ObjectType('OpportunityFunnel', {
  description: 'What opportunities that were opened within a time came to.',
})
export class OpportunityFunnel {
  @Field(() => LocalDate) from: string
  @Field(() => LocalDate) to: string
  @Field(() => Int) opened: number
  @Field(() => Int, { description: 'Among them those that go on.' }) open: number
  @Field(() => [OpportunityReach], { description: 'From the first stage to won.' })
  reached: OpportunityReach[]
  @Field(() => [OpportunityLoss], { description: 'The most frequent reason first.' })
  losses: OpportunityLoss[]
}
