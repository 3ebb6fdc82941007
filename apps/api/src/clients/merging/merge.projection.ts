/** How merges are read: with the archive that goes on; of the other only what its own reader may see. */
import { CLIENT_MERGE_FIELDS, CLIENT_MERGE_TRANSITIONS, type MergeCount } from '@steward/domain'
import { ID_PREFIXES } from '../../graphql/global-id.ts'
import { flag, isIn, where } from '../../reads/filters.ts'
import {
  actions,
  column,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  values,
  type Fact,
} from '../../reads/projection.ts'
import { uuidOf } from '../../reads/published-id.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { ClientMergeEntity } from './merge.entity.ts'

const F = CLIENT_MERGE_FIELDS
const internal = { class: 'internal' } as const

const ofSurvivor = (name: string): Fact => ({ table: 'client', by: 'survivor_id', column: name })
/** Who prepared what is being signed now. */
const PREPARER: Fact = {
  sql: (alias) => `coalesce(${alias}.reversal_asked_by_id, ${alias}.proposed_by_id)`,
  reference: (row) => row.reversal_asked_by_id ?? row.proposed_by_id,
}

const named = (name: 'taken' | 'kept') =>
  values('MergedField', {
    ...F[name],
    sql: (alias) => `select t.key as key, f.label_zh as "labelZh", f.label_en as "labelEn"
      from unnest(${alias}.${name}) with ordinality as t(key, nth)
      left join custom_field f on f.org_id = ${alias}.org_id and t.key = 'field:' || f.id::text
     order by t.nth`,
    reference: (row, { rows }) =>
      (row[name] as readonly string[]).map((key) => {
        const field = rows('custom_field').find(({ id: its }) => key === `field:${String(its)}`)
        return { key, labelZh: field?.label_zh ?? null, labelEn: field?.label_en ?? null }
      }),
  })

export const clientMergeProjection = projection('ClientMerge', {
  table: 'client_merge',
  entity: ClientMergeEntity,
  permission: 'clientMerge:read',
  facts: {
    status: 'status',
    keyAccountManagerId: ofSurvivor('key_account_manager_id'),
    projectId: ofSurvivor('project_id'),
    buildingId: ofSurvivor('building_id'),
    registeredById: PREPARER,
    preparedById: PREPARER,
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    status: column('status', F.status),
    survivor: one('Client', { ...F.survivorId, by: 'survivor_id' }),
    survivorCode: column('survivor_code', F.survivorCode),
    merged: one('Client', { ...F.mergedId, by: 'merged_id' }),
    mergedCode: column('merged_code', F.mergedCode),
    taken: named('taken'),
    reason: column('reason', F.reason),
    counts: values('MergeCount', {
      ...F.counts,
      sql: (
        alias,
      ) => `select c.row ->> 'what' as what, (c.row ->> 'survivor')::int as survivor, (c.row ->> 'merged')::int as merged,
          (c.row ->> 'staying')::int as staying
        from jsonb_array_elements(${alias}.counts) with ordinality as c(row, nth) order by c.nth`,
      reference: (row) =>
        (row.counts as readonly MergeCount[]).map(({ what, survivor, merged, staying }) => ({
          what,
          survivor,
          merged,
          staying,
        })),
    }),
    proposedBy: one('Staff', { ...F.proposedById, by: 'proposed_by_id' }),
    proposedAt: instant('proposed_at', F.proposedAt),
    decidedBy: one('Staff', { ...F.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', F.decidedAt),
    mergedAt: instant('merged_at', F.mergedAt),
    movedCount: column('moved_count', F.movedCount),
    note: column('note', F.note),
    reversalReason: column('reversal_reason', F.reversalReason),
    reversalAskedBy: one('Staff', { ...F.reversalAskedById, by: 'reversal_asked_by_id' }),
    reversalAskedAt: instant('reversal_asked_at', F.reversalAskedAt),
    reversedAt: instant('reversed_at', F.reversedAt),
    kept: named('kept'),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 1,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'asc']], typically: 2 }),
    version: column('version', F.version),
    availableActions: actions(CLIENT_MERGE_TRANSITIONS),
  },
})

const clientUuid = (value: unknown): string | null => uuidOf({ prefix: ID_PREFIXES.Client }, value) ?? null

export const clientMergeRoots = {
  clientMerge: objectRoot('ClientMerge'),
  clientMerges: connectionRoot('ClientMerge', {
    filters: {
      status: isIn('status'),
      client: where({
        discloses: ['survivor', 'merged'],
        bind: clientUuid,
        sql: (alias, value) => `(${value}::uuid in (${alias}.survivor_id, ${alias}.merged_id)) is true`,
        reference: (row, value) =>
          clientUuid(value) !== null && [row.survivor_id, row.merged_id].includes(clientUuid(value)),
      }),
      awaitsMe: flag({ discloses: ['awaitsMe'], ...awaitsMe }),
    },
    orders: { NEWEST: [['proposedAt', 'desc']] },
  }),
  // Counted and compared over two archives at once: no row is published.
  clientMergePreview: plainRoot(),
  clientMergeReversal: plainRoot(),
  likelyDuplicates: plainRoot(),
}
