/** How imports are read. Figures are internal; a cell of a refused row may name anybody. */
import { IMPORT_TRANSITIONS, RUNNING_IMPORT_STATUSES, type ImportStatus } from '@steward/domain'
import { is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  connection,
  expression,
  id,
  instant,
  many,
  one,
  projection,
} from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { ImportFileEntity, ImportIssueEntity, ImportRunEntity } from './import.entity.ts'
import { isLost, LOST_AFTER_SECONDS, refusedRowsPath } from './import-rules.ts'

const internal = { class: 'internal' } as const
const RUNNING = RUNNING_IMPORT_STATUSES.map((status) => `'${status}'`).join(', ')

/** Liveness between processes is told by the database's clock, the only one that they share. */
const lost = expression({
  ...internal,
  sql: (alias) =>
    `(${alias}.status in (${RUNNING}) and ${alias}.seen_at < clock_timestamp() - interval '${LOST_AFTER_SECONDS} s')`,
  reference: ({ status, seen_at }, { now }) =>
    isLost({ status: status as ImportStatus, seenAt: seen_at as Date }, now),
})

export const importFileProjection = projection('ImportFile', {
  table: 'import_file',
  entity: ImportFileEntity,
  permission: 'import:read',
  fields: {
    id: id(),
    name: column('name', internal),
    sizeBytes: column('size_bytes', internal),
    hash: column('hash', internal),
    uploadedAt: instant('uploaded_at', internal),
    uploadedBy: one('Staff', { ...internal, by: 'uploaded_by_id' }),
  },
})

export const importRunProjection = projection('ImportRun', {
  table: 'import_run',
  entity: ImportRunEntity,
  permission: 'import:read',
  facts: { status: 'status' },
  fields: {
    id: id(),
    kind: column('kind', internal),
    mapping: column('mapping', internal),
    file: one('ImportFile', { ...internal, by: 'file_id' }),
    encoding: column('encoding', internal),
    dryRun: column('dry_run', internal),
    status: column('status', internal),
    isLost: lost,
    refusalCode: column('refusal_code', internal),
    refusalZh: column('refusal_zh', internal),
    refusalEn: column('refusal_en', internal),
    progress: column('progress', internal),
    rowsRead: column('rows_read', internal),
    rowsNew: column('rows_new', internal),
    rowsChanged: column('rows_changed', internal),
    rowsUnchanged: column('rows_unchanged', internal),
    rowsRefused: column('rows_refused', internal),
    rowsWarned: column('rows_warned', internal),
    categoriesNew: column('categories_new', internal),
    departmentsNew: column('departments_new', internal),
    cancelRequested: column('cancel_requested', internal),
    refusedRowsPath: expression({
      ...internal,
      permission: 'import:run',
      sql: (alias) =>
        `case when ${alias}.refused_file_id is not null then ${refusedRowsPathSql(`${alias}.id`)} end`,
      reference: (row) =>
        row.refused_file_id === null ? null : refusedRowsPath(toGlobalId('ImportRun', String(row.id))),
    }),
    startedBy: one('Staff', { ...internal, by: 'started_by_id' }),
    startedAt: instant('started_at', internal),
    finishedAt: instant('finished_at', internal),
    version: column('version', internal),
    counts: many('ImportCount', { ...internal, foreign: 'run_id', order: [['rows', 'desc']], typically: 80 }),
    issues: connection('ImportIssue', {
      ...internal,
      foreign: 'run_id',
      filters: { level: is('level'), reason: isIn('reason') },
      orders: { LINE: [['line', 'asc']] },
    }),
    availableActions: actions(IMPORT_TRANSITIONS),
  },
})

const refusedRowsPathSql = (idSql: string): string => {
  const [before, after] = refusedRowsPath('|').split('|')
  return `'${before}' || ${publishedIdSql('imp', idSql)} || '${after}'`
}

export const importCountProjection = projection('ImportCount', {
  table: 'import_count',
  permission: 'import:read',
  fields: {
    dimension: column('dimension', internal),
    value: column('value', internal),
    nameZh: column('name_zh', internal),
    nameEn: column('name_en', internal),
    rows: column('rows', internal),
  },
})

export const importIssueProjection = projection('ImportIssue', {
  table: 'import_issue',
  entity: ImportIssueEntity,
  permission: 'import:read',
  fields: {
    id: id(),
    line: column('line', internal),
    column: column('column_name', internal),
    value: column('value', { class: 'personal', permission: 'import:run' }),
    level: column('level', internal),
    reason: column('reason', internal),
  },
})

export const importRoots = {
  importRuns: connectionRoot('ImportRun', { orders: { NEWEST: [['startedAt', 'desc']] } }),
  importRun: objectRoot('ImportRun'),
}
