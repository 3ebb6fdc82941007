/** What generated rows of the product's own tables must keep to, so that every published form can be made of them. */
import {
  AUDIT_SUBJECTS,
  COMPLAINT_ACTIONS,
  DEFAULT_AUTHORITY_LIMITS,
  DEFAULT_PROMISE_RULES,
  DEFAULT_SIGNATURE_POLICY,
  HANDOVER_OUTCOMES,
  LEAD_EVENTS,
  NOTICE_SUBJECTS,
  ROLES,
  STEP_LEVELS,
  STEP_MEANINGS,
  STEP_STATES,
} from '@steward/domain'
import type { FillOptions } from './fill-tables.ts'
import { MONEY_VALUES } from './money-rows.ts'
import { PLAN_VALUES } from './plan-rows.ts'
import { SALES_VALUES } from './sales-rows.ts'

/** What an entry can say of a member: texts, numbers, lists, nothing, and commitments. */
const CHANGES = [
  {},
  { name: [null, `it's "quoted" \\ and\nbroken`], version: [1, 2], open: [true, false] },
  {
    roles: [['ADMIN'], ['ADMIN', '王']],
    summary: [{ commitment: 'ab12' }, null],
    a: [{ b: [1, null] }, 'x'],
  },
]

/** Why a promise is due: reckoned by a rule, or set by a person, with and without lines. */
const EXPLANATIONS = [
  { policyRevision: null, rule: null, calendarRevision: 0, assumesUnpublished: [], lines: [] },
  {
    policyRevision: 2,
    rule: { ...DEFAULT_PROMISE_RULES[1], categoryId: '01000000-0000-7000-8000-000000000001' },
    calendarRevision: 3,
    assumesUnpublished: [2027, 2028],
    lines: ['WORK', 'PAUSE', 'DAY_OFF'].map((kind, at) => ({
      kind,
      on: '2026-11-23',
      until: '2026-11-24',
      weekday: 'MONDAY',
      dayKind: 'WORKDAY',
      nameZh: at === 0 ? null : `it's "假期"`,
      nameEn: at === 0 ? null : 'holiday',
      fromAt: '2026-11-23T00:30:00.000Z',
      toAt: '2026-11-23T04:00:00.000Z',
      minutes: 210,
      total: 210 * at,
      isAssumed: at === 2,
    })),
  },
]

/** What is written, and the rows of the authority matrix. */
const DOCUMENT_CONTENTS = [
  {
    clauses: [
      { heading: '目的', body: `it's "quoted" \\ and\nbroken` },
      { heading: '<b>', body: '' },
    ],
  },
  { limits: DEFAULT_AUTHORITY_LIMITS },
  DEFAULT_SIGNATURE_POLICY,
  {
    standard: {
      criteria: [
        {
          key: 'revenue',
          name: `it's "收入"`,
          metric: 'REVENUE',
          weight: 6_000,
          scale: {
            way: 'BANDS',
            bands: [
              { from: null, score: 0 },
              { from: -5, score: 1 },
            ],
          },
          missing: { rule: 'DEFAULT', score: 5_000 },
          target: 900_000_000_000,
        },
        {
          key: 'recency',
          name: '往来',
          metric: 'RECENCY',
          weight: 4_000,
          scale: {
            way: 'LINE',
            corners: [
              { at: 0, score: 10_000 },
              { at: 365, score: 0 },
            ],
          },
          missing: { rule: 'REWEIGH' },
          target: null,
        },
      ],
      grades: [
        { grade: 'A', from: 8_500 },
        { grade: 'B', from: 0 },
      ],
      earns: [{ grade: 'A', what: '走访 & <b>', timesAYear: 4, minutes: 60, costMinor: 20_000 }],
      leastWeight: 3_000,
    },
  },
  {
    destroyed: [
      {
        subject: 'CONTROLLED_COPY',
        subjectId: '01000000-0000-7000-8000-000000000004',
        what: `第 2 号“副本”, it's`,
        medium: 'PAPER',
        method: '粉碎',
        place: '档案室',
        destroyedOn: '2026-11-27',
        witnesses: null,
      },
    ],
  },
  { clauses: [] },
]

/** What a verification found, with and without a place. */
const REMARK = { code: 'HASH_DIFFERS', textZh: '第 3 号条目：“不符”。', textEn: `it's "changed".` }
const REMARKS = [
  [],
  [
    { ...REMARK, entry: null, signOffId: null, complaintId: null, complaintNumber: null },
    {
      ...REMARK,
      entry: 3,
      signOffId: '01000000-0000-7000-8000-000000000002',
      complaintId: '01000000-0000-7000-8000-000000000003',
      complaintNumber: '2611-0003',
    },
  ],
]

/** How a reception stood before it was amended. */
const EARLIER = [
  [],
  [
    {
      until: '2026-02-01T00:00:00.001Z',
      words: `it's "quoted" \\ and\nbroken`,
      result: null,
      nextStep: '再约',
    },
    { until: '2026-02-01T01:00:00.000Z', words: '王', result: '已答复', nextStep: null },
  ],
]

/** What columns of files mean, with and without words. */
const IMPORT_SPECS = [
  { kind: 'CLIENTS', source: `it's "旧系统"`, encoding: null, columns: [], constants: [] },
  {
    kind: 'UNITS',
    source: '开发商',
    encoding: 'GB18030',
    columns: [
      { column: '小区', field: 'project', values: [{ key: '翠湖', value: '翠湖花园' }] },
      { column: '备注', field: null, values: [] },
    ],
    constants: [{ key: 'building', value: '1栋' }],
  },
]

/** Tables that are filled otherwise, and columns whose published form is made by an expression. */
export const PRODUCT_ROWS: Pick<FillOptions, 'without' | 'values'> = {
  without: [
    'session',
    'notice_due',
    'handover_due',
    'signing_due',
    'lead_due',
    'opportunity_due',
    'service_agreement_due',
    'silence_due',
    'standing_due',
    'standing_figures',
    'care_due',
    'membership_due',
    'document_due',
    'attachment_due',
    'copy_due',
    'copy_file_key',
    'import_source_due',
    'subject_request_due',
    'information_inventory_due',
    'dunning_due',
    'key_account_due',
    'equipment_inspection_due',
    'webhook_due',
    'webhook_secret',
  ],
  values: {
    'staff_role.role': ROLES,
    ...MONEY_VALUES,
    'care_policy.rules': [
      [],
      [
        {
          kind: 'FESTIVAL',
          festival: 'MID_AUTUMN',
          grades: [`it's "A"`],
          means: 'CARD',
          daysBefore: 3,
          everyDays: null,
          owner: 'MANAGER',
        },
      ],
    ],
    'care_policy.quiet_from': [0, 1_260],
    'care_policy.quiet_to': [0, 480],
    'care_policy.cap_contacts': [1],
    'care_policy.cap_days': [7],
    'client_contact.preferred_hours': [null, '随时', '9:00-11:30', '晚上 19：30—23:59', '25:00-26:00'],
    'membership_policy.levels': [[], [{ name: `it's "金卡"`, fromPoints: 0, gives: '王' }]],
    'complaint_event.action': COMPLAINT_ACTIONS,
    'lead_event.action': LEAD_EVENTS,
    ...SALES_VALUES,
    ...PLAN_VALUES,
    'audit_entry.subject_type': AUDIT_SUBJECTS,
    'key_account_dossier.rivals': [
      [],
      [{ name: `it's "quoted"`, shareBasisPoints: 2500, strengths: null, weaknesses: '价高' }],
    ],
    'key_account_policy.earnings': [
      [],
      [{ tier: 'CORE', priority: `it's "quoted"`, trials: null, discount: '九折', symposium: null }],
    ],
    'client_merge.counts': [[], [{ what: `it's "quoted"`, survivor: 1, merged: 2, staying: 0 }]],
    'grading_cycle.grade_counts': [
      [],
      [
        { grade: `it's "A"`, count: 2 },
        { grade: null, count: 0 },
      ],
    ],
    'grading_cycle.standard': [
      null,
      {
        grades: [
          { grade: 'A', from: 8_500 },
          { grade: 'B', from: 0 },
        ],
      },
    ],
    'grading_cycle.status': ['PUBLISHED', 'SCORED', 'PUBLISHED'],
    'evaluation.left_out': [null, null, 'ERASED'],
    'custom_field.choices': [[], [{ key: 'c1', zh: `it's "quoted"`, en: '' }]],
    'audit_entry.changes': CHANGES,
    'document_revision.content': DOCUMENT_CONTENTS,
    'handover_item.outcome': [...HANDOVER_OUTCOMES, null],
    'import_mapping.spec': IMPORT_SPECS,
    'ledger_verification.findings': REMARKS,
    'ledger_verification.notes': REMARKS,
    'notice.subject_type': NOTICE_SUBJECTS,
    'notice_preference.quiet_from': [0, 1_439, 1_260],
    'notice_preference.quiet_to': [0, 61, 480],
    'notice_preference.digest_at': [0, 9, 510],
    'organization_profile.time_zone': ['Asia/Shanghai'],
    'promise.explanation': EXPLANATIONS,
    'sign_off.meaning': ['RECORDED', 'PREPARED', 'CLOSED'],
    'sign_off.gives': [true],
    'sign_off.followed_gives': [true],
    'sign_off.delegation_id': [null],
    'reception.earlier': EARLIER,
    'signing_step.meaning': STEP_MEANINGS,
    'signing_step.level': STEP_LEVELS,
    'signing_step.state': [...STEP_STATES, 'OPEN', 'OPEN'],
    'signing_step.roles': [[], ...ROLES.map((role) => [role]), ['CS_MANAGER', 'QUALITY']],
    'promise_policy.rules': [[], DEFAULT_PROMISE_RULES],
  },
}
