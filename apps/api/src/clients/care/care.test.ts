/** What one follows up, serves and thinks of beforehand: next steps that are taken, birthdays and anniversaries within consent. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const FIELDS = 'id version nextDoneAt nextDoneBy { id } nextOutcome'

describe('a next step', () => {
  const due = async (nextBefore: string) =>
    (
      await story.as('SERVICE_AGENT').get<{ receptions: { edges: { node: { nextStep: string } }[] } }>(
        `query($nextBefore: LocalDate) { receptions(first: 20, filter: { nextOpen: true, nextBefore: $nextBefore }, orderBy: DUE) {
            edges { node { nextStep } } } }`,
        { nextBefore },
      )
    ).receptions.edges.map(({ node }) => node.nextStep)

  it('is listed by its day until it is taken, by whoever takes it, once', async () => {
    const agent = story.as('SERVICE_AGENT')
    const told = { clientId: story.ids.client, words: '问车位' }
    const record = (more: object) => agent.does<Payload>('recordReception', { ...told, ...more }, FIELDS)
    const later = await record({ nextStep: '再约', nextOn: '2030-02-02' })
    await record({ nextStep: '查账后回电', nextOn: '2030-01-01' })
    const plain = await record({})
    expect(await due('2030-03-01')).toEqual(['查账后回电', '再约'])
    expect(await due('2030-02-02')).toEqual(['查账后回电'])
    const seen = { receptionId: later.id, expectedVersion: 1 }
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    expect(await manager.does('finishReception', { ...seen, outcome: '已约' }, FIELDS)).toMatchObject({
      version: 2,
      nextDoneBy: { id: story.ids.staff.KEY_ACCOUNT_MANAGER },
      nextOutcome: '已约',
    })
    expect(await manager.does('finishReception', seen)).toMatchObject({ code: 'STALE_RECORD' })
    expect(await manager.does('finishReception', { ...seen, expectedVersion: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await agent.does('finishReception', { receptionId: plain.id, expectedVersion: 1 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await due('2030-03-01')).toEqual(['查账后回电'])
    // What is done is not silently another step.
    const amended = { receptionId: later.id, expectedVersion: 2, words: '问车位', nextStep: '别的事' }
    expect(await agent.does('amendReception', amended)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('a day of the year', () => {
  const greeted = async (onDays: readonly string[], role: Parameters<Story['as']>[0] = 'CR_SPECIALIST') => {
    const { data, errors } = await story.as(role).run<{
      birthdays: { edges: { node: { name: string; client: { id: string } } }[] }
      moveInDays: { edges: { node: { movedInOn: string } }[] }
    }>(
      `query($onDays: [LocalDate!]!) { birthdays(first: 20, onDays: $onDays) { edges { node { name client { id } } } }
        moveInDays(first: 20, onDays: $onDays) { edges { node { movedInOn } } } }`,
      { onDays },
    )
    return data?.birthdays
      ? [
          ...data.birthdays.edges.map(({ node }) => node.name),
          ...data.moveInDays.edges.map(({ node }) => node.movedInOn),
        ]
      : errors[0]?.extensions.code
  }

  it('brings whom to greet, once they agreed to be cared for, and nobody who is not to be called', async () => {
    const keeper = story.as('CR_SPECIALIST')
    const add = (more: object) => keeper.does('addContact', { clientId: story.ids.client, ...more }, 'id')
    await add({ name: '腊月', birthday: '1960-12-31' })
    await add({ name: '闰日', birthday: '1980-02-29' })
    await add({ name: '免打扰', birthday: '1990-12-31', doNotContact: true })
    const stay = { clientId: story.ids.client, unitId: story.ids.unit, relation: 'OCCUPANT' }
    await keeper.does('recordOccupancy', { ...stay, fromOn: '2019-12-01', movedInOn: '2019-12-31' }, 'id')
    expect(await greeted(['2027-12-31'])).toEqual([])
    const word = { clientId: story.ids.client, purpose: 'CARE', way: 'SPOKEN' }
    await keeper.does('recordConsent', word, 'id')
    expect(await greeted(['2027-12-31', '2028-01-01'])).toEqual(['腊月', '2019-12-31'])
    expect(await greeted(['2027-02-28'])).toEqual(['闰日'])
    expect(await greeted(['2028-02-28'])).toEqual([])
    expect(await greeted(['2028-02-29'])).toEqual(['闰日'])
    expect(await greeted(['2027-12-31'], 'KEY_ACCOUNT_MANAGER')).toEqual(['腊月', '2019-12-31'])
    expect(await greeted(['2027-12-31'], 'FINANCE')).toBe('FORBIDDEN')
    await keeper.does('withdrawConsent', word, 'id')
    expect(await greeted(['2027-12-31'])).toEqual([])
  })
})
