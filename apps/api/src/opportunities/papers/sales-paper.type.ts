import {
  PROPOSAL_DECLINE_REASON_LABELS,
  PROPOSAL_DECLINE_REASONS,
  SALES_CLAUSE_PARTS,
  SALES_PROPOSAL_ACTION_LABELS,
  SALES_PROPOSAL_ACTIONS,
  SALES_PROPOSAL_STATUS_LABELS,
  SALES_PROPOSAL_STATUSES,
  SERVICE_AGREEMENT_ACTION_LABELS,
  SERVICE_AGREEMENT_ACTIONS,
  SERVICE_AGREEMENT_STATUS_LABELS,
  SERVICE_AGREEMENT_STATUSES,
  text,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ContactChannelEnum } from '../../clients/contacts/contact.type.ts'
import { DocumentRevisionType } from '../../documents/document.type.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { OpportunityType } from '../opportunity.type.ts'
import { PriceFormType } from '../prices/price-form.type.ts'

const MAYBE = { nullable: true } as const

const SalesClausePartEnum = publishEnum(
  'SalesClausePart',
  SALES_CLAUSE_PARTS,
  'How a clause is made up: the table of prices stands after a clause of PRICES, one of FREE is worded by whoever sells.',
  {
    TEXT: text('条款文字', 'Text'),
    PRICES: text('报价明细表', 'Price table'),
    FREE: text('自由填写', 'Free text'),
  },
)
const SalesProposalStatusEnum = publishEnum(
  'SalesProposalStatus',
  SALES_PROPOSAL_STATUSES,
  'Where a proposal stands.',
  SALES_PROPOSAL_STATUS_LABELS,
)
const SalesProposalActionEnum = publishEnum(
  'SalesProposalAction',
  SALES_PROPOSAL_ACTIONS.map(actionName),
  'Verbs of a proposal.',
  Object.fromEntries(SALES_PROPOSAL_ACTIONS.map((it) => [actionName(it), SALES_PROPOSAL_ACTION_LABELS[it]])),
)
export const ProposalDeclineReasonEnum = publishEnum(
  'ProposalDeclineReason',
  PROPOSAL_DECLINE_REASONS,
  'Why a client does not take what is offered.',
  PROPOSAL_DECLINE_REASON_LABELS,
)
const ServiceAgreementStatusEnum = publishEnum(
  'ServiceAgreementStatus',
  SERVICE_AGREEMENT_STATUSES,
  'Where a service agreement stands.',
  SERVICE_AGREEMENT_STATUS_LABELS,
)
const ServiceAgreementActionEnum = publishEnum(
  'ServiceAgreementAction',
  SERVICE_AGREEMENT_ACTIONS.map(actionName),
  'Verbs of a service agreement.',
  Object.fromEntries(
    SERVICE_AGREEMENT_ACTIONS.map((it) => [actionName(it), SERVICE_AGREEMENT_ACTION_LABELS[it]]),
  ),
)

@ObjectType('SalesClause', {
  description: 'One clause of a proposal or an agreement, with everything filled in.',
})
export class SalesClauseType {
  @Field(() => Int, { description: 'From 1.' }) position: number
  @Field(() => String) heading: string
  @Field(() => String, { description: 'Lines are paragraphs.' }) body: string
  @Field(() => SalesClausePartEnum) part: string
}

@ObjectType('OfferedLine', { description: 'One line of what is offered, as the client reads it.' })
export class OfferedLineType {
  @Field(() => String) service: string
  @Field(() => String) unit: string
  @Field(() => Int, { description: 'Hundredths of the unit: 1250 are 12.5.' }) quantityHundredths: number
  @Field(() => MinorUnits, { description: 'Of one unit.' }) offeredMinor: number
}

const WORDS = { nullable: true, description: 'Null to whoever may not read what it says.' } as const

@ObjectType('SalesProposal', {
  implements: Node,
  description:
    'What a client is offered, made from an approved template at approved prices. A new version supersedes those before.',
})
export class SalesProposalType extends Node {
  @Field(() => String, { description: 'e.g. `PR-2611-001`.' }) number: string
  @Field(() => OpportunityType, MAYBE) opportunity: OpportunityType | null
  @Field(() => Int, { description: 'Version within the opportunity, from 1.' }) ordinal: number
  @Field(() => SalesProposalStatusEnum) status: string
  @Field(() => DocumentRevisionType, { nullable: true, description: 'The revision that it was made from.' })
  template: DocumentRevisionType | null
  @Field(() => PriceFormType, { nullable: true, description: 'Whose prices it offers.' })
  priceForm: PriceFormType | null
  @Field(() => [SalesClauseType], WORDS) clauses: SalesClauseType[] | null
  @Field(() => [OfferedLineType], WORDS) lines: OfferedLineType[] | null
  @Field(() => MinorUnits) totalMinor: number
  @Field(() => LocalDate, MAYBE) periodFrom: string | null
  @Field(() => LocalDate, MAYBE) periodTo: string | null
  @Field(() => LocalDate, MAYBE) validUntil: string | null
  @Field(() => StaffType, MAYBE) madeBy: StaffType | null
  @Field(() => DateTime) madeAt: Date
  @Field(() => LocalDate, { nullable: true, description: 'When it was handed over.' }) sentOn: string | null
  @Field(() => ContactChannelEnum, { nullable: true, description: 'How it was handed over.' })
  channel: string | null
  @Field(() => String, { nullable: true, description: 'To whom.' }) sentTo: string | null
  @Field(() => LocalDate, { nullable: true, description: 'When the client answered.' })
  answeredOn: string | null
  @Field(() => ProposalDeclineReasonEnum, MAYBE) declineReason: string | null
  @Field(() => String, { nullable: true, description: 'What the client said, or why it was withdrawn.' })
  note: string | null
  @Field(() => [SalesProposalActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('ServiceAgreement', {
  implements: Node,
  description:
    'What was agreed on from an accepted proposal: reviewed and approved inside, then signed by the client.',
})
export class ServiceAgreementType extends Node {
  @Field(() => String, { description: 'e.g. `XS-2611-001`.' }) number: string
  @Field(() => OpportunityType, MAYBE) opportunity: OpportunityType | null
  @Field(() => ID, { description: 'Of the opportunity, for a link.' }) opportunityId: string
  @Field(() => SalesProposalType, { nullable: true, description: 'The accepted proposal that it follows.' })
  proposal: SalesProposalType | null
  @Field(() => DocumentRevisionType, { nullable: true, description: 'The revision that it was made from.' })
  template: DocumentRevisionType | null
  @Field(() => ServiceAgreementStatusEnum) status: string
  @Field(() => Int, { description: 'Rises with each submission.' }) revision: number
  @Field(() => [SalesClauseType], WORDS) clauses: SalesClauseType[] | null
  @Field(() => [OfferedLineType], WORDS) lines: OfferedLineType[] | null
  @Field(() => MinorUnits) totalMinor: number
  @Field(() => LocalDate) periodFrom: string
  @Field(() => LocalDate) periodTo: string
  @Field(() => LocalDate, { description: 'When whoever answers for it is told that it ends soon.' })
  remindOn: string
  @Field(() => DateTime, { nullable: true, description: 'Since when they are told.' }) remindedAt: Date | null
  @Field(() => StaffType, MAYBE) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who submitted it.' }) preparedBy: StaffType | null
  @Field(() => DateTime, MAYBE) submittedAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Who approved or rejected it last.' })
  decidedBy: StaffType | null
  @Field(() => DateTime, MAYBE) decidedAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Who signs for us.' }) ourSigner: StaffType | null
  @Field(() => LocalDate, MAYBE) signedOn: string | null
  @Field(() => String, { nullable: true, description: 'Who signed for the client.' })
  clientSigner: string | null
  @Field(() => LocalDate, MAYBE) endedOn: string | null
  @Field(() => String, { nullable: true, description: 'Why it was rejected, withdrawn or ended.' })
  reason: string | null
  @Field(() => Boolean, { description: 'The signature that it awaits now is yours to give.' })
  awaitsMe: boolean
  @Field(() => [ServiceAgreementActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
