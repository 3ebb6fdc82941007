/** Calendars of working time: who keeps them, what a change does, and what a due time is by them. */
import { slotOf, WEEKDAYS } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

interface Calendar {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly slots: readonly { weekday: string; fromMinute: number; toMinute: number }[]
  readonly specialDays: readonly { on: string; kind: string; nameZh: string; nameEn: string }[]
  readonly publishedYears: readonly number[]
  readonly announcedYears: readonly number[]
  readonly uses: readonly { department: object | null; projectType: string | null }[]
}

const CALENDARS = `{ workingCalendars { id code version publishedYears announcedYears
  uses { department { id } projectType }
  slots { weekday fromMinute toMinute } specialDays { on kind nameZh nameEn isOfficial slots { fromMinute toMinute } } } }`

let database: TestDatabase
let server: FastifyInstance
let story: Story
let office: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  office = story.as('GM_OFFICE')
})

const calendars = async (person = office): Promise<readonly Calendar[]> =>
  (await person.get<{ workingCalendars: Calendar[] }>(CALENDARS)).workingCalendars
const officeHours = async (): Promise<Calendar> => (await calendars()).find(({ code }) => code === 'OFFICE')!

/** One verb on the office calendar as it stands. */
const does = async (verb: string, input: object, person = office): Promise<Payload> => {
  const { id, version } = await officeHours()
  return person.does(verb, { calendarId: id, expectedVersion: version, ...input }, 'id version')
}

interface Due {
  readonly at: string
  readonly assumesUnpublished: readonly number[]
  readonly revision: number
  readonly steps: readonly { text: string }[]
}
const due = async (from: string, minutes: number, code = 'OFFICE', person = office): Promise<Due> => {
  const calendar = (await calendars()).find((it) => it.code === code)!
  const { workingTime } = await person.get<{ workingTime: Due }>(
    `query($id: ID!, $from: DateTime!, $minutes: Int!) { workingTime(calendarId: $id, from: $from, minutes: $minutes) {
      at assumesUnpublished revision steps { text } } }`,
    { id: calendar.id, from, minutes },
  )
  return workingTime
}

const hours = (from: string, to: string) => slotOf(from, to)!
const week = (from: string, to: string, days = WEEKDAYS.slice(0, 5)) =>
  days.map((weekday) => ({ weekday, ...hours(from, to) }))

describe('a new organization', () => {
  it('has office hours by which everybody goes, with the holidays that are announced, and a desk that never closes', async () => {
    const [first, desk] = await calendars(story.as('TECHNICIAN'))
    expect(first).toMatchObject({
      code: 'OFFICE',
      version: 1,
      uses: [{ department: null, projectType: null }],
    })
    expect(first!.publishedYears).toEqual([2025, 2026])
    expect(first!.announcedYears).toContain(2024)
    const of2026 = first!.specialDays.filter(({ on }) => on.startsWith('2026'))
    expect(of2026.filter(({ kind }) => kind === 'HOLIDAY')).toHaveLength(33)
    expect(of2026.filter(({ kind }) => kind === 'MAKE_UP_WORKDAY').map(({ on }) => on)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(of2026.find(({ on }) => on === '2026-02-17')).toMatchObject({
      nameZh: '春节',
      nameEn: 'Spring Festival',
    })
    expect(desk).toMatchObject({ code: 'DESK', uses: [], specialDays: [] })
  })
})

describe('a due time', () => {
  it('comes with its arithmetic, in the language of who asks', async () => {
    const { at, steps, assumesUnpublished, revision } = await due('2026-09-30T09:00:00Z', 300)
    expect([at, assumesUnpublished, revision]).toEqual(['2026-10-08T06:00:00.000Z', [], 1])
    expect(steps.map(({ text }) => text)).toEqual([
      '2026-09-30 Wed 17:00–18:00: 60 minutes, 240 left',
      '2026-10-01 Thu – 2026-10-07: National Day (public holiday), not counted',
      '2026-10-08 Thu 08:30–12:00: 210 minutes, 30 left',
      '2026-10-08 Thu 13:30–14:00: 30 minutes, 0 left',
    ])
  })

  it('says which years it had to guess', async () => {
    expect((await due('2026-12-31T09:00:00Z', 300)).assumesUnpublished).toEqual([2027])
    expect((await due('2026-12-31T09:00:00Z', 300, 'DESK')).assumesUnpublished).toEqual([])
  })

  it('is told to nobody of another organization, and bounded', async () => {
    const stranger = (await given(database, server)).as('GM_OFFICE')
    await expect(due('2026-09-30T09:00:00Z', 300, 'OFFICE', stranger)).rejects.toThrow('NOT_FOUND')
    await expect(due('2026-09-30T09:00:00Z', 100_001)).rejects.toThrow('minutes: must be from 0 to 100000')
  })
})

describe('change working week', () => {
  it('replaces the week, raises the revision and moves due times at once', async () => {
    expect((await due('2026-11-23T00:00:00Z', 60)).at).toBe('2026-11-23T01:30:00.000Z')
    const changed = await does('changeWorkingWeek', { slots: week('10:00', '19:00') })
    expect(changed).toMatchObject({ __typename: 'WorkingCalendar', version: 2 })
    const { at, revision } = await due('2026-11-23T00:00:00Z', 60)
    expect([at, revision]).toEqual(['2026-11-23T03:00:00.000Z', 2])
  })

  it('names the slot that is wrong', async () => {
    const overlapping = [...week('08:00', '12:00'), { weekday: 'MONDAY', ...hours('11:00', '13:00') }]
    const refused = await does('changeWorkingWeek', { slots: overlapping })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'slots.5' }] })
    expect(refused.fields![0]!.message).toBe('Overlaps the slot 08:00–12:00.')
    expect((await does('changeWorkingWeek', { slots: [] })).fields![0]!.path).toBe('slots')
    const backwards = [{ weekday: 'MONDAY', fromMinute: 600, toMinute: 600 }]
    expect((await does('changeWorkingWeek', { slots: backwards })).fields![0]!.path).toBe('slots.0')
    expect((await officeHours()).version).toBe(1)
  })

  it('is not for everybody, and not over the change of a colleague', async () => {
    await expect(does('changeWorkingWeek', { slots: [] }, story.as('CS_MANAGER'))).rejects.toThrow(
      'FORBIDDEN',
    )
    const { id } = await officeHours()
    await does('changeWorkingWeek', { slots: week('09:00', '17:00') }, story.as('ADMIN'))
    const input = { calendarId: id, expectedVersion: 1, slots: week('10:00', '17:00') }
    expect((await office.does('changeWorkingWeek', input)).code).toBe('STALE_RECORD')
  })

  it('stands in the audit in words', async () => {
    await does('changeWorkingWeek', { slots: week('22:00', '06:00') })
    const { auditEntries } = await story.as('AUDITOR').get<{ auditEntries: { edges: { node: Audit }[] } }>(
      `{ auditEntries(first: 5, filter: { subjectType: [WORKING_CALENDAR] }) { edges { node {
        verb workingCalendar { code } changes { field before after } } } } }`,
    )
    const [{ node }] = auditEntries.edges as [{ node: Audit }]
    expect(node).toMatchObject({ verb: 'calendar:changeWorkingWeek', workingCalendar: { code: 'OFFICE' } })
    const told = node.changes.find(({ field }) => field === 'week')!
    expect(told.before).toContain('08:30–12:00')
    expect(told.after).toContain('22:00–06:00 (next day)')
  })
})
interface Audit {
  readonly verb: string
  readonly workingCalendar: { readonly code: string }
  readonly changes: readonly { field: string; before: string | null; after: string | null }[]
}

describe('special days', () => {
  const founding = { on: '2026-11-25', kind: 'CLOSED', nameZh: '司庆', nameEn: 'Founding day' }

  it('are left out of due times while they are listed', async () => {
    expect(await does('addSpecialDay', founding)).toMatchObject({ version: 2 })
    const { at, steps } = await due('2026-11-24T09:00:00Z', 120)
    expect(at).toBe('2026-11-26T01:30:00.000Z')
    expect(steps[1]!.text).toBe('2026-11-25 Wed: Founding day (closed by us), not counted')
    expect(await does('removeSpecialDay', { on: founding.on })).toMatchObject({ version: 3 })
    expect((await due('2026-11-24T09:00:00Z', 120)).at).toBe('2026-11-25T01:30:00.000Z')
  })

  it('may have hours of their own', async () => {
    const half = { on: '2026-11-28', kind: 'CHANGED', nameZh: '装修验收', nameEn: 'Inspections' }
    expect((await does('addSpecialDay', half)).fields).toMatchObject([{ path: 'slots' }])
    await does('addSpecialDay', { ...half, slots: [hours('09:00', '12:00')] })
    expect((await due('2026-11-27T09:30:00Z', 60)).at).toBe('2026-11-28T01:30:00.000Z')
  })

  it('are listed once, and removed only where they are listed', async () => {
    expect((await does('addSpecialDay', { ...founding, on: '2026-10-01' })).code).toBe('DUPLICATE')
    expect((await does('removeSpecialDay', { on: '2026-11-25' })).fields).toMatchObject([{ path: 'on' }])
    const withHours = { ...founding, slots: [hours('09:00', '12:00')] }
    expect((await does('addSpecialDay', withHours)).fields).toMatchObject([{ path: 'slots' }])
  })
})

describe('publish holiday year', () => {
  it('takes over the announced days, and leaves ours as they are', async () => {
    const own = { on: '2024-02-09', kind: 'CLOSED', nameZh: '除夕', nameEn: 'New Year’s Eve' }
    await does('addSpecialDay', own)
    await does('addSpecialDay', {
      ...own,
      on: '2024-10-01',
      kind: 'CHANGED',
      slots: [hours('09:00', '10:00')],
    })
    expect(await does('publishHolidayYear', { year: 2024 })).toMatchObject({ version: 4 })
    const { specialDays, publishedYears } = await officeHours()
    expect(publishedYears).toEqual([2024, 2025, 2026])
    const of2024 = specialDays.filter(({ on }) => on.startsWith('2024'))
    expect(of2024).toHaveLength(28 + 8 + 1)
    expect(of2024.find(({ on }) => on === '2024-10-01')).toMatchObject({ kind: 'CHANGED', isOfficial: false })
    // Again, after a revision of the list: nothing doubles.
    await does('publishHolidayYear', { year: 2024 })
    expect((await officeHours()).specialDays).toHaveLength(specialDays.length)
  })

  it('states a year published that was entered by hand, and none that nobody entered', async () => {
    const refused = await does('publishHolidayYear', { year: 2099 })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'year' }] })
    const newYear = { on: '2099-01-01', kind: 'HOLIDAY', nameZh: '元旦', nameEn: 'New Year’s Day' }
    await does('addSpecialDay', newYear)
    expect((await due('2099-01-02T02:00:00Z', 10)).assumesUnpublished).toEqual([2099])
    await does('publishHolidayYear', { year: 2099 })
    expect((await due('2099-01-02T02:00:00Z', 10)).assumesUnpublished).toEqual([])
  })
})

describe('the consequence of a change', () => {
  interface Consequence {
    readonly openPromises: number
    readonly earlier: number
    readonly later: number
  }
  const consequence = async (change: object, person = office, code = 'OFFICE'): Promise<Consequence> => {
    const calendar = (await calendars()).find((it) => it.code === code)!
    const { calendarConsequence } = await person.get<{ calendarConsequence: Consequence }>(
      `query($id: ID!, $change: CalendarChangeInput!) { calendarConsequence(calendarId: $id, change: $change) {
        openPromises earlier later } }`,
      { id: calendar.id, change },
    )
    return calendarConsequence
  }
  /** At whatever hour this runs, no office day ends at midnight. */
  const allDay = WEEKDAYS.map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }))

  it('is told before it is saved, changes nothing, and is what saving then does', async () => {
    await registered(story)
    await registered(story)
    const { openPromises, earlier, later } = await consequence({ week: allDay })
    expect([openPromises, earlier + later]).toEqual([2, 2])
    expect((await officeHours()).version).toBe(1)
    const { id, version } = await officeHours()
    const saved = await office.does(
      'changeWorkingWeek',
      { calendarId: id, expectedVersion: version, slots: allDay },
      'id movedPromises',
    )
    expect(saved['movedPromises']).toBe(2)
    expect(await consequence({ week: allDay })).toEqual({ openPromises: 2, earlier: 0, later: 0 })
  })

  it('of a day on which nobody works is that what is due then is due later', async () => {
    await registered(story)
    const { promises } = await office.get<{ promises: { edges: { node: { dueAt: string } }[] } }>(
      '{ promises(first: 1) { edges { node { dueAt } } } }',
    )
    const on = new Date(promises.edges[0]!.node.dueAt).toLocaleDateString('sv-SE', {
      timeZone: 'Asia/Shanghai',
    })
    const day = { on, kind: 'CLOSED', nameZh: '停电', nameEn: 'Power cut' }
    const listed = (await officeHours()).specialDays.some((it) => it.on === on)
    // A make-up workday is listed already, and stays what it is.
    expect(await consequence({ addDay: day })).toEqual({ openPromises: 1, earlier: 0, later: listed ? 0 : 1 })
  })

  it('is nothing for a calendar by which nothing is promised, and nobody’s to ask who does not keep it', async () => {
    await registered(story)
    expect(await consequence({ week: allDay }, office, 'DESK')).toEqual({
      openPromises: 0,
      earlier: 0,
      later: 0,
    })
    await expect(consequence({ week: allDay }, story.as('CS_MANAGER'))).rejects.toThrow('FORBIDDEN')
    await expect(consequence({ week: [] })).rejects.toThrow('BAD_REQUEST')
  })
})
