import { z } from 'zod'
import { PURPOSES, SEVERITIES, type Purpose, type Severity } from '../complaints/vocabulary.ts'
import { fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { MOST_ESCALATIONS, type PromiseKind } from './vocabulary.ts'

/** What the policy can owe by itself. An order's own due time comes before a rule of EXECUTION. */
export const POLICY_KINDS = [
  'ANSWER',
  'ARRIVAL',
  'EXECUTION',
  'RETURN_VISIT',
  'REFERRAL_ANSWER',
] as const satisfies readonly PromiseKind[]
export type PolicyKind = (typeof POLICY_KINDS)[number]

/** What a rule may ask about the case. An absent condition matches everything. */
export interface RuleConditions {
  readonly severity: Severity | null
  readonly purpose: Purpose | null
  /** Of the client; no client is graded yet. */
  readonly grade: string | null
  /** The category or one above it. */
  readonly categoryId: string | null
}

/** One row of the policy: what is owed, within which working time, who is told when. */
export interface PromiseRule extends RuleConditions {
  readonly kind: PolicyKind
  /** Working minutes; null = by the end of the same working day. */
  readonly budgetMinutes: number | null
  readonly warnBeforeMinutes: number
  readonly escalateAfterMinutes: readonly number[]
  readonly pauseCapMinutes: number
}

export interface PromisePolicy {
  readonly revision: number
  readonly rules: readonly PromiseRule[]
}

/** The case as rules see it: its category with those above it, its own first. */
export interface CaseForPolicy {
  readonly severity: Severity
  readonly purpose: Purpose | null
  readonly grade: string | null
  readonly categoryPath: readonly string[]
}

/** In this order two rules with equally many conditions are told apart: the first that only one of them has decides. */
export const RULE_CONDITIONS = ['categoryId', 'grade', 'purpose', 'severity'] as const
export type RuleCondition = (typeof RULE_CONDITIONS)[number]

const stated = (rule: PromiseRule): readonly RuleCondition[] =>
  RULE_CONDITIONS.filter((condition) => rule[condition] !== null)

const matches = (rule: PromiseRule, it: CaseForPolicy): boolean =>
  (rule.severity === null || rule.severity === it.severity) &&
  (rule.purpose === null || rule.purpose === it.purpose) &&
  (rule.grade === null || rule.grade === it.grade) &&
  (rule.categoryId === null || it.categoryPath.includes(rule.categoryId))

/** How exactly a rule fits, to be compared from the left: conditions, then which, then how near its category is. */
const fitOf = (rule: PromiseRule, it: CaseForPolicy): readonly number[] => [
  stated(rule).length,
  ...RULE_CONDITIONS.map((condition) => Number(rule[condition] !== null)),
  rule.categoryId === null ? 0 : -it.categoryPath.indexOf(rule.categoryId),
]

const compare = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((value, place) => value !== other[place])
  return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0)
}

export interface RuleChoice {
  readonly rule: PromiseRule
  /** The conditions that it states, and the case meets. */
  readonly because: readonly RuleCondition[]
  /** Less specific rules that would have matched too, the next best first. */
  readonly outdone: readonly PromiseRule[]
}

/** The most specific row of that kind that matches the case, and why; undefined where the policy owes nothing. */
export const chooseRule = (
  rules: readonly PromiseRule[],
  kind: PolicyKind,
  it: CaseForPolicy,
): RuleChoice | undefined => {
  const [rule, ...outdone] = rules
    .filter((candidate) => candidate.kind === kind && matches(candidate, it))
    .toSorted((one, other) => compare(fitOf(one, it), fitOf(other, it)))
  return rule && { rule, because: stated(rule), outdone }
}

const rule = (
  kind: PolicyKind,
  budgetMinutes: number | null,
  more: Partial<PromiseRule> = {},
): PromiseRule => ({
  kind,
  severity: null,
  purpose: null,
  grade: null,
  categoryId: null,
  budgetMinutes,
  warnBeforeMinutes: 60,
  escalateAfterMinutes: [60, 480, 960, 1440],
  pauseCapMinutes: 1440,
  ...more,
})

/** What an organization begins with, and may change: an answer is owed on the same working day, whatever the matter. */
export const DEFAULT_PROMISE_RULES: readonly PromiseRule[] = [
  rule('ANSWER', null),
  rule('ANSWER', 60, { severity: 1, warnBeforeMinutes: 15, escalateAfterMinutes: [30, 60, 120, 240] }),
  rule('ANSWER', 240, { severity: 2, warnBeforeMinutes: 30, escalateAfterMinutes: [60, 240, 480, 960] }),
  rule('ANSWER', 240, { purpose: 'ACCUSATION', warnBeforeMinutes: 30 }),
  rule('RETURN_VISIT', 1440, { warnBeforeMinutes: 240 }),
  rule('REFERRAL_ANSWER', 2400, { warnBeforeMinutes: 480, pauseCapMinutes: 4800 }),
]

export const DEFAULT_PROMISE_POLICY: PromisePolicy = { revision: 0, rules: DEFAULT_PROMISE_RULES }

/** A quarter of a year of working days: nothing that is promised to a client is further away. */
const LONGEST_MINUTES = 60 * 8 * 65

const minutes = () => z.int().min(0).max(LONGEST_MINUTES)

const ruleInput = z
  .object({
    kind: z.enum(POLICY_KINDS),
    severity: optional(z.literal(SEVERITIES)),
    purpose: optional(z.enum(PURPOSES)),
    grade: optional(words(20)),
    categoryId: optional(id()),
    budgetMinutes: optional(minutes().min(1)),
    warnBeforeMinutes: minutes(),
    escalateAfterMinutes: z.array(minutes().min(1)).max(MOST_ESCALATIONS),
    pauseCapMinutes: minutes(),
  })
  .superRefine((it, ctx) => {
    if (it.budgetMinutes !== null && it.warnBeforeMinutes >= it.budgetMinutes)
      ctx.addIssue(
        fieldIssue(
          'warnBeforeMinutes',
          text('提醒须早于期限开始计时之后。', 'Warn later than the clock begins.'),
        ),
      )
    if (it.escalateAfterMinutes.some((at, step) => step > 0 && at <= it.escalateAfterMinutes[step - 1]!))
      ctx.addIssue(
        fieldIssue(
          'escalateAfterMinutes',
          text('每级须晚于上一级。', 'Each level comes after the one before.'),
        ),
      )
  })

const sameConditions = (
  one: RuleConditions & { kind: string },
  other: RuleConditions & { kind: string },
): boolean =>
  one.kind === other.kind && RULE_CONDITIONS.every((condition) => one[condition] === other[condition])

const rules = z
  .array(ruleInput)
  .min(1)
  .max(200)
  .superRefine((all, ctx) => {
    all.forEach((one, at) => {
      if (all.slice(0, at).some((other) => sameConditions(one, other)))
        ctx.addIssue({
          code: 'custom',
          path: [at, 'kind'],
          params: { text: text('已有条件相同的一条。', 'Another row has the same conditions.') },
        })
    })
    const everybody = all.some((one) => one.kind === 'ANSWER' && stated(one as PromiseRule).length === 0)
    if (!everybody)
      ctx.addIssue({
        code: 'custom',
        path: [],
        params: {
          text: text(
            '必须有一条不设条件的“答复”：每位客户都应得到答复。',
            'One row of “Answer” must be without conditions: every client is owed an answer.',
          ),
        },
      })
  })

export const PROMISE_POLICY_INPUTS = {
  set: z.object({
    rules,
    /** The revision that the person saw; 0 while the defaults hold. */
    expectedRevision: z.int().min(0),
  }),
} as const

export type SetPromisePolicyInput = z.output<(typeof PROMISE_POLICY_INPUTS)['set']>
