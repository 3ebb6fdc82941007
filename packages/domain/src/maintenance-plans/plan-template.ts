/** Templates 方案模板: what plans for a grade of clients, or for a class of machines, begin with. Days are counted from the beginning. */
import { z } from 'zod'
import { EQUIPMENT_CLASSES, type EquipmentClass } from '../equipment/vocabulary.ts'
import { expectedVersion, fieldIssue, optional, words } from '../input.ts'
import {
  DAY_SHIFTS,
  MISSING_DAYS,
  MOST_INTERVAL,
  RECURRENCE_FREQUENCIES,
  type Recurrence,
} from '../recurrence/recurrence.ts'
import { text, type Text } from '../text.ts'
import { dayNumber, dayText, WEEKDAYS } from '../working-time/local-day.ts'
import { contentOfKind } from './plan-actions.ts'
import { LONGEST_PLAN_DAYS, PLAN_CONTENT, type PlanContent } from './plan-content.ts'
import type { PlanTemplateAction } from './template-vocabulary.ts'
import { PLAN_KINDS, type PlanKind } from './vocabulary.ts'

const { objectives, measures, budget, summary, title } = PLAN_CONTENT.shape

/** The rule of a measure with its days counted from the beginning of the plan, the first day being 0. */
const TEMPLATE_RECURRENCE = z.object({
  frequency: z.enum(RECURRENCE_FREQUENCIES),
  interval: z.int().min(1).max(MOST_INTERVAL).default(1),
  startAfterDays: z.int().min(0).max(LONGEST_PLAN_DAYS).default(0),
  /** Null: as long as the plan. */
  untilAfterDays: optional(z.int().min(0).max(LONGEST_PLAN_DAYS)),
  weekdays: z.array(z.enum(WEEKDAYS)).max(7).default([]),
  /** Of MONTHLY and YEARLY; null with `nth` null too: the day of the month on which it begins. */
  monthDay: optional(
    z
      .int()
      .min(-1)
      .max(31)
      .refine((day) => day !== 0),
  ),
  nth: optional(z.union([z.int().min(1).max(4), z.literal(-1)])),
  missingDay: z.enum(MISSING_DAYS).default('LAST_DAY'),
  shift: z.enum(DAY_SHIFTS).default('NEXT'),
})
export type TemplateRecurrence = z.output<typeof TEMPLATE_RECURRENCE>

/** Who carries a measure out, and how things stand, is of each plan. */
const TEMPLATE_MEASURE = measures.element
  .omit({ recurrence: true, assigneeId: true })
  .extend({ recurrence: TEMPLATE_RECURRENCE })

const TEMPLATE_PARTS = z.object({
  title,
  /** The first and the last day included. */
  durationDays: z.int().min(1).max(LONGEST_PLAN_DAYS),
  summary,
  objectives: z
    .array(objectives.element.omit({ baseline: true }))
    .min(1)
    .max(10),
  measures: z.array(TEMPLATE_MEASURE).min(1).max(60),
  budget,
})

/** Any day, and nobody: only to try whether what comes of a template is a plan. */
const TRIAL = { startsOn: '2026-01-01', ownerId: '00000000-0000-7000-8000-000000000000' } as const

const byMonth = ({ frequency }: TemplateRecurrence) => frequency === 'MONTHLY' || frequency === 'YEARLY'

const recurrenceFrom = (rule: TemplateRecurrence, startsOn: string): Recurrence => {
  const { startAfterDays, untilAfterDays, ...rest } = rule
  const later = (days: number) => dayText(dayNumber(startsOn)! + days)
  const from = later(startAfterDays)
  const until = untilAfterDays === null ? null : later(untilAfterDays)
  const isOpen = byMonth(rule) && rule.monthDay === null && rule.nth === null
  return { ...rest, from, until, ...(isOpen ? { monthDay: Number(from.slice(8)) } : {}) }
}

/** What a plan holds that begins on this day: the template with its days put into the calendar. Pure. */
export const planFromTemplate = (
  template: z.output<typeof TEMPLATE_PARTS>,
  startsOn: string,
  ownerId: string,
): PlanContent => {
  const { durationDays, ...parts } = template
  return {
    ...parts,
    ownerId,
    startsOn,
    endsOn: dayText(dayNumber(startsOn)! + durationDays - 1),
    objectives: template.objectives.map((it) => ({ ...it, baseline: null })),
    measures: template.measures.map((it) => ({
      ...it,
      assigneeId: null,
      recurrence: recurrenceFrom(it.recurrence, startsOn),
    })),
  }
}

/** Refused where what comes of it would be no plan: the same rules, on the same fields. */
export const PLAN_TEMPLATE_CONTENT = TEMPLATE_PARTS.superRefine((template, ctx) => {
  const tried = PLAN_CONTENT.safeParse(planFromTemplate(template, TRIAL.startsOn, TRIAL.ownerId))
  for (const issue of tried.error?.issues ?? [])
    ctx.addIssue(
      fieldIssue(
        issue.path
          .join('.')
          .replace('recurrence.from', 'recurrence.startAfterDays')
          .replace('recurrence.until', 'recurrence.untilAfterDays'),
        (issue.code === 'custom' ? (issue.params?.['text'] as Text | undefined) : undefined) ?? WRONG,
      ),
    )
})
const WRONG = text('此项无效。', 'This is not valid.')
export type PlanTemplateContent = z.output<typeof PLAN_TEMPLATE_CONTENT>

/** The row of the table `plan_template`. Of each grade, and of each class of machines, one is in use at a time. */
export interface PlanTemplate {
  readonly id: string
  readonly kind: PlanKind
  /** RELATIONSHIP: the grade whose clients it is for. */
  readonly grade: string | null
  /** FACILITY: the class of machines. */
  readonly equipmentClass: EquipmentClass | null
  readonly title: string
  readonly content: PlanTemplateContent
  /** How often it was stated; each statement is kept. */
  readonly edition: number
  readonly addedById: string
  readonly addedAt: Date
  readonly revisedById: string
  readonly revisedAt: Date
  readonly retiredAt: Date | null
  readonly retiredById: string | null
  readonly version: number
}

const NEEDS_GRADE = text('请填写客户等级。', 'Give the grade.')
const NEEDS_CLASS = text('请选择设备类别。', 'Choose the class of machines.')
const step = { expectedVersion: expectedVersion() }

export const PLAN_TEMPLATE_INPUTS = {
  /** For whom it is, is said once. */
  add: z
    .object({
      kind: z.enum(PLAN_KINDS),
      grade: optional(words(20)),
      equipmentClass: optional(z.enum(EQUIPMENT_CLASSES)),
      content: PLAN_TEMPLATE_CONTENT,
    })
    .superRefine(({ kind, grade, equipmentClass }, ctx) => {
      if (kind === 'RELATIONSHIP' && grade === null) ctx.addIssue(fieldIssue('grade', NEEDS_GRADE))
      if (kind === 'FACILITY' && equipmentClass === null)
        ctx.addIssue(fieldIssue('equipmentClass', NEEDS_CLASS))
    }),
  revise: z.object({ ...step, content: PLAN_TEMPLATE_CONTENT }),
  retire: z.object(step),
} as const satisfies Record<PlanTemplateAction, z.ZodType>

/** Whether plans of this kind go by the means and measures that the template names. */
export const templateOfKind = (kind: PlanKind, content: PlanTemplateContent) =>
  contentOfKind(kind, planFromTemplate(content, TRIAL.startsOn, TRIAL.ownerId))
