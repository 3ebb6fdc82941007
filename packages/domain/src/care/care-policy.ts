/** Who is greeted when, by what, so many days before, and by whom: rows of the organization's policy. */
import { z } from 'zod'
import { fieldIssue, optional, words } from '../input.ts'
import { text } from '../text.ts'
import type { ContactRules } from './contact-rules.ts'
import {
  CARE_KINDS,
  CARE_MEANS,
  CARE_OWNERS,
  FESTIVALS,
  type CareKind,
  type CareMeans,
  type CareOwner,
  type Festival,
} from './vocabulary.ts'

export interface CareRule {
  readonly kind: CareKind
  /** Of a festival: which. */
  readonly festival: Festival | null
  /** Clients of these grades; none named: all, also who has no grade. */
  readonly grades: readonly string[]
  readonly means: CareMeans
  readonly daysBefore: number
  /** Of FREQUENCY: so many days after the last contact of any kind. */
  readonly everyDays: number | null
  readonly owner: CareOwner
}

export interface CarePolicy extends ContactRules {
  /** The first that fits holds. */
  readonly rules: readonly CareRule[]
  /** Occasions of so many days to come are made. */
  readonly horizonDays: number
}

const greeting = (
  kind: CareKind,
  grades: readonly string[],
  means: CareMeans,
  more: Partial<CareRule> = {},
): CareRule => ({
  kind,
  festival: null,
  grades,
  means,
  daysBefore: 0,
  everyDays: null,
  owner: 'MANAGER',
  ...more,
})

/** While an organization has not set its own. Quiet from nine in the evening to eight; one approach a week. */
export const DEFAULT_CARE_POLICY: CarePolicy = {
  rules: [
    greeting('BIRTHDAY', ['A', 'B'], 'CALL'),
    greeting('BIRTHDAY', [], 'MESSAGE'),
    greeting('ANNIVERSARY', ['A', 'B'], 'CALL'),
    greeting('ANNIVERSARY', [], 'MESSAGE'),
    greeting('FESTIVAL', ['A'], 'GIFT', { festival: 'SPRING_FESTIVAL', daysBefore: 7 }),
    greeting('FESTIVAL', ['A', 'B'], 'CARD', { festival: 'MID_AUTUMN', daysBefore: 5 }),
    greeting('FREQUENCY', ['A'], 'VISIT', { everyDays: 30 }),
    greeting('FREQUENCY', ['B'], 'CALL', { everyDays: 90 }),
  ],
  horizonDays: 14,
  quietFrom: 21 * 60,
  quietTo: 8 * 60,
  capContacts: 1,
  capDays: 7,
}

const REQUIRED = text('此项必填。', 'This is required.')
const minute = () => z.int().min(0).max(1439)

export const CARE_POLICY_INPUT = z.object({
  expectedVersion: z.int().min(0),
  rules: z
    .array(
      z
        .object({
          kind: z.enum(CARE_KINDS),
          festival: optional(z.enum(FESTIVALS)),
          grades: z.array(words(10)).max(20),
          means: z.enum(CARE_MEANS),
          daysBefore: z.int().min(0).max(30),
          everyDays: optional(z.int().min(7).max(366)),
          owner: z.enum(CARE_OWNERS),
        })
        .superRefine(({ kind, festival, everyDays }, ctx) => {
          if (kind === 'FESTIVAL' && festival === null) ctx.addIssue(fieldIssue('festival', REQUIRED))
          if (kind === 'FREQUENCY' && everyDays === null) ctx.addIssue(fieldIssue('everyDays', REQUIRED))
        })
        .transform((rule) => ({
          ...rule,
          festival: rule.kind === 'FESTIVAL' ? rule.festival : null,
          everyDays: rule.kind === 'FREQUENCY' ? rule.everyDays : null,
        })),
    )
    .max(60),
  horizonDays: z.int().min(1).max(60),
  quietFrom: minute(),
  quietTo: minute(),
  capContacts: z.int().min(1).max(20),
  capDays: z.int().min(1).max(90),
})

/** The rule that holds for a client of this grade. */
export const ruleFor = (
  { rules }: Pick<CarePolicy, 'rules'>,
  kind: CareKind,
  grade: string | null,
  festival: Festival | null = null,
): CareRule | undefined =>
  rules.find(
    (rule) =>
      rule.kind === kind &&
      rule.festival === festival &&
      (rule.grades.length === 0 || (grade !== null && rule.grades.includes(grade))),
  )
