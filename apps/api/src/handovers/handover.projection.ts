/** How hand-overs are read; class and permission of each member come from the domain's tables. */
import { HANDOVER_FIELDS, HANDOVER_ITEM_FIELDS, HANDOVER_TRANSITIONS, type FactName } from '@steward/domain'
import { flag, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Fact,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { HandoverEntity, HandoverItemEntity } from './handover.entity.ts'

const F = HANDOVER_FIELDS
const I = HANDOVER_ITEM_FIELDS
const internal = { class: 'internal' } as const

/** The domain's `handoverFacts`. */
const COLUMNS = {
  status: 'status',
  registeredById: 'giver_id',
  recipientId: 'receiver_id',
  handlingDepartmentId: 'department_id',
} as const satisfies Partial<Record<FactName, string>>

const OF_ITEM = Object.fromEntries(
  Object.entries(COLUMNS).map(([name, of]) => [name, { table: 'handover', by: 'handover_id', column: of }]),
) as Partial<Record<FactName, Fact>>

export const handoverProjection = projection('Handover', {
  table: 'handover',
  entity: HandoverEntity,
  permission: 'handover:read',
  facts: COLUMNS,
  fields: {
    id: id(),
    kind: column('kind', F.kind),
    status: column('status', F.status),
    giver: one('Staff', { ...F.giverId, by: 'giver_id' }),
    receiver: one('Staff', { ...F.receiverId, by: 'receiver_id' }),
    department: one('Department', { ...F.departmentId, by: 'department_id' }),
    note: column('note', F.note),
    offeredAt: instant('offered_at', F.offeredAt),
    answeredBy: one('Staff', { ...F.answeredById, by: 'answered_by_id' }),
    answeredAt: instant('answered_at', F.answeredAt),
    reason: column('reason', F.reason),
    caseCount: expression({
      ...internal,
      sql: (alias) => `(select count(*)::integer from handover_item i
        where i.org_id = ${alias}.org_id and i.handover_id = ${alias}.id and i.promise_id is null)`,
      reference: (row, { rows }) =>
        rows('handover_item').filter((item) => item.handover_id === row.id && item.promise_id === null)
          .length,
    }),
    items: many('HandoverItem', {
      ...internal,
      foreign: 'handover_id',
      order: [['position', 'asc']],
      typically: 12,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'desc']], typically: 1 }),
    version: column('version', F.version),
    availableActions: actions(HANDOVER_TRANSITIONS),
  },
})

export const handoverItemProjection = projection('HandoverItem', {
  table: 'handover_item',
  entity: HandoverItemEntity,
  permission: 'handover:read',
  facts: OF_ITEM,
  fields: {
    id: id(),
    position: column('position', I.position),
    complaint: one('Complaint', { ...I.complaintId, by: 'complaint_id' }),
    promise: one('ComplaintPromise', { ...I.promiseId, by: 'promise_id' }),
    number: column('number', I.number),
    severity: column('severity', I.severity),
    summary: column('summary', I.summary),
    status: column('status', I.status),
    promiseKind: column('promise_kind', I.promiseKind),
    promiseStatus: column('promise_status', I.promiseStatus),
    what: column('what', I.what),
    dueAt: instant('due_at', I.dueAt),
    remark: column('remark', I.remark),
    question: column('question', I.question),
    askedBy: one('Staff', { ...I.askedById, by: 'asked_by_id' }),
    reply: column('reply', I.reply),
    /** A promise that was settled since says so at once; of cases it is written when they leave the hand-over. */
    state: expression({
      ...internal,
      sql: (alias) => `coalesce(${alias}.outcome, (select 'SETTLED' from promise p
        where p.org_id = ${alias}.org_id and p.id = ${alias}.promise_id and p.settled_at is not null), 'STANDS')`,
      reference: (row, { rows }) => {
        const promise = rows('promise').find(({ id: its }) => its === row.promise_id)
        return row.outcome ?? (promise && promise.settled_at !== null ? 'SETTLED' : 'STANDS')
      },
    }),
  },
})

export const handoverRoots = {
  handover: objectRoot('Handover'),
  handovers: connectionRoot('Handover', {
    filters: {
      awaitingMe: flag({
        discloses: ['status', 'receiver', 'department', 'giver'],
        sql: (alias, actor) => `(${alias}.status = 'OFFERED' and ${alias}.giver_id <> ${actor.staffId}
          and (${alias}.receiver_id = ${actor.staffId} or ${alias}.department_id = ${actor.departmentId})) is true`,
        reference: (row, { actor }) =>
          actor !== undefined &&
          row.status === 'OFFERED' &&
          row.giver_id !== actor.staffId &&
          (row.receiver_id === actor.staffId ||
            (actor.departmentId !== null && row.department_id === actor.departmentId)),
      }),
      mine: flag({
        discloses: ['giver'],
        sql: (alias, actor) => `(${alias}.giver_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.giver_id === actor.staffId,
      }),
      kind: isIn('kind'),
      status: isIn('status'),
    },
    orders: { NEWEST: [['offeredAt', 'desc']], OLDEST: [['offeredAt', 'asc']] },
  }),
}
