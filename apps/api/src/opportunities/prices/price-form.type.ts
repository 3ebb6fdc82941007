import {
  PRICE_FORM_ACTION_LABELS,
  PRICE_FORM_ACTIONS,
  PRICE_FORM_STATUS_LABELS,
  PRICE_FORM_STATUSES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { OpportunityType } from '../opportunity.type.ts'

const PriceFormStatusEnum = publishEnum(
  'PriceFormStatus',
  PRICE_FORM_STATUSES,
  'Where a price approval form stands.',
  PRICE_FORM_STATUS_LABELS,
)
const PriceFormActionEnum = publishEnum(
  'PriceFormAction',
  PRICE_FORM_ACTIONS.map(actionName),
  'Verbs of a price approval form.',
  Object.fromEntries(PRICE_FORM_ACTIONS.map((it) => [actionName(it), PRICE_FORM_ACTION_LABELS[it]])),
)

@ObjectType('PriceLine', { description: 'One line of what is offered; prices are of one unit.' })
export class PriceLineType {
  @Field(() => String) service: string
  @Field(() => String) unit: string
  @Field(() => Int, { description: 'Hundredths of the unit: 1250 are 12.5.' }) quantityHundredths: number
  @Field(() => MinorUnits) listMinor: number
  @Field(() => MinorUnits) offeredMinor: number
  @Field(() => MinorUnits, { nullable: true, description: 'Null: not known.' }) costMinor: number | null
}

@ObjectType('PriceForm', {
  implements: Node,
  description: 'What is offered to a client and who approved it: nothing goes to be signed without.',
})
export class PriceFormType extends Node {
  @Field(() => String, { description: 'e.g. `PF-2611-001`.' }) number: string
  @Field(() => OpportunityType, { nullable: true }) opportunity: OpportunityType | null
  @Field(() => PriceFormStatusEnum) status: string
  @Field(() => Int, { description: 'Rises with each submission.' }) revision: number
  @Field(() => [PriceLineType]) lines: PriceLineType[]
  @Field(() => MinorUnits, { description: 'At list prices.' }) listMinor: number
  @Field(() => MinorUnits, { description: 'At offered prices.' }) offeredMinor: number
  @Field(() => MinorUnits, { nullable: true, description: 'Null where the cost of a line is not known.' })
  costMinor: number | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) draftedBy: StaffType | null
  @Field(() => DateTime) draftedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Who submitted it.' }) preparedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) submittedAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Who approved or rejected it last.' })
  decidedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null
  @Field(() => String, { nullable: true, description: 'Why it was rejected or withdrawn.' })
  reason: string | null
  @Field(() => Boolean, { description: 'The signature that it awaits now is yours to give.' })
  awaitsMe: boolean
  @Field(() => [PriceFormActionEnum], { description: 'What you can do with it now.' })
  availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('PricePolicy', {
  description: 'Up to which discount and sum each role approves prices; the general manager without bounds.',
})
export class PricePolicyType {
  @Field(() => Int, { description: 'Basis points, as the other discounts.' }) supervisorDiscount: number
  @Field(() => MinorUnits) supervisorMinor: number
  @Field(() => Int) managerDiscount: number
  @Field(() => MinorUnits) managerMinor: number
  @Field(() => Int) directorDiscount: number
  @Field(() => MinorUnits) directorMinor: number
  @Field(() => Int) version: number
}
