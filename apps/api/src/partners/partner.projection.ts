/** How partners and their credentials are read. Class internal: they name companies and programs, never a client. */
import { CREDENTIAL_TRANSITIONS, credentialStatus } from '@steward/domain'
import {
  actions,
  column,
  connection,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Expression,
} from '../reads/projection.ts'
import { publishedInstantSql } from '../reads/published-value.ts'
import { listRoot, objectRoot } from '../reads/roots.ts'
import { CredentialUsage, Partner, PartnerCredential } from './partner.entity.ts'

const internal = { class: 'internal' } as const

export const partnerProjection = projection('Partner', {
  table: 'partner',
  entity: Partner,
  permission: 'partner:read',
  fields: {
    id: id(),
    name: column('name', internal),
    createdAt: instant('created_at', internal),
    credentials: many('PartnerCredential', {
      ...internal,
      foreign: 'partner_id',
      order: [['createdAt', 'desc']],
    }),
    webhookEndpoints: many('WebhookEndpoint', {
      ...internal,
      foreign: 'partner_id',
      order: [['createdAt', 'asc']],
      typically: 2,
    }),
    version: column('version', internal),
  },
})

const status: Expression<string> = {
  sql: (alias) =>
    `case when ${alias}.revoked_at is not null then 'REVOKED' when ${alias}.expires_at <= now() then 'EXPIRED' else 'ACTIVE' end`,
  reference: (row, { now }) =>
    credentialStatus({ revokedAt: row.revoked_at as Date | null, expiresAt: row.expires_at as Date }, now),
}

export const partnerCredentialProjection = projection('PartnerCredential', {
  table: 'partner_credential',
  entity: PartnerCredential,
  permission: 'partner:read',
  facts: { status },
  fields: {
    id: id(),
    partner: one('Partner', { ...internal, by: 'partner_id' }),
    label: column('label', internal),
    status: expression({ ...internal, ...status }),
    scopes: column('scopes', internal),
    allowedFrom: column('allowed_from', internal),
    pointsPerMinute: column('points_per_minute', internal),
    createdAt: instant('created_at', internal),
    createdBy: one('Staff', { ...internal, by: 'created_by_id' }),
    expiresAt: instant('expires_at', internal),
    revokedAt: instant('revoked_at', internal),
    lastUsedAt: expression({
      ...internal,
      sql: (alias) => publishedInstantSql(lastMinuteSql(alias)),
      reference: (row, { rows }) =>
        rows('credential_usage')
          .filter(({ credential_id }) => credential_id === row.id)
          .map(({ minute_at }) => (minute_at as Date).toISOString())
          .toSorted()
          .at(-1) ?? null,
    }),
    usage: connection('CredentialUsage', {
      ...internal,
      foreign: 'credential_id',
      orders: { NEWEST: [['day', 'desc']] },
    }),
    availableActions: actions(CREDENTIAL_TRANSITIONS),
    version: column('version', internal),
  },
})

const lastMinuteSql = (alias: string): string =>
  `(select max(u.minute_at) from credential_usage u where u.org_id = ${alias}.org_id and u.credential_id = ${alias}.id)`

export const credentialUsageProjection = projection('CredentialUsage', {
  table: 'credential_usage',
  entity: CredentialUsage,
  permission: 'partner:read',
  fields: {
    id: id(),
    day: day('on_day', internal),
    requests: column('requests', internal),
    points: column('points', internal),
    refused: column('refused', internal),
  },
})

export const partnerRoots = {
  partners: listRoot('Partner', { order: [['name', 'asc']], typically: 20 }),
  partner: objectRoot('Partner'),
}
