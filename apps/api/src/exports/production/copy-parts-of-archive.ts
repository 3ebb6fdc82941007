/** What a person's copy tells of the archive itself, of what was said, and of money. */
import {
  CARE_KIND_LABELS,
  CARE_STATUS_LABELS,
  CLIENT_RELATION_LABELS,
  CONSENT_DECISION_LABELS,
  CONSENT_PURPOSE_LABELS,
  COST_CLASS_LABELS,
  DUNNING_STEP_LABELS,
  MEMBERSHIP_STATUS_LABELS,
  PAYMENT_METHOD_LABELS,
  POINT_KIND_LABELS,
  RECEIVABLE_KIND_LABELS,
  RECONCILIATION_STATE_LABELS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUEST_STATUS_LABELS,
  text,
} from '@steward/domain'
import { AMOUNT, KIND, labelled, NUMBER, ON, STATUS, WHAT, yuan, type CopyPart } from './copy-part.ts'

export const COPY_PARTS_OF_ARCHIVE: readonly CopyPart[] = [
  {
    key: 'tags',
    title: text('标签', 'Tags'),
    heads: [WHAT],
    tables: ['client_tag'],
    sql: `select t.name_zh as name from client_tag c join tag t on t.org_id = c.org_id and t.id = c.tag_id
 where c.org_id = $1 and c.client_id = any($2) order by 1`,
    cells: ({ name }) => [name],
  },
  {
    key: 'stays',
    title: text('房屋', 'Units'),
    heads: [text('房号', 'Unit'), text('关系', 'Relation'), text('起', 'From'), text('止', 'Until')],
    tables: ['client_occupancy'],
    sql: `select p.name as project, u.label, o.relation, to_char(o.from_on, 'YYYY-MM-DD') as "from", to_char(o.to_on, 'YYYY-MM-DD') as "to"
  from client_occupancy o join unit u on u.org_id = o.org_id and u.id = o.unit_id
  join project p on p.org_id = u.org_id and p.id = u.project_id
 where o.org_id = $1 and o.client_id = any($2) and o.withdrawn_at is null order by o.from_on, o.id`,
    cells: ({ project, label, relation, from, to }) => [
      `${String(project)} ${String(label)}`,
      labelled(CLIENT_RELATION_LABELS, relation),
      from,
      to,
    ],
  },
  {
    key: 'consents',
    title: text('同意与撤回', 'Consents'),
    heads: [text('目的', 'Purpose'), text('决定', 'Decision'), ON],
    tables: ['client_consent'],
    sql: `select purpose, decision, at from client_consent where org_id = $1 and client_id = any($2) order by at, id`,
    cells: ({ purpose, decision, at }, day) => [
      labelled(CONSENT_PURPOSE_LABELS, purpose),
      labelled(CONSENT_DECISION_LABELS, decision),
      day(at),
    ],
  },
  {
    key: 'receptions',
    title: text('接待', 'Receptions'),
    heads: [ON, WHAT, text('结果', 'Result'), text('后续', 'What followed')],
    tables: ['reception'],
    sql: `select at, words, result, concat_ws('；', next_step, next_outcome) as next
  from reception where org_id = $1 and client_id = any($2) order by at, id`,
    cells: ({ at, words, result, next }, day) => [day(at), words, result, next],
  },
  {
    key: 'leads',
    title: text('咨询与意向', 'Enquiries'),
    heads: [NUMBER, ON, text('需求', 'Need')],
    tables: ['lead'],
    sql: `select number, opened_at as at, need from lead where org_id = $1 and client_id = any($2) order by opened_at, id`,
    cells: ({ number, at, need }, day) => [number, day(at), need],
  },
  {
    key: 'charges',
    title: text('应收', 'Charges'),
    heads: [NUMBER, KIND, text('账期', 'Period'), AMOUNT, text('到期', 'Due'), text('说明', 'Note')],
    tables: ['receivable', 'payment_allocation'],
    sql: `select number, kind, period, amount_minor as "amount", to_char(due_on, 'YYYY-MM-DD') as "dueOn", note from receivable
 where org_id = $1 and client_id = any($2) and state <> 'VOID' order by due_on, id`,
    cells: ({ number, kind, period, amount, dueOn, note }) => [
      number,
      labelled(RECEIVABLE_KIND_LABELS, kind),
      period,
      yuan(amount),
      dueOn,
      note,
    ],
  },
  {
    key: 'payments',
    title: text('收款', 'Payments'),
    heads: [NUMBER, text('方式', 'Method'), AMOUNT, ON],
    tables: ['payment'],
    sql: `select number, method, amount_minor as "amount", to_char(received_on, 'YYYY-MM-DD') as "on" from payment
 where org_id = $1 and client_id = any($2) order by received_on, id`,
    cells: ({ number, method, amount, on }) => [
      number,
      labelled(PAYMENT_METHOD_LABELS, method),
      yuan(amount),
      on,
    ],
  },
  {
    key: 'statements',
    title: text('对账单', 'Statements of account'),
    heads: [NUMBER, text('截至', 'As of'), STATUS, AMOUNT, text('异议与答复', 'Disputed, and the answer')],
    tables: ['reconciliation', 'reconciliation_line'],
    sql: `select s.number, to_char(s.as_of_on, 'YYYY-MM-DD') as "on", s.state, s.open_minor as "open",
  (select string_agg(concat_ws('：', r.number, concat_ws('／', l.dispute_reason, l.answer)), '；' order by l.position)
     from reconciliation_line l join receivable r on r.org_id = l.org_id and r.id = l.receivable_id
    where l.org_id = s.org_id and l.reconciliation_id = s.id and l.disputed_at is not null) as disputed
  from reconciliation s where s.org_id = $1 and s.client_id = any($2) order by s.issued_at, s.id`,
    cells: ({ number, on, state, open, disputed }) => [
      number,
      on,
      labelled(RECONCILIATION_STATE_LABELS, state),
      yuan(open),
      disputed,
    ],
  },
  {
    key: 'dunning',
    title: text('催收记录', 'Collection'),
    heads: [NUMBER, text('步骤', 'Step'), ON, text('结果', 'What came of it')],
    tables: ['dunning_notice'],
    sql: `select r.number, n.step, n.taken_at as at, n.outcome from dunning_notice n
  join receivable r on r.org_id = n.org_id and r.id = n.receivable_id
 where n.org_id = $1 and r.client_id = any($2) order by n.taken_at, n.id`,
    cells: ({ number, step, at, outcome }, day) => [
      number,
      labelled(DUNNING_STEP_LABELS, step),
      day(at),
      outcome,
    ],
  },
  {
    key: 'holds',
    title: text('暂缓催收', 'Collection held'),
    heads: [NUMBER, ON, text('原因', 'Reason')],
    tables: ['dunning_hold'],
    sql: `select r.number, h.held_at as at, h.reason from dunning_hold h
  join receivable r on r.org_id = h.org_id and r.id = h.receivable_id
 where h.org_id = $1 and r.client_id = any($2) order by h.held_at, h.id`,
    cells: ({ number, at, reason }, day) => [number, day(at), reason],
  },
  {
    // The sums are what the house spent, and say nothing of the person.
    key: 'services',
    title: text('为您提供的服务', 'What was done for them'),
    heads: [NUMBER, KIND, ON, WHAT],
    tables: ['cost_event'],
    sql: `select number, cost_class as class, to_char(occurred_on, 'YYYY-MM-DD') as "on", purpose from cost_event
 where org_id = $1 and client_id = any($2) and voided_at is null order by occurred_on, id`,
    cells: ({ number, class: of, on, purpose }) => [number, labelled(COST_CLASS_LABELS, of), on, purpose],
  },
  {
    key: 'care',
    title: text('关怀', 'Care'),
    heads: [ON, KIND, STATUS, text('说明', 'Reason')],
    tables: ['care_occasion'],
    sql: `select to_char(occurs_on, 'YYYY-MM-DD') as "on", kind, status, concat_ws(' ', reason, despite) as reason from care_occasion
 where org_id = $1 and client_id = any($2) order by occurs_on, id`,
    cells: ({ on, kind, status, reason }) => [
      on,
      labelled(CARE_KIND_LABELS, kind),
      labelled(CARE_STATUS_LABELS, status),
      reason,
    ],
  },
  {
    key: 'membership',
    title: text('会员', 'Membership'),
    heads: [NUMBER, text('入会', 'Joined'), STATUS, text('积分余额', 'Points'), text('到期', 'Until')],
    tables: ['membership'],
    sql: `select number, to_char(joined_on, 'YYYY-MM-DD') as joined, status, balance, to_char(renews_on, 'YYYY-MM-DD') as until
  from membership where org_id = $1 and client_id = any($2) order by joined_on, id`,
    cells: ({ number, joined, status, balance, until }) => [
      number,
      joined,
      labelled(MEMBERSHIP_STATUS_LABELS, status),
      balance,
      until,
    ],
  },
  {
    key: 'points',
    title: text('积分明细', 'Points'),
    heads: [ON, KIND, text('积分', 'Points'), text('说明', 'Reason')],
    tables: ['point_entry'],
    sql: `select to_char(e.occurred_on, 'YYYY-MM-DD') as "on", e.kind, e.points, e.reason from point_entry e
  join membership m on m.org_id = e.org_id and m.id = e.membership_id
 where e.org_id = $1 and m.client_id = any($2) order by e.at, e.id`,
    cells: ({ on, kind, points, reason }) => [on, labelled(POINT_KIND_LABELS, kind), points, reason],
  },
  {
    key: 'files',
    title: text('附件', 'Files'),
    heads: [text('名称', 'Name'), text('说明', 'Note'), ON],
    tables: ['attachment'],
    sql: `select name, note, added_at as at from attachment
 where org_id = $1 and client_id = any($2) and removed_at is null order by added_at, id`,
    cells: ({ name, note, at }, day) => [name, note, day(at)],
  },
  {
    key: 'requests',
    title: text('本人的请求', 'Requests of their own'),
    heads: [NUMBER, text('请求', 'What is asked'), STATUS, ON],
    tables: ['subject_request'],
    sql: `select number, kind, status, registered_at as at from subject_request
 where org_id = $1 and client_id = any($2) order by registered_at, id`,
    cells: ({ number, kind, status, at }, day) => [
      number,
      labelled(SUBJECT_REQUEST_KIND_LABELS, kind),
      labelled(SUBJECT_REQUEST_STATUS_LABELS, status),
      day(at),
    ],
  },
]
