/** What is owed and what has come in, as records. */
import type { PaymentMethod, ReceivableKind, ReceivableState } from './vocabulary.ts'

/** One sum that a client owes. */
export interface Receivable {
  readonly id: string
  readonly number: string
  readonly clientId: string
  /** For which unit; null: for none. */
  readonly unitId: string | null
  /** Where it belongs: of the unit, else of the client when it was registered. */
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly kind: ReceivableKind
  /** The month that it is for, `2026-11`; null where it is for none. */
  readonly period: string | null
  readonly amountMinor: number
  /** What payments have been allocated to it. */
  readonly settledMinor: number
  readonly state: ReceivableState
  readonly dueOn: string
  /** The day of the payment that settled it. */
  readonly settledOn: string | null
  readonly note: string | null
  /** One of a project's many: no unit is charged twice for a kind and month. */
  readonly chargeKey: string | null
  readonly registeredById: string | null
  readonly registeredAt: Date
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly version: number
}

/** Money that came in. Never edited: a wrong one is reversed and recorded anew. */
export interface Payment {
  readonly id: string
  readonly number: string
  readonly clientId: string
  readonly amountMinor: number
  /** What is not allocated: credit of the client. */
  readonly creditMinor: number
  readonly receivedOn: string
  readonly method: PaymentMethod
  /** Who paid, where it is not the client. */
  readonly payer: string | null
  /** Of the bank or the slip. */
  readonly reference: string | null
  readonly note: string | null
  readonly recordedById: string
  readonly recordedAt: Date
  readonly reversedAt: Date | null
  readonly reversalReason: string | null
  readonly version: number
}

/** A part of a payment that settles (a part of) a receivable. */
export interface PaymentAllocation {
  readonly id: string
  readonly paymentId: string
  readonly receivableId: string
  readonly amountMinor: number
  readonly at: Date
  /** Taken back: the payment was reversed, or the receivable voided. */
  readonly withdrawnAt: Date | null
}
