/** How evaluations, overrides and appeals are read: as far as their client is. */
import { GRADE_CHANGE_FIELDS, GRADE_CHANGE_TRANSITIONS } from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import { flag, is, isIn } from '../../reads/filters.ts'
import {
  actions,
  column,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Expression,
  type Fact,
} from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { EvaluationEntity, GradeChangeEntity } from './evaluation.entity.ts'

const internal = { class: 'internal' } as const
const C = GRADE_CHANGE_FIELDS

const ofClient = (name: string): Fact => ({ table: 'client', by: 'client_id', column: name })
const OF_CLIENT = {
  keyAccountManagerId: ofClient('key_account_manager_id'),
  projectId: ofClient('project_id'),
  buildingId: ofClient('building_id'),
}

export const evaluationProjection = projection('Evaluation', {
  table: 'evaluation',
  entity: EvaluationEntity,
  permission: 'evaluation:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    cycle: one('GradingCycle', { ...internal, by: 'cycle_id' }),
    client: one('Client', { ...internal, by: 'client_id' }),
    project: one('Project', { ...internal, by: 'project_id' }),
    total: column('total', internal),
    ungraded: column('ungraded', internal),
    proposedGrade: column('proposed_grade', internal),
    finalGrade: column('final_grade', internal),
    previousCycle: one('GradingCycle', { ...internal, by: 'previous_cycle_id' }),
    previousGrade: column('previous_grade', internal),
    previousTotal: column('previous_total', internal),
    movement: column('movement', internal),
    leftOut: column('left_out', internal),
    changes: many('GradeChange', {
      ...internal,
      foreign: 'evaluation_id',
      order: [['raisedAt', 'desc']],
      typically: 1,
    }),
  },
})

const evaluationId: Expression<string> = {
  sql: (alias) => publishedIdSql(ID_PREFIXES.Evaluation, `${alias}.evaluation_id`),
  reference: (row) => toGlobalId('Evaluation', String(row.evaluation_id)),
}

export const gradeChangeProjection = projection('GradeChange', {
  table: 'grade_change',
  entity: GradeChangeEntity,
  permission: 'evaluation:read',
  facts: { ...OF_CLIENT, status: 'status', registeredById: 'raised_by_id', preparedById: 'raised_by_id' },
  fields: {
    id: id(),
    kind: column('kind', C.kind),
    status: column('status', C.status),
    client: one('Client', { ...C.clientId, by: 'client_id' }),
    evaluationId: expression({ ...C.evaluationId, ...evaluationId }),
    cycle: one('GradingCycle', { ...C.cycleId, by: 'cycle_id' }),
    fromGrade: column('from_grade', C.fromGrade),
    toGrade: column('to_grade', C.toGrade),
    reason: column('reason', C.reason),
    evidence: column('evidence', C.evidence),
    raisedBy: one('Staff', { ...C.raisedById, by: 'raised_by_id' }),
    raisedAt: instant('raised_at', C.raisedAt),
    decidedBy: one('Staff', { ...C.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', C.decidedAt),
    decisionNote: column('decision_note', C.decisionNote),
    carriedOutBy: one('GradingCycle', { ...C.carriedOutById, by: 'carried_out_by_id' }),
    version: column('version', C.version),
    availableActions: actions(GRADE_CHANGE_TRANSITIONS),
  },
})

const holds = (field: string, column_: string) =>
  flag({
    discloses: [field],
    sql: (alias) => `${alias}.${column_} is not null`,
    reference: (row) => row[column_] !== null,
  })

export const evaluationRoots = {
  evaluation: objectRoot('Evaluation'),
  evaluations: connectionRoot('Evaluation', {
    filters: {
      cycle: is('cycle'),
      client: is('client'),
      project: isIn('project'),
      grade: isIn('finalGrade'),
      movement: isIn('movement'),
      graded: holds('total', 'total'),
      leftOut: holds('leftOut', 'left_out'),
      overridden: flag({
        discloses: ['finalGrade', 'proposedGrade'],
        sql: (alias) => `${alias}.final_grade is distinct from ${alias}.proposed_grade`,
        reference: (row) => row.final_grade !== row.proposed_grade,
      }),
    },
    orders: { TOTAL: [['total', 'desc']] },
  }),
  gradeChanges: connectionRoot('GradeChange', {
    filters: { cycle: is('cycle'), status: isIn('status') },
    orders: { NEWEST: [['raisedAt', 'desc']] },
  }),
  // Computed of one snapshot by the domain; counted over all evaluations of a cycle.
  evaluationExplained: plainRoot(),
  gradeShares: plainRoot(),
}
