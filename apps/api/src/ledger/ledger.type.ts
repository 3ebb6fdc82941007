import {
  LEDGER_CHAIN_LABELS,
  LEDGER_CHAINS,
  VERIFICATION_OUTCOMES,
  VERIFICATION_OUTCOME_LABELS,
} from '@steward/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'

const maybe = { nullable: true } as const

export const VerificationOutcomeEnum = publishEnum(
  'VerificationOutcome',
  VERIFICATION_OUTCOMES,
  'How a verification of the ledger ended. FAILED: it could not be carried out, and says nothing of the ledger.',
  VERIFICATION_OUTCOME_LABELS,
)

export const LedgerChainEnum = publishEnum(
  'LedgerChain',
  LEDGER_CHAINS,
  'The two chains of an organization: of all sign-offs, and of the audit trail.',
  LEDGER_CHAIN_LABELS,
)

@ObjectType('Ledger', {
  description:
    'How the ledger of all sign-offs stands, as the database says. Whether that is true, a verification tells.',
})
export class LedgerType {
  @Field(() => Int, { description: 'How many entries it has.' }) size: number
  @Field(() => DateTime, maybe) lastEntryAt: Date | null
  @Field(() => Int, { description: 'Entries, from the first, under the newest signed checkpoint.' })
  checkpointedSize: number
  @Field(() => DateTime, { nullable: true, description: 'Of the newest checkpoint.' })
  checkpointedAt: Date | null
  @Field(() => Int, {
    description: 'Entries, from the first, that a witness outside the database was told of.',
  })
  witnessedSize: number
  @Field(() => Int, {
    description: 'Sign-offs that stand in no ledger: made before there was one, or taken out of it.',
  })
  signOffsOutside: number
}

@ObjectType('AuditChain', {
  description:
    'How the chain of the audit trail stands, as the database says. Whether that is true, a verification tells.',
})
export class AuditChainType {
  @Field(() => Int, { description: 'How many entries it has.' }) size: number
  @Field(() => DateTime, maybe) lastEntryAt: Date | null
  @Field(() => Int, { description: 'Entries, from the first, under the newest signed checkpoint.' })
  checkpointedSize: number
  @Field(() => DateTime, { nullable: true, description: 'Of the newest checkpoint.' })
  checkpointedAt: Date | null
  @Field(() => Int, {
    description: 'Entries, from the first, that a witness outside the database was told of.',
  })
  witnessedSize: number
  @Field(() => Int, {
    description: 'Rows of the trail that wait for their place in the chain; normally for less than a second.',
  })
  unchained: number
}

@ObjectType('LedgerKey', { description: 'A key that signs, or has signed, entries and checkpoints.' })
export class LedgerKeyType {
  @Field(() => String, { description: 'Key id: 16 hex digits.' }) kid: string
  @Field(() => String, { description: 'Ed25519, 32 bytes, hex.' }) publicKey: string
  @Field(() => DateTime) from: Date
  @Field(() => DateTime, { nullable: true, description: 'Null: it signs still.' }) until: Date | null
}

@ObjectType('LedgerRemark', {
  description: 'What a verification found to be wrong, or worth knowing, with its place as far as known.',
})
export class LedgerRemarkType {
  @Field(() => String, { description: 'E.g. `HASH_DIFFERS`; the sentences say it.' }) code: string
  @Field(() => String, { description: 'The sentence in Chinese.' }) textZh: string
  @Field(() => String, { description: 'The sentence in English.' }) textEn: string
  @Field(() => Int, { nullable: true, description: 'Sequence number of the entry, from 0.' })
  entry: number | null
  @Field(() => ID, { nullable: true, description: 'Of the sign-off.' }) signOffId: string | null
  @Field(() => ID, { nullable: true, description: 'Of the entry of the audit trail.' })
  auditEntryId: string | null
  @Field(() => ID, { nullable: true, description: 'Of the case that was signed.' })
  complaintId: string | null
  @Field(() => String, maybe) complaintNumber: string | null
}

@ObjectType('LedgerVerification', {
  implements: Node,
  description: 'One verification of a whole chain, with what witnesses kept: how far it is, what it found.',
})
export class LedgerVerificationType extends Node {
  @Field(() => LedgerChainEnum, { description: 'What is verified.' }) chain: string
  @Field(() => StaffType, maybe) askedBy: StaffType | null
  @Field(() => DateTime) askedAt: Date
  @Field(() => DateTime, maybe) finishedAt: Date | null
  @Field(() => Boolean, {
    description: 'It has not ended, and nobody has heard of it for a minute; it goes on when a worker lives.',
  })
  isLost: boolean
  @Field(() => Int, { description: 'Entries that there were when it began; 0 before.' })
  entriesTotal: number
  @Field(() => Int, { description: 'Brought up to date every second while it runs.' })
  entriesChecked: number
  @Field(() => VerificationOutcomeEnum, { nullable: true, description: 'Null until it has ended.' })
  outcome: string | null
  @Field(() => Int, { description: 'All findings, also beyond the first 100, which are kept.' })
  findingCount: number
  @Field(() => [LedgerRemarkType], { description: 'What is wrong, the first 100.' })
  findings: LedgerRemarkType[]
  @Field(() => [LedgerRemarkType], { description: 'What is worth knowing and no fault.' })
  notes: LedgerRemarkType[]
  @Field(() => String, { nullable: true, description: 'Id of the key with which the ledger began.' })
  rootKey: string | null
  @Field(() => Int, { nullable: true, description: 'Entries under the newest sound checkpoint.' })
  checkpointedSize: number | null
  @Field(() => Int, { nullable: true, description: 'Entries that stand exactly as a witness saw them.' })
  witnessedSize: number | null
}

export const LedgerVerificationConnection = connectionOf('LedgerVerification', LedgerVerificationType)
