import { PLAN_OVERRUN_STATUS_LABELS, PLAN_OVERRUN_STATUSES } from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { PlanCostKindEnum } from '../plan.enums.ts'
import { MaintenancePlanType } from '../plans/plan.type.ts'
import { PlanTaskType } from '../tasks/plan-task.type.ts'

export const PlanOverrunStatusEnum = publishEnum(
  'PlanOverrunStatus',
  PLAN_OVERRUN_STATUSES,
  'Where an overrun stands.',
  PLAN_OVERRUN_STATUS_LABELS,
)
const PlanOverrunActionEnum = publishEnum(
  'PlanOverrunAction',
  ['APPROVE_OVERRUN'],
  'What can be done with an overrun: decide on it, either way.',
)

const maybe = { nullable: true } as const

@ObjectType('PlanPolicy', { description: 'The rule of the organization on budgets of plans.' })
export class PlanPolicyType {
  @Field(() => Int, { description: 'So much more than approved may be spent without asking, 1/10,000.' })
  allowedOverrunBasisPoints: number
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('PlanBudgetAccount', {
  implements: Node,
  description:
    'One line of the budget of a plan, as it stands now. Committed and spent never pass its limit together.',
})
export class PlanBudgetAccountType extends Node {
  @Field(() => MaintenancePlanType, maybe) plan: MaintenancePlanType | null
  @Field(() => String, { description: 'In the content of the plan.' }) key: string
  @Field(() => PlanCostKindEnum) kind: string
  @Field(() => String, maybe) title: string | null
  @Field(() => Int) position: number
  @Field(() => MinorUnits) approvedMinor: number
  @Field(() => MinorUnits, { description: 'Approved beyond that by overruns.' }) raisedMinor: number
  @Field(() => MinorUnits, { description: 'Held for tasks that are not done.' }) committedMinor: number
  @Field(() => MinorUnits) spentMinor: number
  @Field(() => Int, {
    description:
      'So much more than approved may be spent without asking, 1/10,000, as ruled when it came into force.',
  })
  allowedBasisPoints: number
  @Field(() => MinorUnits, { description: 'Approved, raised, and the allowed overrun.' }) limitMinor: number
  @Field(() => MinorUnits, { description: 'Of the limit; below 0 where an amendment took it away.' })
  leftMinor: number
  @Field(() => Int) version: number
}

@ObjectType('PlanSpend', { implements: Node, description: 'What was spent of a plan; never changed.' })
export class PlanSpendType extends Node {
  @Field(() => MaintenancePlanType, maybe) plan: MaintenancePlanType | null
  @Field(() => PlanBudgetAccountType, maybe) line: PlanBudgetAccountType | null
  @Field(() => PlanTaskType, { nullable: true, description: 'Null: of no single task.' })
  task: PlanTaskType | null
  @Field(() => MinorUnits, { description: 'Below 0 where a task done again had cost less.' })
  amountMinor: number
  @Field(() => LocalDate) spentOn: string
  @Field(() => String, maybe) purpose: string | null
  @Field(() => StaffType, maybe) by: StaffType | null
  @Field(() => DateTime) at: Date
}
export const PlanSpendConnection = connectionOf('PlanSpend', PlanSpendType)

@ObjectType('PlanOverrun', {
  implements: Node,
  description: 'More than the budget of a plan allows, asked for.',
})
export class PlanOverrunType extends Node {
  @Field(() => MaintenancePlanType, maybe) plan: MaintenancePlanType | null
  @Field(() => PlanBudgetAccountType, maybe) line: PlanBudgetAccountType | null
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => String, maybe) reason: string | null
  @Field(() => PlanOverrunStatusEnum) status: string
  @Field(() => StaffType, maybe) askedBy: StaffType | null
  @Field(() => DateTime) askedAt: Date
  @Field(() => StaffType, maybe) decidedBy: StaffType | null
  @Field(() => DateTime, maybe) decidedAt: Date | null
  @Field(() => String, maybe) note: string | null
  @Field(() => [PlanOverrunActionEnum]) availableActions: string[]
  @Field(() => Int) version: number
}
export const PlanOverrunConnection = connectionOf('PlanOverrun', PlanOverrunType)
