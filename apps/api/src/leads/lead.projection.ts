import { LEAD_EVENT_FIELDS, LEAD_FIELDS, LEAD_TRANSITIONS, OPEN_LEAD_STATUSES } from '@steward/domain'
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
import { Lead, LeadEvent } from './lead.entity.ts'

const F = LEAD_FIELDS
const internal = { class: 'internal' } as const

export const leadProjection = projection('Lead', {
  table: 'lead',
  entity: Lead,
  permission: 'lead:read',
  facts: {
    status: 'status',
    registeredById: 'opened_by_id',
    assigneeId: 'assignee_id',
    pooledAt: 'pooled_at',
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    kind: column('kind', F.kind),
    name: column('name', F.name),
    phoneMasked: column('phone_masked', F.phoneMasked),
    emailMasked: column('email_masked', F.emailMasked),
    need: column('need', F.need),
    project: one('Project', { ...internal, by: 'project_id' }),
    source: one('LeadSource', { ...internal, by: 'source_id' }),
    campaign: one('Campaign', { ...internal, by: 'campaign_id' }),
    referrerClient: one('Client', { ...internal, by: 'referrer_client_id' }),
    referrer: column('referrer', F.referrer),
    status: column('status', F.status),
    assignee: one('Staff', { ...internal, by: 'assignee_id' }),
    assignedAt: instant('assigned_at', internal),
    pooledAt: instant('pooled_at', internal),
    touchedAt: instant('touched_at', internal),
    returnsAt: instant('returns_at', internal),
    nextStep: column('next_step', F.nextStep),
    nextStepOn: day('next_step_on', internal),
    openedBy: one('Staff', { ...internal, by: 'opened_by_id' }),
    openedAt: instant('opened_at', internal),
    contactedAt: instant('contacted_at', internal),
    qualifiedAt: instant('qualified_at', internal),
    convertedAt: instant('converted_at', internal),
    lostAt: instant('lost_at', internal),
    lossReason: column('loss_reason', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    events: many('LeadEvent', {
      ...internal,
      foreign: 'lead_id',
      order: [['at', 'desc']],
      typically: 10,
    }),
    availableActions: actions(LEAD_TRANSITIONS),
    version: column('version', internal),
  },
})

const ofLead = (name: string): Fact => ({ table: 'lead', by: 'lead_id', column: name })

export const leadEventProjection = projection('LeadEvent', {
  table: 'lead_event',
  entity: LeadEvent,
  permission: 'lead:read',
  facts: {
    registeredById: ofLead('opened_by_id'),
    assigneeId: ofLead('assignee_id'),
    pooledAt: ofLead('pooled_at'),
  },
  fields: {
    id: id(),
    action: expression({
      ...internal,
      sql: (alias) => `upper(${alias}.action)`,
      reference: (row) => String(row.action).toUpperCase(),
    }),
    from: column('from_status', internal),
    to: column('to_status', internal),
    at: instant('at', internal),
    by: one('Staff', { ...internal, by: 'by_id' }),
    assignee: one('Staff', { ...internal, by: 'assignee_id' }),
    channel: column('channel', internal),
    note: column('note', LEAD_EVENT_FIELDS.note),
  },
})

const OPEN = OPEN_LEAD_STATUSES.map((status) => `'${status}'`).join(', ')
/** How far it ever came: kept in the columns of the first time. */
const REACHED_AT: Readonly<Record<string, string>> = {
  CONTACTED: 'contacted_at',
  QUALIFIED: 'qualified_at',
  CONVERTED: 'converted_at',
  LOST: 'lost_at',
}
const words = (value: unknown): string => String(value).normalize('NFC').trim()

export const leadRoots = {
  lead: objectRoot('Lead'),
  leads: connectionRoot('Lead', {
    filters: {
      search: where({
        discloses: ['name', 'number'],
        bind: words,
        sql: (alias, value) => `(${value}::text <> '' and (position(${value}::text in ${alias}.name) > 0
          or ${alias}.number = upper(${value}::text)))`,
        reference: (row, value) => {
          const wanted = words(value)
          return wanted !== '' && (String(row.name).includes(wanted) || row.number === wanted.toUpperCase())
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
        reference: (row) => (OPEN_LEAD_STATUSES as readonly unknown[]).includes(row.status),
      }),
      status: isIn('status'),
      reached: where({
        discloses: ['contactedAt', 'qualifiedAt', 'convertedAt', 'lostAt'],
        sql: (alias, value) =>
          `case ${value}::text ${Object.entries(REACHED_AT)
            .map(([reach, at]) => `when '${reach}' then ${alias}.${at} is not null`)
            .join(' ')} end`,
        reference: (row, value) => row[REACHED_AT[String(value)]!] !== null,
      }),
      source: isIn('source'),
      campaign: isIn('campaign'),
      assignee: is('assignee'),
      project: isIn('project'),
      client: is('client'),
      openedFrom: from('openedAt'),
      openedBefore: before('openedAt'),
      nextStepBefore: before('nextStepOn'),
    },
    orders: {
      NEWEST: [['openedAt', 'desc']],
      NEXT_STEP: [['nextStepOn', 'asc']],
      RETURNS_FIRST: [['returnsAt', 'asc']],
      RECENTLY_TOUCHED: [['touchedAt', 'desc']],
    },
  }),
}
