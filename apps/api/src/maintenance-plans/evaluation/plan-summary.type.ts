import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { PlanKindEnum } from '../plan.enums.ts'
import { PlanSignatureType } from '../plans/plan-content.type.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'
import {
  PlanLessonKindEnum,
  PlanRecommendationEnum,
  PlanSummaryActionEnum,
  PlanSummaryStatusEnum,
} from './plan-evaluation.enums.ts'

const MAYBE = { nullable: true } as const

@ObjectType('PlanSummaryLesson', { description: 'A lesson as the summary states it.' })
export class PlanSummaryLessonType {
  @Field(() => PlanLessonKindEnum) kind: string
  @Field(() => String) words: string
}

@ObjectType('PlanSummary', {
  implements: Node,
  description:
    'What is said of a plan that was carried out, over figures that are frozen when it is submitted.',
})
export class PlanSummaryType extends Node {
  @Field(() => MaintenancePlanType, MAYBE) plan: MaintenancePlanType | null
  @Field(() => ID) planId: string
  @Field(() => String) planNumber: string
  @Field(() => PlanSummaryStatusEnum) status: string
  @Field(() => Int, { description: 'Rises with each submission.' }) revision: number
  @Field(() => String) worked: string
  @Field(() => String, { description: 'What did not work.' }) wanting: string
  @Field(() => String, MAYBE) improvement: string | null
  @Field(() => PlanRecommendationEnum) recommendation: string
  @Field(() => [PlanSummaryLessonType]) lessons: PlanSummaryLessonType[]
  @Field(() => StaffType, MAYBE) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who submitted it.' }) preparedBy: StaffType | null
  @Field(() => DateTime, { nullable: true, description: 'When its figures were frozen.' })
  submittedAt: Date | null
  @Field(() => Int, { description: 'How many reviews are still owed.' }) reviewsOwed: number
  @Field(() => DateTime, MAYBE) approvedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Why it was returned last.' }) reason: string | null
  @Field(() => [PlanSignatureType], { description: 'In order of time; also of earlier submissions.' })
  signatures: PlanSignatureType[]
  @Field(() => String, { nullable: true, description: 'SHA-256 of what is signed; null of a draft.' })
  contentHash: string | null
  @Field(() => Boolean, { description: 'The signature that it awaits now is yours to give.' })
  awaitsMe: boolean
  @Field(() => [PlanSummaryActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('PlanLesson', {
  implements: Node,
  description: 'What was learnt of a plan, kept when it was completed.',
})
export class PlanLessonType extends Node {
  @Field(() => MaintenancePlanType, { nullable: true, description: 'Where it was learnt.' })
  plan: MaintenancePlanType | null
  @Field(() => PlanKindEnum) planKind: string
  @Field(() => ID, { nullable: true, description: 'Of a plan for one client.' }) clientId: string | null
  @Field(() => ID, { nullable: true, description: 'Of a facility plan: its community.' })
  projectId: string | null
  @Field(() => PlanLessonKindEnum) kind: string
  @Field(() => String) words: string
  @Field(() => DateTime) keptAt: Date
}

export const PlanLessonConnection = connectionOf('PlanLesson', PlanLessonType)
