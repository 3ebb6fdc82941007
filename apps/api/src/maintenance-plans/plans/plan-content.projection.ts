/** What a revision says, read out of its content. */
import { budgetMinor, PLAN_REVISION_FIELDS, type PlanContent } from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import { expression, values, type Reference, type Row } from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'

const { content: said } = PLAN_REVISION_FIELDS
const internal = { class: 'internal', permission: 'plan:read' } as const
const amount = { class: 'internal', permission: 'plan:readBudget' } as const

const contentOf = (row: Row): PlanContent => row.content as PlanContent
const nameOf = ({ rows }: Reference, staffId: string | null): unknown =>
  rows('staff').find(({ id }) => id === staffId)?.name ?? null
const nameSql = (alias: string, uuid: string): string =>
  `(select s$.name from staff s$ where s$.org_id = ${alias}.org_id and s$.id = (${uuid})::uuid)`
const text = (alias: string, key: string): string => `${alias}.content ->> '${key}'`

export const CONTENT_OF_REVISION = {
  machines: values('PlanMachine', {
    ...said,
    sql: (
      alias,
    ) => `select ${publishedIdSql(ID_PREFIXES.Equipment, 'e.id')} as "equipmentId", e.number, e.name, e.class,
        e.state = 'RETIRED' as "isRetired"
      from equipment e where e.org_id = ${alias}.org_id and e.id = any(${alias}.equipment_ids) order by e.number`,
    reference: ({ equipment_ids }, { rows }) =>
      rows('equipment')
        .filter(({ id: its }) => (equipment_ids as readonly unknown[]).includes(its))
        .toSorted((one_, other) => (String(one_.number) < String(other.number) ? -1 : 1))
        .map((it) => ({
          equipmentId: toGlobalId('Equipment', String(it.id)),
          number: it.number,
          name: it.name,
          class: it.class,
          isRetired: it.state === 'RETIRED',
        })),
  }),
  title: expression({
    ...said,
    sql: (alias) => text(alias, 'title'),
    reference: (row) => contentOf(row).title,
  }),
  ownerId: expression({
    ...internal,
    sql: (alias) => publishedIdSql(ID_PREFIXES.Staff, `(${text(alias, 'ownerId')})`),
    reference: (row) => toGlobalId('Staff', contentOf(row).ownerId),
  }),
  ownerName: expression({
    ...internal,
    sql: (alias) => nameSql(alias, text(alias, 'ownerId')),
    reference: (row, reference) => nameOf(reference, contentOf(row).ownerId),
  }),
  startsOn: expression({
    ...internal,
    sql: (alias) => text(alias, 'startsOn'),
    reference: (row) => contentOf(row).startsOn,
  }),
  endsOn: expression({
    ...internal,
    sql: (alias) => text(alias, 'endsOn'),
    reference: (row) => contentOf(row).endsOn,
  }),
  summary: expression({
    ...said,
    sql: (alias) => text(alias, 'summary'),
    reference: (row) => contentOf(row).summary,
  }),
  objectives: values('PlanObjective', {
    ...said,
    sql: (
      alias,
    ) => `select o.row ->> 'key' as key, o.row ->> 'measure' as measure, (o.row ->> 'target')::bigint as target,
        (o.row ->> 'baseline')::bigint as baseline, o.row ->> 'note' as note
      from jsonb_array_elements(${alias}.content -> 'objectives') with ordinality as o(row, nth) order by o.nth`,
    reference: (row) =>
      contentOf(row).objectives.map(({ key, measure, target, baseline, note }) => ({
        key,
        measure,
        target,
        baseline,
        note,
      })),
  }),
  measures: values('PlanMeasureLine', {
    ...said,
    sql: (
      alias,
    ) => `select m.row ->> 'key' as key, m.row ->> 'means' as means, m.row ->> 'title' as title, m.row ->> 'gap' as gap,
        m.row ->> 'instruction' as instruction, m.row ->> 'effect' as effect,
        ${publishedIdSql(ID_PREFIXES.Staff, `(m.row ->> 'assigneeId')`)} as "assigneeId",
        ${nameSql(alias, `m.row ->> 'assigneeId'`)} as "assigneeName",
        m.row -> 'recurrence' ->> 'frequency' as frequency, (m.row -> 'recurrence' ->> 'interval')::int as interval,
        m.row -> 'recurrence' ->> 'from' as "from", m.row -> 'recurrence' ->> 'until' as until,
        array(select jsonb_array_elements_text(m.row -> 'recurrence' -> 'weekdays')) as weekdays,
        (m.row -> 'recurrence' ->> 'monthDay')::int as "monthDay", (m.row -> 'recurrence' ->> 'nth')::int as nth,
        m.row -> 'recurrence' ->> 'missingDay' as "missingDay", m.row -> 'recurrence' ->> 'shift' as shift,
        (m.row ->> 'dueAfterDays')::int as "dueAfterDays", m.row ->> 'dependsOn' as "dependsOn",
        (m.row ->> 'estimatedMinutes')::int as "estimatedMinutes", (m.row ->> 'estimatedMinor')::bigint as "estimatedMinor",
        m.row ->> 'budgetLine' as "budgetLine", (m.row ->> 'needsEvidence')::boolean as "needsEvidence"
      from jsonb_array_elements(${alias}.content -> 'measures') with ordinality as m(row, place) order by m.place`,
    reference: (row, reference) =>
      contentOf(row).measures.map(({ recurrence: rule, assigneeId, ...line }) => ({
        key: line.key,
        means: line.means,
        title: line.title,
        gap: line.gap,
        instruction: line.instruction,
        effect: line.effect,
        assigneeId: assigneeId === null ? null : toGlobalId('Staff', assigneeId),
        assigneeName: nameOf(reference, assigneeId),
        frequency: rule.frequency,
        interval: rule.interval,
        from: rule.from,
        until: rule.until,
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
} as const

const UNDERWAY: readonly unknown[] = ['DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL']

export const BUDGET_OF_REVISION = {
  raisedSinceMinor: expression({
    ...amount,
    sql: (alias) => `(select coalesce(sum(o$.amount_minor), 0)::bigint from plan_overrun o$
      where o$.org_id = ${alias}.org_id and o$.plan_id = ${alias}.plan_id and o$.status = 'APPROVED'
        and o$.decided_at > ${alias}.written_at and ${alias}.status in ('DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL'))`,
    reference: (row, { rows }) =>
      UNDERWAY.includes(row.status)
        ? rows('plan_overrun')
            .filter(
              (it) =>
                it.plan_id === row.plan_id &&
                it.status === 'APPROVED' &&
                (it.decided_at as Date) > (row.written_at as Date),
            )
            .reduce((sum, it) => sum + Number(it.amount_minor), 0)
        : 0,
  }),
  budgetMinor: expression({
    ...amount,
    sql: (alias) =>
      `(select coalesce(sum((b.row ->> 'amountMinor')::bigint), 0)::bigint from jsonb_array_elements(${alias}.content -> 'budget') b(row))`,
    reference: (row) => budgetMinor(contentOf(row)),
  }),
  budget: values('PlanBudgetLine', {
    ...amount,
    sql: (alias) => `select b.row ->> 'key' as key, b.row ->> 'kind' as kind, b.row ->> 'title' as title,
        (b.row ->> 'amountMinor')::bigint as "amountMinor"
      from jsonb_array_elements(${alias}.content -> 'budget') with ordinality as b(row, nth) order by b.nth`,
    reference: (row) =>
      contentOf(row).budget.map(({ key, kind, title, amountMinor }) => ({ key, kind, title, amountMinor })),
  }),
} as const
