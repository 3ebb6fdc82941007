/** What a person's copy tells of the plans that were made for them, as far as they are or were carried out. */
import { PLAN_MEANS_LABELS, PLAN_STATUS_LABELS, text } from '@steward/domain'
import { labelled, NUMBER, STATUS, WHAT, type CopyPart } from './copy-part.ts'

export const COPY_PARTS_OF_PLANS: readonly CopyPart[] = [
  {
    key: 'plans',
    title: text('为您制定的维护方案', 'Plans made for you'),
    heads: [
      NUMBER,
      STATUS,
      text('方式', 'Means'),
      WHAT,
      text('差距', 'Gap'),
      text('做法', 'How it is done'),
      text('预期效果', 'Effect hoped for'),
    ],
    tables: ['maintenance_plan', 'plan_revision'],
    sql: `select p.number, p.status, m.row ->> 'means' as means, m.row ->> 'title' as title, m.row ->> 'gap' as gap,
   m.row ->> 'instruction' as instruction, m.row ->> 'effect' as effect
  from maintenance_plan p join plan_revision r on r.org_id = p.org_id and r.plan_id = p.id and r.status in ('IN_FORCE', 'SUPERSEDED')
  cross join lateral jsonb_array_elements(r.content -> 'measures') with ordinality as m(row, nth)
 where p.org_id = $1 and p.client_id = any($2) order by p.drafted_at, p.id, r.ordinal, m.nth`,
    cells: ({ number, status, means, title, gap, instruction, effect }) => [
      number,
      labelled(PLAN_STATUS_LABELS, status),
      labelled(PLAN_MEANS_LABELS, means),
      title,
      gap,
      instruction,
      effect,
    ],
  },
]
