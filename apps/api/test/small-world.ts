/** A world of a few types for the read path's own tests: every kind of field, filter, order and relation, on its own tables. */
import { COMPLAINT_TRANSITIONS } from '@steward/domain'
import { buildSchema, type GraphQLSchema } from 'graphql'
import type { DoorRule } from '../src/access/permission.ts'
import { actionName } from '../src/reads/action-name.ts'
import { before, flag, from, is, isIn, where } from '../src/reads/filters.ts'
import {
  actions,
  column,
  connection,
  constant,
  day,
  expression,
  id,
  instant,
  latest,
  many,
  ofActor,
  one,
  part,
  projection,
} from '../src/reads/projection.ts'
import { readModel } from '../src/reads/read-model.ts'
import { connectionRoot, listRoot, nodeRoot, objectRoot, plainRoot, valueRoot } from '../src/reads/roots.ts'

const internal = { class: 'internal' } as const

/** What a service would return for a case. */
export class CaseRow {
  readonly id: string
  constructor(rowId: string) {
    this.id = rowId
  }
}

const person = projection('Person', {
  table: 'staff',
  prefix: 'per',
  permission: 'staff:read',
  fields: {
    id: id(),
    name: column('name', internal),
    // Stands for any masked value: who may not see it reads the other column.
    position: column('position', { class: 'sensitive', permission: 'staff:hire', masked: 'sign_in_name' }),
    team: one('Team', { ...internal, by: 'department_id' }),
    cases: connection('Case', {
      ...internal,
      foreign: 'assignee_id',
      orders: { NEWEST: [['openedAt', 'desc']], DUE: [['dueOn', 'asc']] },
      filters: { track: is('track') },
    }),
  },
})

const team = projection('Team', {
  table: 'department',
  prefix: 'tem',
  permission: 'department:read',
  fields: {
    id: id(),
    name: column('name', internal),
    people: many('Person', {
      ...internal,
      foreign: 'department_id',
      order: [['name', 'desc']],
      typically: 4,
    }),
  },
})

const file = projection('Case', {
  table: 'w_case',
  prefix: 'cas',
  entity: CaseRow,
  permission: 'complaint:read',
  facts: {
    status: 'status',
    track: 'track',
    registeredById: 'registered_by_id',
    assigneeId: 'assignee_id',
    handlingDepartmentId: 'team_id',
    taskAssigneeIds: { each: 'w_step', foreign: 'case_id', column: 'assignee_id' },
    dispatchedDepartmentIds: { each: 'w_step', foreign: 'case_id', column: 'team_id' },
    projectId: { table: 'w_place', by: 'place_id', column: 'project_id' },
    buildingId: { table: 'w_place', by: 'place_id', column: 'building_id' },
    approvedAt: 'approved_at',
    authorityAmountMinor: 'amount_minor',
    proposerId: 'registered_by_id',
    reviewerId: 'assignee_id',
    approverId: 'assignee_id',
    approvalOwedUntil: 'approved_at',
    reviewsOwed: 'amount_minor',
    agreementOwed: 'urgent',
    agreementRevisionId: 'assignee_id',
    // The rest lie wherever a column of their type is: what they mean does not matter here.
    keyAccountManagerId: 'registered_by_id',
    investigatedById: 'assignee_id',
    handlerId: 'assignee_id',
    followedUpById: 'registered_by_id',
    followUpSatisfied: 'urgent',
    findings: 'facts',
    preventionNote: 'facts',
    kind: 'track',
    cause: 'track',
    currentOptionKind: 'track',
    confirmationMode: 'facts',
    offeredAt: 'approved_at',
    referralAnsweredAt: 'approved_at',
    handoverId: 'assignee_id',
    nextDueAt: 'approved_at',
    settledAt: 'approved_at',
    pausedAt: 'approved_at',
    dueBasis: 'facts',
    openTaskCount: {
      sql: (alias) =>
        `select count(*) from w_step s where s.org_id = ${alias}.org_id and s.case_id = ${alias}.id`,
      reference: (row, { rows }) => rows('w_step').filter((step) => step['case_id'] === row['id']).length,
    },
  },
  fields: {
    id: id(),
    number: column('number', internal),
    status: column('status', internal),
    track: column('track', internal),
    urgent: column('urgent', internal),
    openedAt: instant('opened_at', internal),
    approvedAt: instant('approved_at', internal),
    dueOn: day('due_on', internal),
    tags: column('tags', internal),
    facts: column('facts', { class: 'personal', permission: 'complaint:readFacts' }),
    amountMinor: column('amount_minor', { class: 'internal', permission: 'complaint:readAmounts' }),
    currency: constant('CNY'),
    money: part('Money', { class: 'internal', permission: 'complaint:readAmounts' }),
    registeredBy: one('Person', { ...internal, by: 'registered_by_id' }),
    assignee: one('Person', { class: 'internal', permission: 'complaint:readHandling', by: 'assignee_id' }),
    team: one('Team', { ...internal, by: 'team_id' }),
    steps: many('Step', { ...internal, foreign: 'case_id', order: [['note', 'asc']], typically: 3 }),
    lastStep: latest('Step', { ...internal, foreign: 'case_id', order: [['at', 'desc']] }),
    stepPage: connection('Step', { ...internal, foreign: 'case_id', orders: { ONLY: [['at', 'asc']] } }),
    stepCount: expression({
      ...internal,
      sql: (alias) =>
        `(select count(*) from w_step s where s.org_id = ${alias}.org_id and s.case_id = ${alias}.id)`,
      reference: (row, { rows }) => rows('w_step').filter((step) => step['case_id'] === row['id']).length,
    }),
    isMine: expression({
      ...internal,
      sql: (alias, actor) => `coalesce(${alias}.assignee_id = ${actor.staffId}, false)`,
      reference: (row, { actor }) => row['assignee_id'] === actor?.staffId,
    }),
    availableActions: actions(COMPLAINT_TRANSITIONS),
  },
})

const money = projection('Money', {
  table: 'w_case',
  permission: 'signed-in',
  fields: { minor: column('amount_minor', internal), currency: constant('CNY') },
})

const step = projection('Step', {
  table: 'w_step',
  prefix: 'stp',
  permission: 'task:read',
  facts: {
    assigneeId: 'assignee_id',
    handlingDepartmentId: 'team_id',
    dispatchingDepartmentId: 'team_id',
    registeredById: { table: 'w_case', by: 'case_id', column: 'registered_by_id' },
    keyAccountManagerId: { table: 'w_case', by: 'case_id', column: 'assignee_id' },
    projectId: { table: 'w_case', by: 'case_id', column: 'place_id' },
  },
  fields: {
    id: id(),
    note: column('note', { class: 'personal', permission: 'task:readInstruction' }),
    at: instant('at', internal),
    case: one('Case', { ...internal, by: 'case_id' }),
    assignee: one('Person', { ...internal, by: 'assignee_id' }),
  },
})

const me = projection('Me', {
  table: 'staff',
  permission: 'signed-in',
  fields: { person: one('Person', { ...internal, by: 'id' }), roles: ofActor(({ roles }) => roles) },
})

export const model = readModel([person, team, file, money, step, me], {
  node: nodeRoot(),
  case: objectRoot('Case'),
  caseByNumber: objectRoot('Case', { filters: { number: is('number') } }),
  cases: connectionRoot('Case', {
    filters: {
      status: isIn('status'),
      track: is('track'),
      team: isIn('team'),
      assignee: is('assignee'),
      openedFrom: from('openedAt'),
      openedBefore: before('openedAt'),
      dueFrom: from('dueOn'),
      amountMinor: is('amountMinor'),
      mine: flag({
        discloses: ['assignee'],
        sql: (alias, actor) => `${alias}.assignee_id = ${actor.staffId}`,
        reference: (row, { actor }) => row['assignee_id'] === actor?.staffId,
      }),
      numberStarts: where({
        discloses: ['number'],
        sql: (alias, value) => `starts_with(${alias}.number, ${value})`,
        reference: (row, value) => String(row['number']).startsWith(String(value)),
      }),
      factsHave: where({
        discloses: ['facts'],
        sql: (alias, value) => `strpos(${alias}.facts, ${value}) > 0`,
        reference: (row, value) => String(row['facts'] ?? '').includes(String(value)),
      }),
      toldNothing: flag({
        discloses: ['facts'],
        sql: (alias) => `${alias}.facts is null`,
        reference: (row) => row['facts'] === null,
      }),
    },
    orders: {
      NEWEST: [['openedAt', 'desc']],
      NUMBER: [['number', 'asc']],
      DUE: [
        ['dueOn', 'asc'],
        ['openedAt', 'desc'],
      ],
      AMOUNT: [['amountMinor', 'desc']],
      ASSIGNEE: [['assignee', 'asc']],
    },
  }),
  approvedCases: connectionRoot('Case', {
    only: {
      sql: (alias) => `${alias}.approved_at is not null`,
      reference: (row) => row['approved_at'] !== null,
    },
    orders: {
      BY_AMOUNT: [
        ['amountMinor', 'asc'],
        ['openedAt', 'desc'],
      ],
    },
  }),
  teams: listRoot('Team', { order: [['name', 'asc']], typically: 3 }),
  me: objectRoot('Me', {
    only: {
      sql: (alias, actor) => `${alias}.id = ${actor.staffId}`,
      reference: (row, { actor }) => row['id'] === actor?.staffId,
    },
  }),
  answer: valueRoot({ sql: () => '42', reference: () => 42 }),
  ping: plainRoot(),
})

const DOORS: Readonly<Record<string, DoorRule>> = {
  node: 'signed-in',
  case: 'complaint:read',
  caseByNumber: 'complaint:read',
  cases: 'complaint:read',
  approvedCases: 'complaint:read',
  teams: 'department:read',
  me: 'anonymous',
  answer: 'anonymous',
  ping: 'anonymous',
  touch: 'complaint:read',
  renameTeam: 'department:change',
}

const ACTIONS = [...new Set(COMPLAINT_TRANSITIONS.map(({ action }) => action))]

/** Built anew for each caller, because production replaces resolvers in place. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(`
    interface Node { id: ID! }
    enum Track { QUICK FORMAL }
    enum CaseOrder { NEWEST NUMBER DUE AMOUNT ASSIGNEE }
    enum PersonCaseOrder { NEWEST DUE }
    enum Action { ${ACTIONS.map(actionName).join(' ')} }
    type Person implements Node { id: ID! name: String! position: String team: Team
      cases(first: Int!, after: String, orderBy: PersonCaseOrder, track: Track): CaseConnection! }
    type Team implements Node { id: ID! name: String! people: [Person!]! }
    type Money { minor: Int currency: String! }
    type Case implements Node { id: ID! number: String! status: String! track: Track! urgent: Boolean!
      openedAt: String! approvedAt: String dueOn: String tags: [String!]! facts: String amountMinor: Int currency: String!
      money: Money registeredBy: Person assignee: Person team: Team steps: [Step!]! lastStep: Step
      stepPage(first: Int!, after: String): StepConnection! stepCount: Int! isMine: Boolean! availableActions: [Action!]! }
    type Step implements Node { id: ID! note: String at: String! case: Case assignee: Person }
    type Me { person: Person roles: [String!]! }
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type CaseEdge { node: Case! cursor: String! }
    type CaseConnection { edges: [CaseEdge!]! pageInfo: PageInfo! totalCount: Int! totalCountIsCapped: Boolean! }
    type StepEdge { node: Step! cursor: String! }
    type StepConnection { edges: [StepEdge!]! pageInfo: PageInfo! totalCount: Int! totalCountIsCapped: Boolean! }
    input CaseFilter { status: [String!] track: Track team: [ID!] assignee: ID openedFrom: String openedBefore: String
      dueFrom: String amountMinor: Int mine: Boolean numberStarts: String factsHave: String
      toldNothing: Boolean }
    type Query { node(id: ID!): Node case(id: ID!): Case caseByNumber(number: String!): Case
      cases(first: Int!, after: String, orderBy: CaseOrder = NEWEST, filter: CaseFilter): CaseConnection!
      approvedCases(first: Int!, after: String): CaseConnection! teams: [Team!]! me: Me answer: Int! ping: String! }
    interface UserError { message: String! }
    type Refused implements UserError { message: String! }
    type Renamed { name: String! }
    union TouchPayload = Case | Refused
    union RenameTeamPayload = Renamed | Refused
    type Mutation { touch(id: ID!): TouchPayload! renameTeam(name: String!): RenameTeamPayload! }
  `)
  for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
    for (const field of Object.values(type.getFields())) field.extensions = { permission: DOORS[field.name] }
  }
  return schema
}
