import { ARCHIVE_CONFIRMATION_FIELDS, ARCHIVE_PARTS, type ArchivePart } from '@steward/domain'
import { ID_PREFIXES } from '../../graphql/global-id.ts'
import { costly, flag, where } from '../../reads/filters.ts'
import { column, id, instant, one, projection, values, type Row } from '../../reads/projection.ts'
import { publishedIdSql, uuidOf } from '../../reads/published-id.ts'
import { publishedInstantSql } from '../../reads/published-value.ts'
import { listRoot } from '../../reads/roots.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { ArchiveConfirmation, ArchiveRequirement } from './duty.entity.ts'
import { gapsReference, gapsSql, knownSinceSql, ORDER, wrongNoteSql } from './gap-sql.ts'

const internal = { class: 'internal' } as const
const F = ARCHIVE_CONFIRMATION_FIELDS
/** That there is no birthday tells of a person as well. */
const owed = { class: 'personal', permission: 'client:readDuty' } as const

export const archiveRequirementProjection = projection('ArchiveRequirement', {
  table: 'archive_requirement',
  entity: ArchiveRequirement,
  permission: 'archiveRequirement:read',
  fields: {
    id: id(),
    part: column('part', internal),
    field: one('CustomField', { ...internal, by: 'field_id' }),
    kinds: column('kinds', internal),
    relations: column('relations', internal),
    staleAfterDays: column('stale_after_days', internal),
    owedBy: column('owed_by', internal),
    retiredAt: instant('retired_at', internal),
    version: column('version', internal),
  },
})

const PREFIX = ID_PREFIXES.ArchiveRequirement
const publishedId = (uuid: unknown) => `${PREFIX}_${String(uuid).replaceAll('-', '')}`
const labelSql = (language: 'zh' | 'en') =>
  `(select f$.label_${language} from custom_field f$ where f$.org_id = q$.org_id and f$.id = q$.field_id)`
const fieldOf = (requirement: Row, rows: (table: string) => readonly Row[]) =>
  rows('custom_field').find((it) => it.id === requirement.field_id)

export const archiveGapsField = values('ArchiveGap', {
  ...owed,
  sql: (
    alias,
  ) => `select ${publishedIdSql(PREFIX, 'q$.id')} as "requirementId", q$.part, s$.state, q$.owed_by as "owedBy",
    ${labelSql('zh')} as "fieldLabelZh", ${labelSql('en')} as "fieldLabelEn",
    ${publishedInstantSql(knownSinceSql(alias))} as since, case when s$.state = 'WRONG' then ${wrongNoteSql(alias)} end as note
    ${gapsSql(alias)} ${ORDER}`,
  reference: (row, reference) =>
    gapsReference(row, reference).map(({ requirement, state, note, since }) => ({
      requirementId: publishedId(requirement.id),
      part: requirement.part,
      state,
      owedBy: requirement.owed_by,
      fieldLabelZh: fieldOf(requirement, reference.rows)?.label_zh ?? null,
      fieldLabelEn: fieldOf(requirement, reference.rows)?.label_en ?? null,
      since: since?.toISOString() ?? null,
      note,
    })),
})

export const archiveConfirmationProjection = projection('ArchiveConfirmation', {
  table: 'archive_confirmation',
  entity: ArchiveConfirmation,
  permission: 'client:readDuty',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    parts: values('ConfirmedPart', {
      ...F.requirementIds,
      sql: (
        alias,
      ) => `select q$.part, ${labelSql('zh')} as "fieldLabelZh", ${labelSql('en')} as "fieldLabelEn"
        from archive_requirement q$ where q$.org_id = ${alias}.org_id and q$.id = any(${alias}.requirement_ids) ${ORDER}`,
      reference: (row, { rows }) =>
        rows('archive_requirement')
          .filter(({ id: each }) => (row.requirement_ids as readonly unknown[]).includes(each))
          .toSorted(
            (one_, other) =>
              ARCHIVE_PARTS.indexOf(one_.part as ArchivePart) -
                ARCHIVE_PARTS.indexOf(other.part as ArchivePart) ||
              (String(one_.id) < String(other.id) ? -1 : 1),
          )
          .map((requirement) => ({
            part: requirement.part,
            fieldLabelZh: fieldOf(requirement, rows)?.label_zh ?? null,
            fieldLabelEn: fieldOf(requirement, rows)?.label_en ?? null,
          })),
    }),
    note: column('note', F.note),
    confirmedBy: one('Staff', { ...F.confirmedById, by: 'confirmed_by_id' }),
    confirmedAt: instant('confirmed_at', F.confirmedAt),
  },
})

export const dutyRoots = {
  archiveRequirements: listRoot('ArchiveRequirement', { order: [['part', 'asc']], typically: 30 }),
}

const requirementUuids = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => uuidOf({ prefix: PREFIX }, each) ?? [])

const FILTERS = {
  incomplete: flag({
    discloses: ['archiveGaps'],
    sql: (alias) => `exists (select ${gapsSql(alias)})`,
    reference: (row, reference) => gapsReference(row, reference).length > 0,
  }),
  missing: where({
    discloses: ['archiveGaps'],
    bind: (value) => `{${requirementUuids(value).join(',')}}`,
    sql: (alias, value) => `exists (select ${gapsSql(alias)} and q$.id = any(${value}::uuid[]))`,
    reference: (row, value, reference) =>
      gapsReference(row, reference).some(({ requirement }) =>
        requirementUuids(value).includes(String(requirement.id)),
      ),
  }),
  /** Whoever answers for the client owes all of it; where nobody does, the role in its territory. */
  owedByMe: flag({
    discloses: ['archiveGaps'],
    sql: (alias, actor) => `case when ${alias}.key_account_manager_id is not null
      then ${alias}.key_account_manager_id = ${actor.staffId} and exists (select ${gapsSql(alias)})
      else exists (select ${gapsSql(alias)} and q$.owed_by = any(${actor.roles}) and (q$.owed_by <> 'SITE_MANAGER'
        or ${alias}.project_id = any(${actor.projectIds}) or ${alias}.building_id = any(${actor.buildingIds}))) end`,
    reference: (row, reference) => {
      const { actor } = reference
      const gaps = gapsReference(row, reference)
      if (!actor) return false
      if (row.key_account_manager_id !== null)
        return row.key_account_manager_id === actor.staffId && gaps.length > 0
      const isOnSite =
        actor.projectIds.includes(String(row.project_id)) ||
        actor.buildingIds.includes(String(row.building_id))
      return gaps.some(
        ({ requirement: { owed_by } }) =>
          (actor.roles as readonly unknown[]).includes(owed_by) && (owed_by !== 'SITE_MANAGER' || isOnSite),
      )
    },
  }),
}

/** What narrows a list of clients by the duty: each archive is looked into, so a page looks at so many archives and no more. */
export const DUTY_FILTERS = {
  incomplete: costly(FILTERS.incomplete),
  missing: costly(FILTERS.missing),
  owedByMe: costly(FILTERS.owedByMe),
}
