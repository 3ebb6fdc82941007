/** The signature policy as the content of a document: its rules, each with its steps. */
import { z } from 'zod'
import { ROLE_LABELS, ROLES, type Role } from '../access/roles.ts'
import { PROOF_DEMANDS } from '../sign-off/proof-level.ts'
import { SITE_TIER_LABELS, SITE_TIERS } from '../organization/project.ts'
import { MEANING_LABELS } from '../sign-off/meanings.ts'
import {
  ruleScope,
  signatureRules,
  type PolicyStep,
  type SignatureRule,
} from '../sign-off/signature-policy.ts'
import { SIGNING_KIND_LABELS, SIGNING_KINDS } from '../sign-off/signing-kinds.ts'
import { text, type Text } from '../text.ts'
import { amountText } from './limits-content.ts'
import type { Unit } from './places.ts'

export interface PolicyContent {
  readonly rules: readonly SignatureRule[]
}

const MINUTES_AN_HOUR = 60

const inRoleOrder = (roles: readonly Role[]): readonly Role[] => ROLES.filter((role) => roles.includes(role))

/** By kind, then by amount: equal policies are written alike. */
export const inPolicyOrder = (rules: readonly SignatureRule[]): readonly SignatureRule[] =>
  rules
    .map((rule) => ({
      ...rule,
      grades: rule.grades.toSorted(),
      ...(rule.siteTiers ? { siteTiers: SITE_TIERS.filter((tier) => rule.siteTiers?.includes(tier)) } : {}),
      steps: rule.steps.map((step) => ({ ...step, roles: inRoleOrder(step.roles) })),
    }))
    .toSorted(
      (one, other) =>
        SIGNING_KINDS.indexOf(one.kind) - SIGNING_KINDS.indexOf(other.kind) ||
        one.fromMinor - other.fromMinor ||
        one.grades.length - other.grades.length ||
        one.grades.join().localeCompare(other.grades.join(), 'en') ||
        (one.siteTiers?.length ?? 0) - (other.siteTiers?.length ?? 0) ||
        ruleScope(one).localeCompare(ruleScope(other), 'en'),
    )

interface LooseStep {
  readonly dueMinutes?: unknown
  readonly escalateAfterMinutes?: unknown
  readonly level?: unknown
}

interface LooseRule {
  readonly grades?: unknown
  readonly siteTiers?: unknown
  readonly steps?: unknown
}

/** What a person leaves out: no grade, no site, no time, nobody told, no proof of its own. */
const withWhatIsLeftOut = (rules: unknown): unknown =>
  Array.isArray(rules)
    ? (rules as LooseRule[]).map(({ siteTiers, ...rule }) => ({
        ...rule,
        // As with levels: absent, not empty, where a rule is for every site.
        ...(Array.isArray(siteTiers) && siteTiers.length > 0 ? { siteTiers } : {}),
        grades: rule.grades ?? [],
        steps: Array.isArray(rule.steps)
          ? (rule.steps as LooseStep[]).map(({ level, ...step }) => ({
              ...step,
              dueMinutes: step.dueMinutes ?? null,
              escalateAfterMinutes: step.escalateAfterMinutes ?? [],
              // Absent, not null: a rule without one is written as it was before steps had levels.
              ...(level == null ? {} : { level }),
            }))
          : rule.steps,
      }))
    : rules

export const POLICY_CONTENT = z.object({
  rules: z.preprocess(
    withWhatIsLeftOut,
    signatureRules.transform((rules) => inPolicyOrder(rules as readonly SignatureRule[])),
  ),
})

export type PolicyPart =
  | ({ readonly part: 'RULE' } & Omit<SignatureRule, 'steps'>)
  | ({ readonly part: 'STEP' } & PolicyStep)

/** `投诉处理方案，CNY 10,000.00 起，A 级，小型服务中心`. */
export const ruleTitle = (
  { kind, fromMinor, grades, siteTiers = [] }: Omit<SignatureRule, 'steps'>,
  currency: string,
): Text => {
  const label = SIGNING_KIND_LABELS[kind]
  const amount = amountText(fromMinor, currency)
  const [fromZh, fromEn] = fromMinor === 0 ? ['', ''] : [`，${amount} 起`, `, from ${amount}`]
  const [gradesZh, gradesEn] =
    grades.length === 0 ? ['', ''] : [`，${grades.join('、')} 级`, `, grade ${grades.join(', ')}`]
  const sites = siteTiers.map((tier) => SITE_TIER_LABELS[tier])
  const [sitesZh, sitesEn] =
    sites.length === 0
      ? ['', '']
      : [
          `，${sites.map(({ zh }) => zh).join('、')}`,
          `, ${sites.map(({ en }) => en.toLowerCase()).join(', ')}`,
        ]
  return text(`${label.zh}${fromZh}${gradesZh}${sitesZh}`, `${label.en}${fromEn}${gradesEn}${sitesEn}`)
}

const hours = (minutes: number): string => String(Math.round((minutes / MINUTES_AN_HOUR) * 100) / 100)

/** `审核：品质管理、总经办；16 个工作小时内；逾期 8、16 小时逐级上报；须用通行密钥签署`. */
export const policyStepText = ({
  meaning,
  roles,
  dueMinutes,
  escalateAfterMinutes,
  level,
}: PolicyStep): Text => {
  const label = MEANING_LABELS[meaning]
  const who =
    roles.length === 0
      ? text('有此权限的岗位', 'every role that may')
      : text(
          roles.map((role) => ROLE_LABELS[role].zh).join('、'),
          roles.map((role) => ROLE_LABELS[role].en).join(', '),
        )
  const [dueZh, dueEn] =
    dueMinutes === null
      ? ['', '']
      : [`；${hours(dueMinutes)} 个工作小时内`, `; within ${hours(dueMinutes)} working hours`]
  const levels = escalateAfterMinutes.map(hours)
  const [toldZh, toldEn] =
    levels.length === 0
      ? ['', '']
      : [
          `；逾期 ${levels.join('、')} 小时逐级上报`,
          `; told one level higher ${levels.join(', ')} hours after`,
        ]
  const [provenZh, provenEn] = level
    ? [`；${PROOF_DEMANDS[level].zh}`, `; ${PROOF_DEMANDS[level].en}`]
    : ['', '']
  return text(
    `${label.zh}：${who.zh}${dueZh}${toldZh}${provenZh}`,
    `${label.en}: ${who.en}${dueEn}${toldEn}${provenEn}`,
  )
}

export const policyUnits = (
  { rules }: PolicyContent,
  currency: string,
  say: (words: Text) => string,
): readonly Unit<PolicyPart>[] =>
  rules.flatMap(({ steps, ...rule }) => {
    const title = ruleTitle(rule, currency)
    return [
      {
        key: `RULE:${rule.kind}:${rule.fromMinor}:${ruleScope(rule)}`,
        text: say(title),
        where: title,
        opens: true,
        value: { part: 'RULE' as const, ...rule },
      },
      ...steps.map((step, at) => ({
        key: `STEP:${step.meaning}:${step.roles.join()}:${step.dueMinutes}:${step.escalateAfterMinutes.join()}:${step.level ?? ''}`,
        text: say(policyStepText(step)),
        where: text(`${title.zh}，第 ${at + 1} 步`, `${title.en}, step ${at + 1}`),
        opens: false,
        value: { part: 'STEP' as const, ...step },
      })),
    ]
  })

/** A rule is the same rule while it is of the same kind, a step while it means the same. */
export const policyPairs = (before: Unit<PolicyPart>, after: Unit<PolicyPart>): boolean => {
  const [one, other] = [before.value, after.value]
  if (one.part === 'RULE') return other.part === 'RULE' && one.kind === other.kind
  return other.part === 'STEP' && one.meaning === other.meaning
}

export const policyFrom = (parts: readonly PolicyPart[]): PolicyContent => {
  const rules: (Omit<SignatureRule, 'steps'> & { steps: PolicyStep[] })[] = []
  for (const part of parts) {
    if (part.part === 'RULE') {
      const { part: _, ...rule } = part
      rules.push({ ...rule, steps: [] })
    } else {
      const { part: _, ...step } = part
      rules.at(-1)?.steps.push(step)
    }
  }
  return { rules }
}
