import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { ChannelEnum, PurposeEnum } from '../complaints/complaint.enums.ts'
import { ComplaintTaskType, ComplaintType } from '../complaints/complaint.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { DepartmentType, StaffType } from '../organization/organization.type.ts'
import {
  DueBasisEnum,
  DueStepEnum,
  DueTimeLineKindEnum,
  PauseReasonEnum,
  PolicyKindEnum,
  PromiseActionEnum,
  PromiseKindEnum,
  PromiseStatusEnum,
} from './promise.enums.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@ObjectType('DueTimeLine', { description: 'One line of the arithmetic of a due time.' })
export class DueTimeLineType {
  @Field(() => DueTimeLineKindEnum) kind: string
  @Field(() => String, { description: 'First local day, `YYYY-MM-DD`.' }) on: string
  @Field(() => String, { description: 'Last local day, `YYYY-MM-DD`.' }) until: string
  @Field(() => String, { description: '`MONDAY` … `SUNDAY`, of the first day.' }) weekday: string
  @Field(() => String, { description: 'What kind of day it is in the calendar.' }) dayKind: string
  @Field(() => String, told('Of the holiday, the special day or the pause, in Chinese.')) nameZh:
    | string
    | null
  @Field(() => String, told('The same in English.')) nameEn: string | null
  @Field(() => String, { description: 'UTC, ISO 8601.' }) fromAt: string
  @Field(() => String, { description: 'UTC, ISO 8601.' }) toAt: string
  @Field(() => Int, { description: 'Working minutes: counted, or left out by a pause.' }) minutes: number
  @Field(() => Int, { description: 'Working minutes counted up to here.' }) total: number
  @Field(() => Boolean, { description: 'The official holidays of the year were not published yet.' })
  isAssumed: boolean
}

@ObjectType('DueTimeExplanation', {
  description: 'Why a promise is due when it is: the row of the policy, and the working time step by step.',
})
export class DueTimeExplanationType {
  @Field(() => Int, told('Null where a person or an authority set the time; 0: the built-in policy.'))
  policyRevision: number | null
  @Field(() => Int, told('Of the row that won: its severity; null where the row asks for none.'))
  ruleSeverity: number | null
  @Field(() => PurposeEnum, told('Of the row that won.')) rulePurpose: string | null
  @Field(() => ID, told('Of the row that won: the category or one above it.')) ruleCategoryId: string | null
  @Field(() => Int, { description: 'The working calendar that was reckoned with.' }) calendarRevision: number
  @Field(() => [Int], { description: 'Years whose official holidays had to be guessed.' })
  assumesUnpublished: number[]
  @Field(() => [DueTimeLineType], { description: 'In order; those of kind WORK add up to what was owed.' })
  lines: DueTimeLineType[]
}

@ObjectType('PromiseOutlook', {
  description: 'What would be promised to the client if a case were registered now. Nothing is stored.',
})
export class PromiseOutlookType {
  @Field(() => PromiseKindEnum) kind: string
  @Field(() => DueBasisEnum) basis: string
  @Field(() => DateTime, { description: 'By when, if it were registered at this moment.' }) dueAt: Date
  @Field(() => DueTimeExplanationType, { description: 'The arithmetic of `dueAt`.' })
  explainDueTime: DueTimeExplanationType
}

@ObjectType('PromisePause', { description: 'A rest of the clock, for a declared reason.' })
export class PromisePauseType {
  @Field(() => PauseReasonEnum) reason: string
  @Field(() => String, hidden) note: string | null
  @Field(() => DateTime) fromAt: Date
  @Field(() => DateTime, { description: 'Up to here at the most: the cap.' }) untilAt: Date
  @Field(() => DateTime, told('When it was resumed.')) toAt: Date | null
  @Field(() => StaffType, hidden) by: StaffType | null
}

@ObjectType('PromiseDueStep', { description: 'What the clock does by itself about a promise, once.' })
export class PromiseDueStepType {
  @Field(() => DueStepEnum) step: string
  @Field(() => DateTime) dueAt: Date
  @Field(() => DateTime, told('When it was done; its distance from `dueAt` is the lateness of the system.'))
  firedAt: Date | null
  @Field(() => DateTime, told('The promise was settled first.')) cancelledAt: Date | null
}

@ObjectType('ComplaintPromise', {
  implements: Node,
  description: 'One promise to a client: what, by when, by whom, through which channel. Never edited.',
})
export class ComplaintPromiseType extends Node {
  @Field(() => ComplaintType, hidden) complaint: ComplaintType | null
  @Field(() => PromiseKindEnum) kind: string
  @Field(() => PromiseStatusEnum) status: string
  @Field(() => String, told('In words, where a person made it.')) what: string | null
  @Field(() => ClientType, told('To whom.')) client: ClientType | null
  @Field(() => ChannelEnum, { description: 'Through which channel the word is owed.' }) channel: string
  @Field(() => StaffType, told('By whom.')) owner: StaffType | null
  @Field(() => DepartmentType, hidden) department: DepartmentType | null
  @Field(() => StaffType, told('Null: made by the policy.')) madeBy: StaffType | null
  @Field(() => DateTime) madeAt: Date
  @Field(() => DueBasisEnum) basis: string
  @Field(() => DateTime, { description: 'From when the clock counts.' }) startedAt: Date
  @Field(() => Int, told('Working minutes owed.')) budgetMinutes: number | null
  @Field(() => DateTime, { description: 'By when; while paused, the latest possible time.' }) dueAt: Date
  @Field(() => DueTimeExplanationType, { description: 'The arithmetic of `dueAt`, as it was reckoned.' })
  explainDueTime: DueTimeExplanationType
  @Field(() => Int, { description: 'Working minutes before the due time at which the owner is warned.' })
  warnBeforeMinutes: number
  @Field(() => Int, { description: 'Working minutes that all pauses together may take.' })
  pauseCapMinutes: number
  @Field(() => DateTime, told('Since when the clock rests.')) pausedAt: Date | null
  @Field(() => DateTime, told('When it goes on at the latest.')) pausedUntil: Date | null
  @Field(() => [PromisePauseType]) pauses: PromisePauseType[]
  @Field(() => [PromiseDueStepType], { description: 'Warning, due time, escalations, in order.' })
  dueSteps: PromiseDueStepType[]
  @Field(() => DateTime, told('When it was due and not done.')) brokenAt: Date | null
  @Field(() => Int, { description: 'How many levels were told that it is overdue; 0 to 4.' })
  escalationLevel: number
  @Field(() => DateTime, told('When it was done, in time or late.')) fulfilledAt: Date | null
  @Field(() => StaffType, hidden) fulfilledBy: StaffType | null
  @Field(() => String, told('What was said or done.')) answer: string | null
  @Field(() => ChannelEnum, hidden) answerChannel: string | null
  @Field(() => ComplaintPromiseType, told('The promise that this one replaces.'))
  supersedes: ComplaintPromiseType | null
  @Field(() => String, told('How the client agreed to the new time.')) assent: string | null
  @Field(() => DateTime, told('From here on nothing is owed by it.')) settledAt: Date | null
  @Field(() => ComplaintTaskType, told('The order whose time was promised.')) task: ComplaintTaskType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [PromiseActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
}

@ObjectType('PromiseRule', {
  description: 'A row of the promise policy: the most specific one that fits wins.',
})
export class PromiseRuleType {
  @Field(() => PolicyKindEnum) kind: string
  @Field(() => Int, told('Only cases of this severity.')) severity: number | null
  @Field(() => PurposeEnum, told('Only cases of this purpose.')) purpose: string | null
  @Field(() => String, told('Only clients of this grade.')) grade: string | null
  @Field(() => ID, told('Only this category and those below it.')) categoryId: string | null
  @Field(() => Int, told('Working minutes; null: by the end of the same working day.'))
  budgetMinutes: number | null
  @Field(() => Int, { description: 'Working minutes before the due time; 0: no warning.' })
  warnBeforeMinutes: number
  @Field(() => [Int], { description: 'Working minutes after the due time, one level each.' })
  escalateAfterMinutes: number[]
  @Field(() => Int, { description: 'Working minutes that pauses may take.' }) pauseCapMinutes: number
}

@ObjectType('PromisePolicy', { implements: Node, description: 'One revision of what is owed to clients.' })
export class PromisePolicyType extends Node {
  @Field(() => Int, { description: 'The highest is in force; a case keeps the one that it began with.' })
  revision: number
  @Field(() => [PromiseRuleType]) rules: PromiseRuleType[]
  @Field(() => StaffType, told('Null: what the organization began with.')) setBy: StaffType | null
  @Field(() => DateTime) setAt: Date
}

export const ComplaintPromiseConnection = connectionOf('ComplaintPromise', ComplaintPromiseType)
