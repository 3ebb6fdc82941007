/** How signings are read: by those who read the case that they are about, or documents. */
import {
  column,
  connection,
  id,
  instant,
  one,
  projection,
  values,
  type Fact,
  type Row,
} from '../reads/projection.ts'
import { flag, is, isIn } from '../reads/filters.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { ID_PREFIXES, toGlobalId } from '../graphql/global-id.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import {
  ABLE,
  able,
  byText,
  delegationRowsFor,
  delegationsFor,
  mayActFor,
  mayActForRow,
  maySign,
  maySignRow,
  openSteps,
} from './may-sign.ts'
import { owedFilters } from './signing-debt.projection.ts'
import { DelegationEntity, SigningEntity } from './signing.entity.ts'

const internal = { class: 'internal' } as const
const ofCase = (name: string): Fact => ({ table: 'complaint', by: 'subject_id', column: name })

/** Whoever reads the case reads what was signed on it. */
export const FACTS_OF_CASE = {
  registeredById: ofCase('registered_by_id'),
  assigneeId: ofCase('assignee_id'),
  taskAssigneeIds: ofCase('task_assignee_ids'),
  handlingDepartmentId: ofCase('handling_department_id'),
  dispatchedDepartmentIds: ofCase('dispatched_department_ids'),
  projectId: ofCase('project_id'),
  buildingId: ofCase('building_id'),
  keyAccountManagerId: ofCase('key_account_manager_id'),
  approvedAt: ofCase('approved_at'),
}

/** The case's, else that of the request for client information. */
const ofEither = (ofCase_: string, ofRequest: string): Fact => ({
  sql: (
    alias,
  ) => `coalesce((select c$.${ofCase_} from complaint c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.subject_id),
    (select x$.${ofRequest} from export_request x$ where x$.org_id = ${alias}.org_id and x$.id = ${alias}.subject_id))`,
  reference: ({ subject_id }, { rows }) =>
    rows('complaint').find(({ id: its }) => its === subject_id)?.[ofCase_] ??
    rows('export_request').find(({ id: its }) => its === subject_id)?.[ofRequest] ??
    null,
})
const FACTS_OF_REQUEST = {
  registeredById: ofEither('registered_by_id', 'requested_by_id'),
  projectId: ofEither('project_id', 'project_id'),
}

const nameOf = (rows: readonly Row[], staffId: unknown): unknown =>
  rows.find(({ id: its }) => its === staffId)?.name ?? null

const iso = (at: unknown): string | null => (at instanceof Date ? at.toISOString() : null)

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
const instantSql = (of: string): string => `to_char(${of} at time zone 'UTC', ${INSTANT})`

export const signingProjection = projection('Signing', {
  table: 'signing',
  entity: SigningEntity,
  permission: 'signOff:read',
  facts: { ...FACTS_OF_CASE, ...FACTS_OF_REQUEST },
  fields: {
    id: id(),
    kind: column('kind', internal),
    complaint: one('Complaint', { ...internal, by: 'subject_id' }),
    documentRevision: one('DocumentRevision', { ...internal, by: 'subject_id' }),
    exportRequest: one('ExportRequest', { ...internal, by: 'subject_id' }),
    clientMerge: one('ClientMerge', { ...internal, by: 'subject_id' }),
    gradingCycle: one('GradingCycle', { ...internal, by: 'subject_id' }),
    priceForm: one('PriceForm', { ...internal, by: 'subject_id' }),
    serviceAgreement: one('ServiceAgreement', { ...internal, by: 'subject_id' }),
    planRevision: one('PlanRevision', { ...internal, by: 'subject_id' }),
    planSummary: one('PlanSummary', { ...internal, by: 'subject_id' }),
    keyAccountNomination: one('KeyAccountNomination', { ...internal, by: 'subject_id' }),
    revision: column('revision', internal),
    contentHash: column('content_hash', internal),
    policyRevision: column('policy_revision', internal),
    state: column('state', internal),
    part: column('part', internal),
    openedBy: one('Staff', { ...internal, by: 'opened_by_id' }),
    openedAt: instant('opened_at', internal),
    awaitedSince: instant('awaited_since', internal),
    dueAt: instant('due_at', internal),
    endedAt: instant('ended_at', internal),
    version: column('version', internal),
    steps: values('SigningStep', {
      ...internal,
      sql: (
        alias,
      ) => `select s.position, s.part, s.meaning, s.roles, s.state, s.amount_minor as "amountMinor", s.level,
        ${instantSql('s.opened_at')} as "openedAt", ${instantSql('s.due_at')} as "dueAt", ${instantSql('s.ended_at')} as "endedAt",
        (select t.name from sign_off o join staff t on t.org_id = o.org_id and t.id = o.signer_id
          where o.org_id = s.org_id and o.signing_id = s.signing_id and o.step = s.position) as "signedBy",
        (select t.name from sign_off o join staff t on t.org_id = o.org_id and t.id = o.behalf_staff_id
          where o.org_id = s.org_id and o.signing_id = s.signing_id and o.step = s.position) as "onBehalfOf",
        (select o.role from sign_off o
          where o.org_id = s.org_id and o.signing_id = s.signing_id and o.step = s.position) as "signedAs",
        (select o.proof_method from sign_off o
          where o.org_id = s.org_id and o.signing_id = s.signing_id and o.step = s.position) as "proofMethod",
        case when s.state = 'OPEN' then array(select t.name from staff t where t.org_id = s.org_id and ${ABLE}
          order by t.name collate "C", t.id) else '{}'::text[] end as "couldSign"
        from signing_step s where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id order by s.position`,
      reference: (row, reference) => {
        const { rows } = reference
        return rows('signing_step')
          .filter((it) => it.signing_id === row.id)
          .toSorted((one_, other) => Number(one_.position) - Number(other.position))
          .map((step) => {
            const given = rows('sign_off').find(
              (it) => it.signing_id === step.signing_id && it.step === step.position,
            )
            return {
              position: step.position,
              part: step.part,
              meaning: step.meaning,
              roles: step.roles,
              state: step.state,
              amountMinor: step.amount_minor,
              level: step.level,
              openedAt: iso(step.opened_at),
              dueAt: iso(step.due_at),
              endedAt: iso(step.ended_at),
              signedBy: given ? nameOf(rows('staff'), given.signer_id) : null,
              onBehalfOf: given ? nameOf(rows('staff'), given.behalf_staff_id) : null,
              signedAs: given?.role ?? null,
              proofMethod: given?.proof_method ?? null,
              couldSign: able(step, reference).map(({ name }) => name),
            }
          })
      },
    }),
    awaits: values('AwaitedSigner', {
      ...internal,
      sql: (alias) => `select ${publishedIdSql(ID_PREFIXES.Staff, 't.id')} as "staffId", t.name, t.position
        from signing_step s join staff t on t.org_id = s.org_id
       where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN' and ${ABLE}
       order by s.position, t.name collate "C", t.id`,
      reference: (row, reference) =>
        openSteps(reference, row).flatMap((step) =>
          able(step, reference).map(({ id: its, name, position }) => ({
            staffId: toGlobalId('Staff', String(its)),
            name,
            position,
          })),
        ),
    }),
    waysToSign: values('WayToSign', {
      ...internal,
      sql: (alias, actor) => `select w."delegationId", w."onBehalfOf", w."until" from (
        select s.position, null::text as "delegationId", null::text as "onBehalfOf", null::text as "until"
          from signing_step s where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN'
           and ${maySign('s', actor)}
        union all
        select s.position, ${publishedIdSql(ID_PREFIXES.Delegation, 'w.id')}, w.name, ${instantSql('w.ends_at')}
          from signing_step s
         cross join lateral (select d.id, g.name, d.ends_at ${delegationsFor('s', actor)}) w
         where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN') w
       order by w.position, w."delegationId" collate "C" nulls first`,
      reference: (row, reference) => {
        const { actor } = reference
        if (!actor) return []
        const { staffId, personId } = actor
        return openSteps(reference, row).flatMap((step) => [
          ...(maySignRow(step, staffId, personId, reference) ? [OWN_RIGHT] : []),
          ...delegationRowsFor(step, staffId, personId, reference)
            .map((it) => ({
              delegationId: toGlobalId('Delegation', String(it.id)),
              onBehalfOf: nameOf(reference.rows('staff'), it.giver_id),
              until: iso(it.ends_at),
            }))
            .toSorted((one_, other) => byText(one_.delegationId, other.delegationId)),
        ])
      },
    }),
  },
})

const OWN_RIGHT = { delegationId: null, onBehalfOf: null, until: null }

export const delegationProjection = projection('Delegation', {
  table: 'delegation',
  entity: DelegationEntity,
  permission: 'delegation:read',
  facts: { registeredById: 'giver_id', recipientId: 'receiver_id' },
  fields: {
    id: id(),
    giver: one('Staff', { ...internal, by: 'giver_id' }),
    receiver: one('Staff', { ...internal, by: 'receiver_id' }),
    kinds: column('kinds', internal),
    mostMinor: column('most_minor', internal),
    from: instant('starts_at', internal),
    until: instant('ends_at', internal),
    reason: column('reason', { class: 'personal' }),
    givenAt: instant('given_at', internal),
    signOffs: connection('SignOff', {
      ...internal,
      foreign: 'delegation_id',
      orders: { NEWEST: [['at', 'desc']] },
    }),
    revokedAt: instant('revoked_at', internal),
    version: column('version', internal),
  },
})

export const signingRoots = {
  signing: objectRoot('Signing'),
  signings: connectionRoot('Signing', {
    filters: {
      awaitsMe: flag({
        discloses: ['state', 'steps'],
        sql: (alias, actor) => `exists (select from signing_step s
          where s.org_id = ${alias}.org_id and s.signing_id = ${alias}.id and s.state = 'OPEN'
            and (${maySign('s', actor)} or ${mayActFor('s', actor)}))`,
        reference: (row, reference) => {
          const { actor } = reference
          return (
            actor !== undefined &&
            openSteps(reference, row).some(
              (step) =>
                maySignRow(step, actor.staffId, actor.personId, reference) ||
                mayActForRow(step, actor.staffId, actor.personId, reference),
            )
          )
        },
      }),
      ...owedFilters,
      openedBy: is('openedBy'),
      kind: isIn('kind'),
      state: isIn('state'),
    },
    orders: {
      MOST_URGENT: [
        ['dueAt', 'asc'],
        ['openedAt', 'asc'],
      ],
      NEWEST: [['openedAt', 'desc']],
    },
  }),
  delegations: connectionRoot('Delegation', {
    filters: {
      given: flag({
        discloses: ['giver'],
        sql: (alias, actor) => `(${alias}.giver_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.giver_id === actor.staffId,
      }),
      received: flag({
        discloses: ['receiver'],
        sql: (alias, actor) => `(${alias}.receiver_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.receiver_id === actor.staffId,
      }),
      standing: flag({
        discloses: ['until', 'revokedAt'],
        sql: (alias) => `(${alias}.revoked_at is null and ${alias}.ends_at > clock_timestamp())`,
        reference: (row, { now }) => row.revoked_at === null && (row.ends_at as Date) > now,
      }),
    },
    orders: { NEWEST: [['givenAt', 'desc']], ENDING: [['until', 'asc']] },
  }),
}
