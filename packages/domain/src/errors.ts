import { text, type Text } from './text.ts'

/**
 * The refusals that a person can expect and act on. They are values, never thrown, and travel untouched from the
 * domain into the payload of a mutation. Faults and access errors are other kinds and do not appear here.
 */
export const USER_ERROR_CODES = [
  'INVALID_INPUT',
  'STALE_RECORD',
  'WRONG_STATUS',
  'NOT_ELIGIBLE',
  'LIMIT_EXCEEDED',
  'DUPLICATE',
  'IDEMPOTENCY_CONFLICT',
  'SIGNATURE_REQUIRED',
] as const
export type UserErrorCode = (typeof USER_ERROR_CODES)[number]

export const USER_ERROR_TEXTS: Readonly<Record<UserErrorCode, Text>> = {
  INVALID_INPUT: text(
    '填写的内容有误，请按提示修改。',
    'Some of what you entered is not valid; please correct it.',
  ),
  STALE_RECORD: text(
    '该记录已被他人更新，请刷新后再操作。',
    'Somebody else has changed this record; reload it and try again.',
  ),
  WRONG_STATUS: text('当前状态下不能进行此操作。', 'This is not possible in the present status.'),
  NOT_ELIGIBLE: text('您不能进行此操作。', 'You may not do this.'),
  LIMIT_EXCEEDED: text('金额超出您的核决权限。', 'The amount is above your limit of authority.'),
  DUPLICATE: text('已存在相同的记录。', 'The same record exists already.'),
  IDEMPOTENCY_CONFLICT: text(
    '同一请求编号已用于不同的内容。',
    'This request key was already used with different content.',
  ),
  SIGNATURE_REQUIRED: text(
    '请先确认所签内容，并证明是您本人。',
    'Look at what you sign, and show that it is you.',
  ),
}

/** One wrong field. `path` is dotted from the input's root: `options.0.amountMinor`; empty for the whole input. */
export interface FieldError {
  readonly path: string
  readonly message: Text
}

export interface InvalidInput {
  readonly code: 'INVALID_INPUT'
  readonly fields: readonly FieldError[]
}

/** The record moved on since the person read it: who changed it (staff id), when, and the version it has now. */
export interface StaleRecord {
  readonly code: 'STALE_RECORD'
  readonly changedBy: string | null
  readonly changedAt: Date
  readonly version: number
}

/** The verb does not start from this status; `allowed` are the statuses it does start from. */
export interface WrongStatus {
  readonly code: 'WRONG_STATUS'
  readonly status: string
  readonly action: string
  readonly allowed: readonly string[]
}

/** The verb exists here, but not for this actor or not yet. `reason` is a condition's name or one of the verb's own codes. */
export interface NotEligible {
  readonly code: 'NOT_ELIGIBLE'
  readonly reason: string
  readonly explanation: Text
}

/** Both amounts in minor units of the organization's currency. */
export interface LimitExceeded {
  readonly code: 'LIMIT_EXCEEDED'
  readonly limitMinor: number
  readonly amountMinor: number
  /** Where it is another limit than the person's own authority: which, and what can be done. */
  readonly explanation?: Text
}

export interface Duplicate {
  readonly code: 'DUPLICATE'
  readonly existingId: string | null
}

export interface IdempotencyConflict {
  readonly code: 'IDEMPOTENCY_CONFLICT'
}

export type DomainError =
  | InvalidInput
  | StaleRecord
  | WrongStatus
  | NotEligible
  | LimitExceeded
  | Duplicate
  | IdempotencyConflict

export type Result<T, E = DomainError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })

export const invalidInput = (...fields: readonly FieldError[]): InvalidInput => ({
  code: 'INVALID_INPUT',
  fields,
})
export const notEligible = (reason: string, explanation: Text): NotEligible => ({
  code: 'NOT_ELIGIBLE',
  reason,
  explanation,
})

/** The sentence a person reads: the condition's own explanation where there is one, else the code's. */
export const errorText = (error: DomainError): Text =>
  error.code === 'NOT_ELIGIBLE' || (error.code === 'LIMIT_EXCEEDED' && error.explanation)
    ? (error.explanation ?? USER_ERROR_TEXTS[error.code])
    : USER_ERROR_TEXTS[error.code]
