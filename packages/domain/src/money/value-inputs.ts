import { z } from 'zod'
import { expectedVersion, fieldIssue, id, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import {
  COST_CLASSES,
  LABOUR_ROLES,
  SHARE_RULES,
  type CostEventAction,
  type LabourRole,
} from './cost-event.ts'
import { moneyReason, MOST_MINOR } from './money-inputs.ts'
import type { Assumed, LabourRates, ValueAssumptionAction } from './value-assumption.ts'

/** A working year of one person: beyond it somebody slipped. */
export const MOST_MINUTES = 120_000
const sum = () => z.int().min(0).max(MOST_MINOR).optional().default(0)

/** What a cost is, whoever bears it. */
const COST = {
  costClass: z.enum(COST_CLASSES),
  occurredOn: localDay(),
  labourMinutes: z.int().min(0).max(MOST_MINUTES).optional().default(0),
  labourRole: optional(z.enum(LABOUR_ROLES)),
  materialMinor: sum(),
  outsideMinor: sum(),
  purpose: words(200),
} as const

interface Cost {
  readonly labourMinutes: number
  readonly labourRole: string | null
  readonly materialMinor: number
  readonly outsideMinor: number
}

const whole = (cost: Cost, ctx: z.RefinementCtx): void => {
  if (cost.labourMinutes + cost.materialMinor + cost.outsideMinor === 0)
    ctx.addIssue(fieldIssue('labourMinutes', text('时间、材料、外包至少填一项。', 'Give minutes, material or outside service.')))
  if (cost.labourMinutes > 0 && cost.labourRole === null)
    ctx.addIssue(fieldIssue('labourRole', text('请选择是谁的时间。', 'Say whose minutes they are.')))
} // prettier-ignore

/** The most clients of one bulk. */
export const MOST_CLIENTS_AT_ONCE = 500

export const COST_EVENT_INPUTS = {
  record: z
    .object({
      ...COST,
      clientId: optional(id()),
      projectId: optional(id()),
      shareRule: optional(z.enum(SHARE_RULES)),
      complaintId: optional(id()),
    })
    .superRefine((cost, ctx) => {
      whole(cost, ctx)
      if ((cost.clientId === null) === (cost.projectId === null))
        ctx.addIssue(fieldIssue('clientId', text('请选择一位客户或一个项目。', 'Choose a client or a project.')))
      if (cost.projectId !== null && cost.shareRule === null)
        ctx.addIssue(fieldIssue('shareRule', text('请选择分摊办法。', 'Say how it is shared.')))
      if (cost.projectId !== null && cost.complaintId !== null)
        ctx.addIssue(fieldIssue('complaintId', text('投诉只能关联到客户的成本。', 'A case belongs to a client’s cost.')))
    }), // prettier-ignore
  recordMany: z
    .object({ ...COST, clientIds: z.array(id()).min(1).max(MOST_CLIENTS_AT_ONCE) })
    .superRefine((cost, ctx) => {
      whole(cost, ctx)
      if (new Set(cost.clientIds).size < cost.clientIds.length)
        ctx.addIssue(fieldIssue('clientIds', text('有客户重复。', 'A client is named twice.')))
    }),
  void: z.object({ expectedVersion: expectedVersion(), reason: moneyReason() }),
} as const satisfies Record<CostEventAction, z.ZodType>

export type CostEventInput<A extends CostEventAction> = z.output<(typeof COST_EVENT_INPUTS)[A]>

const rate = () => z.int().min(0).max(10_000_000).optional()

export const ASSUMED_INPUT = z.object({
  /** A role that is not named keeps its rate. */
  rates: z.object(
    Object.fromEntries(LABOUR_ROLES.map((role) => [role, rate()])) as Record<
      LabourRole,
      ReturnType<typeof rate>
    >,
  ),
  serviceMarginBasisPoints: z.int().min(0).max(10_000),
  expectedYears: z.int().min(0).max(30),
  discountBasisPoints: z.int().min(0).max(5_000),
})

export const VALUE_ASSUMPTION_INPUTS = {
  set: ASSUMED_INPUT.extend({
    reason: moneyReason(),
    /** 0 while nobody had set any. */
    expectedRevision: z.int().min(0),
  }),
} as const satisfies Record<ValueAssumptionAction, z.ZodType>

/** What is assumed once this is set. */
export const assumedAfter = (
  { rates }: Pick<Assumed, 'rates'>,
  stated: z.output<typeof ASSUMED_INPUT>,
): Assumed => ({
  ...stated,
  rates: Object.fromEntries(
    LABOUR_ROLES.map((role) => [role, stated.rates[role] ?? rates[role]]),
  ) as unknown as LabourRates,
})
