import {
  FEE_GAP_LABELS,
  FEE_GAPS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_KINDS,
  RECEIVABLE_STATE_LABELS,
  RECEIVABLE_STATES,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { BuildingType, ProjectType, StaffType, UnitType } from '../../organization/organization.type.ts'

export const ReceivableKindEnum = publishEnum(
  'ReceivableKind',
  RECEIVABLE_KINDS,
  'What is owed to us.',
  RECEIVABLE_KIND_LABELS,
)
export const ReceivableStateEnum = publishEnum(
  'ReceivableState',
  RECEIVABLE_STATES,
  'Where a receivable stands; open also where a part is paid.',
  RECEIVABLE_STATE_LABELS,
)
const FeeGapEnum = publishEnum('FeeGap', FEE_GAPS, 'Why a unit is left out of a charge.', FEE_GAP_LABELS)

@ObjectType('Receivable', { implements: Node, description: 'One sum that a client owes.' })
export class ReceivableType extends Node {
  @Field(() => String, { description: 'E.g. `R2611-00042`.' }) number: string
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => UnitType, { nullable: true }) unit: UnitType | null
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => BuildingType, { nullable: true }) building: BuildingType | null
  @Field(() => ReceivableKindEnum) kind: string
  @Field(() => String, { nullable: true, description: 'The month that it is for, `2026-11`.' })
  period: string | null
  @Field(() => MinorUnits, { nullable: true, description: 'To those who may see amounts, as the next two.' })
  amountMinor: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'What payments have been allocated to it.' })
  settledMinor: number | null
  @Field(() => MinorUnits, { nullable: true, description: 'What is still open; 0 where it is void.' })
  openMinor: number | null
  @Field(() => ReceivableStateEnum) state: string
  @Field(() => LocalDate) dueOn: string
  @Field(() => LocalDate, { nullable: true, description: 'The day of the payment that settled it.' })
  settledOn: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => StaffType, { nullable: true }) registeredBy: StaffType | null
  @Field(() => DateTime) registeredAt: Date
  @Field(() => DateTime, { nullable: true }) voidedAt: Date | null
  @Field(() => String, { nullable: true }) voidReason: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const ReceivableConnection = connectionOf('Receivable', ReceivableType)

@ObjectType({ description: 'What one unit would be charged.' })
export class FeePreviewLine {
  @Field(() => ID) unitId: string
  @Field(() => String) unitLabel: string
  @Field(() => ID) clientId: string
  @Field(() => String) clientCode: string
  @Field(() => String) clientName: string
  @Field(() => Int, { description: 'Hundredths of a square metre.' }) areaHundredths: number
  @Field(() => MinorUnits) amountMinor: number
}

@ObjectType({ description: 'A unit that would not be charged, and why.' })
export class FeePreviewGap {
  @Field(() => ID) unitId: string
  @Field(() => String) unitLabel: string
  @Field(() => FeeGapEnum) gap: string
}

@ObjectType({ description: 'What a charge of a project would come to; nothing is written.' })
export class FeePreview {
  @Field(() => [FeePreviewLine]) lines: FeePreviewLine[]
  @Field(() => [FeePreviewGap]) left: FeePreviewGap[]
  @Field(() => Int) count: number
  @Field(() => MinorUnits) totalMinor: number
}
