/** What a person's copy tells of cases and orders, of what they were offered, and of how the house judges them. */
import {
  CLIENT_NOTICE_STATUS_LABELS,
  hundredths,
  KEY_ACCOUNT_LEVEL_LABELS,
  KEY_ACCOUNT_NOMINATION_KIND_LABELS,
  KEY_ACCOUNT_NOMINATION_STATUS_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
  OPPORTUNITY_STATUS_LABELS,
  OPTION_KIND_LABELS,
  OPTION_STATUS_LABELS,
  PROMISE_STATUS_LABELS,
  SATISFACTION_LABELS,
  SILENCE_ALERT_STATUS_LABELS,
  SILENCE_BASIS_LABELS,
  SILENCE_OUTCOME_LABELS,
  STATUS_LABELS,
  TASK_STATUS_LABELS,
  text,
  TIMELINE_LABELS,
  GRADE_CHANGE_KIND_LABELS,
  GRADE_CHANGE_STATUS_LABELS,
} from '@steward/domain'
import { PAPERS } from './copy-part-of-papers.ts'
import { AMOUNT, KIND, labelled, NUMBER, ON, STATUS, WHAT, yuan, type CopyPart } from './copy-part.ts'

const points = (value: unknown): string =>
  value === null || value === undefined ? '' : hundredths(Number(value))
const SCORE = text('得分', 'Score')
const GRADE = text('分级', 'Grade')
const RESULT = text('结果', 'Result')

const CASES: readonly CopyPart[] = [
  {
    key: 'cases',
    title: text('投诉与诉求', 'Cases'),
    heads: [NUMBER, STATUS, ON, text('摘要', 'Summary'), text('事实', 'Facts'), text('诉求', 'Demand')],
    tables: ['complaint'],
    sql: `select number, status, registered_at as at, summary, facts, demand from complaint
 where org_id = $1 and client_id = any($2) order by registered_at, id`,
    cells: ({ number, status, at, summary, facts, demand }, day) => [
      number,
      labelled(STATUS_LABELS, status),
      day(at),
      summary,
      facts,
      demand,
    ],
  },
  {
    key: 'course',
    title: text('案件经过', 'Course of the cases'),
    heads: [NUMBER, ON, text('事项', 'What'), text('说明', 'Note')],
    tables: ['complaint_event'],
    sql: `select c.number, e.at, e.action, e.note from complaint_event e join complaint c on c.org_id = e.org_id and c.id = e.complaint_id
 where e.org_id = $1 and c.client_id = any($2) order by c.registered_at, e.at, e.id`,
    cells: ({ number, at, action, note }, day) => [number, day(at), labelled(TIMELINE_LABELS, action), note],
  },
  {
    // What was not offered is the house's own weighing.
    key: 'options',
    title: text('向您提出的方案', 'Remedies offered'),
    heads: [NUMBER, KIND, WHAT, AMOUNT, STATUS],
    tables: ['complaint_option'],
    sql: `select c.number, o.kind, o.description, o.amount_minor as amount, o.status from complaint_option o
  join complaint c on c.org_id = o.org_id and c.id = o.complaint_id
 where o.org_id = $1 and c.client_id = any($2) and o.status in ('OFFERED', 'ACCEPTED', 'REFUSED')
 order by c.registered_at, o.revision, o.rank, o.id`,
    cells: ({ number, kind, description, amount, status }) => [
      number,
      labelled(OPTION_KIND_LABELS, kind),
      description,
      yuan(amount),
      labelled(OPTION_STATUS_LABELS, status),
    ],
  },
  {
    key: 'orders',
    title: text('执行单', 'Orders'),
    heads: [NUMBER, ON, WHAT, STATUS, RESULT],
    tables: ['complaint_task'],
    sql: `select c.number, t.dispatched_at as at, t.instruction, t.status, t.evidence_note as result from complaint_task t
  join complaint c on c.org_id = t.org_id and c.id = t.complaint_id
 where t.org_id = $1 and c.client_id = any($2) order by t.dispatched_at, t.id`,
    cells: ({ number, at, instruction, status, result }, day) => [
      number,
      day(at),
      instruction,
      labelled(TASK_STATUS_LABELS, status),
      result,
    ],
  },
  {
    key: 'promises',
    title: text('对您的承诺', 'Promises'),
    heads: [NUMBER, WHAT, text('应于', 'Due'), STATUS, text('答复', 'Answer')],
    tables: ['promise'],
    sql: `select c.number, p.what, p.due_at as at, p.status, p.answer from promise p join complaint c on c.org_id = p.org_id and c.id = p.complaint_id
 where p.org_id = $1 and (c.client_id = any($2) or p.client_id = any($2)) order by p.made_at, p.id`,
    cells: ({ number, what, at, status, answer }, day) => [
      number,
      what,
      day(at),
      labelled(PROMISE_STATUS_LABELS, status),
      answer,
    ],
  },
  {
    key: 'notices',
    title: text('告知记录', 'What they were told'),
    heads: [ON, text('标题', 'Title'), WHAT, STATUS],
    tables: ['client_notice', 'statement_notice'],
    sql: `select n.owed_at as at, n.title_zh as title, n.words_zh as words, n.status from client_notice n
  join complaint c on c.org_id = n.org_id and c.id = n.complaint_id
 where n.org_id = $1 and c.client_id = any($2)
union all select n.owed_at, n.title_zh, n.words_zh, n.status from statement_notice n
  join reconciliation s on s.org_id = n.org_id and s.id = n.reconciliation_id
 where n.org_id = $1 and s.client_id = any($2) order by 1, 2`,
    cells: ({ at, title, words, status }, day) => [
      day(at),
      title,
      words,
      labelled(CLIENT_NOTICE_STATUS_LABELS, status),
    ],
  },
]

const OFFERS: readonly CopyPart[] = [
  {
    key: 'opportunities',
    title: text('合作意向', 'Opportunities'),
    heads: [NUMBER, ON, text('事项', 'Title'), text('需求', 'Need'), STATUS, text('合同', 'Contract')],
    tables: ['opportunity'],
    sql: `select number, opened_at as at, title, need, status, concat_ws(' ', contract_number, to_char(contract_on, 'YYYY-MM-DD')) as contract
  from opportunity where org_id = $1 and client_id = any($2) order by opened_at, id`,
    cells: ({ number, at, title, need, status, contract }, day) => [
      number,
      day(at),
      title,
      need,
      labelled(OPPORTUNITY_STATUS_LABELS, status),
      contract,
    ],
  },
  {
    key: 'dealings',
    title: text('意向跟进', 'Dealings about them'),
    heads: [NUMBER, ON, text('记录', 'Note')],
    tables: ['opportunity_event', 'lead_event'],
    sql: `select o.number, e.at, e.note from opportunity_event e join opportunity o on o.org_id = e.org_id and o.id = e.opportunity_id
 where e.org_id = $1 and o.client_id = any($2) and e.note is not null
union all select l.number, e.at, e.note from lead_event e join lead l on l.org_id = e.org_id and l.id = e.lead_id
 where e.org_id = $1 and l.client_id = any($2) and e.note is not null order by 2, 1`,
    cells: ({ number, at, note }, day) => [number, day(at), note],
  },
  PAPERS,
  {
    // What is offered once it is approved; what it costs the house is its own.
    key: 'prices',
    title: text('向您报的价格', 'Prices offered'),
    heads: [
      NUMBER,
      text('服务', 'Service'),
      text('单位', 'Unit'),
      text('数量', 'Quantity'),
      text('单价', 'Price'),
    ],
    tables: ['price_form'],
    sql: `select f.number, l.value ->> 'service' as service, l.value ->> 'unit' as unit, l.value ->> 'quantityHundredths' as quantity,
       l.value ->> 'offeredMinor' as price
  from price_form f join opportunity o on o.org_id = f.org_id and o.id = f.opportunity_id,
       jsonb_array_elements(f.lines) with ordinality l
 where f.org_id = $1 and o.client_id = any($2) and f.status = 'APPROVED' order by f.number, l.ordinality`,
    cells: ({ number, service, unit, quantity, price }) => [
      number,
      service,
      unit,
      points(quantity),
      yuan(price),
    ],
  },
]

const JUDGED: readonly CopyPart[] = [
  {
    key: 'evaluations',
    title: text('客户分级与评估', 'Grades and evaluations'),
    heads: [
      text('评估', 'Evaluation'),
      ON,
      SCORE,
      GRADE,
      text('分项（原值→得分）', 'By criterion (raw → score)'),
    ],
    tables: ['evaluation'],
    sql: `select y.name, to_char(y.as_of_on, 'YYYY-MM-DD') as "on", v.total, coalesce(v.final_grade, v.proposed_grade) as grade,
  (select string_agg(concat(coalesce((select k.value ->> 'name' from jsonb_array_elements(y.standard -> 'criteria') k
       where k.value ->> 'key' = l.value ->> 0 limit 1), l.value ->> 0), ' ', coalesce(l.value ->> 2, '—'), '→',
       coalesce(round((l.value ->> 3)::numeric / 100, 2)::text, '—')), '；' order by l.ordinality)
     from jsonb_array_elements(v.lines) with ordinality l) as lines
  from evaluation v join grading_cycle y on y.org_id = v.org_id and y.id = v.cycle_id
 where v.org_id = $1 and v.client_id = any($2) and y.published_at is not null order by y.as_of_on, v.id`,
    cells: ({ name, on, total, grade, lines }) => [name, on, points(total), grade, lines],
  },
  {
    key: 'gradeChanges',
    title: text('分级的调整与申诉', 'Grades overridden or appealed'),
    heads: [KIND, STATUS, ON, GRADE, text('理由', 'Reason'), text('决定', 'Decision')],
    tables: ['grade_change'],
    sql: `select kind, status, raised_at as at, concat(coalesce(from_grade, '—'), '→', to_grade) as grade,
       concat_ws('；', reason, evidence) as reason, decision_note as decision
  from grade_change where org_id = $1 and client_id = any($2) order by raised_at, id`,
    cells: ({ kind, status, at, grade, reason, decision }, day) => [
      labelled(GRADE_CHANGE_KIND_LABELS, kind),
      labelled(GRADE_CHANGE_STATUS_LABELS, status),
      day(at),
      grade,
      reason,
      decision,
    ],
  },
  {
    key: 'scores',
    title: text('录入的评分', 'Scores entered'),
    heads: [text('指标', 'Metric'), ON, SCORE, text('依据', 'Evidence')],
    tables: ['metric_entry'],
    sql: `select name, to_char(entered_on, 'YYYY-MM-DD') as "on", score, evidence from metric_entry
 where org_id = $1 and client_id = any($2) and voided_at is null order by entered_on, id`,
    cells: ({ name, on, score, evidence }) => [name, on, points(score), evidence],
  },
  {
    key: 'silence',
    title: text('沉默预警', 'Silence alerts'),
    heads: [ON, text('依据', 'Basis'), STATUS, text('结论', 'Outcome'), text('说明', 'Note')],
    tables: ['silence_alert'],
    sql: `select to_char(raised_on, 'YYYY-MM-DD') as "on", basis, status, outcome, note from silence_alert
 where org_id = $1 and client_id = any($2) order by raised_on, id`,
    cells: ({ on, basis, status, outcome, note }) => [
      on,
      labelled(SILENCE_BASIS_LABELS, basis),
      labelled(SILENCE_ALERT_STATUS_LABELS, status),
      labelled(SILENCE_OUTCOME_LABELS, outcome),
      note,
    ],
  },
  {
    key: 'keyAccount',
    title: text('大客户名录', 'List of key accounts'),
    heads: [text('级别', 'Level'), text('层级', 'Tier'), text('起', 'From'), text('止', 'Until')],
    tables: ['key_account'],
    sql: `select level, tier, to_char(since, 'YYYY-MM-DD') as "from", to_char(released_on, 'YYYY-MM-DD') as "to" from key_account
 where org_id = $1 and client_id = any($2) order by since, id`,
    cells: ({ level, tier, from, to }) => [
      labelled(KEY_ACCOUNT_LEVEL_LABELS, level),
      labelled(KEY_ACCOUNT_TIER_LABELS, tier),
      from,
      to,
    ],
  },
  {
    key: 'nominations',
    title: text('大客户提名', 'Nominations'),
    heads: [NUMBER, KIND, STATUS, ON, text('理由与依据', 'Reason and evidence')],
    tables: ['key_account_nomination'],
    sql: `select number, kind, status, proposed_at as at,
       concat_ws('；', reason, management_evidence, credit_evidence, share_evidence, margin_evidence) as reason
  from key_account_nomination where org_id = $1 and client_id = any($2) order by proposed_at, id`,
    cells: ({ number, kind, status, at, reason }, day) => [
      number,
      labelled(KEY_ACCOUNT_NOMINATION_KIND_LABELS, kind),
      labelled(KEY_ACCOUNT_NOMINATION_STATUS_LABELS, status),
      day(at),
      reason,
    ],
  },
  {
    key: 'opinions',
    title: text('对客户经理的意见', 'Their opinions of who is named for them'),
    heads: [ON, text('满意度', 'Satisfaction'), WHAT],
    tables: ['key_account_opinion'],
    sql: `select to_char(given_on, 'YYYY-MM-DD') as "on", satisfaction, words from key_account_opinion
 where org_id = $1 and client_id = any($2) order by given_on, id`,
    cells: ({ on, satisfaction, words }) => [on, labelled(SATISFACTION_LABELS, satisfaction), words],
  },
]

export const COPY_PARTS_OF_DEALINGS: readonly CopyPart[] = [...CASES, ...OFFERS, ...JUDGED]
