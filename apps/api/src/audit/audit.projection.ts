/** How the audit trail is read. The subject is published as the record it is, by that record's own rules. */
import type { AuditSubject } from '@steward/domain'
import { fromGlobalId, ID_PREFIXES, nodeTypeOf, toGlobalId, type NodeType } from '../graphql/global-id.ts'
import { before, from, is, isIn, where } from '../reads/filters.ts'
import { column, expression, id, instant, one, projection, values } from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { connectionRoot } from '../reads/roots.ts'
import { changesOf, changesSql } from './audit-change-text.ts'
import { textFilter } from './audit-search.ts'
import { AuditEntry } from './audit.entity.ts'
import { SUBJECT_TYPES } from './subject-types.ts'

const internal = { class: 'internal' } as const

const subjectIdSql = (alias: string): string => {
  const cases = Object.entries(SUBJECT_TYPES).map(
    ([subject, type]) => `when '${subject}' then ${publishedIdSql(ID_PREFIXES[type], `${alias}.subject_id`)}`,
  )
  return `case ${alias}.subject_type ${cases.join(' ')} end`
}

const aSubject = (type: NodeType) => one(type, { ...internal, by: 'subject_id' })

export const auditEntryProjection = projection('AuditEntry', {
  table: 'audit_entry',
  entity: AuditEntry,
  permission: 'audit:read',
  facts: { subjectType: 'subject_type' },
  fields: {
    id: id(),
    at: instant('at', internal),
    actor: one('Staff', { ...internal, by: 'actor_id' }),
    verb: column('verb', internal),
    subjectType: expression({
      ...internal,
      sql: (alias) => `upper(${alias}.subject_type)`,
      reference: (row) => String(row.subject_type).toUpperCase(),
    }),
    subjectId: expression({
      ...internal,
      sql: subjectIdSql,
      reference: (row) => {
        const type = SUBJECT_TYPES[row.subject_type as AuditSubject]
        return type ? toGlobalId(type, String(row.subject_id)) : null
      },
    }),
    complaint: aSubject('Complaint'),
    task: aSubject('ComplaintTask'),
    client: aSubject('Client'),
    staff: aSubject('Staff'),
    department: aSubject('Department'),
    project: aSubject('Project'),
    building: aSubject('Building'),
    unit: aSubject('Unit'),
    authorityLimit: aSubject('AuthorityLimit'),
    controlledDocument: aSubject('ControlledDocument'),
    documentRevision: aSubject('DocumentRevision'),
    workingCalendar: aSubject('WorkingCalendar'),
    changes: values('AuditChange', {
      ...internal,
      sql: changesSql,
      reference: (row) => changesOf(row.changes as Record<string, [unknown, unknown]>),
    }),
    reason: column('reason', { class: 'personal' }),
    requestId: column('request_id', internal),
  },
})

/** The UUID in a published id of any type; null, which equals nothing, where it is none. */
const uuidIn = (value: unknown): string | null => {
  const type = nodeTypeOf(String(value))
  return type ? (fromGlobalId(type, String(value)) ?? null) : null
}

export const auditRoots = {
  auditEntries: connectionRoot('AuditEntry', {
    filters: {
      entry: is('id'),
      subject: where({
        discloses: ['subjectId'],
        bind: uuidIn,
        sql: (alias, value) => `${alias}.subject_id = ${value}::uuid`,
        reference: (row, value) => row.subject_id === uuidIn(value),
      }),
      subjectType: isIn('subjectType'),
      actor: is('actor'),
      verb: isIn('verb'),
      request: is('requestId'),
      text: textFilter,
      from: from('at'),
      before: before('at'),
    },
    orders: { NEWEST: [['at', 'desc']] },
  }),
}
