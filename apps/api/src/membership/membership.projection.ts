/** How members, their points and the rules are read; class and permission of each member come from the domain's table. */
import { MEMBERSHIP_FIELDS, MEMBERSHIP_TRANSITIONS, POINT_ENTRY_FIELDS } from '@steward/domain'
import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { before, is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  values,
  type Fact,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { MembershipEntity, MembershipPolicyEntity, PointEntryEntity } from './membership.entity.ts'

const F = MEMBERSHIP_FIELDS
const E = POINT_ENTRY_FIELDS
const internal = { class: 'internal' } as const

export const membershipProjection = projection('Membership', {
  table: 'membership',
  entity: MembershipEntity,
  permission: 'membership:read',
  facts: { ...OF_CLIENT, status: 'status' },
  fields: {
    id: id(),
    number: column('number', F.number),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    status: column('status', F.status),
    joinedOn: day('joined_on', F.joinedOn),
    balance: column('balance', F.balance),
    termPoints: column('term_points', F.termPoints),
    level: column('level', F.level),
    termFrom: day('term_from', F.termFrom),
    renewsOn: day('renews_on', F.renewsOn),
    leftOn: day('left_on', F.leftOn),
    leaveReason: column('leave_reason', F.leaveReason),
    entries: many('PointEntry', {
      ...internal,
      foreign: 'membership_id',
      order: [['at', 'desc']],
      typically: 20,
    }),
    version: column('version', F.version),
    availableActions: actions(MEMBERSHIP_TRANSITIONS),
  },
})

/** A client's facts, two steps away. */
const ofClient = (name: 'key_account_manager_id' | 'project_id' | 'building_id'): Fact => ({
  sql: (alias) =>
    `(select c$.${name} from membership m$ join client c$ on c$.org_id = m$.org_id and c$.id = m$.client_id where m$.org_id = ${alias}.org_id and m$.id = ${alias}.membership_id)`,
  reference: (row, { rows }) => {
    const membership = rows('membership').find((it) => it.id === row.membership_id)
    return rows('client').find((it) => it.id === membership?.client_id)?.[name] ?? null
  },
})

export const pointEntryProjection = projection('PointEntry', {
  table: 'point_entry',
  entity: PointEntryEntity,
  permission: 'membership:read',
  facts: {
    keyAccountManagerId: ofClient('key_account_manager_id'),
    projectId: ofClient('project_id'),
    buildingId: ofClient('building_id'),
  },
  fields: {
    id: id(),
    kind: column('kind', E.kind),
    points: column('points', E.points),
    occurredOn: day('occurred_on', E.occurredOn),
    expiresOn: day('expires_on', E.expiresOn),
    reason: column('reason', E.reason),
    referredClient: one('Client', { ...E.referredClientId, by: 'referred_client_id' }),
    isCorrected: expression({
      ...internal,
      sql: (alias) =>
        `exists (select from point_entry e$ where e$.org_id = ${alias}.org_id and e$.corrects_id = ${alias}.id)`,
      reference: (row, { rows }) => rows('point_entry').some((it) => it.corrects_id === row.id),
    }),
    by: one('Staff', { ...E.byId, by: 'by_id' }),
    at: instant('at', E.at),
  },
})

export const membershipPolicyProjection = projection('MembershipPolicy', {
  table: 'membership_policy',
  entity: MembershipPolicyEntity,
  permission: 'membershipPolicy:read',
  fields: {
    levels: values('MembershipLevel', {
      ...internal,
      sql: (
        alias,
      ) => `select l.level ->> 'name' as name, (l.level ->> 'fromPoints')::int as "fromPoints", l.level ->> 'gives' as gives
        from jsonb_array_elements(${alias}.levels) with ordinality l(level, nth) order by l.nth`,
      reference: ({ levels }) =>
        (levels as readonly { name: string; fromPoints: number; gives: string }[]).map(
          ({ name, fromPoints, gives }) => ({ name, fromPoints, gives }),
        ),
    }),
    pointsPerHundred: column('points_per_hundred', internal),
    referralPoints: column('referral_points', internal),
    eventPoints: column('event_points', internal),
    pointsMonths: column('points_months', internal),
    termMonths: column('term_months', internal),
    remindDays: column('remind_days', internal),
    version: column('version', internal),
  },
})

export const membershipRoots = {
  membership: objectRoot('Membership'),
  memberships: connectionRoot('Membership', {
    filters: {
      client: is('client'),
      status: isIn('status'),
      renewsBefore: before('renewsOn'),
    },
    orders: { RENEWAL: [['renewsOn', 'asc']], NEWEST: [['joinedOn', 'desc']] },
  }),
  membershipPolicy: objectRoot('MembershipPolicy', { filters: {} }),
}
