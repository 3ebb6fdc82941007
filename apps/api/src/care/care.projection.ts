/** How occasions of care and the rules are read; class and permission of each member come from the domain's table. */
import { CARE_OCCASION_FIELDS, CARE_TRANSITIONS, type CareRule } from '@steward/domain'
import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { before, flag, from, is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  one,
  projection,
  values,
} from '../reads/projection.ts'
import { publishedInstantSql } from '../reads/published-value.ts'
import { connectionRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { CareOccasionEntity, CarePolicyEntity } from './care.entity.ts'
import { approachesOf, approachesSql, closed, consented, refusals } from './contact-rules.projection.ts'

const F = CARE_OCCASION_FIELDS
const internal = { class: 'internal' } as const
const RECENT_MS = 90 * 86_400_000
/** Of an occasion, what was done before it. */
const MOST_EARLIER = 3

const newestFirst = (column: string) => (one: Readonly<Record<string, unknown>>, other: typeof one) =>
  (other[column] as Date).getTime() - (one[column] as Date).getTime() ||
  (String(one.id) < String(other.id) ? 1 : -1)

export const careOccasionProjection = projection('CareOccasion', {
  table: 'care_occasion',
  entity: CareOccasionEntity,
  permission: 'careOccasion:read',
  facts: { ...OF_CLIENT, status: 'status' },
  fields: {
    id: id(),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    contact: one('ClientContact', { ...F.contactId, by: 'contact_id' }),
    kind: column('kind', F.kind),
    festival: column('festival', F.festival),
    occursOn: day('occurs_on', F.occursOn),
    dueOn: day('due_on', F.dueOn),
    means: column('means', F.means),
    owner: column('owner', F.owner),
    status: column('status', F.status),
    reception: one('Reception', { ...F.receptionId, by: 'reception_id' }),
    reason: column('reason', F.reason),
    despite: column('despite', F.despite),
    withdrawal: column('withdrawal', F.withdrawal),
    postponed: column('postponed', F.postponed),
    settledBy: one('Staff', { ...F.settledById, by: 'settled_by_id' }),
    settledAt: instant('settled_at', F.settledAt),
    consented: expression({ ...internal, ...consented }),
    closed: expression({ ...internal, ...closed }),
    refusals: expression({ ...internal, ...refusals }),
    recentContacts: values('RecentContact', {
      ...internal,
      sql: (alias) => `select ${publishedInstantSql('r$.at')} as at, r$.channel from ${approachesSql(alias)}
        and r$.at <= now() and r$.at > now() - interval '2160 hours' order by r$.at desc, r$.id desc`,
      reference: (row, reference) =>
        approachesOf(row, reference)
          .filter(({ at }) => {
            const ago = reference.now.getTime() - (at as Date).getTime()
            return ago >= 0 && ago < RECENT_MS
          })
          .toSorted(newestFirst('at'))
          .map(({ at, channel }) => ({ at: (at as Date).toISOString(), channel })),
    }),
    earlier: values('EarlierCare', {
      ...internal,
      sql: (
        alias,
      ) => `select e$.kind, e$.means, ${publishedInstantSql('e$.settled_at')} as at from care_occasion e$
        where e$.org_id = ${alias}.org_id and e$.client_id = ${alias}.client_id and e$.id <> ${alias}.id
          and e$.status = 'DONE' and e$.settled_at is not null
        order by e$.settled_at desc, e$.id desc limit ${MOST_EARLIER}`,
      reference: (row, { rows }) =>
        rows('care_occasion')
          .filter(
            (it) =>
              it.client_id === row.client_id &&
              it.id !== row.id &&
              it.status === 'DONE' &&
              it.settled_at !== null,
          )
          .toSorted(newestFirst('settled_at'))
          .slice(0, MOST_EARLIER)
          .map((it) => ({ kind: it.kind, means: it.means, at: (it.settled_at as Date).toISOString() })),
    }),
    version: column('version', F.version),
    availableActions: actions(CARE_TRANSITIONS),
  },
})

export const carePolicyProjection = projection('CarePolicy', {
  table: 'care_policy',
  entity: CarePolicyEntity,
  permission: 'carePolicy:read',
  fields: {
    rules: values('CareRule', {
      ...internal,
      sql: (
        alias,
      ) => `select l.rule ->> 'kind' as kind, l.rule ->> 'festival' as festival, l.rule -> 'grades' as grades, l.rule ->> 'means' as means,
          (l.rule ->> 'daysBefore')::integer as "daysBefore", (l.rule ->> 'everyDays')::integer as "everyDays", l.rule ->> 'owner' as owner
        from jsonb_array_elements(${alias}.rules) with ordinality l(rule, nth) order by l.nth`,
      reference: ({ rules }) =>
        (rules as readonly CareRule[]).map(
          ({ kind, festival, grades, means, daysBefore, everyDays, owner }) => ({
            kind,
            festival,
            grades,
            means,
            daysBefore,
            everyDays,
            owner,
          }),
        ),
    }),
    horizonDays: column('horizon_days', internal),
    quietFrom: column('quiet_from', internal),
    quietTo: column('quiet_to', internal),
    capContacts: column('cap_contacts', internal),
    capDays: column('cap_days', internal),
    version: column('version', internal),
  },
})

/** Whoever answers for the client; where nobody does, or the rule says so, whoever is a specialist. */
const mine = flag({
  discloses: ['owner'],
  sql: (
    alias,
    actor,
  ) => `(select case when ${alias}.owner = 'MANAGER' and m$.key_account_manager_id is not null
      then m$.key_account_manager_id = ${actor.staffId} else 'CR_SPECIALIST' = any(${actor.roles}) end
    from client m$ where m$.org_id = ${alias}.org_id and m$.id = ${alias}.client_id)`,
  reference: (row, { rows, actor }) => {
    const client = rows('client').find((it) => it.id === row.client_id)
    if (!client || !actor) return false
    return row.owner === 'MANAGER' && client.key_account_manager_id !== null
      ? client.key_account_manager_id === actor.staffId
      : actor.roles.includes('CR_SPECIALIST')
  },
})

export const careOccasionRoots = {
  careOccasion: objectRoot('CareOccasion'),
  careOccasions: connectionRoot('CareOccasion', {
    filters: {
      status: isIn('status'),
      kind: isIn('kind'),
      client: is('client'),
      from: from('dueOn'),
      before: before('dueOn'),
      mine,
      reachable: flag({
        discloses: ['refusals'],
        sql: (alias, actor) => `cardinality(${refusals.sql(alias, actor)}) = 0`,
        reference: (row, reference) => refusals.reference(row, reference).length === 0,
      }),
    },
    orders: { DUE: [['dueOn', 'asc']], NEWEST: [['dueOn', 'desc']] },
  }),
  carePolicy: objectRoot('CarePolicy', { filters: {} }),
  festivalYear: plainRoot(),
}
