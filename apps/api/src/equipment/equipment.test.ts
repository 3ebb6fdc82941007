/** Machines are registered where one answers for them, stand still from the phone of whoever sees it, and are inspected in time or told of. */
import { availability } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { Project } from '../organization/organization.entity.ts'
import { availabilityOf } from './kept-equipment.service.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let manager: Person
let technician: Person
let elsewhere: string

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  manager = story.as('SITE_MANAGER')
  technician = story.as('TECHNICIAN')
  const id = newId()
  const other = { orgId: story.orgId, id, code: 'P2', name: '别处', type: 'OFFICE' } as const
  await withTenant(database.app, story.orgId, (db) => db.insert(Project, other))
  elsewhere = toGlobalId('Project', id)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const DAY = 86_400_000
/** A local day so many days from now; noon in Shanghai is the same day everywhere the tests run. */
const dayFrom = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10)
const inTables = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))

interface Machine extends Payload {
  readonly number: string
  readonly state: string
  readonly nextInspectionOn: string | null
  readonly outages: readonly {
    cause: string
    startedAt: string
    endedAt: string | null
    reportedBy: { id: string }
  }[]
  readonly availableActions: readonly string[]
}
const MACHINE =
  'id version number state nextInspectionOn outages { cause startedAt endedAt reportedBy { id } } availableActions'
const stated = (more: object = {}) => ({
  class: 'LIFT',
  name: '1 栋客梯',
  projectId: story.ids.project,
  buildingId: story.ids.building,
  place: '1 栋东侧',
  maker: '江南电梯',
  serial: 'L-88213',
  installedOn: '2020-03-01',
  warrantyUntil: '2023-02-28',
  ...more,
})
const register = (more: object = {}, person = manager) =>
  person.does<Machine>('registerEquipment', stated(more), MACHINE)
const report = (machine: Payload, more: object = {}, person = technician) =>
  person.does<Machine>(
    'reportOutageOfEquipment',
    { equipmentId: machine.id, cause: 'FAULT', ...more },
    MACHINE,
  )
const step = ({ id, version }: Payload) => ({ equipmentId: id, expectedVersion: version })

describe('a machine', () => {
  it('is registered in a project of one’s own, and of no other', async () => {
    expect(await register()).toMatchObject({
      number: expect.stringMatching(/^EQ-\d{4}-001$/),
      state: 'IN_SERVICE',
      availableActions: ['AMEND', 'REPORT_OUTAGE', 'RETIRE'],
    })
    expect(await register({ projectId: elsewhere, buildingId: null })).toMatchObject({
      fields: [{ path: 'projectId' }],
    })
    expect(await register({ projectId: elsewhere })).toMatchObject({ fields: [{ path: 'buildingId' }] })
    expect(await register({ warrantyUntil: '2019-01-01' })).toMatchObject({
      fields: [{ path: 'warrantyUntil' }],
    })
    await expect(register({}, technician)).rejects.toThrow('FORBIDDEN')
    await expect(register({}, story.as('QUALITY'))).rejects.toThrow('FORBIDDEN')
  })

  it('is found by whoever may read it, by what the list is narrowed to', async () => {
    await register({
      class: 'WATER_PUMP',
      name: '生活水泵',
      buildingId: null,
      place: '负二层泵房',
      serial: 'P-1',
      warrantyUntil: dayFrom(20),
    })
    const found = async (person: Person, filter: object = {}) =>
      (
        await person.get<{ equipmentRegister: { edges: { node: { name: string } }[] } }>(
          'query($filter: EquipmentFilter) { equipmentRegister(first: 10, filter: $filter) { edges { node { name } } } }',
          { filter },
        )
      ).equipmentRegister.edges.map(({ node }) => node.name)
    expect(await found(technician)).toEqual(['1 栋客梯', '生活水泵'])
    expect(await found(story.as('AUDITOR'), { search: '泵房' })).toEqual(['生活水泵'])
    expect(await found(story.as('QUALITY'), { class: ['LIFT'], project: [story.ids.project] })).toEqual([
      '1 栋客梯',
    ])
    const soon = { warrantyFrom: dayFrom(0), warrantyBefore: dayFrom(30) }
    expect(await found(manager, soon)).toEqual(['生活水泵'])
    const away = await story.colleague(['SITE_MANAGER'], 'site')
    await inTables('delete from staff_territory where staff_id = $1', [away.staffId])
    expect(await found(away)).toEqual([])
    await expect(found(story.as('SALES'))).rejects.toThrow('FORBIDDEN')
  })

  it('stands still when a technician says so, once, and runs again; both are counted to the minute', async () => {
    const lift = await register({ name: '2 号电梯' })
    const startedAt = new Date(Date.now() - 3 * 3_600_000)
    const still = await report(lift, { startedAt: startedAt.toISOString() })
    expect(still).toMatchObject({
      state: 'OUT_OF_SERVICE',
      outages: [
        { cause: 'FAULT', endedAt: null, reportedBy: { id: toGlobalId('Staff', technician.staffId) } },
      ],
    })
    expect(await report(lift)).toMatchObject({ code: 'WRONG_STATUS' })
    const both = await Promise.all([report(await register()).then(() => 0), report(lift)])
    expect(both[1]).toMatchObject({ code: 'WRONG_STATUS' })
    const before = { endedAt: new Date(startedAt.getTime() - 60_000).toISOString() }
    expect(await technician.does('restoreEquipment', { ...step(still), ...before }, MACHINE)).toMatchObject({
      fields: [{ path: 'endedAt' }],
    })
    const endedAt = new Date(startedAt.getTime() + 3_600_000)
    const runs = await technician.does<Machine>(
      'restoreEquipment',
      { ...step(still), endedAt: endedAt.toISOString() },
      MACHINE,
    )
    expect(runs).toMatchObject({ state: 'IN_SERVICE', outages: [{ endedAt: endedAt.toISOString() }] })
    const id = fromGlobalId('Equipment', lift.id)!
    const period = { from: startedAt, until: new Date(startedAt.getTime() + 10 * 3_600_000) }
    expect(
      await withTenant(database.app, story.orgId, (db) => availabilityOf(db, story.orgId, [id], period)),
    ).toBe(9_000)
  })

  it('has no two outages at a time, also of the past, and none of the future', async () => {
    const pump = await register({ name: '消防泵', class: 'FIRE_PROTECTION' })
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    const past = { startedAt: ago(30), endedAt: ago(20), cause: 'UPKEEP' }
    expect(await report(pump, past)).toMatchObject({ state: 'IN_SERVICE', outages: [{ cause: 'UPKEEP' }] })
    expect(await report(pump, { startedAt: ago(25), endedAt: ago(15) })).toMatchObject({
      fields: [{ path: 'startedAt' }],
    })
    expect(await report(pump, { startedAt: ago(40) })).toMatchObject({ fields: [{ path: 'startedAt' }] })
    expect(await report(pump, { startedAt: ago(-1) })).toMatchObject({ fields: [{ path: 'startedAt' }] })
    expect(await report(pump, { startedAt: ago(20) })).toMatchObject({ state: 'OUT_OF_SERVICE' })
  })
})

describe('an inspection', () => {
  interface Inspection extends Payload {
    readonly lastOn: string | null
    readonly nextOn: string
    readonly records: readonly { doneOn: string; result: string; certificate: string | null }[]
    readonly equipment: { nextInspectionOn: string | null }
  }
  const INSPECTION =
    'id version lastOn nextOn endedAt records { doneOn result certificate } equipment { nextInspectionOn }'
  const yearly = (machine: Payload, more: object = {}, person = manager) =>
    person.does<Inspection>(
      'scheduleEquipmentInspection',
      {
        equipmentId: machine.id,
        name: '年度定期检验',
        basis: 'STATUTORY',
        everyMonths: 12,
        nextOn: dayFrom(60),
        byWhom: '特种设备检验院',
        ...more,
      },
      INSPECTION,
    )
  const told = async (person: Person) =>
    (
      await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
        '{ notices(first: 30) { edges { node { kind } } } }',
      )
    ).notices.edges
      .map(({ node }) => node.kind)
      .filter((kind) => kind.startsWith('INSPECTION_'))
  const falls = async ({ id }: Payload, nextOn: string) => {
    const uuid = fromGlobalId('EquipmentInspection', id)
    await inTables('update equipment_inspection set next_on = $2 where id = $1', [uuid, nextOn])
    await inTables(`update equipment_inspection_due set due_at = now() - interval '1 minute' where id = $1`, [
      uuid,
    ])
    await worker.sweep()
    await worker.relay()
  }
  const of = ({ id, version }: Payload) => ({ inspectionId: id, expectedVersion: version })

  it('comes again from the day on which it was carried out; late papers move nothing', async () => {
    const lift = await register({ name: '3 号电梯' })
    const inspection = await yearly(lift)
    expect(inspection).toMatchObject({ lastOn: null, equipment: { nextInspectionOn: dayFrom(60) } })
    await yearly(lift, {
      name: '半月维保',
      basis: 'OWN',
      everyMonths: 1,
      nextOn: dayFrom(10),
      byWhom: '维保单位',
    })
    const done = { byWhom: '特种设备检验院', result: 'PASSED', certificate: 'TJ-2026-0117' }
    const ahead = { ...of(inspection), ...done, doneOn: dayFrom(1) }
    expect(await manager.does('recordEquipmentInspection', ahead, INSPECTION)).toMatchObject({
      fields: [{ path: 'doneOn' }],
    })
    const recorded = await manager.does<Inspection>(
      'recordEquipmentInspection',
      { ...of(inspection), ...done, doneOn: '2024-02-29' },
      INSPECTION,
    )
    expect(recorded).toMatchObject({
      lastOn: '2024-02-29',
      nextOn: '2025-02-28',
      records: [{ certificate: 'TJ-2026-0117', result: 'PASSED' }],
      equipment: { nextInspectionOn: '2025-02-28' },
    })
    const old = { ...of(recorded), ...done, doneOn: '2023-03-01', result: 'CONDITIONAL' }
    const late = await manager.does<Inspection>('recordEquipmentInspection', old, INSPECTION)
    expect(late).toMatchObject({
      lastOn: '2024-02-29',
      nextOn: '2025-02-28',
      records: [{ doneOn: '2024-02-29' }, { doneOn: '2023-03-01' }],
    })
    expect(await manager.does('endEquipmentInspection', of(late), INSPECTION)).toMatchObject({
      equipment: { nextInspectionOn: dayFrom(10) },
    })
    await expect(yearly(lift, {}, technician)).rejects.toThrow('FORBIDDEN')
  })

  it('that the law asks for is told of before, on the day and after it: each step once, to whom it concerns', async () => {
    const inspection = await yearly(await register({ name: '4 号电梯' }))
    const own = await yearly(await register({ name: '门禁' }), { basis: 'OWN', nextOn: dayFrom(-1) })
    await falls(own, dayFrom(-1))
    await worker.sweep()
    expect(await told(manager)).toEqual([])
    await falls(inspection, dayFrom(20))
    await worker.sweep()
    await worker.relay()
    expect(await told(manager)).toEqual(['INSPECTION_DUE'])
    await falls(inspection, dayFrom(0))
    expect(await told(manager)).toEqual(['INSPECTION_DUE', 'INSPECTION_DUE'])
    expect(await told(story.as('GM_OFFICE'))).toEqual([])
    await falls(inspection, dayFrom(-8))
    expect(await told(story.as('GM_OFFICE'))).toEqual(['INSPECTION_OVERDUE'])
    expect(await told(manager)).toHaveLength(3)
    expect(await told(technician)).toEqual([])
    const left = 'select id from equipment_inspection_due where id = $1'
    const uuid = fromGlobalId('EquipmentInspection', inspection.id)
    expect(await inTables(left, [uuid])).toEqual([])
  })

  it('ends with its machine, and what it was stays', async () => {
    const lift = await register({ name: '5 号电梯' })
    const inspection = await yearly(lift)
    const still = await report(lift)
    const gone = await manager.does<Machine>(
      'retireEquipment',
      { ...step(still), reason: '超过设计年限，更新改造' },
      `${MACHINE} inspections { id } endedInspections { id }`,
    )
    expect(gone).toMatchObject({
      state: 'RETIRED',
      nextInspectionOn: null,
      outages: [{ endedAt: expect.any(String) }],
      inspections: [],
      endedInspections: [{ id: inspection.id }],
      availableActions: [],
    })
    expect(await report(lift)).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await manager.does('endEquipmentInspection', of(inspection), INSPECTION)).toMatchObject({
      code: 'WRONG_STATUS',
    })
  })
})

describe('availability', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour))
  const period = { from: at(0), until: at(100) }
  const still = (from: number, until: number | null) => ({
    startedAt: at(from),
    endedAt: until === null ? null : at(until),
  })

  it('counts what lies in the period once, and no more of it than the machine existed', () => {
    expect(availability([], period)).toBe(10_000)
    expect(availability([still(-50, 10), still(5, 20), still(90, null)], period)).toBe(7_000)
    expect(availability([still(0, 1)], { from: at(0), until: at(3) })).toBe(6_666)
    expect(availability([still(40, 50)], period, { since: at(40), gone: at(60) })).toBe(5_000)
    expect(availability([], period, { since: at(200) })).toBeNull()
  })
})
