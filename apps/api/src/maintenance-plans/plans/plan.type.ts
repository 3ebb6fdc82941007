import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { PlanActionEnum, PlanKindEnum, PlanRevisionStatusEnum, PlanStatusEnum } from '../plan.enums.ts'
import {
  PlanBudgetLineType,
  PlanCommunityType,
  PlanMachineType,
  PlanMeasureLineType,
  PlanObjectiveType,
  PlanSignatureType,
} from './plan-content.type.ts'

const MAYBE = { nullable: true } as const
const WORDS = { nullable: true, description: 'Null to those who may read amounts only.' }

@ObjectType('MaintenancePlan', {
  implements: Node,
  description:
    'How a client, a segment of clients or the facilities of a community are cared for; each text of it is a revision.',
})
export class MaintenancePlanType extends Node {
  @Field(() => String, { description: 'e.g. `MP-2611-001`, of a facility plan `FP-2611-001`.' })
  number: string
  @Field(() => PlanKindEnum) kind: string
  @Field(() => PlanStatusEnum, { description: 'An amendment does not move it.' }) status: string
  @Field(() => String, {
    nullable: true,
    description:
      'As the revision in force has it, before that the newest; null to those who may read amounts only.',
  })
  title: string | null
  @Field(() => StaffType, { nullable: true, description: 'Who answers for it.' }) owner: StaffType | null
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate) endsOn: string
  @Field(() => MinorUnits, { nullable: true, description: 'Sum of the budget.' }) budgetMinor: number | null
  @Field(() => ClientType, { nullable: true, description: 'Null: for a segment, or for facilities.' })
  client: ClientType | null
  @Field(() => [String], {
    nullable: true,
    description: 'Of a segment: clients of these grades; empty: of all. Null to whoever may not read grades.',
  })
  segmentGrades: string[] | null
  @Field(() => [PlanCommunityType], { description: 'Of a segment: in these communities; empty: in all.' })
  segmentProjects: PlanCommunityType[]
  @Field(() => ProjectType, { nullable: true, description: 'Of a facility plan.' })
  project: ProjectType | null
  @Field(() => PlanRevisionType, { nullable: true, description: 'What is carried out.' })
  effectiveRevision: unknown
  @Field(() => PlanRevisionType, {
    nullable: true,
    description: 'What is being written, reviewed or approved.',
  })
  openRevision: unknown
  @Field(() => [PlanRevisionType], { description: 'The newest first.' }) revisions: unknown[]
  @Field(() => [PlanCommentType], { description: 'Of all revisions, in order of time.' }) comments: unknown[]
  @Field(() => MaintenancePlanType, { nullable: true, description: 'The plan that this one renews.' })
  renews: unknown
  @Field(() => StaffType, MAYBE) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => DateTime, { description: 'When a verb last changed it or a revision of it.' }) updatedAt: Date
  @Field(() => DateTime, MAYBE) endedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' }) reason: string | null
  @Field(() => Boolean, { description: 'The signature that its open revision awaits now is yours to give.' })
  awaitsMe: boolean
  @Field(() => [PlanActionEnum], { description: 'What you can do with the plan as a whole.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('PlanRevision', {
  implements: Node,
  description:
    'One text of a plan. What was submitted never changes; what was returned stays as it was signed.',
})
export class PlanRevisionType extends Node {
  @Field(() => MaintenancePlanType, MAYBE) plan: MaintenancePlanType | null
  @Field(() => ID) planId: string
  @Field(() => String) planNumber: string
  @Field(() => PlanRevisionStatusEnum) status: string
  @Field(() => Int, { description: 'From 1.' }) ordinal: number
  @Field(() => PlanRevisionType, { nullable: true, description: 'What it was written from.' })
  base: PlanRevisionType | null
  @Field(() => String, { nullable: true, description: 'What for; null of a first revision.' })
  changeReason: string | null
  @Field(() => String, WORDS) title: string | null
  @Field(() => ID, { description: 'Who answers for it.' }) ownerId: string
  @Field(() => String, MAYBE) ownerName: string | null
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate) endsOn: string
  @Field(() => MinorUnits, { nullable: true, description: 'Sum of the budget.' }) budgetMinor: number | null
  @Field(() => String, WORDS) summary: string | null
  @Field(() => [PlanObjectiveType], WORDS) objectives: PlanObjectiveType[] | null
  @Field(() => [PlanMeasureLineType], WORDS) measures: PlanMeasureLineType[] | null
  @Field(() => [PlanBudgetLineType], MAYBE) budget: PlanBudgetLineType[] | null
  @Field(() => [PlanMachineType], {
    nullable: true,
    description: 'Of a facility plan; none: the place as a whole.',
  })
  machines: PlanMachineType[] | null
  @Field(() => MinorUnits, {
    nullable: true,
    description:
      'Approved by overruns after it was written, while it is not in force: goes on beside its budget.',
  })
  raisedSinceMinor: number | null
  @Field(() => StaffType, MAYBE) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who submitted it.' }) preparedBy: StaffType | null
  @Field(() => DateTime, MAYBE) submittedAt: Date | null
  @Field(() => Int, { description: 'How many reviews are still owed.' }) reviewsOwed: number
  @Field(() => DateTime, MAYBE) approvedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'When it was returned, withdrawn or superseded.' })
  endedAt: Date | null
  @Field(() => String, WORDS) endReason: string | null
  @Field(() => StaffType, MAYBE) endedBy: StaffType | null
  @Field(() => [PlanSignatureType], { description: 'In order of time.' }) signatures: PlanSignatureType[]
  @Field(() => String, { nullable: true, description: 'SHA-256 of what is signed; null of a draft.' })
  contentHash: string | null
  @Field(() => Boolean, { description: 'The signature that it awaits now is yours to give.' })
  awaitsMe: boolean
  @Field(() => [PlanActionEnum], { description: 'What you can do with this revision now.' })
  availableActions: string[]
}

@ObjectType('PlanComment', {
  implements: Node,
  description:
    'Said of a field of a revision, or of all of it; shown on later revisions until somebody has resolved it.',
})
export class PlanCommentType extends Node {
  @Field(() => PlanRevisionType, { nullable: true, description: 'On which it was made.' })
  revision: PlanRevisionType | null
  @Field(() => ID, { nullable: true, description: 'The comment that it answers.' }) answersId: string | null
  @Field(() => String, {
    nullable: true,
    description: 'By keys, e.g. `measures.k1.recurrence`; null: the plan.',
  })
  anchor: string | null
  @Field(() => String) words: string
  @Field(() => StaffType, MAYBE) by: StaffType | null
  @Field(() => DateTime) at: Date
  @Field(() => DateTime, MAYBE) resolvedAt: Date | null
  @Field(() => StaffType, MAYBE) resolvedBy: StaffType | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const MaintenancePlanConnection = connectionOf('MaintenancePlan', MaintenancePlanType)
