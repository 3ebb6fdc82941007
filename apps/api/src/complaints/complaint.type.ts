import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../graphql/scalars.ts'
import {
  BuildingType,
  DepartmentType,
  ProjectType,
  StaffType,
  UnitType,
} from '../organization/organization.type.ts'
import { SignOffType } from '../sign-off/sign-off.type.ts'
import {
  CauseEnum,
  ChannelEnum,
  ClosingGapEnum,
  ComplaintActionEnum,
  ComplaintEventActionEnum,
  ConfirmationModeEnum,
  KindEnum,
  OptionKindEnum,
  OptionStatusEnum,
  PurposeEnum,
  StatusEnum,
  TaskActionEnum,
  TaskStatusEnum,
  TrackEnum,
} from './complaint.enums.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@ObjectType('ComplaintCategory', { implements: Node, description: 'What cases are about; a tree.' })
export class ComplaintCategoryType extends Node {
  @Field(() => String) code: string
  @Field(() => String, { description: 'Name in Chinese.' }) nameZh: string
  @Field(() => String, { description: 'Name in English.' }) nameEn: string
  @Field(() => ComplaintCategoryType, hidden) parent: ComplaintCategoryType | null
}

@ObjectType('ComplaintOption', {
  implements: Node,
  description: 'One of the one to four remedies of a proposal.',
})
export class ComplaintOptionType extends Node {
  @Field(() => Int, { description: 'The proposal it belongs to; 1 is the first.' }) revision: number
  @Field(() => Int, { description: '1 is offered first.' }) rank: number
  @Field(() => Boolean) recommended: boolean
  @Field(() => OptionKindEnum) kind: string
  @Field(() => String, hidden) description: string | null
  @Field(() => MinorUnits, hidden) amountMinor: number | null
  @Field(() => OptionStatusEnum) status: string
  @Field(() => DateTime, hidden) approvedAt: Date | null
  @Field(() => String, told('Why the client refused it or the approver rejected it.')) reason: string | null
}

@ObjectType('ComplaintEvent', { implements: Node, description: 'One step of a case.' })
export class ComplaintEventType extends Node {
  @Field(() => ComplaintEventActionEnum) action: string
  @Field(() => StatusEnum, hidden) from: string | null
  @Field(() => StatusEnum) to: string
  @Field(() => StaffType, told('Null: the clock itself.')) by: StaffType | null
  @Field(() => DateTime) at: Date
  @Field(() => String, hidden) note: string | null
}

@ObjectType('ComplaintTask', { implements: Node, description: 'An action order 执行单 to a department.' })
export class ComplaintTaskType extends Node {
  @Field(() => ComplaintType, told('Null where you may not read the case.')) complaint: ComplaintType | null
  @Field(() => TaskStatusEnum) status: string
  @Field(() => String, hidden) instruction: string | null
  @Field(() => DepartmentType, told('Who is to carry it out.')) department: DepartmentType | null
  @Field(() => StaffType, hidden) assignee: StaffType | null
  @Field(() => StaffType, hidden) dispatchedBy: StaffType | null
  @Field(() => DepartmentType, told('Who gave the order: the internal customer.'))
  dispatchingDepartment: DepartmentType | null
  @Field(() => DateTime) dispatchedAt: Date
  @Field(() => DateTime, told('Done by then; null when no date was set.')) dueAt: Date | null
  @Field(() => StaffType, hidden) acceptedBy: StaffType | null
  @Field(() => DateTime, hidden) acceptedAt: Date | null
  @Field(() => StaffType, hidden) completedBy: StaffType | null
  @Field(() => DateTime, hidden) completedAt: Date | null
  @Field(() => String, told('What was done, as evidence.')) evidenceNote: string | null
  @Field(() => String, told('Why it was returned or cancelled.')) reason: string | null
  @Field(() => ProjectType, hidden) project: ProjectType | null
  @Field(() => BuildingType, hidden) building: BuildingType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [TaskActionEnum], { description: 'What you can do with it now.' }) availableActions: string[]
}

/** Members that may be hidden are nullable: they read null, never an error (decision 5). */
@ObjectType('Complaint', {
  implements: Node,
  description:
    'One case, from any of the six kinds of intake. Which members you see depends on your roles; the others read null.',
})
export class ComplaintType extends Node {
  @Field(() => String, { description: '`YYMM-serial`, without gaps per organization and month.' })
  number: string
  @Field(() => StatusEnum) status: string
  @Field(() => Int, { description: '1 (most severe) to 4.' }) severity: number
  @Field(() => DateTime) registeredAt: Date
  @Field(() => DateTime) updatedAt: Date
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number

  @Field(() => KindEnum, hidden) kind: string | null
  @Field(() => TrackEnum, hidden) track: string | null
  @Field(() => PurposeEnum, hidden) purpose: string | null
  @Field(() => CauseEnum, hidden) cause: string | null
  @Field(() => ComplaintCategoryType, hidden) category: ComplaintCategoryType | null
  @Field(() => ChannelEnum, hidden) channel: string | null
  @Field(() => Boolean, hidden) anonymous: boolean | null
  @Field(() => DateTime, hidden) occurredAt: Date | null
  @Field(() => String, told('Key of the case in the system it came from.')) externalReference: string | null
  @Field(() => Boolean, told('Imported history: bears no signature and no promise.')) imported: boolean | null

  @Field(() => ClientType, hidden) client: ClientType | null
  @Field(() => String, hidden) contactName: string | null
  @Field(() => String, told('Masked; the number itself only by `revealPhoneOfComplaint`.'))
  contactPhoneMasked: string | null
  @Field(() => UnitType, hidden) unit: UnitType | null
  @Field(() => BuildingType, hidden) building: BuildingType | null
  @Field(() => ProjectType, hidden) project: ProjectType | null

  @Field(() => String, hidden) summary: string | null
  @Field(() => String, told('What happened, as read back to the person.')) facts: string | null
  @Field(() => String, told('What is asked for, besides money too.')) demand: string | null
  @Field(() => String, told('What was done at once to stop the damage.')) containment: string | null
  @Field(() => StaffType, hidden) registeredBy: StaffType | null
  @Field(() => DateTime, hidden) readBackAt: Date | null

  @Field(() => DepartmentType, hidden) handlingDepartment: DepartmentType | null
  @Field(() => StaffType, hidden) assignee: StaffType | null
  @Field(() => DateTime, hidden) acknowledgedAt: Date | null
  @Field(() => Int, hidden) openTaskCount: number | null

  @Field(() => StaffType, hidden) investigatedBy: StaffType | null
  @Field(() => String, hidden) findings: string | null
  @Field(() => Boolean, told('Was it really so?')) wasReal: boolean | null
  @Field(() => Int, told('Our share of the fault, percent.')) faultShare: number | null
  @Field(() => DepartmentType, told('Proposed by the investigator, final once ruled.'))
  proposedResponsibleDepartment: DepartmentType | null
  @Field(() => StaffType, hidden) responsibilityRuledBy: StaffType | null
  @Field(() => String, hidden) causeNote: string | null
  @Field(() => String, hidden) preventionNote: string | null

  @Field(() => Int, told('0: nothing was proposed yet.')) proposalRevision: number | null
  @Field(() => StaffType, hidden) proposer: StaffType | null
  @Field(() => [ComplaintOptionType], { description: 'Of all proposals; empty where you may not read them.' })
  options: ComplaintOptionType[]
  @Field(() => ComplaintOptionType, told('The option on the table.'))
  currentOption: ComplaintOptionType | null
  @Field(() => MinorUnits, told('Of the current option.')) amountMinor: number | null
  @Field(
    () => MinorUnits,
    told('That, plus what was approved for the same client before: what the authority matrix measures.'),
  )
  authorityAmountMinor: number | null
  @Field(() => String, told('ISO 4217.')) currency: string | null
  @Field(() => StaffType, hidden) approver: StaffType | null
  @Field(() => DateTime, hidden) approvedAt: Date | null
  @Field(() => DateTime, {
    nullable: true,
    description: 'Approved by word only: until when the signature of who approved is owed.',
  })
  approvalOwedUntil: Date | null
  @Field(() => DateTime, told('When the current option was offered to the client.')) offeredAt: Date | null
  @Field(() => ConfirmationModeEnum, hidden) confirmationMode: string | null
  @Field(() => DateTime, hidden) confirmedAt: Date | null
  @Field(() => Int, told('Attempts in vain since the client was last owed a word.')) contactAttempts:
    | number
    | null

  @Field(
    () => Boolean,
    told('A settlement agreement is needed, or in force, and the client has not signed it.'),
  )
  agreementOwed: boolean | null
  @Field(() => String, told('Who signed the agreement on the client’s side.')) agreementSigner: string | null
  @Field(() => LocalDate, told('On which day they did.')) agreementSignedOn: string | null

  @Field(() => [ComplaintTaskType], { description: 'Its action orders that you may see.' })
  tasks: ComplaintTaskType[]
  @Field(() => StaffType, told('Who resolved it.')) handler: StaffType | null
  @Field(() => DateTime, hidden) resolvedAt: Date | null
  @Field(() => StaffType, hidden) followedUpBy: StaffType | null
  @Field(() => DateTime, hidden) followedUpAt: Date | null
  @Field(() => Boolean, told('Null after a return visit that reached nobody.')) followUpSatisfied:
    | boolean
    | null
  @Field(() => Int, hidden) followUpCount: number | null
  @Field(() => StaffType, hidden) closedBy: StaffType | null
  @Field(() => DateTime, told('When it ended, in whatever way.')) closedAt: Date | null
  @Field(() => String, hidden) closeReason: string | null
  @Field(() => String, told('The third party.')) referredTo: string | null
  @Field(() => DateTime, hidden) referredAt: Date | null
  @Field(() => DateTime, hidden) referralAnsweredAt: Date | null
  @Field(() => ComplaintType, hidden) mergedInto: ComplaintType | null
  @Field(() => Int, hidden) reopenCount: number | null
  @Field(() => DateTime, told('Set by an authority; overrides when our answer is due.'))
  outsideDeadlineAt: Date | null
  @Field(() => Int, told('The promise policy that it goes by; 0: the built-in one.'))
  promisePolicyRevision: number | null
  @Field(() => DateTime, told('When its next promise is due, overdue ones included; null: nothing is owed.'))
  nextDueAt: Date | null

  @Field(() => [ComplaintEventType], { description: 'Its timeline, newest first.' })
  events: ComplaintEventType[]
  @Field(() => ComplaintEventType, hidden) latestEvent: ComplaintEventType | null
  @Field(() => [SignOffType], { description: 'Who answered for what, newest first.' }) signOffs: SignOffType[]
  @Field(() => [ComplaintActionEnum], {
    description: 'What you can do with it now: exactly the buttons to show.',
  })
  availableActions: string[]
  @Field(() => [ClosingGapEnum], {
    description: 'What it still lacks before it can be closed; empty once ended.',
  })
  closingGaps: string[]
}

export const ComplaintConnection = connectionOf('Complaint', ComplaintType)
export const ComplaintTaskConnection = connectionOf('ComplaintTask', ComplaintTaskType)
