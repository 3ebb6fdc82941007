import { queryGrams } from '@steward/domain'
import { ID_PREFIXES } from '../graphql/global-id.ts'
import { where } from '../reads/filters.ts'
import { column, id, instant, latest, many, one, projection, type Expression } from '../reads/projection.ts'
import { uuidOf } from '../reads/published-id.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { Client } from './client.entity.ts'
import { STANDS } from './occupancy/occupancy.projection.ts'

const internal = { class: 'internal' } as const
const named = { class: 'personal', permission: 'client:readName' } as const

/** Not taken out. */
const PRESENT: Expression<boolean> = {
  sql: (alias) => `${alias}.removed_at is null`,
  reference: (row) => row.removed_at === null,
}

export const clientProjection = projection('Client', {
  table: 'client',
  prefix: 'cli',
  entity: Client,
  permission: 'client:read',
  facts: {
    keyAccountManagerId: 'key_account_manager_id',
    projectId: 'project_id',
    buildingId: 'building_id',
  },
  fields: {
    id: id(),
    code: column('code', internal),
    kind: column('kind', internal),
    relation: column('relation', internal),
    name: column('name', named),
    phoneMasked: column('phone_masked', named),
    emailMasked: column('email_masked', named),
    phoneTail: column('phone_tail', { class: 'personal', permission: 'client:lookupByPhone' }),
    keyAccountManager: one('Staff', { ...internal, by: 'key_account_manager_id' }),
    occupancies: many('ClientOccupancy', {
      ...internal,
      foreign: 'client_id',
      order: [['fromOn', 'desc']],
      typically: 1,
      only: STANDS,
    }),
    contacts: many('ClientContact', {
      ...internal,
      foreign: 'client_id',
      order: [
        ['isPrimary', 'desc'],
        ['createdAt', 'asc'],
      ],
      typically: 2,
      only: PRESENT,
    }),
    members: many('ClientMember', {
      class: 'personal',
      permission: 'client:readParticulars',
      foreign: 'client_id',
      order: [['createdAt', 'asc']],
      typically: 2,
      only: PRESENT,
    }),
    consents: many('ClientConsent', {
      ...internal,
      foreign: 'client_id',
      order: [['at', 'desc']],
      typically: 4,
    }),
    source: column('source', internal),
    referrer: column('referrer', named),
    createdAt: instant('created_at', internal),
    openedBy: one('Staff', { ...internal, by: 'opened_by_id' }),
    explainedAt: instant('explained_at', internal),
    archivedAt: instant('archived_at', internal),
    archiveReason: column('archive_reason', named),
    profile: latest('ClientProfile', { ...internal, foreign: 'client_id', order: [['setAt', 'desc']] }),
    statusRecords: many('ClientStatusRecord', {
      ...internal,
      foreign: 'client_id',
      order: [['ordinal', 'desc']],
      typically: 2,
    }),
    version: column('version', internal),
  },
})

const unitUuid = (value: unknown): string | null => uuidOf({ prefix: ID_PREFIXES.Unit }, value)
const text = (value: unknown): string => String(value).trim()

/** Look-up with the client on the phone: by part of the name, by code, by door number; by the phone's tail where allowed. */
export const clientRoots = {
  client: objectRoot('Client'),
  clients: connectionRoot('Client', {
    filters: {
      search: where({
        discloses: ['name', 'code'],
        bind: (value) => ({ grams: queryGrams(text(value)), start: text(value) }),
        sql: (alias, value) => `(
          (jsonb_array_length(${value}::jsonb -> 'grams') > 0
            and ${alias}.search_grams @> array(select jsonb_array_elements_text(${value}::jsonb -> 'grams')))
          or starts_with(${alias}.code, ${value}::jsonb ->> 'start')
          or exists (select 1 from client_occupancy o join unit u on u.org_id = o.org_id and u.id = o.unit_id
                      where o.org_id = ${alias}.org_id and o.client_id = ${alias}.id and o.withdrawn_at is null
                        and starts_with(u.label, ${value}::jsonb ->> 'start')))`,
        reference: (row, value, { rows }) => {
          const grams = queryGrams(text(value))
          const held = row.search_grams as readonly string[]
          return (
            (grams.length > 0 && grams.every((gram) => held.includes(gram))) ||
            String(row.code).startsWith(text(value)) ||
            rows('client_occupancy').some(
              (o) =>
                o.client_id === row.id &&
                o.withdrawn_at === null &&
                rows('unit').some((u) => u.id === o.unit_id && String(u.label).startsWith(text(value))),
            )
          )
        },
      }),
      unit: where({
        discloses: ['occupancies'],
        bind: unitUuid,
        sql: (alias, value) => `exists (select 1 from client_occupancy o
          where o.org_id = ${alias}.org_id and o.client_id = ${alias}.id and o.unit_id = ${value} and o.withdrawn_at is null)`,
        reference: (row, value, { rows }) =>
          rows('client_occupancy').some(
            (o) => o.client_id === row.id && o.unit_id === unitUuid(value) && o.withdrawn_at === null,
          ),
      }),
      phoneTail: where({
        discloses: ['phoneTail'],
        sql: (alias, value) => `${alias}.phone_tail = ${value}`,
        reference: (row, value) => row.phone_tail === value,
      }),
    },
    orders: { NAME: [['code', 'asc']] },
  }),
}
