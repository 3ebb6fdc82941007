import { column, id, instant, one, projection, type Fact } from '../../reads/projection.ts'
import { listRoot, plainRoot } from '../../reads/roots.ts'
import { DunningHold, DunningNotice, DunningStepEntity } from './dunning.entity.ts'

const internal = { class: 'internal' } as const
const said = { class: 'personal', permission: 'receivable:readNotes' } as const

const ofReceivable = (name: 'project_id' | 'building_id'): Fact => ({
  table: 'receivable',
  by: 'receivable_id',
  column: name,
})
const manager: Fact = {
  sql: (alias) =>
    `(select c$.key_account_manager_id from receivable r$ join client c$ on c$.org_id = r$.org_id and c$.id = r$.client_id where r$.org_id = ${alias}.org_id and r$.id = ${alias}.receivable_id)`,
  reference: (row, { rows }) => {
    const receivable = rows('receivable').find((it) => it.id === row.receivable_id)
    return rows('client').find((it) => it.id === receivable?.client_id)?.key_account_manager_id ?? null
  },
}
const OF_RECEIVABLE = {
  keyAccountManagerId: manager,
  projectId: ofReceivable('project_id'),
  buildingId: ofReceivable('building_id'),
}

export const dunningHoldProjection = projection('DunningHold', {
  table: 'dunning_hold',
  entity: DunningHold,
  permission: 'dunning:read',
  facts: OF_RECEIVABLE,
  fields: {
    id: id(),
    receivable: one('Receivable', { ...internal, by: 'receivable_id' }),
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    reason: column('reason', said),
    heldBy: one('Staff', { ...internal, by: 'held_by_id' }),
    heldAt: instant('held_at', internal),
    liftedAt: instant('lifted_at', internal),
    version: column('version', internal),
  },
})

export const dunningNoticeProjection = projection('DunningNotice', {
  table: 'dunning_notice',
  entity: DunningNotice,
  permission: 'dunning:read',
  facts: OF_RECEIVABLE,
  fields: {
    id: id(),
    receivable: one('Receivable', { ...internal, by: 'receivable_id' }),
    step: column('step', internal),
    outcome: column('outcome', said),
    takenBy: one('Staff', { ...internal, by: 'taken_by_id' }),
    takenAt: instant('taken_at', internal),
  },
})

export const dunningRuleProjection = projection('DunningRule', {
  table: 'dunning_step',
  entity: DunningStepEntity,
  permission: 'dunning:readRules',
  fields: {
    step: column('step', internal),
    afterDays: column('after_days', internal),
    wordingZh: column('wording_zh', internal),
    wordingEn: column('wording_en', internal),
    version: column('version', internal),
  },
})

export const dunningRoots = {
  dunning: plainRoot(),
  dunningRules: listRoot('DunningRule', { order: [['afterDays', 'asc']], typically: 5 }),
}
