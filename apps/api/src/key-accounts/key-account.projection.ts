/** How key accounts are read: with the scopes of their client; opinions by whoever they are not about. */
import {
  KEY_ACCOUNT_FIELDS,
  KEY_ACCOUNT_NOMINATION_FIELDS,
  KEY_ACCOUNT_NOMINATION_TRANSITIONS,
  type DossierRival,
  type KeyAccountEarning,
} from '@steward/domain'
import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { flag, is, isIn } from '../reads/filters.ts'
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
} from '../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { awaitsMe } from '../sign-off/awaits-me.ts'
import {
  KeyAccountDossier,
  KeyAccountEntity,
  KeyAccountNominationEntity,
  KeyAccountOpinion,
  KeyAccountPolicyEntity,
} from './key-account.entity.ts'

const A = KEY_ACCOUNT_FIELDS
const N = KEY_ACCOUNT_NOMINATION_FIELDS
const internal = { class: 'internal' } as const
const personal = { class: 'personal' } as const

const keyAccountProjection = projection('KeyAccount', {
  table: 'key_account',
  entity: KeyAccountEntity,
  permission: 'keyAccount:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    client: one('Client', { ...A.clientId, by: 'client_id' }),
    level: column('level', A.level),
    tier: column('tier', A.tier),
    since: day('since', A.since),
    nextTestOn: day('next_test_on', A.nextTestOn),
    dossierDueOn: day('dossier_due_on', A.dossierDueOn),
    releasedOn: day('released_on', A.releasedOn),
    releaseReason: column('release_reason', A.releaseReason),
    nominations: many('KeyAccountNomination', {
      ...internal,
      foreign: 'account_id',
      order: [['proposedAt', 'asc']],
      typically: 3,
    }),
    dossiers: many('KeyAccountDossier', {
      ...internal,
      foreign: 'account_id',
      order: [['ordinal', 'desc']],
      typically: 4,
    }),
    opinions: many('KeyAccountOpinion', {
      ...internal,
      foreign: 'account_id',
      order: [['givenOn', 'desc']],
      typically: 2,
    }),
    version: column('version', A.version),
  },
})

const keyAccountNominationProjection = projection('KeyAccountNomination', {
  table: 'key_account_nomination',
  entity: KeyAccountNominationEntity,
  permission: 'keyAccountNomination:read',
  facts: {
    ...OF_CLIENT,
    status: 'status',
    registeredById: 'proposed_by_id',
    preparedById: 'proposed_by_id',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', N.number),
    kind: column('kind', N.kind),
    status: column('status', N.status),
    client: one('Client', { ...N.clientId, by: 'client_id' }),
    clientCode: column('client_code', N.clientCode),
    keyAccount: one('KeyAccount', { ...N.accountId, by: 'account_id' }),
    level: column('level', N.level),
    tier: column('tier', N.tier),
    previousTier: column('previous_tier', N.previousTier),
    releaseReason: column('release_reason', N.releaseReason),
    department: one('Department', { ...N.departmentId, by: 'department_id' }),
    reason: column('reason', N.reason),
    managementMet: column('management_met', N.managementMet),
    managementEvidence: column('management_evidence', N.managementEvidence),
    creditMet: column('credit_met', N.creditMet),
    creditEvidence: column('credit_evidence', N.creditEvidence),
    shareMet: column('share_met', N.shareMet),
    shareEvidence: column('share_evidence', N.shareEvidence),
    marginMet: column('margin_met', N.marginMet),
    marginEvidence: column('margin_evidence', N.marginEvidence),
    proposedBy: one('Staff', { ...N.proposedById, by: 'proposed_by_id' }),
    proposedAt: instant('proposed_at', N.proposedAt),
    decidedBy: one('Staff', { ...N.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', N.decidedAt),
    note: column('note', N.note),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 1,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'asc']], typically: 3 }),
    version: column('version', N.version),
    availableActions: actions(KEY_ACCOUNT_NOMINATION_TRANSITIONS),
  },
})

const keyAccountDossierProjection = projection('KeyAccountDossier', {
  table: 'key_account_dossier',
  entity: KeyAccountDossier,
  permission: 'keyAccount:readDossier',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    ordinal: column('ordinal', internal),
    shareholders: column('shareholders', personal),
    executives: column('executives', personal),
    plannedProjects: column('planned_projects', personal),
    tendering: column('tendering', personal),
    contractHabits: column('contract_habits', personal),
    priceLevel: column('price_level', personal),
    cooperation: column('cooperation', personal),
    ourShareBasisPoints: column('our_share_basis_points', internal),
    rivals: values('DossierRival', {
      ...personal,
      sql: (
        alias,
      ) => `select r.row ->> 'name' as name, (r.row ->> 'shareBasisPoints')::int as "shareBasisPoints",
          r.row ->> 'strengths' as strengths, r.row ->> 'weaknesses' as weaknesses
        from jsonb_array_elements(${alias}.rivals) with ordinality as r(row, nth) order by r.nth`,
      reference: (row) =>
        (row.rivals as readonly DossierRival[]).map(({ name, shareBasisPoints, strengths, weaknesses }) => ({
          name,
          shareBasisPoints,
          strengths,
          weaknesses,
        })),
    }),
    onFile: column('on_file', internal),
    changedParts: column('changed_parts', internal),
    isReadable: expression({
      ...internal,
      sql: (alias) =>
        `exists (select from client_key k$ where k$.org_id = ${alias}.org_id and k$.client_id = ${alias}.client_id)`,
      reference: (row, { rows }) => rows('client_key').some(({ client_id }) => client_id === row.client_id),
    }),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', internal),
  },
})

const keyAccountOpinionProjection = projection('KeyAccountOpinion', {
  table: 'key_account_opinion',
  entity: KeyAccountOpinion,
  permission: 'keyAccount:readOpinion',
  facts: { recipientId: 'manager_id' },
  fields: {
    id: id(),
    manager: one('Staff', { ...internal, by: 'manager_id' }),
    satisfaction: column('satisfaction', internal),
    words: column('words', personal),
    givenOn: day('given_on', internal),
    takenBy: one('Staff', { ...internal, by: 'taken_by_id' }),
    recordedAt: instant('recorded_at', internal),
  },
})

const keyAccountPolicyProjection = projection('KeyAccountPolicy', {
  table: 'key_account_policy',
  entity: KeyAccountPolicyEntity,
  permission: 'keyAccountPolicy:read',
  fields: {
    dossierMonths: column('dossier_months', internal),
    testMonths: column('test_months', internal),
    escalateAfterDays: column('escalate_after_days', internal),
    earnings: values('KeyAccountEarning', {
      ...internal,
      sql: (
        alias,
      ) => `select e.row ->> 'tier' as tier, e.row ->> 'priority' as priority, e.row ->> 'trials' as trials,
          e.row ->> 'discount' as discount, e.row ->> 'symposium' as symposium
        from jsonb_array_elements(${alias}.earnings) with ordinality as e(row, nth) order by e.nth`,
      reference: (row) =>
        (row.earnings as readonly KeyAccountEarning[]).map(
          ({ tier, priority, trials, discount, symposium }) => ({
            tier,
            priority,
            trials,
            discount,
            symposium,
          }),
        ),
    }),
    version: column('version', internal),
  },
})

export const KEY_ACCOUNT_PROJECTIONS = [
  keyAccountProjection,
  keyAccountNominationProjection,
  keyAccountDossierProjection,
  keyAccountOpinionProjection,
  keyAccountPolicyProjection,
] as const

export const KEY_ACCOUNT_ROOTS = {
  keyAccount: objectRoot('KeyAccount'),
  keyAccounts: connectionRoot('KeyAccount', {
    filters: {
      isListed: flag({
        discloses: ['releasedOn'],
        sql: (alias) => `${alias}.released_on is null`,
        reference: (row) => row.released_on === null,
      }),
      tier: isIn('tier'),
      level: isIn('level'),
      client: is('client'),
    },
    orders: {
      SINCE: [['since', 'asc']],
      DOSSIER_DUE: [['dossierDueOn', 'asc']],
      TEST_DUE: [['nextTestOn', 'asc']],
    },
  }),
  keyAccountNomination: objectRoot('KeyAccountNomination'),
  keyAccountNominations: connectionRoot('KeyAccountNomination', {
    filters: {
      status: isIn('status'),
      kind: isIn('kind'),
      client: is('client'),
      awaitsMe: flag({ discloses: ['awaitsMe'], ...awaitsMe }),
    },
    orders: { NEWEST: [['proposedAt', 'desc']] },
  }),
  keyAccountPolicy: objectRoot('KeyAccountPolicy', { filters: {} }),
  // Computed over several tables at once: no row is published.
  keyAccountStanding: plainRoot(),
  keyAccountFigures: plainRoot(),
  keyAccountOpinionFigure: plainRoot(),
}
