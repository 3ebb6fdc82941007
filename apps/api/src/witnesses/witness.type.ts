import {
  WITNESS_ACTIONS,
  WITNESS_FAILURE_LABELS,
  WITNESS_FAILURES,
  WITNESS_KIND_LABELS,
  WITNESS_KINDS,
  WITNESS_RHYTHM_LABELS,
  WITNESS_RHYTHMS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { LedgerChainEnum } from '../ledger/ledger.type.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

const maybe = { nullable: true } as const

export const WitnessKindEnum = publishEnum(
  'WitnessKind',
  WITNESS_KINDS,
  'How a witness keeps checkpoints.',
  WITNESS_KIND_LABELS,
)
export const WitnessRhythmEnum = publishEnum(
  'WitnessRhythm',
  WITNESS_RHYTHMS,
  'How often a mailbox is written to.',
  WITNESS_RHYTHM_LABELS,
)
export const WitnessFailureEnum = publishEnum(
  'WitnessFailure',
  WITNESS_FAILURES,
  'Why a witness does not have the newest checkpoint. SAW_MORE and SAW_ANOTHER: it contradicts the ledger.',
  WITNESS_FAILURE_LABELS,
)
export const WitnessActionEnum = publishEnum(
  'WitnessAction',
  WITNESS_ACTIONS.map(actionName),
  'What can be done about a witness.',
)

@ObjectType('LedgerWitnessStanding', { description: 'How a witness fares with one chain.' })
export class LedgerWitnessStandingType {
  @Field(() => LedgerChainEnum) chain: string
  @Field(() => Int, { description: 'Entries under the newest checkpoint.' }) checkpointedSize: number
  @Field(() => Int, { description: 'Entries, from the first, of the newest checkpoint that it took.' })
  seenSize: number
  @Field(() => DateTime, { nullable: true, description: 'When it took one last.' }) seenAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'When it was told last, whatever came of it.' })
  triedAt: Date | null
  @Field(() => WitnessFailureEnum, { nullable: true, description: 'Null: all is well.' })
  failure: string | null
  @Field(() => DateTime, { nullable: true, description: 'Since when it has taken none.' })
  failingSince: Date | null
}

@ObjectType('LedgerWitness', {
  implements: Node,
  description: 'Who keeps checkpoints of the ledgers where the database cannot reach.',
})
export class LedgerWitnessType extends Node {
  @Field(() => WitnessKindEnum) kind: string
  @Field(() => String, { description: 'Of a cosigner: as it signs.' }) name: string
  @Field(() => String, maybe) url: string | null
  @Field(() => String, { nullable: true, description: 'Ed25519, 32 bytes, hex.' }) publicKey: string | null
  @Field(() => String, maybe) mailAddress: string | null
  @Field(() => WitnessRhythmEnum, maybe) rhythm: string | null
  @Field(() => DateTime) appointedAt: Date
  @Field(() => StaffType, { nullable: true, description: 'Null: every organization has it.' })
  appointedBy: StaffType | null
  @Field(() => [LedgerWitnessStandingType], { description: 'One for each chain.' })
  standings: LedgerWitnessStandingType[]
  @Field(() => [WitnessActionEnum]) availableActions: string[]
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
