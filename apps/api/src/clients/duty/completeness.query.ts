/** Totals of the duty: one walk over the archives in use, counted by place and by what they lack. */
import type { CompletenessBy } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId, type NodeType } from '../../graphql/global-id.ts'
import { ArchiveCompleteness, CompletenessPart, CompletenessRow } from './completeness.type.ts'
import { totalsSql } from './gap-sql.ts'

interface Counted {
  readonly kind: 'ROW' | 'PART'
  readonly id: string | null
  readonly name: string | null
  readonly part: string | null
  readonly labelZh: string | null
  readonly labelEn: string | null
  readonly clients: number
  readonly complete: number
  readonly missing: number
  readonly stale: number
  readonly wrong: number
}

const STATEMENTS: Readonly<Record<CompletenessBy, string>> = {
  PROJECT: totalsSql('c.project_id', 'project'),
  DEPARTMENT: totalsSql(
    '(select s.department_id from staff s where s.org_id = c.org_id and s.id = c.key_account_manager_id)',
    'department',
  ),
  MANAGER: totalsSql('c.key_account_manager_id', 'staff'),
}
const TYPES: Readonly<Record<CompletenessBy, NodeType>> = {
  PROJECT: 'Project',
  DEPARTMENT: 'Department',
  MANAGER: 'Staff',
}

export const archiveCompleteness = async (
  { signedIn, dataSource, locale }: RequestContext,
  by: CompletenessBy,
): Promise<ArchiveCompleteness> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const orgId = signedIn.actor.organizationId
  const counted = await withTenant(dataSource, orgId, (manager) =>
    manager.query<Counted[]>(STATEMENTS[by], [orgId]),
  )
  const rows = counted
    .filter(({ kind }) => kind === 'ROW')
    .map(({ id, name, clients, complete, wrong }) =>
      Object.assign(new CompletenessRow(), {
        id: id && toGlobalId(TYPES[by], id),
        name,
        clients,
        complete,
        wrong,
      }),
    )
    .toSorted(
      (one, other) =>
        other.clients - one.clients || (one.name ?? '').localeCompare(other.name ?? '', 'zh-CN'),
    )
  const parts = counted
    .filter(({ kind }) => kind === 'PART')
    .map(({ id, part, labelZh, labelEn, missing, stale, wrong }) =>
      Object.assign(new CompletenessPart(), {
        requirementId: toGlobalId('ArchiveRequirement', id!),
        part,
        fieldLabelZh: labelZh,
        fieldLabelEn: labelEn,
        missing,
        stale,
        wrong,
      }),
    )
    .toSorted(
      (one, other) =>
        other.missing + other.stale + other.wrong - (one.missing + one.stale + one.wrong) ||
        (one.requirementId < other.requirementId ? -1 : 1),
    )
  const sum = (of: 'clients' | 'complete' | 'wrong') => rows.reduce((all, row) => all + row[of], 0)
  const total = Object.assign(new CompletenessRow(), {
    id: null,
    name: null,
    clients: sum('clients'),
    complete: sum('complete'),
    wrong: sum('wrong'),
  })
  return Object.assign(new ArchiveCompleteness(), { total, rows, parts })
}
