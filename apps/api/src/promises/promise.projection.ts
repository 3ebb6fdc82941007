/** How promises are read; class and permission of each member come from the domain's tables. */
import {
  PROMISE_FIELDS,
  PROMISE_PAUSE_FIELDS,
  PROMISE_TRANSITIONS,
  type DueTimeExplanation,
  type DueTimeLine,
  type FactName,
  type PromiseRule,
} from '@steward/domain'
import { PART_FACTS } from '../complaints/complaint.facts.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { flag, before, is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  expression,
  id,
  instant,
  many,
  one,
  part,
  projection,
  values,
  type Fact,
  type Row,
} from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { connectionRoot, listRoot, plainRoot } from '../reads/roots.ts'
import { PromiseEntity, PromisePolicyEntity } from './promise.entity.ts'

const F = PROMISE_FIELDS
const internal = { class: 'internal' } as const

/** A promise is read as far as its case is; what became of it is its own. */
const PROMISE_FACTS: Readonly<Partial<Record<FactName, Fact>>> = {
  ...PART_FACTS,
  status: 'status',
  settledAt: 'settled_at',
  pausedAt: 'paused_at',
  dueBasis: 'basis',
}

/** The case's fact, for what belongs to a promise. */
const throughPromise = (fact: Fact): Fact => {
  if (typeof fact === 'string' || !('by' in fact)) throw new Error('not a fact of the case')
  return {
    sql: (alias) =>
      `select c.${fact.column} from promise p join ${fact.table} c on c.org_id = p.org_id and c.id = p.${fact.by}
        where p.org_id = ${alias}.org_id and p.id = ${alias}.promise_id`,
    reference: (row, { rows }) => {
      const promise = rows('promise').find((it) => it.id === row.promise_id)
      return rows(fact.table).find((it) => it.id === promise?.[fact.by])?.[fact.column] ?? null
    },
  }
}
const PROMISE_PART_FACTS = Object.fromEntries(
  Object.entries(PART_FACTS).map(([name, fact]) => [name, throughPromise(fact)]),
)

const complaintPromiseProjection = projection('ComplaintPromise', {
  table: 'promise',
  entity: PromiseEntity,
  permission: 'promise:read',
  facts: PROMISE_FACTS,
  fields: {
    id: id(),
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    kind: column('kind', F.kind),
    status: column('status', F.status),
    what: column('what', F.what),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    channel: column('channel', F.channel),
    owner: one('Staff', { ...F.ownerId, by: 'owner_id' }),
    department: one('Department', { ...F.departmentId, by: 'department_id' }),
    madeBy: one('Staff', { ...F.madeById, by: 'made_by_id' }),
    madeAt: instant('made_at', F.madeAt),
    basis: column('basis', F.basis),
    startedAt: instant('started_at', F.startedAt),
    budgetMinutes: column('budget_minutes', F.budgetMinutes),
    dueAt: instant('due_at', F.dueAt),
    explainDueTime: part('DueTimeExplanation', F.explanation),
    warnBeforeMinutes: column('warn_before_minutes', F.warnBeforeMinutes),
    pauseCapMinutes: column('pause_cap_minutes', F.pauseCapMinutes),
    pausedAt: instant('paused_at', F.pausedAt),
    pausedUntil: instant('paused_until', F.pausedUntil),
    pauses: many('PromisePause', {
      ...internal,
      foreign: 'promise_id',
      order: [['fromAt', 'asc']],
      typically: 1,
    }),
    dueSteps: many('PromiseDueStep', {
      ...internal,
      foreign: 'promise_id',
      order: [['dueAt', 'asc']],
      typically: 6,
    }),
    brokenAt: instant('broken_at', F.brokenAt),
    escalationLevel: column('escalation_level', F.escalationLevel),
    fulfilledAt: instant('fulfilled_at', F.fulfilledAt),
    fulfilledBy: one('Staff', { ...F.fulfilledById, by: 'fulfilled_by_id' }),
    answer: column('answer', F.answer),
    answerChannel: column('answer_channel', F.answerChannel),
    supersedes: one('ComplaintPromise', { ...F.supersedesId, by: 'supersedes_id' }),
    assent: column('assent', F.assent),
    settledAt: instant('settled_at', F.settledAt),
    task: one('ComplaintTask', { ...F.taskId, by: 'task_id' }),
    version: column('version', F.version),
    availableActions: actions(PROMISE_TRANSITIONS),
  },
})

const why = (row: Row): DueTimeExplanation => row.explanation as DueTimeExplanation

const number = (path: string, reference: (it: DueTimeExplanation) => number | null) =>
  expression({
    ...internal,
    sql: (alias) => `(${alias}.explanation #>> '{${path}}')::integer`,
    reference: (row) => reference(why(row)),
  })

/** Columns as the names of the published members; `on` and the like are words of SQL. */
const LINE: Readonly<Record<keyof DueTimeLine, string>> = {
  kind: 'text',
  on: 'text',
  until: 'text',
  weekday: 'text',
  dayKind: 'text',
  nameZh: 'text',
  nameEn: 'text',
  fromAt: 'text',
  toAt: 'text',
  minutes: 'integer',
  total: 'integer',
  isAssumed: 'boolean',
}
const recordset = (sql: string, types: Readonly<Record<string, string>>): string =>
  `jsonb_to_recordset(${sql}) as r(${Object.entries(types)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ')})`

const dueTimeExplanationProjection = projection('DueTimeExplanation', {
  table: 'promise',
  permission: 'signed-in',
  fields: {
    policyRevision: number('policyRevision', (it) => it.policyRevision),
    ruleSeverity: number('rule,severity', (it) => it.rule?.severity ?? null),
    rulePurpose: expression({
      ...internal,
      sql: (alias) => `${alias}.explanation #>> '{rule,purpose}'`,
      reference: (row) => why(row).rule?.purpose ?? null,
    }),
    ruleCategoryId: expression({
      ...internal,
      sql: (alias) => publishedIdSql('cat', `(${alias}.explanation #>> '{rule,categoryId}')::uuid`),
      reference: (row) => publishedCategory(why(row).rule?.categoryId),
    }),
    calendarRevision: number('calendarRevision', (it) => it.calendarRevision),
    assumesUnpublished: expression({
      ...internal,
      sql: (alias) =>
        `array(select y::integer from jsonb_array_elements_text(${alias}.explanation -> 'assumesUnpublished') y)`,
      reference: (row) => why(row).assumesUnpublished,
    }),
    lines: values('DueTimeLine', {
      ...internal,
      sql: (alias) => `select r.* from ${recordset(`${alias}.explanation -> 'lines'`, LINE)}`,
      reference: (row) => why(row).lines,
    }),
  },
})

const publishedCategory = (categoryId: string | null | undefined): string | null =>
  categoryId ? toGlobalId('ComplaintCategory', categoryId) : null

const promisePauseProjection = projection('PromisePause', {
  table: 'promise_pause',
  permission: 'promise:read',
  facts: PROMISE_PART_FACTS,
  fields: {
    reason: column('reason', PROMISE_PAUSE_FIELDS.reason),
    note: column('note', PROMISE_PAUSE_FIELDS.note),
    fromAt: instant('from_at', PROMISE_PAUSE_FIELDS.fromAt),
    untilAt: instant('until_at', PROMISE_PAUSE_FIELDS.untilAt),
    toAt: instant('to_at', PROMISE_PAUSE_FIELDS.toAt),
    by: one('Staff', { ...PROMISE_PAUSE_FIELDS.byId, by: 'by_id' }),
  },
})

const promiseDueStepProjection = projection('PromiseDueStep', {
  table: 'promise_due',
  permission: 'promise:read',
  facts: PROMISE_PART_FACTS,
  fields: {
    step: column('step', internal),
    dueAt: instant('due_at', internal),
    firedAt: instant('fired_at', internal),
    cancelledAt: instant('cancelled_at', internal),
  },
})

const RULE: Readonly<Record<keyof PromiseRule, string>> = {
  kind: 'text',
  severity: 'integer',
  purpose: 'text',
  grade: 'text',
  categoryId: 'uuid',
  budgetMinutes: 'integer',
  warnBeforeMinutes: 'integer',
  escalateAfterMinutes: 'integer[]',
  pauseCapMinutes: 'integer',
}
const ruleColumns = Object.keys(RULE)
  .map((name) =>
    name === 'categoryId' ? `${publishedIdSql('cat', 'r."categoryId"')} as "categoryId"` : `r."${name}"`,
  )
  .join(', ')

const promisePolicyProjection = projection('PromisePolicy', {
  table: 'promise_policy',
  entity: PromisePolicyEntity,
  permission: 'promisePolicy:read',
  fields: {
    id: id(),
    revision: column('revision', internal),
    rules: values('PromiseRule', {
      ...internal,
      sql: (alias) => `select ${ruleColumns} from ${recordset(`${alias}.rules`, RULE)}`,
      reference: (row) =>
        (row.rules as readonly PromiseRule[]).map((rule) => ({
          ...rule,
          categoryId: publishedCategory(rule.categoryId),
        })),
    }),
    setBy: one('Staff', { ...internal, by: 'set_by_id' }),
    setAt: instant('set_at', internal),
  },
})

export const promiseRoots = {
  // Reckoned from the policy and the calendar as they stand: no row of them is published.
  promiseOutlook: plainRoot(),
  promises: connectionRoot('ComplaintPromise', {
    filters: {
      mine: flag({
        discloses: ['owner'],
        sql: (alias, actor) => `(${alias}.owner_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.owner_id === actor.staffId,
      }),
      owed: flag({
        discloses: ['settledAt'],
        sql: (alias) => `${alias}.settled_at is null`,
        reference: (row) => row.settled_at === null,
      }),
      kind: isIn('kind'),
      status: isIn('status'),
      owner: is('owner'),
      department: is('department'),
      dueBefore: before('dueAt'),
    },
    orders: { DUE: [['dueAt', 'asc']], NEWEST: [['madeAt', 'desc']] },
  }),
  promisePolicies: listRoot('PromisePolicy', { order: [['revision', 'desc']], typically: 5 }),
}

/** The promises' page of the API's contents. */
export const PROMISE_PROJECTIONS = [
  complaintPromiseProjection,
  dueTimeExplanationProjection,
  promisePauseProjection,
  promiseDueStepProjection,
  promisePolicyProjection,
] as const
