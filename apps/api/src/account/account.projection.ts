/** How one's own factors are read. Without a prefix: never fetched by id, so only the roots below lead to them. */
import { listRoot, plainRoot } from '../reads/roots.ts'
import { where } from '../reads/filters.ts'
import { column, expression, instant, one, projection, type Expression } from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { fromGlobalId, ID_PREFIXES, toGlobalId, type NodeType } from '../graphql/global-id.ts'

const internal = { class: 'internal' } as const

/** An id that a verb takes and `node(id)` does not. */
const ownId = (type: NodeType) =>
  expression({
    ...internal,
    sql: (alias) => publishedIdSql(ID_PREFIXES[type], `${alias}.id`),
    reference: (row) => toGlobalId(type, String(row.id)),
  })

export const secondFactorProjection = projection('SecondFactor', {
  table: 'second_factor',
  prefix: null,
  permission: 'signed-in',
  fields: {
    id: ownId('SecondFactor'),
    kind: column('kind', internal),
    name: column('name', internal),
    confirmedAt: instant('confirmed_at', internal),
    lastUsedAt: instant('last_used_at', internal),
    countersignedAt: instant('countersigned_at', internal),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
  },
})

export const recoveryCodeProjection = projection('RecoveryCode', {
  table: 'recovery_code',
  prefix: null,
  permission: 'signed-in',
  fields: { id: ownId('RecoveryCode'), usedAt: instant('used_at', internal) },
})

export const sessionProjection = projection('Session', {
  table: 'session',
  prefix: null,
  permission: 'signed-in',
  fields: {
    id: ownId('Session'),
    createdAt: instant('created_at', internal),
    lastSeenAt: instant('last_seen_at', internal),
    device: column('device', internal),
    addressPrefix: column('address_prefix', internal),
    provedBy: column('proved_by', internal),
  },
})

export const factorPolicyProjection = projection('FactorPolicy', {
  table: 'factor_policy',
  permission: 'factorPolicy:read',
  fields: {
    role: column('role', internal),
    since: instant('since', internal),
    graceDays: column('grace_days', internal),
  },
})

/** Still good: not ended, not too old, not idle for too long. */
const alive: Expression<boolean> = {
  sql: (alias) =>
    `${alias}.revoked_at is null and ${alias}.expires_at > now() and ${alias}.last_seen_at + make_interval(secs => ${alias}.idle_seconds) > now()`,
  reference: (row, { now }) =>
    row.revoked_at === null &&
    (row.expires_at as Date) > now &&
    (row.last_seen_at as Date).getTime() + Number(row.idle_seconds) * 1000 > now.getTime(),
}

/** Rows of one person, by their published id. */
const ofStaff = where({
  discloses: ['id'],
  bind: (value) => fromGlobalId('Staff', String(value)) ?? null,
  sql: (alias, value) => `${alias}.staff_id = ${value}::uuid`,
  reference: (row, value) => row.staff_id === fromGlobalId('Staff', String(value)),
})

const mine: Expression<boolean> = {
  sql: (alias, actor) => `${alias}.staff_id = ${actor.staffId}`,
  reference: (row, { actor }) => row.staff_id === actor?.staffId,
}
const active: Expression<boolean> = {
  sql: (alias) => `${alias}.confirmed_at is not null and ${alias}.removed_at is null`,
  reference: (row) => row.confirmed_at !== null && row.removed_at === null,
}
const waiting: Expression<boolean> = {
  sql: (alias) => `${alias}.kind = 'PASSKEY' and ${alias}.countersigned_at is null`,
  reference: (row) => row.kind === 'PASSKEY' && row.countersigned_at === null,
}
const both = (a: Expression<boolean>, b: Expression<boolean>): Expression<boolean> => ({
  sql: (alias, actor) => `${a.sql(alias, actor)} and ${b.sql(alias, actor)}`,
  reference: (row, reference) => a.reference(row, reference) && b.reference(row, reference),
})

const LATEST = [
  ['lastSeenAt', 'desc'],
  ['id', 'asc'],
] as const

export const accountRoots = {
  mySecondFactors: listRoot('SecondFactor', {
    only: both(mine, active),
    order: [
      ['confirmedAt', 'asc'],
      ['id', 'asc'],
    ],
    typically: 3,
  }),
  mySessions: listRoot('Session', { only: both(mine, alive), order: LATEST, typically: 4 }),
  mySessionId: plainRoot(),
  mySigningPinSetAt: plainRoot(),
  myCalendarFeed: plainRoot(),
  factorPolicies: listRoot('FactorPolicy', { order: [['role', 'asc']], typically: 4 }),
  sessionsOfStaff: listRoot('Session', {
    only: alive,
    filters: { staff: ofStaff },
    order: LATEST,
    typically: 4,
  }),
  factorsOfStaff: listRoot('SecondFactor', {
    only: active,
    filters: { staff: ofStaff },
    order: [
      ['confirmedAt', 'asc'],
      ['id', 'asc'],
    ],
    typically: 3,
  }),
  passkeysToCountersign: listRoot('SecondFactor', {
    only: both(active, waiting),
    order: [
      ['confirmedAt', 'asc'],
      ['id', 'asc'],
    ],
    typically: 20,
  }),
  myRecoveryCodes: listRoot('RecoveryCode', { only: mine, order: [['id', 'asc']], typically: 10 }),
}
