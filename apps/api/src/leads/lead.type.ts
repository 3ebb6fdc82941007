import {
  LEAD_ACTION_LABELS,
  LEAD_ACTIONS,
  LEAD_EVENTS,
  LEAD_LOSS_REASON_LABELS,
  LEAD_LOSS_REASONS,
  LEAD_STATUS_LABELS,
  LEAD_STATUSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientKindEnum, ClientType } from '../clients/client.type.ts'
import { ContactChannelEnum } from '../clients/contacts/contact.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { ProjectType, StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'
import { CampaignType, LeadSourceType } from './settings/lead-settings.type.ts'

export const LeadStatusEnum = publishEnum(
  'LeadStatus',
  LEAD_STATUSES,
  'Where a lead stands. NEW: in the public pool, nobody has it.',
  LEAD_STATUS_LABELS,
)
const named = (actions: readonly string[]) => actions.map(actionName)
export const LeadActionEnum = publishEnum(
  'LeadAction',
  named(LEAD_ACTIONS),
  'Verbs of a lead.',
  Object.fromEntries(LEAD_ACTIONS.map((it) => [actionName(it), LEAD_ACTION_LABELS[it]])),
)
export const LeadEventActionEnum = publishEnum(
  'LeadEventAction',
  named(LEAD_EVENTS),
  'What a line of a lead’s history tells. RETURN: the clock took it back to the pool.',
)
export const LeadLossReasonEnum = publishEnum(
  'LeadLossReason',
  LEAD_LOSS_REASONS,
  'Why a lead came to nothing.',
  LEAD_LOSS_REASON_LABELS,
)

@ObjectType('LeadEvent', { implements: Node, description: 'One line of the history of a lead.' })
export class LeadEventType extends Node {
  @Field(() => LeadEventActionEnum) action: string
  @Field(() => LeadStatusEnum, { nullable: true }) from: string | null
  @Field(() => LeadStatusEnum) to: string
  @Field(() => DateTime) at: Date
  @Field(() => StaffType, { nullable: true, description: 'Null: the clock.' }) by: StaffType | null
  @Field(() => StaffType, {
    nullable: true,
    description: 'Whose it became; where it went back to the pool or ended, whose it was.',
  })
  assignee: StaffType | null
  @Field(() => ContactChannelEnum, { nullable: true, description: 'Of a contact: how they were reached.' })
  channel: string | null
  @Field(() => String, { nullable: true, description: 'What was said, or why.' }) note: string | null
}

@ObjectType('Lead', { implements: Node, description: 'Somebody who may become a client.' })
export class LeadType extends Node {
  @Field(() => String, { description: 'e.g. `L0001`.' }) number: string
  @Field(() => ClientKindEnum) kind: string
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => String, {
    nullable: true,
    description:
      'e.g. `138****1234`; the number itself only by `revealPhoneOfLead`, to whoever has the lead.',
  })
  phoneMasked: string | null
  @Field(() => String, { nullable: true }) emailMasked: string | null
  @Field(() => String, { nullable: true, description: 'What they look for.' }) need: string | null
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => LeadSourceType, { nullable: true }) source: LeadSourceType | null
  @Field(() => CampaignType, { nullable: true }) campaign: CampaignType | null
  @Field(() => ClientType, {
    nullable: true,
    description: 'The client of ours who sent them, to those who may read that client.',
  })
  referrerClient: ClientType | null
  @Field(() => String, { nullable: true, description: 'Who sent them, where that is no client of ours.' })
  referrer: string | null
  @Field(() => LeadStatusEnum) status: string
  @Field(() => StaffType, { nullable: true, description: 'Who has it; null: in the pool.' })
  assignee: StaffType | null
  @Field(() => DateTime, { nullable: true }) assignedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Since when it is in the pool.' })
  pooledAt: Date | null
  @Field(() => DateTime, { description: 'When whoever has it last did something about it.' }) touchedAt: Date
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it returns to the pool by itself, if nothing is done.',
  })
  returnsAt: Date | null
  @Field(() => String, { nullable: true }) nextStep: string | null
  @Field(() => LocalDate, { nullable: true }) nextStepOn: string | null
  @Field(() => StaffType, { nullable: true }) openedBy: StaffType | null
  @Field(() => DateTime) openedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'The first time, as the next.' })
  contactedAt: Date | null
  @Field(() => DateTime, { nullable: true }) qualifiedAt: Date | null
  @Field(() => DateTime, { nullable: true }) convertedAt: Date | null
  @Field(() => DateTime, { nullable: true }) lostAt: Date | null
  @Field(() => LeadLossReasonEnum, { nullable: true }) lossReason: string | null
  @Field(() => ClientType, { nullable: true, description: 'Into whose archive it was converted.' })
  client: ClientType | null
  @Field(() => [LeadEventType], { description: 'Its history, the newest first.' }) events: LeadEventType[]
  @Field(() => [LeadActionEnum], { description: 'What you can do with it now.' }) availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const LeadConnection = connectionOf('Lead', LeadType)
