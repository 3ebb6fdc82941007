import type { DuplicateChoice } from '@steward/domain'
import type { Vault } from '../../access/vault.ts'
import type { Transaction } from '../../database/transaction.ts'

/** What is the same for all rows of a run that brings records in. */
export interface RecordRun {
  readonly tx: Transaction
  readonly vault: Vault
  readonly orgId: string
  readonly id: string
  readonly staffId: string
  /** Whose keys they are. */
  readonly source: string
  readonly timeZone: string
  /** What is done about a likely duplicate at that line. */
  readonly choiceOf: (line: number) => DuplicateChoice
}
