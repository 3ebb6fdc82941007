/** Lines that an organization adds to its archive: what may stand in them, who sees and finds what, and what is told of a change. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let home: string
const fields: Record<string, Payload> = {}

const FIELD = { labelZh: '字段', labelEn: 'Field', kinds: ['HOUSEHOLD'], class: 'INTERNAL', type: 'TEXT' }
const define = (field: object, by: Person = story.as('CR_SUPERVISOR')) =>
  by.does('defineCustomField', { ...FIELD, ...field })

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  home = await addClient(database, story, 'HOUSEHOLD')
  for (const field of [
    { key: 'note', most: '20' },
    { key: 'cars', type: 'NUMBER', least: '0', most: '9', unit: '辆', labelZh: '车辆' },
    { key: 'rent', type: 'MONEY' },
    { key: 'since', type: 'DATE' },
    {
      key: 'use',
      type: 'CHOICE',
      choices: [
        { zh: '自住', en: 'Own' },
        { zh: '出租', en: 'Let' },
      ],
    },
    { key: 'lift', type: 'YES_NO' },
    { key: 'diet', class: 'PERSONAL' },
    { key: 'blood', class: 'SENSITIVE' },
    { key: 'licence', kinds: ['COMPANY'] },
  ])
    fields[field.key] = await define(field)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Kept {
  readonly field: { readonly key: string }
  readonly value: string | null
  readonly personalValue: string | null
  readonly version: number
}
interface Lists {
  readonly fieldValues: readonly Kept[]
  readonly personalFieldValues: readonly Kept[] | null
  readonly sealedFieldValues: readonly Kept[] | null
}
const kept = async (by: Person, id = home): Promise<Lists> => {
  const one = '{ field { key } value personalValue version }'
  const { client } = await by.get<{ client: Lists }>(
    `query($id: ID!) { client(id: $id) { fieldValues ${one} personalFieldValues ${one} sealedFieldValues ${one} } }`,
    { id },
  )
  return client
}
const all = (lists: Lists) =>
  [lists.fieldValues, lists.personalFieldValues ?? [], lists.sealedFieldValues ?? []].flat()

/** Sets by key; what was there is replaced. */
const set = async (by: Person, stated: Readonly<Record<string, string | null>>, clientId = home) => {
  const before = all(await kept(story.as('CS_MANAGER'), clientId))
  const values = Object.entries(stated).map(([key, value]) => ({
    fieldId: fields[key]!.id,
    value,
    expectedVersion: before.find((it) => it.field.key === key)?.version ?? 0,
  }))
  return by.does('setFieldsOfClient', { clientId, values }, 'id')
}

describe('a field', () => {
  it('is defined by whoever answers for the archive: its key, type and class for ever, the rest amended', async () => {
    const input = { ...FIELD, key: 'other' }
    const refused = await story
      .as('SERVICE_AGENT')
      .run('mutation($input: DefineCustomFieldInput!) { defineCustomField(input: $input) { __typename } }', {
        input,
      })
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await define({ key: 'note' })).toMatchObject({ code: 'DUPLICATE' })
    expect(await define({ key: 'No key', type: 'CHOICE', least: '3', most: '1' })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'key' }, { path: 'choices' }, { path: 'most' }],
    })
    const amended = {
      fieldId: fields.use!.id,
      expectedVersion: 1,
      labelZh: '用途',
      labelEn: 'Use',
      kinds: ['HOUSEHOLD'],
    }
    const by = story.as('ADMIN')
    expect(
      await by.does('amendCustomField', { ...amended, choices: [{ key: 'c2', zh: '出租', en: 'Let' }] }),
    ).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'choices' }] })
    const more = [
      { key: 'c2', zh: '租出', en: 'Let' },
      { key: 'c1', zh: '自住', en: 'Own' },
      { zh: '空置', en: 'Empty' },
    ]
    expect(
      await by.does('amendCustomField', { ...amended, choices: more }, 'version choices { key zh }'),
    ).toMatchObject({
      version: 2,
      choices: [{ key: 'c2', zh: '租出' }, { key: 'c1' }, { key: 'c3', zh: '空置' }],
    })
  })
})

describe('setting fields', () => {
  it('keeps what fits, all together; what does not is named by its field, and nothing is set', async () => {
    const agent = story.as('SERVICE_AGENT')
    const wrong = await set(agent, { note: '好', cars: '12', since: '2026-02-30', use: 'c7', lift: 'maybe' })
    expect(wrong.fields?.map(({ path }) => path)).toEqual([
      'values.cars',
      'values.since',
      'values.use',
      'values.lift',
    ])
    expect(wrong.fields?.[0]?.message).toBe('“Field” is at most 9 辆.')
    expect(all(await kept(agent))).toEqual([])
    expect(await set(agent, { licence: '91310000' })).toMatchObject({ code: 'INVALID_INPUT' })

    const said = { note: ' 好 ', cars: '2.50', rent: '880000', since: '2024-02-29', use: 'c2', lift: 'true' }
    expect(await set(agent, { ...said, diet: '花生过敏', blood: 'CANARY-AB' })).toMatchObject({
      __typename: 'Client',
    })
    const { fieldValues } = await kept(agent)
    expect(Object.fromEntries(fieldValues.map(({ field, value }) => [field.key, value]))).toEqual({
      note: '好',
      cars: '2.5',
      rent: '880000',
      since: '2024-02-29',
      use: 'c2',
      lift: 'true',
    })
    const stale = { clientId: home, values: [{ fieldId: fields.note!.id, value: '坏', expectedVersion: 0 }] }
    expect(await agent.does('setFieldsOfClient', stale, 'id')).toMatchObject({ code: 'STALE_RECORD' })
    expect(await set(agent, { lift: null })).toMatchObject({ __typename: 'Client' })
    expect((await kept(agent)).fieldValues.map(({ field }) => field.key)).not.toContain('lift')
  })

  it('asks for what is required before anything else is kept', async () => {
    const required = await define({ key: 'plate', isRequired: true, kinds: ['INDIVIDUAL'] })
    const optional = await define({ key: 'pet', kinds: ['INDIVIDUAL'] })
    const clientId = await addClient(database, story, 'INDIVIDUAL')
    const agent = story.as('SERVICE_AGENT')
    const pet = { fieldId: optional.id, value: '猫', expectedVersion: 0 }
    expect(await agent.does('setFieldsOfClient', { clientId, values: [pet] }, 'id')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'values.plate' }],
    })
    const plate = { fieldId: required.id, value: '沪A12345', expectedVersion: 0 }
    expect(await agent.does('setFieldsOfClient', { clientId, values: [pet, plate] }, 'id')).toMatchObject({
      __typename: 'Client',
    })
    const again = { ...pet, value: '狗', expectedVersion: 1 }
    expect(await agent.does('setFieldsOfClient', { clientId, values: [again, again] }, 'id')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'values.1.fieldId' }],
    })
    const { version } = await story
      .as('CR_SUPERVISOR')
      .does('retireCustomField', { fieldId: required.id, expectedVersion: 1 })
    expect(version).toBe(2)
    const next = { ...pet, value: '狗', expectedVersion: 1 }
    expect(await agent.does('setFieldsOfClient', { clientId, values: [next] }, 'id')).toMatchObject({
      __typename: 'Client',
    })
    expect(
      await agent.does('setFieldsOfClient', { clientId, values: [{ ...plate, expectedVersion: 1 }] }, 'id'),
    ).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('what is kept', () => {
  it('is seen by those of its class; the audit tells of it to the same measure', async () => {
    const auditor = await kept(story.as('AUDITOR'))
    expect(auditor.fieldValues.length).toBeGreaterThan(4)
    expect(auditor.personalFieldValues).toBeNull()
    const quality = await kept(story.as('QUALITY'))
    expect([quality.personalFieldValues, quality.sealedFieldValues?.map(({ field }) => field.key)]).toEqual([
      null,
      ['blood'],
    ])
    const manager = await kept(story.as('CS_MANAGER'))
    expect(manager.personalFieldValues).toMatchObject([
      { field: { key: 'diet' }, personalValue: '花生过敏', value: null },
    ])
    expect(JSON.stringify(manager)).not.toContain('CANARY')

    let found = 0
    await database.asSuperuser(async (client) => {
      const { rows } = await client.query<{ said: string }>(
        `select v::text as said from client_field_value v union all select changes::text from audit_entry where subject_type = 'client_field_value'`,
      )
      expect(rows.length).toBeGreaterThan(8)
      found = rows.filter(({ said }) => said.includes('CANARY')).length
      const trail = await client.query<{ said: string }>(
        `select changes::text as said from audit_entry where subject_type = 'client_field_value'`,
      )
      expect(trail.rows.filter(({ said }) => said.includes('花生'))).toEqual([])
      expect(trail.rows.filter(({ said }) => said.includes('2024-02-29'))).toHaveLength(1)
    })
    expect(found).toBe(0)
  })

  it('and is sensitive is shown for a reason, on record, and to nobody else', async () => {
    const asked = { clientId: home, fieldIds: [fields.blood!.id, fields.diet!.id], reason: '急救联系' }
    const document =
      'mutation($input: RevealFieldsOfClientInput!) { revealFieldsOfClient(input: $input) { __typename } }'
    const agent = await story.as('SERVICE_AGENT').run(document, { input: asked })
    expect(agent.errors[0]?.extensions.code).toBe('FORBIDDEN')
    const manager = story.as('CS_MANAGER')
    const shown = await manager.does('revealFieldsOfClient', asked, 'values { key value }')
    expect(shown).toMatchObject({ values: [{ key: 'blood', value: 'CANARY-AB' }] })
    expect(
      await manager.does('revealFieldsOfClient', { ...asked, fieldIds: [fields.note!.id] }, 'values { key }'),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const { clientReveals } = await story
      .as('QUALITY')
      .get<{ clientReveals: { edges: { node: object }[] } }>(
        '{ clientReveals(first: 5, filter: { kind: [FIELD] }) { edges { node { fields reason } } } }',
      )
    expect(clientReveals.edges.map(({ node }) => node)).toEqual([{ fields: ['blood'], reason: '急救联系' }])
  })
})

describe('a list of clients', () => {
  const listed = async (by: Person, filter: object): Promise<boolean | string> => {
    const { data, errors } = await by.run<{ clients: { edges: { node: { id: string } }[] } }>(
      'query($filter: ClientFilter) { clients(first: 50, filter: $filter) { edges { node { id } } } }',
      { filter },
    )
    return data?.clients?.edges.some(({ node }) => node.id === home) ?? String(errors[0]?.extensions.code)
  }
  const by = (key: string, wanted: object) => ({ fields: [{ fieldId: fields[key]!.id, ...wanted }] })

  it('is narrowed by what is kept, each type in its own way', async () => {
    const agent = story.as('SERVICE_AGENT')
    const rows: [object, boolean][] = [
      [by('note', { contains: '好' }), true],
      [by('note', { contains: '坏' }), false],
      [by('cars', { equals: '2.5' }), true],
      [by('cars', { from: '2.4', to: '3' }), true],
      [by('cars', { from: '10' }), false],
      [by('rent', { from: '880000' }), true],
      [by('rent', { to: '879999' }), false],
      [by('since', { from: '2024-02-01', to: '2024-02-29' }), true],
      [by('since', { from: '2024-03-01' }), false],
      [by('since', { from: 'nonsense' }), false],
      [by('use', { equals: 'c2' }), true],
      [by('use', { equals: 'c1' }), false],
      [{ fields: [...by('use', { equals: 'c2' }).fields, ...by('cars', { equals: '3' }).fields] }, false],
      [{ fields: [{ fieldId: 'fld_nothing', equals: 'c2' }] }, false],
    ]
    for (const [filter, expected] of rows)
      expect([filter, await listed(agent, filter)]).toEqual([filter, expected])
  })

  it('tells nobody what they may not read: neither by the filter of another class, nor of what is sealed', async () => {
    const diet = [{ fieldId: fields.diet!.id, contains: '花生' }]
    expect(await listed(story.as('SERVICE_AGENT'), { personalFields: diet })).toBe(true)
    expect(await listed(story.as('SERVICE_AGENT'), { fields: diet })).toBe(false)
    for (const role of ['AUDITOR', 'QUALITY'] as const) {
      const answer = await listed(story.as(role), { personalFields: diet })
      expect([role, answer]).toEqual([role, 'FORBIDDEN'])
    }
    const blood = [{ fieldId: fields.blood!.id, contains: 'CANARY' }]
    expect(await listed(story.as('CS_MANAGER'), { personalFields: blood })).toBe(false)
    expect(await listed(story.as('CS_MANAGER'), { fields: blood })).toBe(false)
  })
})
