import {
  DUNNING_STATE_LABELS,
  DUNNING_STATES,
  DUNNING_STEP_LABELS,
  DUNNING_STEPS,
  HOLD_SOURCE_LABELS,
  HOLD_SOURCES,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ComplaintType } from '../../complaints/complaint.type.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ReceivableKindEnum, ReceivableType } from '../receivables/receivable.type.ts'

export const DunningStepEnum = publishEnum('DunningStep', DUNNING_STEPS, 'How one asks.', DUNNING_STEP_LABELS)
export const DunningStateEnum = publishEnum(
  'DunningState',
  DUNNING_STATES,
  'Where the asking for a sum stands; waiting: asked, and the next step is not due.',
  DUNNING_STATE_LABELS,
)
const HoldSourceEnum = publishEnum('HoldSource', HOLD_SOURCES, 'Why nobody asks.', HOLD_SOURCE_LABELS)

@ObjectType({ description: 'A step that was taken, and what came of it.' })
export class TakenStep {
  @Field(() => DunningStepEnum) step: string
  @Field(() => DateTime) at: Date
  @Field(() => String) by: string
  @Field(() => String, { nullable: true }) outcome: string | null
}

@ObjectType({ description: 'Where the asking for one overdue sum stands, and why it rests.' })
export class DunningLine {
  @Field(() => ID) receivableId: string
  @Field(() => String) number: string
  @Field(() => ReceivableKindEnum) kind: string
  @Field(() => String, { nullable: true }) period: string | null
  @Field(() => ID) clientId: string
  @Field(() => String, { description: 'The code, to those who may not read names.' }) clientName: string
  @Field(() => String, { description: 'Project and unit.' }) place: string
  @Field(() => LocalDate) dueOn: string
  @Field(() => Int) daysLate: number
  @Field(() => MinorUnits) openMinor: number
  @Field(() => DunningStateEnum) state: string
  @Field(() => DunningStepEnum, { nullable: true, description: 'The step that is due.' }) step: string | null
  @Field(() => String, { nullable: true, description: 'Its words, filled in.' }) wording: string | null
  @Field(() => HoldSourceEnum, { nullable: true }) holdSource: string | null
  @Field(() => DateTime, { nullable: true }) holdSince: Date | null
  @Field(() => String, { nullable: true }) holdReason: string | null
  @Field(() => ID, { nullable: true, description: 'The hold by hand, to be lifted.' }) holdId: string | null
  @Field(() => Int, { nullable: true }) holdVersion: number | null
  @Field(() => String, { nullable: true, description: 'Of the open case, to who may read every case.' })
  complaintNumber: string | null
  @Field(() => [TakenStep]) taken: TakenStep[]
}

@ObjectType('DunningHold', { implements: Node, description: 'That dunning of a receivable is held by hand.' })
export class DunningHoldType extends Node {
  @Field(() => ReceivableType, { nullable: true }) receivable: ReceivableType | null
  @Field(() => ComplaintType, { nullable: true, description: 'Lifts by itself when it is closed.' })
  complaint: ComplaintType | null
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => StaffType, { nullable: true }) heldBy: StaffType | null
  @Field(() => DateTime) heldAt: Date
  @Field(() => DateTime, { nullable: true }) liftedAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('DunningNotice', { implements: Node, description: 'A step of dunning that was taken. History.' })
export class DunningNoticeType extends Node {
  @Field(() => ReceivableType, { nullable: true }) receivable: ReceivableType | null
  @Field(() => DunningStepEnum) step: string
  @Field(() => String, { nullable: true, description: 'What came of it.' }) outcome: string | null
  @Field(() => StaffType, { nullable: true }) takenBy: StaffType | null
  @Field(() => DateTime) takenAt: Date
}

@ObjectType('DunningRule', {
  description: 'A step that the organization has set; the others follow the defaults.',
})
export class DunningRuleType {
  @Field(() => DunningStepEnum) step: string
  @Field(() => Int, { description: 'Days after the due day.' }) afterDays: number
  @Field(() => String, { description: 'With `{client}`, `{what}`, `{amount}`, `{due}`, `{days}`.' })
  wordingZh: string
  @Field(() => String) wordingEn: string
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
