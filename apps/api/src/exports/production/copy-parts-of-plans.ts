/** What a person's copy tells of the plans that were made for them, as far as they are or were carried out. */
import { PLAN_MEANS_LABELS, PLAN_STATUS_LABELS, PLAN_TASK_STATUS_LABELS, text } from '@steward/domain'
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
  {
    key: 'planTasks',
    title: text('为您开展的维护工作', 'What was done for you'),
    heads: [
      text('日期', 'Day'),
      STATUS,
      text('方式', 'Means'),
      WHAT,
      text('做法', 'How it is done'),
      text('结果', 'Result'),
      text('您的反馈', 'What you said'),
      text('凭证', 'Evidence'),
    ],
    tables: ['plan_task', 'plan_task_evidence'],
    sql: `select t.scheduled_on::text as day, t.status, t.means, t.title, t.instruction, t.result, t.feedback,
   (select string_agg(e.name, '、' order by e.added_at) from plan_task_evidence e
     where e.org_id = t.org_id and e.task_id = t.id and e.removed_at is null) as evidence
  from plan_task t where t.org_id = $1 and t.client_id = any($2) order by t.scheduled_on, t.id`,
    cells: ({ day, status, means, title, instruction, result, feedback, evidence }) => [
      day,
      labelled(PLAN_TASK_STATUS_LABELS, status),
      labelled(PLAN_MEANS_LABELS, means),
      title,
      instruction,
      result,
      feedback,
      evidence,
    ],
  },
]
