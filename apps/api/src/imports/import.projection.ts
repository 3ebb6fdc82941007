/** How imports are read. Figures are internal; a cell of a refused row may name anybody. */
import {
  IMPORT_TRANSITIONS,
  ROWS_BY_ONE,
  RUNNING_IMPORT_STATUSES,
  type ImportKind,
  type ImportStatus,
} from '@steward/domain'
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
  values,
  type Row,
} from '../reads/projection.ts'
import { publishedIdSql } from '../reads/published-id.ts'
import { connectionRoot, listRoot, objectRoot } from '../reads/roots.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import {
  ImportDuplicateEntity,
  ImportFileEntity,
  ImportIssueEntity,
  ImportMappingEntity,
  ImportPolicyEntity,
  ImportRunEntity,
} from './import.entity.ts'
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

/** What the organization has said, or what is usual. */
const rowsByOne = expression({
  ...internal,
  sql: (alias) =>
    `coalesce((select p.rows_by_one from import_policy p where p.org_id = ${alias}.org_id and p.kind = ${alias}.kind),
              case ${alias}.kind ${Object.entries(ROWS_BY_ONE)
                .map(([kind, rows]) => `when '${kind}' then ${rows}`)
                .join(' ')} end)`,
  reference: (row, { rows }) =>
    rows('import_policy').find((policy) => policy.kind === row.kind)?.rows_by_one ??
    ROWS_BY_ONE[row.kind as ImportKind] ??
    null,
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
  facts: {
    status: 'status',
    importAwaits: {
      sql: (alias) => `(${alias}.dry_run and ${alias}.applied_at is null)`,
      reference: (row) => row.dry_run === true && row.applied_at === null,
    },
    importStands: {
      sql: (alias) =>
        `(not ${alias}.dry_run and ${alias}.undoes_id is null and ${alias}.undone_at is null and ${alias}.kind <> 'COMPLAINTS')`,
      reference: (row) =>
        row.dry_run === false &&
        row.undoes_id === null &&
        row.undone_at === null &&
        row.kind !== 'COMPLAINTS',
    },
  },
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
    rowsDuplicate: column('rows_duplicate', internal),
    rowsByOne,
    dryRunOf: one('ImportRun', { ...internal, by: 'dry_run_id' }),
    undoes: one('ImportRun', { ...internal, by: 'undoes_id' }),
    appliedAt: instant('applied_at', internal),
    undoneAt: instant('undone_at', internal),
    duplicates: connection('ImportDuplicate', {
      ...internal,
      foreign: 'run_id',
      orders: { LINE: [['line', 'asc']] },
    }),
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

export const importDuplicateProjection = projection('ImportDuplicate', {
  table: 'import_duplicate',
  entity: ImportDuplicateEntity,
  permission: 'import:read',
  fields: {
    id: id(),
    line: column('line', internal),
    ground: column('ground', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    nameMasked: column('name_masked', { class: 'personal', permission: 'import:run' }),
    choice: column('choice', internal),
  },
})

type Pair = { readonly key: string; readonly value: string }
interface Spec {
  readonly source: string
  readonly encoding: string | null
  readonly columns: readonly {
    readonly column: string
    readonly field: string | null
    readonly values: readonly Pair[]
  }[]
  readonly constants: readonly Pair[]
}
const specOf = (row: Row): Spec => row.spec as Spec

export const importMappingProjection = projection('ImportMapping', {
  table: 'import_mapping',
  entity: ImportMappingEntity,
  permission: 'import:read',
  fields: {
    id: id(),
    kind: column('kind', internal),
    name: column('name', internal),
    source: expression({
      ...internal,
      sql: (alias) => `${alias}.spec ->> 'source'`,
      reference: (row) => specOf(row).source,
    }),
    encoding: expression({
      ...internal,
      sql: (alias) => `${alias}.spec ->> 'encoding'`,
      reference: (row) => specOf(row).encoding,
    }),
    columns: values('ImportColumn', {
      ...internal,
      sql: (alias) => `select c.row ->> 'column' as "column", c.row ->> 'field' as field
        from jsonb_array_elements(${alias}.spec -> 'columns') with ordinality as c(row, position) order by c.position`,
      reference: (row) => specOf(row).columns.map(({ column: name, field }) => ({ column: name, field })),
    }),
    words: values('ImportWord', {
      ...internal,
      sql: (
        alias,
      ) => `select c.row ->> 'column' as "column", v.row ->> 'key' as key, v.row ->> 'value' as value
        from jsonb_array_elements(${alias}.spec -> 'columns') with ordinality as c(row, position),
             jsonb_array_elements(c.row -> 'values') with ordinality as v(row, position)
       order by c.position, v.position`,
      reference: (row) =>
        specOf(row).columns.flatMap(({ column: name, values: words }) =>
          words.map(({ key, value }) => ({ column: name, key, value })),
        ),
    }),
    constants: values('ImportPair', {
      ...internal,
      sql: (alias) => `select c.row ->> 'key' as key, c.row ->> 'value' as value
        from jsonb_array_elements(${alias}.spec -> 'constants') with ordinality as c(row, position) order by c.position`,
      reference: (row) => specOf(row).constants,
    }),
    savedBy: one('Staff', { ...internal, by: 'saved_by_id' }),
    savedAt: instant('saved_at', internal),
    version: column('version', internal),
  },
})

export const importPolicyProjection = projection('ImportPolicy', {
  table: 'import_policy',
  entity: ImportPolicyEntity,
  permission: 'import:read',
  fields: {
    id: id(),
    kind: column('kind', internal),
    rowsByOne: column('rows_by_one', internal),
    version: column('version', internal),
  },
})

export const importRoots = {
  importRuns: connectionRoot('ImportRun', { orders: { NEWEST: [['startedAt', 'desc']] } }),
  importRun: objectRoot('ImportRun'),
  importMappings: listRoot('ImportMapping', {
    order: [['name', 'asc']],
    typically: 10,
    only: {
      sql: (alias) => `${alias}.retired_at is null`,
      reference: (row) => row.retired_at === null,
    },
  }),
  importPolicies: listRoot('ImportPolicy', { order: [['kind', 'asc']], typically: 3 }),
}
