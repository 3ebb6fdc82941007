/** A plan's places and values in the words of the house. */
import type { Recurrence } from '../recurrence/recurrence.ts'
import { recurrenceInWords } from '../recurrence/recurrence-words.ts'
import { signedAmount } from '../sign-off/proof-level.ts'
import { text, type Text } from '../text.ts'
import type { PlanBudgetLine, PlanContent, PlanMeasureLine, PlanObjective } from './plan-content.ts'
import {
  planPlace,
  planRow,
  type PlanChange,
  type PlanHeadField,
  type PlanPart,
  type PlanPartField,
} from './plan-difference.ts'
import {
  PLAN_COST_KIND_LABELS,
  PLAN_MEANS_LABELS,
  PLAN_MEASURE_LABELS,
  type PlanMeasure,
} from './vocabulary.ts'

export const PLAN_PART_LABELS: Readonly<Record<PlanPart, Text>> = {
  objectives: text('目标', 'Objective'),
  measures: text('措施', 'Measure'),
  budget: text('预算', 'Budget line'),
}

export const PLAN_FIELD_LABELS: Readonly<Record<PlanHeadField | PlanPartField, Text>> = {
  title: text('名称', 'Title'),
  ownerId: text('责任人', 'Owner'),
  startsOn: text('开始日期', 'Begins'),
  endsOn: text('结束日期', 'Ends'),
  equipmentIds: text('设备', 'Machines'),
  summary: text('概述', 'Summary'),
  measure: text('指标', 'Measured in'),
  target: text('目标值', 'Target'),
  baseline: text('现状值', 'As it stands'),
  note: text('说明', 'Note'),
  means: text('方式', 'Means'),
  gap: text('差距', 'Gap'),
  instruction: text('做法', 'How it is done'),
  effect: text('预期效果', 'Effect hoped for'),
  assigneeId: text('执行人', 'Carried out by'),
  recurrence: text('日程', 'Schedule'),
  dueAfterDays: text('完成期限', 'Days to do it'),
  dependsOn: text('前置措施', 'Comes after'),
  estimatedMinutes: text('每次工时', 'Minutes each time'),
  estimatedMinor: text('每次费用', 'Cost each time'),
  budgetLine: text('预算行', 'Budget line'),
  needsEvidence: text('须附凭证', 'Evidence needed'),
  kind: text('费用类别', 'Kind of cost'),
  amountMinor: text('金额', 'Amount'),
}

/** How a plan is told to a person: what ids are called. */
export interface PlanTelling {
  readonly staffName: (id: string) => string
  readonly equipmentName: (id: string) => string
}

const plain = (words: string): Text => text(words, words)
const share = (value: number): string => `${(value / 100).toFixed(value % 100 === 0 ? 0 : 2)}%`

/** As everywhere on the screens. */
const money = (minor: number): Text => plain(`¥${signedAmount(minor).replaceAll(/\B(?=(\d{3})+\.)/g, ',')}`)

/** A target or a baseline with its unit. */
export const planTargetWords = (measure: PlanMeasure, value: number): Text => {
  switch (measure) {
    case 'GRADE':
      return text(`第 ${value} 级`, `Rank ${value}`)
    case 'SATISFACTION':
    case 'AVAILABILITY':
      return plain(share(value))
    case 'COMPLAINTS':
      return text(`${value} 件`, `${value}`)
    case 'REVENUE':
      return money(value)
  }
}

const isObjective = (row: unknown): row is PlanObjective =>
  typeof row === 'object' && row !== null && 'target' in row
const isMeasure = (row: unknown): row is PlanMeasureLine =>
  typeof row === 'object' && row !== null && 'recurrence' in row

/** A whole row in one line. */
const rowWords = (row: unknown): Text => {
  if (isObjective(row)) {
    const label = PLAN_MEASURE_LABELS[row.measure]
    const [was, aim] = [row.baseline, row.target].map((it) =>
      it === null ? text('未知', 'not known') : planTargetWords(row.measure, it),
    ) as [Text, Text]
    return text(`${label.zh}：${was.zh} → ${aim.zh}`, `${label.en}: ${was.en} → ${aim.en}`)
  }
  if (isMeasure(row)) {
    const [means, rule] = [PLAN_MEANS_LABELS[row.means], recurrenceInWords(row.recurrence)]
    return text(`${means.zh}：${row.title}（${rule.zh}）`, `${means.en}: ${row.title} (${rule.en})`)
  }
  const { kind, title, amountMinor } = row as PlanBudgetLine
  const label = PLAN_COST_KIND_LABELS[kind]
  const sum = money(amountMinor)
  return text(`${label.zh}：${title}，${sum.zh}`, `${label.en}: ${title}, ${sum.en}`)
}

const NOTHING = plain('—')

/** The value of a field as a person reads it. */
const valueWords = (
  field: PlanHeadField | PlanPartField,
  value: unknown,
  content: PlanContent,
  row: unknown,
  { staffName, equipmentName }: PlanTelling,
): Text => {
  if (value === null || value === undefined) return NOTHING
  switch (field) {
    case 'ownerId':
    case 'assigneeId':
      return plain(staffName(value as string))
    case 'equipmentIds': {
      const names = (value as readonly string[]).map(equipmentName)
      return names.length === 0
        ? text('整个项目', 'The community as a whole')
        : text(names.join('、'), names.join(', '))
    }
    case 'measure':
      return PLAN_MEASURE_LABELS[value as PlanMeasure]
    case 'target':
    case 'baseline':
      return planTargetWords((row as PlanObjective).measure, value as number)
    case 'means':
      return PLAN_MEANS_LABELS[value as PlanMeasureLine['means']]
    case 'kind':
      return PLAN_COST_KIND_LABELS[value as PlanBudgetLine['kind']]
    case 'recurrence':
      return recurrenceInWords(value as Recurrence)
    case 'dueAfterDays':
      return text(`${String(value)} 天`, `${String(value)} days`)
    case 'estimatedMinutes':
      return text(`${String(value)} 分钟`, `${String(value)} minutes`)
    case 'estimatedMinor':
    case 'amountMinor':
      return money(value as number)
    case 'dependsOn':
    case 'budgetLine': {
      const of = planRow(content, field === 'dependsOn' ? 'measures' : 'budget', value as string)
      return plain((of as { readonly title?: string } | undefined)?.title ?? String(value))
    }
    case 'needsEvidence':
      return value === true ? text('是', 'Yes') : text('否', 'No')
    default:
      return plain(String(value))
  }
}

/** What a row is called: its title, or what the objective is measured in. */
const nameOfRow = (row: unknown): Text =>
  isObjective(row)
    ? PLAN_MEASURE_LABELS[row.measure]
    : plain((row as { readonly title: string } | undefined)?.title ?? '')

/** Where in the plan a comment or a change stands: `措施“节日走访” · 日程`. @param contents the newest first: the row may be gone */
export const planPlaceWords = (anchor: string, contents: readonly PlanContent[]): Text => {
  const place = planPlace(anchor)
  if (!place) return plain(anchor)
  if (place.part === 'head') return PLAN_FIELD_LABELS[place.field]
  const { part, key, field } = place
  const row = contents.map((content) => planRow(content, part, key)).find((it) => it !== undefined)
  const [label, name] = [PLAN_PART_LABELS[part], nameOfRow(row)]
  const of = text(`${label.zh}“${name.zh}”`, `${label.en} “${name.en}”`)
  if (field === null) return of
  const what = PLAN_FIELD_LABELS[field]
  return text(`${of.zh} · ${what.zh}`, `${of.en} · ${what.en}`)
}

export interface ToldPlanChange extends Pick<PlanChange, 'anchor' | 'change'> {
  readonly where: Text
  /** Null where there was nothing. */
  readonly before: Text | null
  readonly after: Text | null
}

/** A difference in words, place by place. */
export const tellPlanChanges = (
  changes: readonly PlanChange[],
  contents: { readonly before: PlanContent; readonly after: PlanContent },
  telling: PlanTelling,
): readonly ToldPlanChange[] =>
  changes.map(({ anchor, change, before, after }) => {
    const where = planPlaceWords(anchor, [contents.after, contents.before])
    const place = planPlace(anchor)!
    const side = (value: unknown, content: PlanContent): Text | null => {
      if (change !== 'CHANGED') return value === null ? null : rowWords(value)
      if (place.part === 'head') return valueWords(place.field, value, content, null, telling)
      const row = planRow(content, place.part, place.key)
      return valueWords(place.field!, value, content, row, telling)
    }
    return {
      anchor,
      change,
      where,
      before: side(before, contents.before),
      after: side(after, contents.after),
    }
  })
