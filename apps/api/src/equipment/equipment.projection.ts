/** How the register is read: by place. It names machines and staff, no client. */
import { EQUIPMENT_TRANSITIONS } from '@steward/domain'
import { before, from, isIn, where } from '../reads/filters.ts'
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
  type Expression,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import {
  EquipmentEntity,
  EquipmentInspectionEntity,
  EquipmentInspectionRecordEntity,
  EquipmentOutageEntity,
} from './equipment.entity.ts'

const internal = { class: 'internal' } as const
const READ = 'equipment:read'
const remarked = { class: 'personal', permission: READ } as const
/** Outages and inspections are where their machine is. */
const ofMachine = {
  projectId: { table: 'equipment', by: 'equipment_id', column: 'project_id' },
  buildingId: { table: 'equipment', by: 'equipment_id', column: 'building_id' },
} as const

const outageProjection = projection('EquipmentOutage', {
  table: 'equipment_outage',
  entity: EquipmentOutageEntity,
  permission: READ,
  facts: ofMachine,
  fields: {
    id: id(),
    startedAt: instant('started_at', internal),
    endedAt: instant('ended_at', internal),
    cause: column('cause', internal),
    note: column('note', remarked),
    reportedBy: one('Staff', { ...internal, by: 'reported_by_id' }),
    reportedAt: instant('reported_at', internal),
    endedBy: one('Staff', { ...internal, by: 'ended_by_id' }),
  },
})

const recordProjection = projection('EquipmentInspectionRecord', {
  table: 'equipment_inspection_record',
  entity: EquipmentInspectionRecordEntity,
  permission: READ,
  facts: ofMachine,
  fields: {
    id: id(),
    doneOn: day('done_on', internal),
    byWhom: column('by_whom', internal),
    result: column('result', internal),
    certificate: column('certificate', internal),
    note: column('note', remarked),
    nextOn: day('next_on', internal),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', internal),
  },
})

const inspectionProjection = projection('EquipmentInspection', {
  table: 'equipment_inspection',
  entity: EquipmentInspectionEntity,
  permission: READ,
  facts: ofMachine,
  fields: {
    id: id(),
    equipment: one('Equipment', { ...internal, by: 'equipment_id' }),
    name: column('name', internal),
    basis: column('basis', internal),
    everyMonths: column('every_months', internal),
    lastOn: day('last_on', internal),
    nextOn: day('next_on', internal),
    byWhom: column('by_whom', internal),
    endedAt: instant('ended_at', internal),
    records: many('EquipmentInspectionRecord', {
      ...internal,
      foreign: 'inspection_id',
      order: [['doneOn', 'desc']],
      typically: 3,
    }),
    version: column('version', internal),
  },
})

const running: Expression<boolean> = {
  sql: (alias) => `${alias}.ended_at is null`,
  reference: (row) => row.ended_at === null,
}
const ended: Expression<boolean> = {
  sql: (alias) => `${alias}.ended_at is not null`,
  reference: (row) => row.ended_at !== null,
}
const YEAR = 366 * 86_400_000
const recent: Expression<boolean> = {
  sql: (alias) => `(${alias}.ended_at is null or ${alias}.ended_at > now() - interval '366 days')`,
  reference: (row, { now }) =>
    row.ended_at === null || (row.ended_at as Date).getTime() > now.getTime() - YEAR,
}

const equipmentProjection = projection('Equipment', {
  table: 'equipment',
  entity: EquipmentEntity,
  permission: READ,
  facts: {
    status: 'state',
    projectId: 'project_id',
    buildingId: 'building_id',
    // A machine is nobody's account: whoever reads budgets by accounts reads none here.
    keyAccountManagerId: { sql: () => 'null::uuid', reference: () => null },
  },
  fields: {
    id: id(),
    number: column('number', internal),
    class: column('class', internal),
    name: column('name', internal),
    project: one('Project', { ...internal, by: 'project_id' }),
    building: one('Building', { ...internal, by: 'building_id' }),
    place: column('place', internal),
    maker: column('maker', internal),
    model: column('model', internal),
    serial: column('serial', internal),
    installedOn: day('installed_on', internal),
    warrantyUntil: day('warranty_until', internal),
    state: column('state', internal),
    nextInspectionOn: day('next_inspection_on', internal),
    retiredAt: instant('retired_at', internal),
    retiredBy: one('Staff', { ...internal, by: 'retired_by_id' }),
    retireReason: column('retire_reason', remarked),
    outages: many('EquipmentOutage', {
      ...internal,
      foreign: 'equipment_id',
      order: [['startedAt', 'desc']],
      typically: 10,
    }),
    recentOutages: many('EquipmentOutage', {
      ...internal,
      foreign: 'equipment_id',
      only: recent,
      order: [['startedAt', 'desc']],
      typically: 4,
    }),
    inspections: many('EquipmentInspection', {
      ...internal,
      foreign: 'equipment_id',
      only: running,
      order: [['nextOn', 'asc']],
      typically: 2,
    }),
    endedInspections: many('EquipmentInspection', {
      ...internal,
      foreign: 'equipment_id',
      only: ended,
      order: [['nextOn', 'asc']],
      typically: 1,
    }),
    spentMinor: expression({
      class: 'internal',
      permission: 'plan:readBudget',
      sql: (alias) => `(select coalesce(sum(s$.amount_minor), 0)::bigint from plan_spend s$
        join plan_task t$ on t$.org_id = s$.org_id and t$.id = s$.task_id
        where t$.org_id = ${alias}.org_id and t$.equipment_id = ${alias}.id)`,
      reference: (row, { rows }) => {
        const its = new Set(
          rows('plan_task')
            .filter(({ equipment_id }) => equipment_id === row.id)
            .map(({ id: task }) => task),
        )
        return rows('plan_spend')
          .filter(({ task_id }) => its.has(task_id))
          .reduce((sum, { amount_minor }) => sum + Number(amount_minor), 0)
      },
    }),
    version: column('version', internal),
    availableActions: actions(EQUIPMENT_TRANSITIONS),
  },
})

export const EQUIPMENT_PROJECTIONS = [
  equipmentProjection,
  outageProjection,
  inspectionProjection,
  recordProjection,
] as const

const words = (value: unknown): string => String(value).normalize('NFC').trim()
const SEARCHED = ['name', 'place', 'serial'] as const

export const EQUIPMENT_ROOTS = {
  equipment: objectRoot('Equipment'),
  equipmentRegister: connectionRoot('Equipment', {
    filters: {
      search: where({
        discloses: ['number', 'name', 'place', 'serial'],
        bind: words,
        sql: (alias, value) =>
          `(${value}::text <> '' and (${SEARCHED.map((it) => `position(lower(${value}::text) in lower(coalesce(${alias}.${it}, ''))) > 0`).join(' or ')}
            or ${alias}.number = upper(${value}::text)))`,
        reference: (row, value) => {
          const wanted = words(value)
          return (
            wanted !== '' &&
            (SEARCHED.some((it) =>
              String(row[it] ?? '')
                .toLowerCase()
                .includes(wanted.toLowerCase()),
            ) ||
              row.number === wanted.toUpperCase())
          )
        },
      }),
      project: isIn('project'),
      class: isIn('class'),
      state: isIn('state'),
      inspectionBefore: before('nextInspectionOn'),
      warrantyFrom: from('warrantyUntil'),
      warrantyBefore: before('warrantyUntil'),
    },
    orders: { NUMBER: [['number', 'asc']], NEXT_INSPECTION: [['nextInspectionOn', 'asc']] },
  }),
  equipmentInspections: connectionRoot('EquipmentInspection', {
    only: running,
    filters: { basis: isIn('basis'), nextBefore: before('nextOn') },
    orders: { NEXT: [['nextOn', 'asc']] },
  }),
}
