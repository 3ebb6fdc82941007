import {
  OPEN_OPPORTUNITY_STATUSES,
  OPPORTUNITY_EVENT_FIELDS,
  OPPORTUNITY_FIELDS,
  OPPORTUNITY_TRANSITIONS,
} from '@steward/domain'
import { before, flag, from, is, isIn, where } from '../reads/filters.ts'
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
  type Fact,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { Opportunity, OpportunityEvent, OpportunityPolicyEntity } from './opportunity.entity.ts'

const F = OPPORTUNITY_FIELDS
const internal = { class: 'internal' } as const

export const opportunityProjection = projection('Opportunity', {
  table: 'opportunity',
  entity: Opportunity,
  permission: 'opportunity:read',
  facts: {
    status: 'status',
    registeredById: 'opened_by_id',
    assigneeId: 'assignee_id',
    keyAccountManagerId: { table: 'client', by: 'client_id', column: 'key_account_manager_id' },
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    client: one('Client', { ...internal, by: 'client_id' }),
    project: one('Project', { ...internal, by: 'project_id' }),
    title: column('title', F.title),
    need: column('need', F.need),
    origin: column('origin', F.origin),
    lead: one('Lead', { ...internal, by: 'lead_id' }),
    reception: one('Reception', { ...internal, by: 'reception_id' }),
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    status: column('status', F.status),
    assignee: one('Staff', { ...internal, by: 'assignee_id' }),
    expectedMinor: column('expected_minor', F.expectedMinor),
    expectedCloseOn: day('expected_close_on', F.expectedCloseOn),
    nextStep: column('next_step', F.nextStep),
    nextStepOn: day('next_step_on', F.nextStepOn),
    touchedAt: instant('touched_at', F.touchedAt),
    stallsAt: instant('stalls_at', F.stallsAt),
    stalledAt: instant('stalled_at', F.stalledAt),
    openedBy: one('Staff', { ...internal, by: 'opened_by_id' }),
    openedAt: instant('opened_at', F.openedAt),
    proposedAt: instant('proposed_at', F.proposedAt),
    quotedAt: instant('quoted_at', F.quotedAt),
    agreedAt: instant('agreed_at', F.agreedAt),
    wonAt: instant('won_at', F.wonAt),
    lostAt: instant('lost_at', F.lostAt),
    lossReason: column('loss_reason', F.lossReason),
    wonMinor: column('won_minor', F.wonMinor),
    contractOn: day('contract_on', F.contractOn),
    contractNumber: column('contract_number', F.contractNumber),
    events: many('OpportunityEvent', {
      ...internal,
      foreign: 'opportunity_id',
      order: [['at', 'desc']],
      typically: 10,
    }),
    priceForms: many('PriceForm', {
      ...internal,
      foreign: 'opportunity_id',
      order: [['draftedAt', 'desc']],
      typically: 1,
    }),
    salesProposals: many('SalesProposal', {
      ...internal,
      foreign: 'opportunity_id',
      order: [['ordinal', 'desc']],
      typically: 2,
    }),
    serviceAgreements: many('ServiceAgreement', {
      ...internal,
      foreign: 'opportunity_id',
      order: [['draftedAt', 'desc']],
      typically: 1,
    }),
    availableActions: actions(OPPORTUNITY_TRANSITIONS),
    version: column('version', internal),
  },
})

const ofOpportunity = (name: string): Fact => ({ table: 'opportunity', by: 'opportunity_id', column: name })

/** Of the client of the opportunity that a row is a part of. */
export const managerOfOpportunity: Fact = {
  sql: (alias) => `(select c$.key_account_manager_id from opportunity o$
    join client c$ on c$.org_id = o$.org_id and c$.id = o$.client_id
    where o$.org_id = ${alias}.org_id and o$.id = ${alias}.opportunity_id)`,
  reference: ({ opportunity_id }, { rows }) => {
    const opportunity = rows('opportunity').find(({ id: its }) => its === opportunity_id)
    const client = opportunity && rows('client').find(({ id: its }) => its === opportunity.client_id)
    return client?.key_account_manager_id ?? null
  },
}

export const FACTS_OF_OPPORTUNITY = {
  registeredById: ofOpportunity('opened_by_id'),
  assigneeId: ofOpportunity('assignee_id'),
  keyAccountManagerId: managerOfOpportunity,
}

export const opportunityEventProjection = projection('OpportunityEvent', {
  table: 'opportunity_event',
  entity: OpportunityEvent,
  permission: 'opportunity:read',
  facts: FACTS_OF_OPPORTUNITY,
  fields: {
    id: id(),
    action: expression({
      ...internal,
      sql: (alias) => `upper(regexp_replace(${alias}.action, '([A-Z])', '_\\1', 'g'))`,
      reference: (row) =>
        String(row.action)
          .replace(/([A-Z])/g, '_$1')
          .toUpperCase(),
    }),
    from: column('from_status', internal),
    to: column('to_status', internal),
    at: instant('at', internal),
    by: one('Staff', { ...internal, by: 'by_id' }),
    assignee: one('Staff', { ...internal, by: 'assignee_id' }),
    channel: column('channel', internal),
    note: column('note', OPPORTUNITY_EVENT_FIELDS.note),
  },
})

export const opportunityPolicyProjection = projection('OpportunityPolicy', {
  table: 'opportunity_policy',
  entity: OpportunityPolicyEntity,
  permission: 'opportunityPolicy:read',
  fields: {
    needChance: column('need_chance', internal),
    proposalChance: column('proposal_chance', internal),
    quotationChance: column('quotation_chance', internal),
    signingChance: column('signing_chance', internal),
    needDays: column('need_days', internal),
    proposalDays: column('proposal_days', internal),
    quotationDays: column('quotation_days', internal),
    signingDays: column('signing_days', internal),
    version: column('version', internal),
  },
})

const OPEN = OPEN_OPPORTUNITY_STATUSES.map((status) => `'${status}'`).join(', ')
const isOpen = (status: unknown) => (OPEN_OPPORTUNITY_STATUSES as readonly unknown[]).includes(status)
const words = (value: unknown): string => String(value).normalize('NFC').trim()

export const opportunityRoots = {
  opportunity: objectRoot('Opportunity'),
  opportunityPolicy: objectRoot('OpportunityPolicy', { filters: {} }),
  opportunities: connectionRoot('Opportunity', {
    filters: {
      search: where({
        discloses: ['title', 'number'],
        bind: words,
        sql: (alias, value) => `(${value}::text <> '' and (position(${value}::text in ${alias}.title) > 0
          or ${alias}.number = upper(${value}::text)))`,
        reference: (row, value) => {
          const wanted = words(value)
          return wanted !== '' && (String(row.title).includes(wanted) || row.number === wanted.toUpperCase())
        },
      }),
      mine: flag({
        discloses: ['assignee'],
        sql: (alias, actor) => `(${alias}.assignee_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.assignee_id === actor.staffId,
      }),
      open: flag({
        discloses: ['status'],
        sql: (alias) => `${alias}.status in (${OPEN})`,
        reference: (row) => isOpen(row.status),
      }),
      /** Told to be untouched, and nothing was done since. */
      stalled: flag({
        discloses: ['stalledAt', 'status'],
        sql: (alias) => `(${alias}.stalled_at is not null and ${alias}.status in (${OPEN}))`,
        reference: (row) => row.stalled_at !== null && isOpen(row.status),
      }),
      status: isIn('status'),
      assignee: is('assignee'),
      project: isIn('project'),
      client: is('client'),
      origin: isIn('origin'),
      lossReason: isIn('lossReason'),
      closesFrom: from('expectedCloseOn'),
      closesBefore: before('expectedCloseOn'),
      openedFrom: from('openedAt'),
      openedBefore: before('openedAt'),
    },
    orders: {
      CLOSING: [['expectedCloseOn', 'asc']],
      NEWEST: [['openedAt', 'desc']],
      LARGEST: [['expectedMinor', 'desc']],
      LONGEST_UNTOUCHED: [['touchedAt', 'asc']],
    },
  }),
}
