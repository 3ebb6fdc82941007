/** Two revisions of a plan compared by keys, and where in a plan something stands. */
import type { PlanBudgetLine, PlanContent, PlanMeasureLine, PlanObjective } from './plan-content.ts'

/** What of a plan can be commented on and compared, by part. */
export const PLAN_HEAD = ['title', 'ownerId', 'startsOn', 'endsOn', 'equipmentIds', 'summary'] as const
export type PlanHeadField = (typeof PLAN_HEAD)[number]

export const PLAN_PARTS = {
  objectives: ['measure', 'target', 'baseline', 'note'],
  measures: [
    'means',
    'title',
    'gap',
    'instruction',
    'effect',
    'assigneeId',
    'recurrence',
    'dueAfterDays',
    'dependsOn',
    'estimatedMinutes',
    'estimatedMinor',
    'budgetLine',
    'needsEvidence',
  ],
  budget: ['kind', 'title', 'amountMinor'],
} as const
export type PlanPart = keyof typeof PLAN_PARTS
export type PlanPartField = (typeof PLAN_PARTS)[PlanPart][number]
export type PlanRow = PlanObjective | PlanMeasureLine | PlanBudgetLine

const PARTS = Object.keys(PLAN_PARTS) as readonly PlanPart[]

/** What a revision says, with the machines that it says it of. */
export type ComparedPlan = PlanContent & { readonly equipmentIds?: readonly string[] }

const headValue = (plan: ComparedPlan, field: PlanHeadField): unknown =>
  field === 'equipmentIds' ? [...(plan.equipmentIds ?? [])].toSorted() : plan[field]

/** A place in a plan, by keys. */
export type PlanPlace =
  | { readonly part: 'head'; readonly field: PlanHeadField }
  | { readonly part: PlanPart; readonly key: string; readonly field: PlanPartField | null }

/** `measures.k1.recurrence` taken apart; undefined where no plan has such a place. */
export const planPlace = (anchor: string): PlanPlace | undefined => {
  const [part, key, field = null, ...more] = anchor.split('.')
  if (key === undefined)
    return (PLAN_HEAD as readonly string[]).includes(part!)
      ? { part: 'head', field: part as PlanHeadField }
      : undefined
  if (more.length > 0 || !(PARTS as readonly string[]).includes(part!)) return undefined
  const fields: readonly string[] = PLAN_PARTS[part as PlanPart]
  if (field !== null && !fields.includes(field)) return undefined
  return { part: part as PlanPart, key, field: field as PlanPartField | null }
}

const rowsOf = (content: PlanContent, part: PlanPart): readonly PlanRow[] => content[part]

/** The row of a part with this key. */
export const planRow = (content: PlanContent, part: PlanPart, key: string): PlanRow | undefined =>
  rowsOf(content, part).find((row) => row.key === key)

/** Whether this revision has the place: what was commented on may be gone in the next. */
export const hasPlace = (content: PlanContent, anchor: string): boolean => {
  const place = planPlace(anchor)
  if (!place) return false
  return place.part === 'head' || planRow(content, place.part, place.key) !== undefined
}

export const PLAN_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const

export interface PlanChange {
  /** The place, as comments name it. Of an added or removed row the row itself. */
  readonly anchor: string
  readonly change: (typeof PLAN_CHANGES)[number]
  /** The value of the field, or the row; null where there was none. */
  readonly before: unknown
  readonly after: unknown
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const fieldOf = (row: PlanRow, field: PlanPartField): unknown =>
  (row as unknown as Readonly<Record<string, unknown>>)[field] ?? null

const rowChanges = (before: PlanContent, after: PlanContent, part: PlanPart): PlanChange[] => {
  const [old, now] = [rowsOf(before, part), rowsOf(after, part)]
  const changed = now.flatMap((row): PlanChange[] => {
    const was = old.find(({ key }) => key === row.key)
    const at = `${part}.${row.key}`
    if (!was) return [{ anchor: at, change: 'ADDED', before: null, after: row }]
    return PLAN_PARTS[part].flatMap((field): PlanChange[] => {
      const [one, other] = [fieldOf(was, field), fieldOf(row, field)]
      return same(one, other)
        ? []
        : [{ anchor: `${at}.${field}`, change: 'CHANGED', before: one, after: other }]
    })
  })
  const removed = old
    .filter(({ key }) => !now.some((row) => row.key === key))
    .map((row): PlanChange => ({
      anchor: `${part}.${row.key}`,
      change: 'REMOVED',
      before: row,
      after: null,
    }))
  return [...changed, ...removed]
}

/** What the later revision says otherwise, in the order in which a plan is read. That rows stand in another order is no change. */
export const planDifference = (before: ComparedPlan, after: ComparedPlan): readonly PlanChange[] => [
  ...PLAN_HEAD.flatMap((field): PlanChange[] => {
    const [was, is] = [headValue(before, field), headValue(after, field)]
    return same(was, is) ? [] : [{ anchor: field, change: 'CHANGED', before: was, after: is }]
  }),
  ...PARTS.flatMap((part) => rowChanges(before, after, part)),
]
