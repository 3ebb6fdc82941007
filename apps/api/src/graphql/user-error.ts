/** Expected refusals as published types: one class per code, made from the domain's error in the actor's language. */
import {
  errorText,
  FACTOR_KIND_LABELS,
  FACTOR_KINDS,
  say,
  text,
  USER_ERROR_CODES,
  USER_ERROR_TEXTS,
  type DomainError,
  type FactorKind,
  type Locale,
  type Text,
  type UserErrorCode,
} from '@steward/domain'
import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql'
import { SIGNATURE_REASONS, type SignatureReason } from '../sign-off/signature-reasons.ts'
import { publishEnum } from './enums.ts'
import { toGlobalId } from './global-id.ts'
import { DateTime, MinorUnits } from './scalars.ts'

export const UserErrorCodeEnum = publishEnum(
  'UserErrorCode',
  USER_ERROR_CODES,
  'Why a mutation was refused. Screens translate the code; `message` is for people without a screen of ours.',
)

export const FactorKindEnum = publishEnum(
  'FactorKind',
  FACTOR_KINDS,
  'What a person can hold besides a password.',
  FACTOR_KIND_LABELS,
)

@InterfaceType('UserError', {
  description: 'An expected refusal: nothing was changed, and the person can act on it.',
})
export abstract class UserError {
  @Field(() => String, { description: "One sentence in the actor's language." }) message: string
  @Field(() => UserErrorCodeEnum) code: UserErrorCode
}

@ObjectType({ description: 'One wrong field of the input.' })
export class FieldError {
  @Field(() => String, {
    description: 'Dotted path from the input, e.g. `options.0.amountMinor`; empty for the whole.',
  })
  path: string
  @Field(() => String, { description: "What is wrong and what would be right, in the actor's language." })
  message: string
}

@ObjectType({
  implements: UserError,
  description: 'One or more fields are wrong; all of them are listed at once.',
})
export class InvalidInputError extends UserError {
  @Field(() => [FieldError]) fields: FieldError[]
}

@ObjectType({ implements: UserError, description: 'Somebody else changed the record since it was read.' })
export class StaleRecordError extends UserError {
  @Field(() => DateTime, { description: 'When it was changed last.' }) changedAt: Date
  @Field(() => ID, { nullable: true, description: 'Staff id of who changed it; null when the system did.' })
  changedBy: string | null
  @Field(() => Int, { description: 'The version it has now.' }) version: number
}

@ObjectType({ implements: UserError, description: 'The verb does not start from the present status.' })
export class WrongStatusError extends UserError {
  @Field(() => String, { description: 'The status the record is in.' }) status: string
  @Field(() => [String], { description: 'The statuses from which the verb is possible.' }) allowed: string[]
}

@ObjectType({
  implements: UserError,
  description: 'The verb exists here, but not for this person or not yet.',
})
export class NotEligibleError extends UserError {
  @Field(() => String, {
    description: 'Name of the condition that does not hold, e.g. `actorIsNotProposer`.',
  })
  reason: string
}

@ObjectType({ implements: UserError, description: "The amount is above the actor's limit of authority." })
export class LimitExceededError extends UserError {
  @Field(() => MinorUnits) limitMinor: number
  @Field(() => MinorUnits, { description: 'This amount and what was approved for the same client before.' })
  amountMinor: number
}

@ObjectType({ implements: UserError, description: 'The same record exists already.' })
export class DuplicateError extends UserError {
  @Field(() => ID, { nullable: true, description: 'Its id, where the actor may read it.' }) existingId:
    | string
    | null
}

@ObjectType({
  implements: UserError,
  description: 'This Idempotency-Key was used before, with different content.',
})
export class IdempotencyConflictError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The password is right; `completeSignIn` wants the second step within five minutes.',
})
export class SecondFactorRequiredError extends UserError {
  @Field(() => [FactorKindEnum], { description: 'What the person has set up, each once.' }) methods: string[]

  static of(methods: readonly FactorKind[], locale: Locale): SecondFactorRequiredError {
    return Object.assign(new SecondFactorRequiredError(), {
      code: 'NOT_ELIGIBLE',
      message: say(SECOND_STEP, locale),
      methods: [...new Set(methods)],
    })
  }
}

export const SignatureReasonEnum = publishEnum(
  'SignatureReason',
  SIGNATURE_REASONS,
  'Why a signature is to be proven once more: too late, changed since it was shown, a clock set back, a rule made stricter, a passkey taken away.',
)

@ObjectType('SignatureRequired', {
  implements: UserError,
  description:
    'Nothing was changed yet. Show what is signed (`signatureRequests`), have it proven (`proveSignature`), and call this again with the same input.',
})
export class SignatureRequiredError extends UserError {
  @Field(() => [ID], { description: 'What waits for its proof.' }) requestIds: string[]
  @Field(() => SignatureReasonEnum, {
    nullable: true,
    description: 'It was proven before: why that was void. Null at the first time.',
  })
  reason: SignatureReason | null

  static of(
    ids: readonly string[],
    { reason, locale }: { readonly reason: SignatureReason | null; readonly locale: Locale },
  ): SignatureRequiredError {
    return Object.assign(new SignatureRequiredError(), {
      code: 'SIGNATURE_REQUIRED',
      message: say(reason === null ? USER_ERROR_TEXTS.SIGNATURE_REQUIRED : WHY[reason], locale),
      requestIds: ids.map((id) => toGlobalId('SignatureRequest', id)),
      reason,
    })
  }
}
const WHY: Readonly<Record<SignatureReason, Text>> = {
  EXPIRED: text('已超过 5 分钟，请重新确认并签署。', 'Five minutes are over: look at it and sign anew.'),
  STALE: text(
    '内容在您确认之后有变化，请核对新的内容再签署。',
    'It has changed since you looked at it: check what it says now, and sign that.',
  ),
  CLOCK_SET_BACK: text(
    '服务器时钟被拨回，先前的验证不再有效，请重新签署。',
    'The clock of the server was set back, so the proof is void: sign anew.',
  ),
  TOO_WEAK: text('验证要求已提高，请用更强的方式签署。', 'More is asked now: sign by a stronger proof.'),
  PASSKEY_GONE: text('所用的通行密钥已移除，请重新签署。', 'That passkey was removed: sign anew.'),
}
const SECOND_STEP = text('请再用动态验证码或通行密钥确认。', 'Confirm with a one-time code or a passkey.')

const CLASSES = {
  INVALID_INPUT: InvalidInputError,
  STALE_RECORD: StaleRecordError,
  WRONG_STATUS: WrongStatusError,
  NOT_ELIGIBLE: NotEligibleError,
  LIMIT_EXCEEDED: LimitExceededError,
  DUPLICATE: DuplicateError,
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError,
} as const satisfies Record<Exclude<UserErrorCode, 'SIGNATURE_REQUIRED'>, new () => UserError>

const details = (error: DomainError, locale: Locale): object => {
  switch (error.code) {
    case 'INVALID_INPUT':
      return {
        fields: error.fields.map(({ path, message }) =>
          Object.assign(new FieldError(), { path, message: say(message, locale) }),
        ),
      }
    case 'STALE_RECORD':
      return { ...error, changedBy: error.changedBy && toGlobalId('Staff', error.changedBy) }
    default:
      return error
  }
}

/** The published form of a domain error. */
export const userError = (error: DomainError, locale: Locale): UserError =>
  Object.assign(new CLASSES[error.code](), details(error, locale), {
    code: error.code,
    message: say(errorText(error), locale),
  })
