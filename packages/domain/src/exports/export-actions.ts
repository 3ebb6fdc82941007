import type { Actor } from '../access/actor.ts'
import { hasPermission } from '../access/authorize.ts'
import { staleness } from '../complaints/complaint-change.ts'
import {
  fail,
  invalidInput,
  notEligible,
  ok,
  type DomainError,
  type FieldError,
  type Result,
} from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { sha256Hex } from '../sign-off/canonical-content.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'
import { EXPORT_COLUMN_RULES } from './export-columns.ts'
import type { ExportInput } from './export-inputs.ts'
import { EXPORT_TRANSITIONS, exportFacts, type ExportRequest } from './export-request.ts'
import type { ExportAction, ExportForm } from './vocabulary.ts'

/** What a verb does to a request, as data. */
export interface ExportChange {
  readonly patch: Partial<ExportRequest>
  readonly signs: Meaning | null
  readonly comment: string | null
}

/** `UR-2611-001`; `month` as `numberPeriod()` writes it. */
export const exportNumber = (month: string, serial: number): string =>
  `UR-${month}-${String(serial).padStart(3, '0')}`

/** SHA-256 over the ids in their order. */
export const idsHash = (ids: readonly string[]): string => sha256Hex(ids.toSorted().join('\n'))

const by = (actor: Actor, now: Date) => ({ updatedAt: now, updatedById: actor.staffId })

/** What can be asked for: by a person in the ordinary way, or for a person by their own request. */
export type ExportAsked = Omit<ExportInput<'submit'>, 'form'> & { readonly form: ExportForm }

/** A column that the actor may not read of anybody cannot be asked for. */
const foreignColumns = ({ columns }: ExportAsked, actor: Actor): readonly FieldError[] =>
  columns.flatMap((column, at) =>
    hasPermission(actor, EXPORT_COLUMN_RULES[column].permission)
      ? []
      : [
          {
            path: `columns.${at}`,
            message: text('您无权查看这一项，不能申请。', 'You may not read this, so you cannot ask for it.'),
          },
        ],
  )

/** @param given `today` is the organization's local day; `reviewsOwed` as many as the signature policy asks for */
export const submitExport = (
  input: ExportAsked,
  given: {
    readonly id: string
    readonly number: string
    readonly today: string
    readonly reviewsOwed: number
  },
  actor: Actor,
  now: Date,
): Result<ExportRequest> => {
  const { clientIds, ...asked } = input
  const wrong = [...foreignColumns(input, actor)]
  if (input.useUntil < given.today)
    wrong.push({ path: 'useUntil', message: text('使用期限已过。', 'That day has passed.') })
  if (wrong.length > 0) return fail(invalidInput(...wrong))
  return ok({
    ...asked,
    id: given.id,
    number: given.number,
    status: 'IN_SIGNING',
    clientCount: clientIds.length,
    idsHash: idsHash(clientIds),
    requestedById: actor.staffId,
    requestedAt: now,
    reviewsOwed: given.reviewsOwed,
    reviewerId: null,
    decidedById: null,
    decidedAt: null,
    reason: null,
    version: 1,
    ...by(actor, now),
  })
}

const refused = (
  action: ExportAction,
  request: ExportRequest,
  { expectedVersion }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(request, expectedVersion) ?? refusal(EXPORT_TRANSITIONS, action, actor, exportFacts(request))

type Verb<A extends ExportAction> = (
  request: ExportRequest,
  input: ExportInput<A>,
  actor: Actor,
  now: Date,
) => Result<ExportChange>

export const reviewExport: Verb<'review'> = (request, input, actor, now) => {
  const no = refused('review', request, input, actor)
  if (no) return fail(no)
  const patch = { reviewsOwed: request.reviewsOwed - 1, reviewerId: actor.staffId, ...by(actor, now) }
  return ok({ patch, signs: 'REVIEWED', comment: input.note })
}

const decided = (actor: Actor, now: Date) => ({
  decidedById: actor.staffId,
  decidedAt: now,
  ...by(actor, now),
})

export const approveExport: Verb<'approve'> = (request, input, actor, now) => {
  const no = refused('approve', request, input, actor)
  if (no) return fail(no)
  return ok({ patch: { status: 'APPROVED', ...decided(actor, now) }, signs: 'APPROVED', comment: input.note })
}

export const rejectExport: Verb<'reject'> = (request, input, actor, now) => {
  const no = refused('reject', request, input, actor)
  if (no) return fail(no)
  const patch = { status: 'REJECTED', reason: input.reason, ...decided(actor, now) } as const
  return ok({ patch, signs: 'REJECTED', comment: input.reason })
}

export const withdrawExport: Verb<'withdraw'> = (request, input, actor, now) => {
  const no = refused('withdraw', request, input, actor)
  if (no) return fail(no)
  return ok({
    patch: { status: 'WITHDRAWN', reason: input.reason, ...by(actor, now) },
    signs: null,
    comment: null,
  })
}

const LAPSED = notEligible(
  'useIsNotOver',
  text('批准的使用期限已过，请重新申请。', 'The approved period of use is over; ask again.'),
)

/** The copies are made as they were approved, while the period of use lasts. */
export const produceExport = (
  request: ExportRequest,
  input: ExportInput<'produce'>,
  today: string,
  actor: Actor,
  now: Date,
): Result<ExportChange> => {
  const no = refused('produce', request, input, actor)
  if (no) return fail(no)
  if (request.useUntil < today) return fail(LAPSED)
  return ok({ patch: { status: 'PRODUCED', ...by(actor, now) }, signs: null, comment: null })
}
