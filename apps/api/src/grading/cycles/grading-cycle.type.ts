import {
  GRADING_CYCLE_ACTION_LABELS,
  GRADING_CYCLE_ACTIONS,
  GRADING_CYCLE_STATUS_LABELS,
  GRADING_CYCLE_STATUSES,
  GRADING_DUE_CAUSE_LABELS,
  GRADING_DUE_CAUSES,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { SignOffType } from '../../sign-off/sign-off.type.ts'
import { SigningType } from '../../sign-off/signing.type.ts'

export const GradingCycleStatusEnum = publishEnum(
  'GradingCycleStatus',
  GRADING_CYCLE_STATUSES,
  'Where a grading cycle stands.',
  GRADING_CYCLE_STATUS_LABELS,
)
const GradingCycleActionEnum = publishEnum(
  'GradingCycleAction',
  GRADING_CYCLE_ACTIONS.map(actionName),
  'A verb of a grading cycle.',
  Object.fromEntries(
    GRADING_CYCLE_ACTIONS.map((action) => [actionName(action), GRADING_CYCLE_ACTION_LABELS[action]]),
  ),
)
export const GradingCycleOrderEnum = publishEnum(
  'GradingCycleOrder',
  ['NEWEST', 'PUBLISHED'],
  'How grading cycles are ordered; PUBLISHED: by when their directory was published, the newest first.',
)
export const GradingDueCauseEnum = publishEnum(
  'GradingDueCause',
  GRADING_DUE_CAUSES,
  'Why a grading is due.',
  GRADING_DUE_CAUSE_LABELS,
)
export const GradingDueOrderEnum = publishEnum('GradingDueOrder', ['NEWEST'], 'How they are ordered.')

@ObjectType('DirectoryCount', { description: 'How many clients of a directory have a grade.' })
export class DirectoryCountType {
  @Field(() => String, { nullable: true, description: 'Null: could not be graded.' }) grade: string | null
  @Field(() => Int) count: number
}

@ObjectType('GradedCommunity', { description: 'A community that a cycle is about.' })
export class GradedCommunityType {
  @Field(() => ID) projectId: string
  @Field(() => String) name: string
}

@ObjectType('StandardGrade', { description: 'A grade of a standard.' })
export class StandardGradeType {
  @Field(() => String) grade: string
  @Field(() => Int, { description: 'The least total, in ten-thousandths.' }) from: number
}

@ObjectType('GradingCycle', {
  implements: Node,
  description:
    'One grading of clients: scored by the standard, overridden, signed, and published as the directory by which they are served.',
})
export class GradingCycleType extends Node {
  @Field(() => String, { description: '`GC-2611-001`.' }) number: string
  @Field(() => String) name: string
  @Field(() => GradingCycleStatusEnum) status: string
  @Field(() => LocalDate, { description: 'Until this day everything is counted.' }) asOfOn: string
  @Field(() => [GradedCommunityType], { description: 'Of clients of these; empty: of all.' })
  communities: GradedCommunityType[]
  @Field(() => GradingCycleType, {
    nullable: true,
    description: 'Of an amendment: the cycle whose granted appeals it carries out.',
  })
  amends: GradingCycleType | null
  @Field(() => [StandardGradeType], { description: 'Of its standard, the best first; empty before scoring.' })
  grades: StandardGradeType[]
  @Field(() => ID, { nullable: true, description: 'The revision of the standard, `rev_…`.' })
  standardRevisionId: string | null
  @Field(() => String, { nullable: true, description: 'SHA-256 of the standard, hex.' })
  standardHash: string | null
  @Field(() => StaffType, { nullable: true }) openedBy: StaffType | null
  @Field(() => DateTime) openedAt: Date
  @Field(() => DateTime, { nullable: true }) scoringAt: Date | null
  @Field(() => DateTime, { nullable: true }) scoredAt: Date | null
  @Field(() => Int, { description: 'Clients that were there when scoring began.' }) totalCount: number
  @Field(() => Int, { description: 'Of these scored so far.' }) scoredCount: number
  @Field(() => StaffType, { nullable: true }) preparedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) preparedAt: Date | null
  @Field(() => Int, { nullable: true, description: 'Clients in the directory.' }) listCount: number | null
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over each client and grade, hex: what is signed.',
  })
  listHash: string | null
  @Field(() => [DirectoryCountType], { description: 'As prepared, the best grade first.' })
  gradeCounts: DirectoryCountType[]
  @Field(() => StaffType, { nullable: true, description: 'Who approved, sent back or cancelled.' })
  decidedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null
  @Field(() => StaffType, { nullable: true }) publishedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) publishedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Why it was sent back or cancelled.' })
  note: string | null
  @Field(() => Boolean, { description: 'Does the signature that is awaited now await yours?' })
  awaitsMe: boolean
  @Field(() => [SigningType], { description: 'Its rounds of signatures, the newest first.' })
  signings: SigningType[]
  @Field(() => [SignOffType], { description: 'The signatures on it, first to last.' }) signOffs: SignOffType[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [GradingCycleActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}
export const GradingCycleConnection = connectionOf('GradingCycle', GradingCycleType)

@ObjectType('GradingDue', {
  implements: Node,
  description: 'That a grading is due, of one client or of all.',
})
export class GradingDueType extends Node {
  @Field(() => GradingDueCauseEnum) cause: string
  @Field(() => ClientType, { nullable: true, description: 'Null: all.' }) client: ClientType | null
  @Field(() => DateTime) at: Date
}
export const GradingDueConnection = connectionOf('GradingDue', GradingDueType)

@ObjectType('GradingPolicy', {
  description:
    'When gradings are due; null while nobody has set it: every 6 months, payments from 50,000.00, severity 4.',
})
export class GradingPolicyType {
  @Field(() => Int, { description: 'Months after the last directory of all; 0: not by the calendar.' })
  everyMonths: number
  @Field(() => MinorUnits, { nullable: true, description: 'A payment of so much; null: not by payments.' })
  largePaymentMinor: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'A complaint as severe, 1 to 4; null: not by complaints.',
  })
  severity: number | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`; 0 while nobody has set it.' })
  version: number
}
