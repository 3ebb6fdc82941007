import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { signedInBy } from '../../test/sign-in.ts'
import { given, type Story } from '../../test/story.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'

const PASSWORD = '春风十里不如你来得早一点吧'.padEnd(20, '。')

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

let hires = 0
const newcomer = (more: object = {}) => ({
  signInName: `new-${(hires += 1)}`,
  name: '新来的',
  roles: ['SERVICE_AGENT'],
  password: PASSWORD,
  ...more,
})
const hire = (more: object = {}): Promise<Payload> =>
  admin.does('hireStaff', newcomer(more), 'id version signInName roles department { name }')

/** The published record of a person of the story. */
const record = (staffId: string): Promise<Payload> =>
  admin
    .get<{
      staffMember: Payload
    }>(
      'query($id: ID!) { staffMember(id: $id) { id version roles disabledAt territory { project { id } building { id } } } }',
      { id: staffId },
    )
    .then(({ staffMember }) => staffMember)

const seen = async (person: Person | string) => {
  const id = typeof person === 'string' ? person : toGlobalId('Staff', person.staffId)
  const { version } = await record(id)
  return { staffId: id, expectedVersion: version }
}

const assign = async (person: Person | string, roles: readonly Role[], by = admin): Promise<Payload> =>
  by.does('assignRoles', { ...(await seen(person)), roles }, 'id version roles')

describe('hire', () => {
  it('opens an account that signs in with its first password, whatever the case of its name', async () => {
    const hired = await hire({ signInName: 'Li.Na', departmentId: story.ids.departments.service })
    expect(hired).toMatchObject({
      signInName: 'li.na',
      roles: ['SERVICE_AGENT'],
      department: { name: 'service' },
    })
    const person = await signedInBy(server, `LI.NA@${story.code}`, PASSWORD)
    const { viewer } = await person!.get<{ viewer: { roles: string[] } }>('{ viewer { roles } }')
    expect(viewer.roles).toEqual(['SERVICE_AGENT'])
  })

  it('names the colleague who has the sign-in name already', async () => {
    const first = await hire({ signInName: 'taken' })
    const query = `mutation($input: HireStaffInput!) { hireStaff(input: $input) { ... on DuplicateError { code existingId } } }`
    const { data } = await admin.run(query, { input: newcomer({ signInName: 'TAKEN' }) })
    expect(data).toEqual({ hireStaff: { code: 'DUPLICATE', existingId: first.id } })
  })

  it('names every wrong field at once, and nobody can be a partner', async () => {
    const wrong = newcomer({ signInName: 'a@b', name: ' ', password: 'too short', roles: ['PARTNER'] })
    const refused = await admin.does('hireStaff', wrong)
    expect(refused.fields?.map(({ path }) => path).toSorted()).toEqual([
      'name',
      'password',
      'roles.0',
      'signInName',
    ])
  })

  it('keeps no trace of the password: not in the answer, the audit or the idempotency record', async () => {
    const key = '5f0e0d0c-0b0a-4908-8706-050403020100'
    const input = newcomer({ signInName: 'secret-keeper' })
    const first = await admin.does('hireStaff', input, 'id', key)
    expect(await admin.does('hireStaff', input, 'id', key)).toEqual(first)
    const other = { ...input, password: `${PASSWORD} another` }
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query<{ text: string }>(
        `select row_to_json(a)::text as text from audit_entry a where org_id = $1
         union all select request_hash from idempotency_record where org_id = $1 and key = $2`,
        [story.orgId, key],
      )
      const texts = rows.map(({ text }) => text).join('\n')
      expect(texts).toContain('secret-keeper')
      expect(texts).not.toMatch(/argon2|春风/)
    })
    // The stored hash does not depend on the password, so that it cannot be used to guess it.
    expect(await admin.does('hireStaff', other, 'id', key)).toEqual(first)
  })
})

describe('change', () => {
  it('moves somebody to another department; what their department sees follows with the next request', async () => {
    const agent = await story.colleague(['SERVICE_AGENT'], 'service')
    await story.as('GM_OFFICE').does('registerComplaint', {
      ...A_CASE,
      clientId: story.ids.client,
    })
    await database.asSuperuser((client) =>
      client.query(
        `update complaint set handling_department_id = (select id from department where org_id = $1 and code = 'service') where org_id = $1`,
        [story.orgId],
      ),
    )
    const count = async () =>
      (await agent.get<{ complaints: { totalCount: number } }>('{ complaints(first: 1) { totalCount } }'))
        .complaints.totalCount
    expect(await count()).toBe(1)
    const moved = await admin.does('changeStaff', {
      ...(await seen(agent)),
      name: 'SERVICE_AGENT',
      departmentId: story.ids.departments.site,
    })
    expect(moved.__typename).toBe('Staff')
    expect(await count()).toBe(0)
  })

  it('is refused over a newer version, and tells who made it', async () => {
    const hired = await hire()
    const version = { staffId: hired.id, expectedVersion: hired.version }
    await admin.does('changeStaff', { ...version, name: '改过名的' })
    const query = `mutation($input: ChangeStaffInput!) { changeStaff(input: $input) {
      ... on StaleRecordError { code changedBy version } } }`
    const { data } = await admin.run(query, { input: { ...version, name: '又一次' } })
    expect(data).toEqual({
      changeStaff: { code: 'STALE_RECORD', changedBy: story.ids.staff.ADMIN, version: hired.version + 1 },
    })
  })

  it('names the department that is not there or not the organization’s', async () => {
    const hired = await hire()
    const elsewhere = await given(database, server)
    const refused = await admin.does('changeStaff', {
      staffId: hired.id,
      expectedVersion: hired.version,
      name: '某人',
      departmentId: elsewhere.ids.departments.site,
    })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'departmentId' }] })
  })
})

describe('assign roles', () => {
  it('gives and takes rights with the next request of an open session, for questions and for changes', async () => {
    const agent = await story.colleague(['SERVICE_AGENT'], 'service')
    const list = '{ complaints(first: 1) { totalCount } }'
    expect((await agent.run(list)).errors).toEqual([])
    const changed = await assign(agent, ['TECHNICIAN', 'INFORMATION_CLERK', 'TECHNICIAN'])
    expect(changed.roles).toEqual(['INFORMATION_CLERK', 'TECHNICIAN'])
    expect((await agent.run('{ clients(first: 1) { totalCount } }')).errors).toEqual([])

    await assign(agent, ['INFORMATION_CLERK'])
    expect((await agent.run(list)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    await expect(agent.does('registerComplaint', A_CASE)).rejects.toThrow('FORBIDDEN')
    const { viewer } = await agent.get<{ viewer: { roles: string[] } }>('{ viewer { roles } }')
    expect(viewer.roles).toEqual(['INFORMATION_CLERK'])
  })

  it('opens what was refused a moment ago, at the door and within a list', async () => {
    const person = await story.colleague(['TECHNICIAN'])
    const [list, hidden] = [
      '{ clients(first: 1) { totalCount } }',
      '{ complaints(first: 1, filter: { cause: [OPERATION] }) { totalCount } }',
    ]
    for (const refused of [list, hidden])
      expect((await person.run(refused)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    await assign(person, ['CS_MANAGER'])
    for (const open of [list, hidden]) expect((await person.run(open)).errors).toEqual([])
    await assign(person, ['TECHNICIAN'])
    for (const refused of [list, hidden])
      expect((await person.run(refused)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('reaches the sessions on all devices, and nobody else’s', async () => {
    const hired = await hire({ signInName: 'two-devices', roles: ['QUALITY'] })
    const bystander = await story.colleague(['QUALITY'])
    const devices = await Promise.all(
      [1, 2].map(() => signedInBy(server, `two-devices@${story.code}`, PASSWORD)),
    )
    const list = '{ complaints(first: 1) { totalCount } }'
    for (const person of [...devices, bystander]) expect((await person!.run(list)).errors).toEqual([])
    await assign(hired.id, [])
    for (const device of devices)
      expect((await device!.run(list)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await bystander.run(list)).errors).toEqual([])
  })

  it('never takes ADMIN from oneself, nor from the last who has it', async () => {
    const alone = await given(database, server)
    const own = alone.as('ADMIN')
    const { staffMember } = await own.get<{ staffMember: Payload }>(
      'query($id: ID!) { staffMember(id: $id) { id version } }',
      { id: alone.ids.staff.ADMIN },
    )
    const refused = await own.does('assignRoles', {
      staffId: staffMember.id,
      expectedVersion: staffMember.version,
      roles: ['AUDITOR'],
    })
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('leaves an administrator when two take the role from each other at once', async () => {
    const small = await given(database, server)
    const [one, two] = [small.as('ADMIN'), await small.colleague(['ADMIN'])]
    const deprive = async (by: Person, whom: Person): Promise<string | undefined> => {
      const input = { staffId: toGlobalId('Staff', whom.staffId), expectedVersion: 1, roles: [] }
      const { data, errors } = await by.run<{ assignRoles: { __typename: string; code?: string } }>(
        `mutation($input: AssignRolesInput!) { assignRoles(input: $input) { __typename ... on UserError { code } } }`,
        { input },
      )
      return errors[0]?.extensions.code ?? data?.assignRoles.code ?? data?.assignRoles.__typename
    }
    const answers = await Promise.all([deprive(one, two), deprive(two, one)])
    // Whoever comes second is stopped at the desk, or at the door already where the first was done by then.
    expect(['NOT_ELIGIBLE Staff', 'FORBIDDEN Staff', 'Staff NOT_ELIGIBLE', 'Staff FORBIDDEN']).toContain(
      answers.join(' '),
    )
  })

  it('changes nothing, and says nothing in the audit, where the roles are the same', async () => {
    const hired = await hire({ roles: ['QUALITY', 'AUDITOR'] })
    const same = await assign(hired.id, ['AUDITOR', 'QUALITY'])
    expect(same.version).toBe(hired.version)
  })
})

describe('assign territory', () => {
  it('opens and closes places with the next request', async () => {
    const manager = await story.colleague(['SITE_MANAGER'], 'site')
    const places = async () =>
      (await manager.get<{ projects: { id: string }[] }>('{ projects { id } }')).projects
    expect(await places()).toEqual([{ id: story.ids.project }])
    await admin.does('assignTerritory', { ...(await seen(manager)), projectIds: [], buildingIds: [] })
    expect(await places()).toEqual([])
    await admin.does('assignTerritory', {
      ...(await seen(manager)),
      projectIds: [story.ids.project],
      buildingIds: [story.ids.building],
    })
    expect(await places()).toEqual([{ id: story.ids.project }])
    // A building of a project that is given whole adds nothing.
    const { territory } = await record(toGlobalId('Staff', manager.staffId))
    expect(territory).toEqual([{ project: { id: story.ids.project }, building: null }])
  })

  it('names the place that is another organization’s', async () => {
    const elsewhere = await given(database, server)
    const refused = await admin.does('assignTerritory', {
      ...(await seen(story.as('TECHNICIAN'))),
      projectIds: [],
      buildingIds: [elsewhere.ids.building],
    })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'buildingIds' }] })
  })
})

describe('disable', () => {
  it('ends every session at once, and the way back in', async () => {
    const hired = await hire({ signInName: 'leaver' })
    const sessions = await Promise.all([1, 2].map(() => signedInBy(server, `leaver@${story.code}`, PASSWORD)))
    for (const session of sessions) expect((await session!.run('{ departments { id } }')).errors).toEqual([])
    const disabled = await admin.does('disableStaff', await seen(hired.id), 'id disabledAt')
    expect(disabled.disabledAt).toMatch(/Z$/)
    for (const session of sessions) {
      const { errors } = await session!.run('{ departments { id } }')
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
      await expect(session!.does('registerComplaint', A_CASE)).rejects.toThrow('UNAUTHENTICATED')
    }
    expect(await signedInBy(server, `leaver@${story.code}`, PASSWORD)).toBeUndefined()
  })

  it('keeps out whoever signs in while it is under way', async () => {
    const { id } = await hire({ signInName: 'racer' })
    const staffId = fromGlobalId('Staff', id)
    await database.asSuperuser(async (disabling) => {
      await disabling.query('begin')
      await disabling.query('update staff set disabled_at = now() where id = $1', [staffId])
      const entering = signedInBy(server, `racer@${story.code}`, PASSWORD)
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%"staff"%'`
      await database.asSuperuser(async (watching) => {
        const waits = async () => expect((await watching.query(waiting)).rowCount).toBe(1)
        await Promise.race([entering, vi.waitFor(waits, { timeout: 10_000 }).catch(() => undefined)])
      })
      await disabling.query('commit')
      const session = await entering
      expect(await session?.run('{ departments { id } }')).toBeUndefined()
    })
  })

  it('is refused on oneself, and a second time', async () => {
    const own = await admin.does('disableStaff', await seen(admin))
    expect(own.code).toBe('NOT_ELIGIBLE')
    const hired = await hire()
    const once = await admin.does('disableStaff', { staffId: hired.id, expectedVersion: hired.version })
    const twice = await admin.does('disableStaff', { staffId: hired.id, expectedVersion: once.version })
    expect(twice).toMatchObject({ code: 'WRONG_STATUS' })
  })
})

describe('enable', () => {
  it('lets somebody sign in again', async () => {
    const hired = await hire({ signInName: 'returner' })
    const off = await admin.does('disableStaff', { staffId: hired.id, expectedVersion: hired.version })
    await admin.does('enableStaff', { staffId: hired.id, expectedVersion: off.version })
    expect(await signedInBy(server, `returner@${story.code}`, PASSWORD)).toBeDefined()
  })
})

const ANOTHER = 'correct horse battery staple'

describe('reset password', () => {
  it('ends the sessions and the old password of somebody else, not one’s own', async () => {
    const hired = await hire({ signInName: 'forgetful' })
    const before = await signedInBy(server, `forgetful@${story.code}`, PASSWORD)
    const reset = { staffId: hired.id, expectedVersion: hired.version, password: ANOTHER }
    expect((await admin.does('resetPassword', reset)).__typename).toBe('Staff')
    expect((await before!.run('{ departments { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await signedInBy(server, `forgetful@${story.code}`, PASSWORD)).toBeUndefined()
    expect(await signedInBy(server, `forgetful@${story.code}`, ANOTHER)).toBeDefined()
    const own = await admin.does('resetPassword', { ...(await seen(admin)), password: ANOTHER })
    expect(own.code).toBe('NOT_ELIGIBLE')
  })
})

describe('change password', () => {
  const change = (person: Person, currentPassword: string, newPassword = ANOTHER) =>
    person.does('changePassword', { currentPassword, newPassword })

  it('wants the present one, keeps this session and ends the others', async () => {
    await hire({ signInName: 'careful', roles: ['AUDITOR'] })
    const [here, there] = await Promise.all(
      [1, 2].map(() => signedInBy(server, `careful@${story.code}`, PASSWORD)),
    )
    expect((await change(here!, 'not my password at all')).code).toBe('NOT_ELIGIBLE')
    expect((await change(here!, PASSWORD, 'short')).fields?.map(({ path }) => path)).toEqual(['newPassword'])
    expect((await change(here!, PASSWORD)).__typename).toBe('Staff')
    expect((await here!.run('{ departments { id } }')).errors).toEqual([])
    expect((await there!.run('{ departments { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await signedInBy(server, `careful@${story.code}`, ANOTHER)).toBeDefined()
  })

  it('stops whoever guesses with a session that is not theirs', async () => {
    await hire({ signInName: 'robbed' })
    const thief = await signedInBy(server, `robbed@${story.code}`, PASSWORD)
    for (let attempt = 0; attempt < 8; attempt += 1) await change(thief!, `guess number ${attempt}`)
    await expect(change(thief!, PASSWORD)).rejects.toThrow('RATE_LIMITED')
  })
})

describe('finding staff', () => {
  it('looks into name, sign-in name and position, and tells active from disabled', async () => {
    await hire({ signInName: 'zhao.min', name: '赵敏', position: 'Front Desk' })
    const find = async (filter: object) =>
      (
        await admin.get<{ staff: { edges: { node: { name: string } }[] } }>(
          'query($filter: StaffFilter) { staff(first: 50, filter: $filter) { edges { node { name } } } }',
          { filter },
        )
      ).staff.edges.map(({ node }) => node.name)
    expect(await find({ search: '敏' })).toEqual(['赵敏'])
    expect(await find({ search: ' ZHAO.' })).toEqual(['赵敏'])
    expect(await find({ search: 'front d' })).toEqual(['赵敏'])
    expect(await find({ search: '敏', active: false })).toEqual([])
  })
})
