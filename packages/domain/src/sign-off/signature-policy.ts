import { z } from 'zod'
import { ROLES, type Role } from '../access/roles.ts'
import { fieldIssue } from '../input.ts'
import { SITE_TIERS, type SiteTier } from '../organization/project.ts'
import { text, type Text } from '../text.ts'
import type { Meaning } from './meanings.ts'
import { STEP_LEVELS, type StepLevel } from './proof-level.ts'
import { MOST_SIGNING_ESCALATIONS } from './signing-escalation.ts'
import { isSingleStep, SIGNING_KIND_LABELS, SIGNING_KINDS, type SigningKind } from './signing-kinds.ts'

/** Meanings of the steps of a signing, in the order in which they can follow one another. */
export const STEP_MEANINGS = [
  'PREPARED',
  'REVIEWED',
  'APPROVED',
  'CLOSED',
] as const satisfies readonly Meaning[]
export type StepMeaning = (typeof STEP_MEANINGS)[number]

/** What is asked of whoever a step waits for. */
export const STEP_VERB_LABELS: Readonly<Record<StepMeaning, Text>> = {
  PREPARED: text('编制', 'Prepare'),
  REVIEWED: text('审核', 'Review'),
  APPROVED: text('批准', 'Approve'),
  CLOSED: text('结案', 'Close'),
}

/** One signature that the policy asks for. */
export interface PolicyStep {
  readonly meaning: StepMeaning
  /** Who may give it; empty: every role that holds the verb's permission. */
  readonly roles: readonly Role[]
  /** Working minutes from when the step opens until it is overdue; null: no time is set. */
  readonly dueMinutes: number | null
  /** Working minutes after that until it is told one level higher, each time; see `SIGNING_ESCALATIONS`. */
  readonly escalateAfterMinutes: readonly number[]
  /** The least proof of this step; absent: what the organization's rules by meaning and amount ask. Of the two the stricter one holds. */
  readonly level?: StepLevel
}

/** One row of the signature policy 签核权限规定: the steps for a kind, from an amount on, for some grades and sites. */
export interface SignatureRule {
  readonly kind: SigningKind
  /** Minor units, inclusive. The tiers of a kind are its rules with different amounts. */
  readonly fromMinor: number
  /** Of the client; empty: all. */
  readonly grades: readonly string[]
  /** Of the project that the matter concerns; absent: all, and matters of no project. Never empty. */
  readonly siteTiers?: readonly SiteTier[]
  readonly steps: readonly PolicyStep[]
}

export interface SignaturePolicy {
  /** 0: what the house ships, until the organization sets its own. */
  readonly revision: number
  readonly rules: readonly SignatureRule[]
}

const HOUR = 60
const DAY = 8 * HOUR
const MANAGERS: readonly Role[] = ['CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER']
const HEADS: readonly Role[] = ['CS_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR']
const SELLERS_HEADS: readonly Role[] = ['CR_SUPERVISOR', 'CS_MANAGER']
const RULE_KEEPERS: readonly Role[] = ['QUALITY', 'GM_OFFICE']
const TOP: readonly Role[] = ['CS_DIRECTOR', 'GENERAL_MANAGER']
const REVIEWERS: readonly Role[] = ['QUALITY', 'GM_OFFICE', 'CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR']

const step = (meaning: StepMeaning, roles: readonly Role[], dueMinutes: number | null = DAY): PolicyStep => ({
  meaning,
  roles,
  dueMinutes,
  escalateAfterMinutes: dueMinutes === null ? [] : [DAY, 2 * DAY, 3 * DAY],
})
const rule = (kind: SigningKind, fromMinor: number, ...steps: readonly PolicyStep[]): SignatureRule => ({
  kind,
  fromMinor,
  grades: [],
  steps,
})
/** Prepared, reviewed, approved by these roles. */
const three = (
  kind: SigningKind,
  prepare: readonly Role[],
  review: readonly Role[],
  approve: readonly Role[],
) =>
  rule(
    kind,
    0,
    step('PREPARED', prepare, null),
    step('REVIEWED', review, 2 * DAY),
    step('APPROVED', approve, 2 * DAY),
  )

/**
 * What the house ships (domain.md 3, 4, 6): small proposals take two signatures, those from 10,000.00 on three; of documents each
 * names who prepares, reviews and approves. Editable by every organization, itself a signed document.
 */
export const DEFAULT_SIGNATURE_POLICY: SignaturePolicy = {
  revision: 0,
  rules: [
    rule('COMPLAINT_PROPOSAL', 0, step('PREPARED', [], null), step('APPROVED', [])),
    rule(
      'COMPLAINT_PROPOSAL',
      10_000_00,
      step('PREPARED', [], null),
      step('REVIEWED', REVIEWERS),
      step('APPROVED', []),
    ),
    rule('COMPLAINT_RULING', 0, step('APPROVED', [], null)),
    rule('COMPLAINT_CLOSURE', 0, step('CLOSED', [], null)),
    three('SETTLEMENT_AGREEMENT', ['CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'], REVIEWERS, MANAGERS),
    three('CONTROL_PROCEDURE', ['CR_SUPERVISOR', 'QUALITY', 'GM_OFFICE'], REVIEWERS, MANAGERS),
    three('REGULATION', ['CR_SUPERVISOR', 'QUALITY', 'CS_MANAGER'], REVIEWERS, [
      'GM_OFFICE',
      'GENERAL_MANAGER',
    ]),
    three('AUTHORITY_LIMITS', HEADS, ['QUALITY', 'GM_OFFICE', 'CS_DIRECTOR'], ['GENERAL_MANAGER']),
    three('SIGNATURE_POLICY', HEADS, ['QUALITY', 'GM_OFFICE', 'CS_DIRECTOR'], ['GENERAL_MANAGER']),
    three('GRADING_STANDARD', ['CR_SUPERVISOR'], ['QUALITY'], ['CS_MANAGER']),
    three('EVALUATION_SCHEME', ['CR_SUPERVISOR'], ['QUALITY'], ['CS_MANAGER']),
    three('GRADE_DIRECTORY', ['CR_SPECIALIST', 'CR_SUPERVISOR'], ['QUALITY'], ['CS_MANAGER']),
    three('MAINTENANCE_PLAN', ['CR_SUPERVISOR'], ['CS_MANAGER'], TOP),
    three('FACILITY_PLAN', ['SITE_MANAGER', 'CR_SUPERVISOR'], ['CS_MANAGER'], TOP),
    three('PLAN_SUMMARY', ['CR_SPECIALIST', 'CR_SUPERVISOR'], ['CR_SUPERVISOR'], ['CS_MANAGER']),
    three('FACILITY_SUMMARY', ['SITE_MANAGER', 'CR_SUPERVISOR'], ['CS_MANAGER'], TOP),
    three('VISIT_RULES', ['CR_SUPERVISOR'], ['QUALITY'], ['CS_MANAGER']),
    // Who of these approves which request, the domain's `exportApprovers` says: outside the company the general manager alone.
    rule(
      'EXPORT_REQUEST',
      0,
      step('PREPARED', [], null),
      step('APPROVED', ['SITE_MANAGER', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER']),
    ),
    // By two: who destroys, and the manager who supervises it 监销.
    rule(
      'DESTRUCTION_RECORD',
      0,
      step(
        'PREPARED',
        [
          'INFORMATION_CLERK',
          'CR_SPECIALIST',
          'CR_SUPERVISOR',
          'SITE_MANAGER',
          'CS_MANAGER',
          'QUALITY',
          'GM_OFFICE',
        ],
        null,
      ),
      step('APPROVED', ['SITE_MANAGER', 'CS_MANAGER', 'CS_DIRECTOR', 'GM_OFFICE', 'GENERAL_MANAGER']),
    ),
    // Up to which discount and sum each of these approves, the domain's `priceApprovers` says.
    rule(
      'PRICE_FORM',
      0,
      step('PREPARED', [], null),
      step('APPROVED', ['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER']),
    ),
    // By two: who found out that they are the same, and who keeps the archive's order.
    rule(
      'CLIENT_MERGE',
      0,
      step('PREPARED', ['CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'], null),
      step('APPROVED', ['CS_MANAGER', 'CS_DIRECTOR']),
    ),
    // Contract review 合同评审: whoever sells prepares it, nobody who worded it approves it.
    three('SERVICE_AGREEMENT', [], SELLERS_HEADS, TOP),
    three('PROPOSAL_TEMPLATE', SELLERS_HEADS, RULE_KEEPERS, TOP),
    three('AGREEMENT_TEMPLATE', SELLERS_HEADS, RULE_KEEPERS, TOP),
    three('KEY_ACCOUNT_COMPANY', [], ['CS_DIRECTOR'], ['GENERAL_MANAGER']),
    three('KEY_ACCOUNT_BRANCH', [], ['CS_MANAGER'], ['CS_DIRECTOR']),
  ],
}

/** What of a subject decides on its steps. */
export interface SignedMatter {
  readonly kind: SigningKind
  /** Minor units; 0 where no money is concerned. */
  readonly amountMinor: number
  readonly grade: string | null
  /** Of the project that it concerns; null: of none. */
  readonly siteTier: SiteTier | null
}

const matches = (it: SignatureRule, { kind, amountMinor, grade, siteTier }: SignedMatter): boolean =>
  it.kind === kind &&
  it.fromMinor <= amountMinor &&
  (it.grades.length === 0 || (grade !== null && it.grades.includes(grade))) &&
  (!it.siteTiers || (siteTier !== null && it.siteTiers.includes(siteTier)))

/** How much a rule says about whom it is for: a grade weighs more than a site. */
const aim = ({ grades, siteTiers }: SignatureRule): number =>
  2 * Number(grades.length > 0) + Number(siteTiers !== undefined)

/** For whom a rule is, as a key: two rules of one kind and amount must differ in it. */
export const ruleScope = ({ grades, siteTiers = [] }: Pick<SignatureRule, 'grades' | 'siteTiers'>): string =>
  [grades.join(), siteTiers.join()].join('/')

/** Nobody is left out by it. */
export const isForAll = ({ grades, siteTiers }: Pick<SignatureRule, 'grades' | 'siteTiers'>): boolean =>
  grades.length === 0 && !siteTiers

/**
 * The rule for a matter: of those that fit the one with the highest amount, of these one that names the grade, and of these one that names
 * the tier of the site.
 */
export const signatureRuleFor = ({ rules }: SignaturePolicy, matter: SignedMatter): SignatureRule => {
  const [best] = rules
    .filter((it) => matches(it, matter))
    .toSorted((one, other) => other.fromMinor - one.fromMinor || aim(other) - aim(one))
  const shipped = DEFAULT_SIGNATURE_POLICY.rules.find((it) =>
    matches(it, { ...matter, grade: null, siteTier: null }),
  )
  const rule = best ?? shipped
  if (!rule) throw new Error(`no signature rule for ${matter.kind}`)
  return rule
}

/** Why the steps of a rule cannot stand; undefined where they can. A procedure with a step that nobody owns is refused. */
export const stepsFault = ({ kind, steps }: Pick<SignatureRule, 'kind' | 'steps'>): Text | undefined => {
  const meanings = steps.map(({ meaning }) => meaning)
  if (isSingleStep(kind)) {
    const meaning = kind === 'COMPLAINT_CLOSURE' ? 'CLOSED' : 'APPROVED'
    return meanings.length === 1 && meanings[0] === meaning
      ? undefined
      : text('此类事项只有一步签核。', 'This kind takes exactly one signature.')
  }
  const [first, ...others] = meanings
  const last = others.pop()
  if (first !== 'PREPARED' || last !== 'APPROVED' || others.some((it) => it !== 'REVIEWED'))
    return text(
      '须依次为编制、审核（可多步或没有）、批准。',
      'Steps are: prepared, reviewed (any number), approved.',
    )
  return undefined
}

const policyStep = z.object({
  level: z.enum(STEP_LEVELS).optional(),
  meaning: z.enum(STEP_MEANINGS),
  roles: z.array(z.enum(ROLES).exclude(['ADMIN', 'PARTNER'])).max(ROLES.length),
  dueMinutes: z
    .int()
    .min(15)
    .max(60 * DAY)
    .nullable(),
  escalateAfterMinutes: z
    .array(
      z
        .int()
        .min(15)
        .max(60 * DAY),
    )
    .max(MOST_SIGNING_ESCALATIONS)
    .refine((minutes) => minutes.every((it, at) => at === 0 || it > minutes[at - 1]!), {
      error: () => text('每一级须晚于前一级。', 'Each level comes later than the one before.').en,
    }),
})

/** Rules as a person states them: every kind has its tier from 0 on, no two rules say the same, steps have an order. */
export const signatureRules = z
  .array(
    z.object({
      kind: z.enum(SIGNING_KINDS),
      fromMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
      grades: z.array(z.string().min(1).max(20)).max(10),
      siteTiers: z.array(z.enum(SITE_TIERS)).min(1).optional(),
      steps: z.array(policyStep).min(1).max(8),
    }),
  )
  .max(200)
  .superRefine((rules, context) => {
    rules.forEach((rule, at) => {
      const fault = stepsFault(rule as SignatureRule)
      if (fault) context.addIssue(fieldIssue(`${at}.steps`, fault))
      const same = rules.findIndex(
        (it) =>
          it.kind === rule.kind &&
          it.fromMinor === rule.fromMinor &&
          ruleScope(it as SignatureRule) === ruleScope(rule as SignatureRule),
      )
      if (same < at)
        context.addIssue(
          fieldIssue(`${at}.fromMinor`, text('与前面一条重复。', 'An earlier rule says the same.')),
        )
    })
    for (const kind of SIGNING_KINDS)
      if (!rules.some((it) => it.kind === kind && it.fromMinor === 0 && isForAll(it as SignatureRule)))
        context.addIssue(
          fieldIssue(
            '',
            text(
              `缺少“${SIGNING_KIND_LABELS[kind].zh}”从 0 元起的规则。`,
              `A rule from 0 on is missing: ${SIGNING_KIND_LABELS[kind].en}.`,
            ),
          ),
        )
  })
