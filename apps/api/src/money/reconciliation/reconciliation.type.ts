import {
  ELECTRONIC_DELIVERIES,
  ELECTRONIC_DELIVERY_LABELS,
  DISPUTE_VERDICT_LABELS,
  DISPUTE_VERDICTS,
  RECONCILIATION_STATE_LABELS,
  RECONCILIATION_STATES,
  STATEMENT_CHANNEL_LABELS,
  STATEMENT_CHANNELS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../../clients/client.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'
import { ClientChannelEnum, ClientNoticeStatusEnum } from '../../notices/notice.type.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ReceivableType } from '../receivables/receivable.type.ts'

export const ReconciliationStateEnum = publishEnum(
  'ReconciliationState',
  RECONCILIATION_STATES,
  'Where a statement of account stands.',
  RECONCILIATION_STATE_LABELS,
)
export const StatementChannelEnum = publishEnum(
  'StatementChannel',
  STATEMENT_CHANNELS,
  'How a statement reaches the client.',
  STATEMENT_CHANNEL_LABELS,
)
export const DisputeVerdictEnum = publishEnum(
  'DisputeVerdict',
  DISPUTE_VERDICTS,
  'What we say to a disputed line.',
  DISPUTE_VERDICT_LABELS,
)

export const ElectronicDeliveryEnum = publishEnum(
  'ElectronicDelivery',
  ELECTRONIC_DELIVERIES,
  'Whether the system may write to the client itself.',
  ELECTRONIC_DELIVERY_LABELS,
)

@ObjectType('StatementNotice', {
  implements: Node,
  description: 'The words on a statement that go to its client, and what became of them.',
})
export class StatementNoticeType extends Node {
  @Field(() => ClientChannelEnum) channel: string
  @Field(() => ClientNoticeStatusEnum) status: string
  @Field(() => String, { description: 'Written when it went out, in Chinese.' }) wordsZh: string
  @Field(() => String, { description: 'The same in English.' }) wordsEn: string
  @Field(() => DateTime) owedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'When it was told, sent or failed.' })
  settledAt: Date | null
  @Field(() => StaffType, { nullable: true, description: 'Who told the client; null of a mail.' })
  toldBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'What the client said to it.' }) note: string | null
}

@ObjectType('ReconciliationLine', {
  implements: Node,
  description: 'One receivable as it stood on the day of a statement, and what was said of it.',
})
export class ReconciliationLineType extends Node {
  @Field(() => ReceivableType, { nullable: true }) receivable: ReceivableType | null
  @Field(() => Int) position: number
  @Field(() => MinorUnits) amountMinor: number
  @Field(() => MinorUnits, { description: 'Settled by that day.' }) settledMinor: number
  @Field(() => String, { nullable: true }) disputeReason: string | null
  @Field(() => DateTime, { nullable: true, description: 'Set: the client objects to it.' })
  disputedAt: Date | null
  @Field(() => DisputeVerdictEnum, { nullable: true }) verdict: string | null
  @Field(() => String, { nullable: true }) answer: string | null
  @Field(() => DateTime, { nullable: true }) answeredAt: Date | null
}

@ObjectType('Reconciliation', {
  implements: Node,
  description: 'A statement of account, frozen at a day: confirmed by the client, or disputed line by line.',
})
export class ReconciliationType extends Node {
  @Field(() => String, { description: 'E.g. `S2611-00042`.' }) number: string
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => Int, { description: 'Of the client’s statements: 1, 2, …' }) ordinal: number
  @Field(() => LocalDate, { description: 'The day at which it is frozen.' }) asOfOn: string
  @Field(() => ReconciliationStateEnum) state: string
  @Field(() => MinorUnits) openMinor: number
  @Field(() => MinorUnits) creditMinor: number
  @Field(() => StaffType, { nullable: true }) issuedBy: StaffType | null
  @Field(() => DateTime) issuedAt: Date
  @Field(() => StatementChannelEnum, { nullable: true }) channel: string | null
  @Field(() => DateTime, { nullable: true }) sentAt: Date | null
  @Field(() => String, { nullable: true, description: 'Who confirmed on the client’s side.' })
  confirmedBy: string | null
  @Field(() => DateTime, { nullable: true }) confirmedAt: Date | null
  @Field(() => [ReconciliationLineType]) lines: ReconciliationLineType[]
  @Field(() => [StatementNoticeType], { description: 'What went out to the client, the newest first.' })
  notices: StatementNoticeType[]
  @Field(() => ElectronicDeliveryEnum, { description: 'Whether it can be sent by e-mail now.' })
  electronicDelivery: string
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const ReconciliationConnection = connectionOf('Reconciliation', ReconciliationType)
