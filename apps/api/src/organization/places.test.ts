/** Departments, projects, buildings, units. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let admin: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  admin = story.as('ADMIN')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const DEPARTMENT = 'id version short: code name archivedAt staffCount'
const addDepartment = (code: string) => admin.does('addDepartment', { code, name: `部门${code}` }, DEPARTMENT)

describe('add department', () => {
  it('keeps its code in capitals and refuses it a second time', async () => {
    const added = await addDepartment('eng-1')
    expect(added).toMatchObject({ short: 'ENG-1', archivedAt: null, staffCount: 0, version: 1 })
    expect((await addDepartment('ENG-1')).code).toBe('DUPLICATE')
    const refused = await admin.does('addDepartment', { code: '工程', name: '' })
    expect(refused.fields?.map(({ path }) => path).toSorted()).toEqual(['code', 'name'])
  })
})

describe('change department', () => {
  it('renames it, and refuses the code of another', async () => {
    const { id } = await addDepartment('REN')
    const input = { departmentId: id, expectedVersion: 1, code: 'REN', name: '改名部' }
    expect(await admin.does('changeDepartment', input, DEPARTMENT)).toMatchObject({
      name: '改名部',
      version: 2,
    })
    expect((await admin.does('changeDepartment', input)).code).toBe('STALE_RECORD')
    const other = { ...input, expectedVersion: 2, code: 'REN-2' }
    expect((await admin.does('changeDepartment', other)).__typename).toBe('Department')
    await addDepartment('OTHER')
    const duplicate = await admin.does('changeDepartment', { ...input, expectedVersion: 3, code: 'OTHER' })
    expect(duplicate.code).toBe('DUPLICATE')
  })
})

describe('archive and restore department', () => {
  it('waits until the last active person has left, then takes nobody new', async () => {
    const { id } = await addDepartment('OLD')
    const hire = (signInName: string) =>
      admin.does('hireStaff', {
        signInName,
        name: '某人',
        roles: [],
        departmentId: id,
        password: 'a sentence that is long enough',
      })
    const person = await hire('last-one')
    const archive = () =>
      admin.does('archiveDepartment', { departmentId: id, expectedVersion: 1 }, DEPARTMENT)
    expect(await archive()).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await admin.does('disableStaff', { staffId: person.id, expectedVersion: person.version })
    const archived = await archive()
    expect(archived.archivedAt).toMatch(/Z$/)

    expect(await hire('too-late')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'departmentId' }],
    })
    const back = await admin.does('enableStaff', { staffId: person.id, expectedVersion: person.version + 1 })
    expect(back.code).toBe('INVALID_INPUT')

    const restore = { departmentId: id, expectedVersion: 2 }
    expect(await admin.does('restoreDepartment', restore, DEPARTMENT)).toMatchObject({ archivedAt: null })
    expect((await hire('in-time')).__typename).toBe('Staff')
  })

  it('lets nobody slip in between the look and the deed', async () => {
    const { id } = await addDepartment('RACE')
    const hires = Array.from({ length: 4 }, (_, at) =>
      admin.does('hireStaff', {
        signInName: `slip-${at}`,
        name: '某人',
        roles: [],
        departmentId: id,
        password: 'a sentence that is long enough',
      }),
    )
    const [archived, ...hired] = await Promise.all([
      admin.does('archiveDepartment', { departmentId: id, expectedVersion: 1 }, DEPARTMENT),
      ...hires,
    ])
    const entered = hired.filter(({ __typename }) => __typename === 'Staff').length
    expect(archived.__typename === 'Department' && entered > 0).toBe(false)
  })
})

const addProject = (code: string): Promise<Payload> =>
  admin.does(
    'addProject',
    { code, name: `项目${code}`, type: 'OFFICE', address: '滨江路 8 号' },
    'id version short: code',
  )
const addBuilding = (by: Person, projectId: string, name: string) =>
  by.does('addBuilding', { projectId, name }, 'id version unitCount')

describe('add and change project', () => {
  it('keeps one code once and lets the rest be corrected', async () => {
    const { id, short } = await addProject('bj-1')
    expect(short).toBe('BJ-1')
    expect((await addProject('BJ-1')).code).toBe('DUPLICATE')
    const input = { projectId: id, expectedVersion: 1, name: '滨江中心', type: 'COMMERCIAL' }
    expect(await admin.does('changeProject', input, 'id name type address version')).toMatchObject({
      name: '滨江中心',
      type: 'COMMERCIAL',
      address: null,
      version: 2,
    })
    expect((await admin.does('changeProject', input)).code).toBe('STALE_RECORD')
  })
})

describe('add building', () => {
  it('is for who answers for the project on site, and nobody else’s place exists to them', async () => {
    const manager = story.as('SITE_MANAGER')
    expect((await addBuilding(manager, story.ids.project, '2栋')).__typename).toBe('Building')
    expect((await addBuilding(manager, story.ids.project, '2栋')).code).toBe('DUPLICATE')
    const { id } = await addProject('ELSE')
    await expect(addBuilding(manager, id, '1栋')).rejects.toThrow('NOT_FOUND')
    await expect(addBuilding(story.as('TECHNICIAN'), story.ids.project, '3栋')).rejects.toThrow('FORBIDDEN')
  })
})

describe('add units', () => {
  const range = { prefix: '9-', fromFloor: 2, toFloor: 5, fromDoor: 1, toDoor: 3, skipFloors: [4] }

  it('numbers the doors of a range, all of them or none', async () => {
    const building = await addBuilding(admin, story.ids.project, '9栋')
    const input = { buildingId: building.id, expectedVersion: building.version, ...range }
    const added = await admin.does('addUnits', input, 'id version unitCount')
    expect(added).toMatchObject({ unitCount: 9, version: 2 })
    const { units } = await admin.get<{ units: { edges: { node: { label: string; floor: number } }[] } }>(
      'query($b: [ID!]) { units(first: 50, filter: { building: $b }) { edges { node { label floor } } } }',
      { b: [building.id] },
    )
    const labels = units.edges.map(({ node }) => node.label)
    expect(labels).toEqual(expect.arrayContaining(['9-201', '9-303', '9-501']))
    expect(labels.filter((label) => label.startsWith('9-4'))).toEqual([])

    const overlapping = { ...input, expectedVersion: 2, fromFloor: 5, toFloor: 9 }
    const refused = await admin.does('addUnits', overlapping, 'id unitCount')
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'fromFloor' }] })
    expect(refused.fields?.[0]?.message).toContain('9-501')
  })

  it('refuses a range that goes backwards, is too large or is empty', async () => {
    const building = await addBuilding(admin, story.ids.project, '10栋')
    const add = (more: object) =>
      admin.does('addUnits', { buildingId: building.id, expectedVersion: 1, ...range, ...more })
    expect((await add({ toFloor: 1 })).fields?.map(({ path }) => path)).toEqual(['toFloor'])
    expect((await add({ toFloor: 200, toDoor: 99 })).code).toBe('INVALID_INPUT')
    expect((await add({ toFloor: 2, skipFloors: [2] })).fields?.map(({ path }) => path)).toEqual([
      'fromFloor',
    ])
  })
})
