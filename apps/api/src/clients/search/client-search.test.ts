/** Finding clients: by whatever somebody on the phone says first; and what nobody learns that way. */
import { MOST_LOOKUPS_AN_HOUR, type Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { Project, Building, Unit } from '../../organization/organization.entity.ts'
import { Client, ClientOccupancy } from '../client.entity.ts'
import { readingsOf, searchGramsOf } from './search-grams.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

const uuid = (type: 'Project' | 'Building', id: string) => fromGlobalId(type, id)!

interface Draft {
  readonly code: string
  readonly name: string
  readonly tail?: string
  readonly unit?: string
  readonly left?: true
  readonly more?: Partial<Client>
}

/** Clients of the story's organization, each at home in a unit where one is given. */
const withClients = (drafts: readonly Draft[], units: ReadonlyMap<string, string>) =>
  withTenant(database.app, story.orgId, async (manager) => {
    for (const { code, name, tail, unit, left, more } of drafts) {
      const id = newId()
      await manager.insert(Client, {
        orgId: story.orgId,
        id,
        code,
        kind: 'HOUSEHOLD',
        relation: 'OWNER',
        name,
        phone: tail ? `1380000${tail}` : null,
        phoneMasked: tail ? `138****${tail}` : null,
        phoneTail: tail ?? null,
        searchGrams: searchGramsOf(name),
        projectId: unit && !left ? uuid('Project', story.ids.project) : null,
        createdAt: new Date('2026-01-05T00:00:00Z'),
        ...more,
      })
      if (unit) {
        await manager.insert(ClientOccupancy, {
          orgId: story.orgId,
          id: newId(),
          clientId: id,
          unitId: units.get(unit)!,
          relation: 'OWNER',
          fromOn: '2021-01-01',
          toOn: left ? '2024-01-01' : null,
        })
      }
    }
  })

/** The story's project gets a name and units that people say. */
const withUnits = (labels: readonly string[]) =>
  withTenant(database.app, story.orgId, async (manager) => {
    const projectId = uuid('Project', story.ids.project)
    await manager.update(Project, { orgId: story.orgId, id: projectId }, { name: '翠湖花园' })
    const buildingId = newId()
    await manager.insert(Building, { orgId: story.orgId, id: buildingId, projectId, name: '7栋', version: 1 })
    const found = new Map<string, string>()
    for (const label of labels) {
      const id = newId()
      found.set(label, id)
      await manager.insert(Unit, {
        orgId: story.orgId,
        id,
        projectId,
        buildingId,
        label,
        floor: null,
        version: 1,
      })
    }
    return found
  })

const find = async (words: string, role: Role = 'SERVICE_AGENT', from = story): Promise<string[]> =>
  (
    await from
      .as(role)
      .get<{ findClients: { code: string }[] }>(
        'query($words: String!) { findClients(words: $words) { code } }',
        {
          words,
        },
      )
  ).findClients.map(({ code }) => code)

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  const units = await withUnits(['7-1202', '7-1203', '808'])
  await withClients(
    [
      { code: 'F0001', name: '欧阳晓东', tail: '4455', unit: '7-1202' },
      { code: 'F0002', name: '欧阳晓', unit: '7-1203' },
      { code: 'F0003', name: '晓欧阳', unit: '7-1202', left: true },
      { code: 'F0004', name: '单雄', unit: '808' },
      { code: 'F0005', name: '吕绿', tail: '4455' },
      { code: 'F0006', name: 'Anna O’Neill' },
      { code: 'F0007', name: '上海锦江·东湖物业有限公司' },
      { code: 'F0008', name: '欧阳已停', more: { archivedAt: new Date('2026-02-01T00:00:00Z') } },
    ],
    units,
  )
})
afterAll(async () => {
  await server.close()
  await database.close()
})

describe('a client is found', () => {
  it.each([
    ['one character', '绿', ['F0005']],
    ['two characters', '欧阳', ['F0002', 'F0001', 'F0008', 'F0003']],
    ['three characters', '阳晓东', ['F0001']],
    ['the whole name, before those that go on', '欧阳晓', ['F0002', 'F0001']],
    ['a name across its punctuation', '江东湖', ['F0007']],
    ['pinyin', 'ouyangxiaod', ['F0001']],
    ['pinyin from within', 'xiaodong', ['F0001']],
    ['initials', 'oyxd', ['F0001']],
    ['pinyin with the tones’ dots', 'lülü', ['F0005']],
    ['v for ü', 'lvl', ['F0005']],
    ['the reading that a character has as a surname', 'shanxiong', ['F0004']],
    ['its other reading', 'danxiong', ['F0004']],
    ['a foreign name', 'o’neill', ['F0006']],
    ['part of a foreign name', 'nna', ['F0006']],
    ['the code', 'f0004', ['F0004']],
    ['a unit, who lives there before who once did', '7-1202', ['F0001', 'F0003']],
    ['a unit as it is said', '7栋1202', ['F0001', 'F0003']],
    ['the door', '1203', ['F0002']],
    ['a unit after its project', '翠湖花园7栋1202室', ['F0001', 'F0003']],
    ['the building whose units are numbered without it', '7栋808', ['F0004']],
  ])('by %s', async (_, words, codes) => {
    expect(await find(words)).toEqual(codes)
  })

  it.each(['', ' ', '·', '欧东', 'yangou', '9-9999', '别处花园7-1202', '%', '\\', "'"])(
    'not by %j',
    async (words) => {
      expect((await find(words)).filter((code) => code.startsWith('F'))).toEqual([])
    },
  )

  it('by a list that is narrowed by the same words', async () => {
    const { clients } = await story
      .as('CS_MANAGER')
      .get<{ clients: { totalCount: number } }>(
        '{ clients(first: 1, filter: { search: "欧阳" }) { totalCount } }',
      )
    expect(clients.totalCount).toBe(4)
  })
})

describe('nobody finds by a search', () => {
  it('a client of another organization', async () => {
    const elsewhere = await given(database, server)
    expect(await find('欧阳', 'SERVICE_AGENT', elsewhere)).toEqual([])
    expect(await find('F0001', 'SERVICE_AGENT', elsewhere)).toEqual([])
  })

  it('a client outside their responsibility', async () => {
    expect(await find('欧阳', 'KEY_ACCOUNT_MANAGER')).toEqual([])
    // The story's site manager answers for the project: whoever has left it is not theirs.
    expect(await find('欧阳', 'SITE_MANAGER')).toEqual(['F0002', 'F0001'])
  })

  it('names that their role does not show', async () => {
    const { errors } = await story.as('AUDITOR').run('{ findClients(words: "欧阳") { code } }')
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('names that one of their roles shows elsewhere only', async () => {
    const both = await story.colleague(['AUDITOR', 'KEY_ACCOUNT_MANAGER'])
    const list =
      '{ findClients(words: "欧阳") { code } clients(first: 9, filter: { search: "欧阳" }) { totalCount } }'
    expect(await both.get(list)).toEqual({ findClients: [], clients: { totalCount: 0 } })
  })

  it('by a filter or an order what their roles show on no client, or on other clients only', async () => {
    const code = async (role: Role, rest: string) => {
      const { errors } = await story.as(role).run(`{ clients(first: 9${rest}) { totalCount } }`)
      return errors[0]?.extensions.code
    }
    for (const filter of ['hasOpenComplaint: true', 'silentSince: "2026-01-01T00:00:00Z"'])
      for (const role of ['SERVICE_AGENT', 'SITE_MANAGER', 'SALES', 'INFORMATION_CLERK'] as const)
        expect([role, filter, await code(role, `, filter: { ${filter} }`)]).toEqual([
          role,
          filter,
          'FORBIDDEN',
        ])
    const both = await story.colleague(['AUDITOR', 'KEY_ACCOUNT_MANAGER'])
    for (const filter of ['hasPhone: true', 'hasPhone: false', 'hasEmail: false'])
      expect(await both.get(`{ clients(first: 9, filter: { ${filter} }) { totalCount } }`)).toEqual({
        clients: { totalCount: 0 },
      })
    // In the order of names, those whose names are hidden come last, by nothing that tells of them.
    const { clients } = await both.get<{ clients: { edges: { node: { name: null } }[] } }>(
      '{ clients(first: 50, orderBy: NAME) { edges { node { name } } } }',
    )
    expect(clients.edges.every(({ node }) => node.name === null)).toBe(true)
  })

  it('anything through the function itself, without an organization', async () => {
    const runner = database.app.createQueryRunner()
    const call = `select * from search_clients('{"start":"欧","whole":"=欧","grams":["欧"],"code":"欧"}', true, null, null, null, 9)`
    expect(await runner.query(call)).toEqual([])
    await runner.release()
  })
})

describe('a list of clients is narrowed', () => {
  const codes = async (filter: string) =>
    (
      await story
        .as('CS_MANAGER')
        .get<{ clients: { edges: { node: { code: string } }[] } }>(
          `{ clients(first: 50, filter: { ${filter} }) { edges { node { code } } } }`,
        )
    ).clients.edges
      .map(({ node }) => node.code)
      .filter((code) => code.startsWith('F'))

  it.each([
    ['those whose phone is known', 'hasPhone: true', ['F0001', 'F0005']],
    ['those out of use', 'archived: true', ['F0008']],
    [
      'those of nobody in particular and in use',
      'hasKeyAccountManager: false, archived: false, hasPhone: true',
      ['F0001', 'F0005'],
    ],
    ['kinds', 'kind: [COMPANY]', []],
    ['when they were put on file', 'createdFrom: "2026-01-06T00:00:00Z"', []],
    [
      'those without an open case, with a phone',
      'hasOpenComplaint: false, hasPhone: true',
      ['F0001', 'F0005'],
    ],
    ['those who have not come since', 'silentSince: "2020-01-01T00:00:00Z", archived: true', ['F0008']],
  ])('to %s', async (_, filter, expected) => {
    expect(await codes(filter)).toEqual(expected)
  })
})

describe('the end of a phone number', () => {
  const lookup = (role: Role, tail: string, from = story) =>
    from
      .as(role)
      .does<{ clients: { code: string }[]; reason: string; fields: { path: string }[] } & { code?: string }>(
        'lookupClientsByPhone',
        { tail },
        'tail clients { code }',
      )

  it('finds those whose number ends so, and leaves a trace', async () => {
    expect((await lookup('SERVICE_AGENT', '4455')).clients.map(({ code }) => code)).toEqual([
      'F0001',
      'F0005',
    ])
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { verb: string; subjectType: string } }[] }
    }>('{ auditEntries(first: 1) { edges { node { verb subjectType } } } }')
    expect(auditEntries.edges[0]?.node).toMatchObject({ verb: 'client:lookupByPhone' })
  })

  it('is four digits, no less', async () => {
    for (const tail of ['445', '44551', 'abcd', ''])
      expect(await lookup('SERVICE_AGENT', tail)).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ path: 'tail' }],
      })
  })

  it('is not for roles without the right', async () => {
    for (const role of ['SITE_MANAGER', 'SALES', 'AUDITOR', 'ADMIN'] as const) {
      const { errors } = await story
        .as(role)
        .run(
          'mutation($input: LookupClientsByPhoneInput!) { lookupClientsByPhone(input: $input) { __typename } }',
          {
            input: { tail: '4455' },
          },
        )
      expect([role, errors[0]?.extensions.code]).toEqual([role, 'FORBIDDEN'])
    }
  })

  it('is nobody else’s to look at again', async () => {
    const { id } = (await story.as('SERVICE_AGENT').does('lookupClientsByPhone', { tail: '4455' }, 'id')) as {
      id: string
    }
    const again = 'query($id: ID!) { node(id: $id) { id } }'
    expect(await story.as('SERVICE_AGENT').get(again, { id })).toEqual({ node: { id } })
    expect(await story.as('CS_MANAGER').get(again, { id })).toEqual({ node: null })
  })

  it('is not worked through: an hour has so many', async () => {
    const busy = await given(database, server)
    const { staffId } = { staffId: fromGlobalId('Staff', busy.ids.staff.SERVICE_AGENT)! }
    await withTenant(database.app, busy.orgId, (manager) =>
      manager.query(
        `insert into phone_lookup (org_id, id, staff_id, tail, at)
         select $1, gen_random_uuid(), $2, '0000', now() - g * interval '30 seconds' from generate_series(1, $3::int) g`,
        [busy.orgId, staffId, MOST_LOOKUPS_AN_HOUR - 1],
      ),
    )
    expect(await lookup('SERVICE_AGENT', '1234', busy)).toMatchObject({ __typename: 'PhoneLookup' })
    expect(await lookup('SERVICE_AGENT', '1234', busy)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await lookup('CS_MANAGER', '1234', busy)).toMatchObject({ __typename: 'PhoneLookup' })
  })
})

describe('a client', () => {
  it('is found by a contact of theirs, by name and by reading, until the contact is gone or called otherwise', async () => {
    const manager = story.as('CS_MANAGER')
    const opened = await manager.does<{ id: string; contacts: { id: string; version: number }[] }>(
      'openClient',
      {
        kind: 'COMPANY',
        relation: 'COMMERCIAL',
        name: '恒昌贸易',
        phone: '13900005678',
        explained: true,
        contacts: [{ name: '欧阳静' }],
        members: [],
        occupancies: [{ unitId: story.ids.unit, relation: 'COMMERCIAL', fromOn: '2024-03-01' }],
      },
      'id contacts { id version }',
    )
    const found = async (words: string, role: Role = 'SERVICE_AGENT') =>
      (
        await story
          .as(role)
          .get<{ findClients: { id: string }[] }>('query($w: String!) { findClients(words: $w) { id } }', {
            w: words,
          })
      ).findClients.some(({ id }) => id === opened.id)
    expect([await found('欧阳'), await found('ouyangjing'), await found('恒昌')]).toEqual([true, true, true])
    // Who may not read the contacts of this client does not find them by one either.
    expect(await found('欧阳', 'SALES')).toBe(false)

    const [contact] = opened.contacts
    const renaming = { contactId: contact!.id, expectedVersion: contact!.version, name: '司徒明' }
    await manager.does('amendContact', renaming, 'id')
    expect([await found('欧阳'), await found('司徒')]).toEqual([false, true])
    const { contacts } = await manager.does<typeof opened>(
      'addContact',
      { clientId: opened.id, name: '诸葛静' },
      'contacts { id version name }',
    )
    const gone = contacts.find(({ id }) => id === contact!.id)!
    await manager.does('removeContact', { contactId: gone.id, expectedVersion: gone.version }, 'id')
    expect([await found('司徒'), await found('诸葛'), await found('恒昌')]).toEqual([false, true, true])
  })
})

describe('readings', () => {
  it('have the surname’s first', () => {
    expect(readingsOf('单雄')[0]?.slice(0, 2)).toEqual(['shan', 'dan'])
    expect(readingsOf('曾国')[0]?.[0]).toBe('zeng')
    expect(readingsOf('尉迟恭').map(([first]) => first)).toEqual(['yu', 'chi', 'gong'])
  })

  it('are none of what is no Chinese character', () => {
    expect(readingsOf('Anna')).toEqual([])
    expect(readingsOf('王A1')).toEqual([['wang'], [], []])
  })
})
