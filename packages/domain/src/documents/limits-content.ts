/** The authority matrix as the content of a document: its rows, in one order. */
import { z } from 'zod'
import type { Role } from '../access/roles.ts'
import { ROLE_LABELS } from '../access/roles.ts'
import type { AuthorityLimit } from '../complaints/authority-matrix.ts'
import { CAUSE_LABELS } from '../complaints/labels.ts'
import { CAUSES, type Cause } from '../complaints/vocabulary.ts'
import { amountMinor, fieldIssue, optional } from '../input.ts'
import { LIMITED_ROLES, HIGHEST_LIMIT_MINOR } from '../organization/authority-limit.ts'
import { text, type Text } from '../text.ts'
import type { Unit } from './places.ts'

export interface LimitsContent {
  readonly limits: readonly AuthorityLimit[]
}

const ROLES_IN_ORDER: readonly Role[] = LIMITED_ROLES.toReversed()
const CAUSES_IN_ORDER: readonly (Cause | null)[] = [null, ...CAUSES]

/** Lowest role first, its general limit before those of single causes: equal matrices are written alike. */
export const inMatrixOrder = (limits: readonly AuthorityLimit[]): readonly AuthorityLimit[] =>
  limits.toSorted(
    (a, b) =>
      ROLES_IN_ORDER.indexOf(a.role) - ROLES_IN_ORDER.indexOf(b.role) ||
      CAUSES_IN_ORDER.indexOf(a.cause) - CAUSES_IN_ORDER.indexOf(b.cause),
  )

const cellOf = ({ role, cause }: Pick<AuthorityLimit, 'role' | 'cause'>): string => `${role}.${cause ?? '*'}`

export const LIMITS_CONTENT = z.object({
  limits: z
    .array(
      z.object({
        role: z.enum(LIMITED_ROLES),
        /** Absent: for every cause that has no row of its own. */
        cause: optional(z.enum(CAUSES)),
        limitMinor: amountMinor().max(HIGHEST_LIMIT_MINOR),
      }),
    )
    .min(1)
    .superRefine((rows, ctx) => {
      rows.forEach((row, at) => {
        if (rows.findIndex((other) => cellOf(other) === cellOf(row)) < at)
          ctx.addIssue({
            ...fieldIssue('cause', text('该岗位的这一栏已填。', 'This cell of the role is filled already.')),
            path: [at, 'cause'],
          })
      })
    })
    .transform((rows) => inMatrixOrder(rows as readonly AuthorityLimit[])),
})

/** `客户服务经理 · 客户自身失误`: a cell of the matrix. */
export const cellTitle = ({ role, cause }: Pick<AuthorityLimit, 'role' | 'cause'>): Text => {
  const column = cause === null ? text('一般', 'general') : CAUSE_LABELS[cause]
  return text(`${ROLE_LABELS[role].zh} · ${column.zh}`, `${ROLE_LABELS[role].en} · ${column.en}`)
}

/** `CNY 5,000.00`: the same in every language. */
export const amountText = (minor: number, currency: string): string => {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'code' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits).replace(/\s/g, ' ')
}

export const limitUnits = ({ limits }: LimitsContent, currency: string): readonly Unit<AuthorityLimit>[] =>
  limits.map((limit) => ({
    key: `${cellOf(limit)}=${limit.limitMinor}`,
    text: amountText(limit.limitMinor, currency),
    where: cellTitle(limit),
    opens: false,
    value: { role: limit.role, cause: limit.cause, limitMinor: limit.limitMinor },
  }))

/** A row is the same row while it is about the same cell. */
export const limitPairs = (before: Unit<AuthorityLimit>, after: Unit<AuthorityLimit>): boolean =>
  cellOf(before.value) === cellOf(after.value)
