/** How the organization's own records are read. Class internal: they name staff and places, never a client. */
import { OPEN_STATUSES, type Status } from '@steward/domain'
import { flag, is, isIn, where } from '../reads/filters.ts'
import {
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
import { connectionRoot, listRoot, objectRoot } from '../reads/roots.ts'
import { Building, Department, OrganizationProfile, Project, Staff, Unit } from './organization.entity.ts'

const internal = { class: 'internal' } as const
/** A place is registered, assigned or handled by nobody: no scope that asks for a person reaches it. */
const nobody = { sql: () => 'null::uuid', reference: () => null }
const nobodies = { sql: () => 'null::uuid[]', reference: () => null }
const OF_NOBODY = {
  registeredById: nobody,
  assigneeId: nobody,
  taskAssigneeIds: nobodies,
  handlingDepartmentId: nobody,
  dispatchedDepartmentIds: nobodies,
  keyAccountManagerId: nobody,
}
/** Not taken back with the import that brought it. */
const standing: Expression<boolean> = {
  sql: (alias) => `${alias}.withdrawn_at is null`,
  reference: (row) => row.withdrawn_at === null,
}
/** Has somebody confirmed a second factor that still counts? */
const hasSecondFactor: Expression<boolean> = {
  sql: (alias) =>
    `exists (select 1 from second_factor f where f.org_id = ${alias}.org_id and f.staff_id = ${alias}.id and f.confirmed_at is not null and f.removed_at is null)`,
  reference: (row, { rows }) =>
    rows('second_factor').some(
      (it) => it.staff_id === row.id && it.confirmed_at !== null && it.removed_at === null,
    ),
}
const OPEN = OPEN_STATUSES.map((status) => `'${status}'`).join(', ')

export const organizationProjection = projection('Organization', {
  table: 'organization_profile',
  prefix: 'org',
  entity: OrganizationProfile,
  permission: 'signed-in',
  fields: {
    id: id(),
    code: expression({
      ...internal,
      sql: (alias) => `(select o.code from organization o where o.id = ${alias}.org_id)`,
      reference: (row, { rows }) => rows('organization').find((o) => o.id === row.org_id)?.code,
    }),
    name: column('name', internal),
    timeZone: column('time_zone', internal),
    currency: column('currency', internal),
    demonstration: expression({
      ...internal,
      sql: (alias) => `(select o.demonstration from organization o where o.id = ${alias}.org_id)`,
      reference: (row, { rows }) => rows('organization').find((o) => o.id === row.org_id)?.demonstration,
    }),
  },
})

export const departmentProjection = projection('Department', {
  table: 'department',
  prefix: 'dep',
  entity: Department,
  permission: 'department:read',
  fields: {
    id: id(),
    code: column('code', internal),
    name: column('name', internal),
    head: one('Staff', { ...internal, by: 'head_id' }),
    archivedAt: instant('archived_at', internal),
    staffCount: expression({
      ...internal,
      sql: (alias) =>
        `(select count(*) from staff s where s.org_id = ${alias}.org_id and s.department_id = ${alias}.id and s.disabled_at is null)`,
      reference: (row, { rows }) =>
        rows('staff').filter((staff) => staff.department_id === row.id && staff.disabled_at === null).length,
    }),
    version: column('version', internal),
  },
})

export const staffProjection = projection('Staff', {
  table: 'staff',
  prefix: 'stf',
  entity: Staff,
  permission: 'staff:read',
  fields: {
    id: id(),
    signInName: column('sign_in_name', internal),
    name: column('name', internal),
    position: column('position', internal),
    department: one('Department', { ...internal, by: 'department_id' }),
    roles: expression({
      ...internal,
      sql: (alias) =>
        `array(select r.role from staff_role r where r.org_id = ${alias}.org_id and r.staff_id = ${alias}.id order by r.role)`,
      reference: (row, { rows }) =>
        rows('staff_role')
          .filter((held) => held.staff_id === row.id)
          .map((held) => String(held.role))
          .sort(),
    }),
    // For those who watch over the way in; to colleagues it says who is easier to be.
    hasSecondFactor: expression({ ...internal, permission: 'factorPolicy:read', ...hasSecondFactor }),
    territory: many('Territory', { ...internal, foreign: 'staff_id', order: [], typically: 2 }),
    createdAt: instant('created_at', internal),
    disabledAt: instant('disabled_at', internal),
    version: column('version', internal),
  },
})

export const territoryProjection = projection('Territory', {
  table: 'staff_territory',
  permission: 'staff:read',
  fields: {
    project: one('Project', { ...internal, by: 'project_id' }),
    building: one('Building', { ...internal, by: 'building_id' }),
  },
})

export const projectProjection = projection('Project', {
  table: 'project',
  prefix: 'prj',
  entity: Project,
  permission: 'project:read',
  facts: { projectId: 'id' },
  fields: {
    id: id(),
    code: column('code', internal),
    name: column('name', internal),
    type: column('type', internal),
    address: column('address', internal),
    tier: column('tier', internal),
    buildings: many('Building', {
      ...internal,
      foreign: 'project_id',
      order: [['name', 'asc']],
      typically: 8,
      only: standing,
    }),
    version: column('version', internal),
  },
})

export const buildingProjection = projection('Building', {
  table: 'building',
  prefix: 'bld',
  entity: Building,
  permission: 'project:read',
  facts: { ...OF_NOBODY, projectId: 'project_id', buildingId: 'id' },
  fields: {
    id: id(),
    name: column('name', internal),
    project: one('Project', { ...internal, by: 'project_id' }),
    unitCount: expression({
      ...internal,
      sql: (alias) =>
        `(select count(*) from unit u where u.org_id = ${alias}.org_id and u.building_id = ${alias}.id and u.withdrawn_at is null)`,
      reference: (row, { rows }) =>
        rows('unit').filter((unit) => unit.building_id === row.id && unit.withdrawn_at === null).length,
    }),
    // For those who may read every case of the building: who reads some of them learns nothing of the others.
    openComplaintCount: expression({
      ...internal,
      permission: 'complaint:readPlace',
      sql: (alias) =>
        `(select count(*) from complaint c where c.org_id = ${alias}.org_id and c.building_id = ${alias}.id and c.status in (${OPEN}))`,
      reference: (row, { rows }) =>
        rows('complaint').filter(
          (it) => it.building_id === row.id && OPEN_STATUSES.includes(it.status as Status),
        ).length,
    }),
    version: column('version', internal),
  },
})

export const unitProjection = projection('Unit', {
  table: 'unit',
  prefix: 'unt',
  entity: Unit,
  permission: 'project:read',
  facts: { projectId: 'project_id', buildingId: 'building_id' },
  fields: {
    id: id(),
    label: column('label', internal),
    floor: column('floor', internal),
    building: one('Building', { ...internal, by: 'building_id' }),
    project: one('Project', { ...internal, by: 'project_id' }),
    developer: column('developer', internal),
    warrantyEndsOn: day('warranty_ends_on', internal),
    areaHundredths: column('area_hundredths', internal),
    occupants: many('ClientOccupancy', {
      ...internal,
      foreign: 'unit_id',
      order: [['fromOn', 'desc']],
      typically: 2,
      // Not taken back as an error.
      only: {
        sql: (alias) => `${alias}.withdrawn_at is null`,
        reference: (row) => row.withdrawn_at === null,
      },
    }),
    version: column('version', internal),
  },
})

/** Letters as they are looked for: capitals of ASCII made small, in the same way on both sides. */
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const small = (text: unknown): string =>
  String(text ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const smallSql = (sql: string): string => `translate(${sql}, '${CAPITALS}', '${small(CAPITALS)}')`
const SEARCHED = ['name', 'sign_in_name', 'position'] as const

/** Roots of Query that read the organization. */
export const organizationRoots = {
  staffMember: objectRoot('Staff'),
  project: objectRoot('Project'),
  departments: listRoot('Department', { order: [['name', 'asc']] }),
  projects: listRoot('Project', { order: [['name', 'asc']] }),
  staff: connectionRoot('Staff', {
    // People: the programs of partners have a staff row to act under, and a page of their own.
    only: {
      sql: (alias) =>
        `not exists (select 1 from staff_role r where r.org_id = ${alias}.org_id and r.staff_id = ${alias}.id and r.role = 'PARTNER')`,
      reference: (row, { rows }) =>
        !rows('staff_role').some((held) => held.staff_id === row.id && held.role === 'PARTNER'),
    },
    filters: {
      search: where({
        discloses: ['name', 'signInName', 'position'],
        bind: (value) => small(String(value).trim()),
        sql: (alias, value) =>
          `(${SEARCHED.map((name) => `strpos(${smallSql(`${alias}.${name}`)}, ${value}) > 0`).join(' or ')})`,
        reference: (row, value) =>
          SEARCHED.some(
            (name) => row[name] !== null && small(row[name]).includes(small(String(value).trim())),
          ),
      }),
      active: flag({
        discloses: ['disabledAt'],
        sql: (alias) => `${alias}.disabled_at is null`,
        reference: (row) => row.disabled_at === null,
      }),
      hasSecondFactor: flag({ discloses: ['hasSecondFactor'], ...hasSecondFactor }),
      department: is('department'),
      role: where({
        discloses: ['roles'],
        sql: (alias, value) =>
          `exists (select 1 from staff_role r where r.org_id = ${alias}.org_id and r.staff_id = ${alias}.id and r.role = ${value})`,
        reference: (row, value, { rows }) =>
          rows('staff_role').some((held) => held.staff_id === row.id && held.role === value),
      }),
    },
    orders: { NAME: [['name', 'asc']], NEWEST: [['createdAt', 'desc']] },
  }),
  units: connectionRoot('Unit', {
    only: standing,
    filters: {
      project: isIn('project'),
      building: isIn('building'),
      label: where({
        discloses: ['label'],
        sql: (alias, value) => `starts_with(${alias}.label, ${value})`,
        reference: (row, value) => String(row.label).startsWith(String(value)),
      }),
    },
    orders: { LABEL: [['label', 'asc']] },
  }),
}
