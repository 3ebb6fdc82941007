/** How templates are read: what they say, out of their content. */
import type { PlanTemplateContent } from '@steward/domain'
import { flag, is } from '../../reads/filters.ts'
import {
  column,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  values,
  type Row,
} from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { PlanTemplate, PlanTemplateEdition } from './plan-template.entity.ts'

const internal = { class: 'internal' } as const
const READ = 'planTemplate:read'
const contentOf = (row: Row): PlanTemplateContent => row.content as PlanTemplateContent

const editionProjection = projection('PlanTemplateEdition', {
  table: 'plan_template_edition',
  entity: PlanTemplateEdition,
  permission: READ,
  fields: {
    id: id(),
    edition: column('edition', internal),
    title: expression({
      ...internal,
      sql: (alias) => `${alias}.content ->> 'title'`,
      reference: (row) => contentOf(row).title,
    }),
    statedBy: one('Staff', { ...internal, by: 'stated_by_id' }),
    statedAt: instant('stated_at', internal),
  },
})

const MEASURES = (
  alias: string,
) => `select m.row ->> 'key' as key, m.row ->> 'means' as means, m.row ->> 'title' as title,
    m.row ->> 'gap' as gap, m.row ->> 'instruction' as instruction, m.row ->> 'effect' as effect,
    m.row -> 'recurrence' ->> 'frequency' as frequency, (m.row -> 'recurrence' ->> 'interval')::int as interval,
    (m.row -> 'recurrence' ->> 'startAfterDays')::int as "startAfterDays",
    (m.row -> 'recurrence' ->> 'untilAfterDays')::int as "untilAfterDays",
    array(select jsonb_array_elements_text(m.row -> 'recurrence' -> 'weekdays')) as weekdays,
    (m.row -> 'recurrence' ->> 'monthDay')::int as "monthDay", (m.row -> 'recurrence' ->> 'nth')::int as nth,
    m.row -> 'recurrence' ->> 'missingDay' as "missingDay", m.row -> 'recurrence' ->> 'shift' as shift,
    (m.row ->> 'dueAfterDays')::int as "dueAfterDays", m.row ->> 'dependsOn' as "dependsOn",
    (m.row ->> 'estimatedMinutes')::int as "estimatedMinutes", (m.row ->> 'estimatedMinor')::bigint as "estimatedMinor",
    m.row ->> 'budgetLine' as "budgetLine", (m.row ->> 'needsEvidence')::boolean as "needsEvidence"
  from jsonb_array_elements(${alias}.content -> 'measures') with ordinality as m(row, place) order by m.place`

const templateProjection = projection('PlanTemplate', {
  table: 'plan_template',
  entity: PlanTemplate,
  permission: READ,
  fields: {
    id: id(),
    kind: column('kind', internal),
    grade: column('grade', internal),
    equipmentClass: column('equipment_class', internal),
    title: column('title', internal),
    durationDays: expression({
      ...internal,
      sql: (alias) => `(${alias}.content ->> 'durationDays')::int`,
      reference: (row) => contentOf(row).durationDays,
    }),
    summary: expression({
      ...internal,
      sql: (alias) => `${alias}.content ->> 'summary'`,
      reference: (row) => contentOf(row).summary,
    }),
    objectives: values('PlanObjective', {
      ...internal,
      sql: (
        alias,
      ) => `select o.row ->> 'key' as key, o.row ->> 'measure' as measure, (o.row ->> 'target')::bigint as target,
          null::bigint as baseline, o.row ->> 'note' as note
        from jsonb_array_elements(${alias}.content -> 'objectives') with ordinality as o(row, nth) order by o.nth`,
      reference: (row) =>
        contentOf(row).objectives.map(({ key, measure, target, note }) => ({
          key,
          measure,
          target,
          baseline: null,
          note,
        })),
    }),
    measures: values('PlanTemplateMeasure', {
      ...internal,
      sql: MEASURES,
      reference: (row) =>
        contentOf(row).measures.map(({ recurrence: rule, ...line }) => ({
          key: line.key,
          means: line.means,
          title: line.title,
          gap: line.gap,
          instruction: line.instruction,
          effect: line.effect,
          frequency: rule.frequency,
          interval: rule.interval,
          startAfterDays: rule.startAfterDays,
          untilAfterDays: rule.untilAfterDays,
          weekdays: rule.weekdays,
          monthDay: rule.monthDay,
          nth: rule.nth,
          missingDay: rule.missingDay,
          shift: rule.shift,
          dueAfterDays: line.dueAfterDays,
          dependsOn: line.dependsOn,
          estimatedMinutes: line.estimatedMinutes,
          estimatedMinor: line.estimatedMinor,
          budgetLine: line.budgetLine,
          needsEvidence: line.needsEvidence,
        })),
    }),
    budget: values('PlanBudgetLine', {
      ...internal,
      sql: (alias) => `select b.row ->> 'key' as key, b.row ->> 'kind' as kind, b.row ->> 'title' as title,
          (b.row ->> 'amountMinor')::bigint as "amountMinor"
        from jsonb_array_elements(${alias}.content -> 'budget') with ordinality as b(row, nth) order by b.nth`,
      reference: (row) =>
        contentOf(row).budget.map(({ key, kind, title, amountMinor }) => ({ key, kind, title, amountMinor })),
    }),
    edition: column('edition', internal),
    editions: many('PlanTemplateEdition', {
      ...internal,
      foreign: 'template_id',
      order: [['edition', 'desc']],
      typically: 3,
    }),
    addedBy: one('Staff', { ...internal, by: 'added_by_id' }),
    addedAt: instant('added_at', internal),
    revisedBy: one('Staff', { ...internal, by: 'revised_by_id' }),
    revisedAt: instant('revised_at', internal),
    retiredAt: instant('retired_at', internal),
    retiredBy: one('Staff', { ...internal, by: 'retired_by_id' }),
    version: column('version', internal),
  },
})

export const PLAN_TEMPLATE_PROJECTIONS = [templateProjection, editionProjection] as const

export const planTemplateRoots = {
  planTemplate: objectRoot('PlanTemplate'),
  planTemplates: connectionRoot('PlanTemplate', {
    filters: {
      kind: is('kind'),
      inUse: flag({
        discloses: ['retiredAt'],
        sql: (alias) => `${alias}.retired_at is null`,
        reference: (row) => row.retired_at === null,
      }),
    },
    orders: { NEWEST: [['addedAt', 'desc']] },
  }),
}
