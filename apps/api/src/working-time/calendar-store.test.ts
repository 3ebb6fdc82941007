/** Which calendar a piece of work goes by, and that none is remembered wrongly. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { WorkingCalendarEntity, WorkingCalendarUse } from './working-calendar.entity.ts'
import { calendarFor } from './calendar-store.service.ts'

let database: TestDatabase
let close: () => Promise<void>
let story: Awaited<ReturnType<typeof given>>

beforeAll(async () => {
  database = await testDatabase()
  const server = await testServer(database)
  close = () => server.close()
  story = await given(database, server)
})
afterAll(async () => {
  await close()
  await database.close()
})

describe('the calendar of a piece of work', () => {
  it('is the department’s, else the project type’s, else the organization’s', async () => {
    const { orgId, ids } = story
    const departmentId = fromGlobalId('Department', ids.departments.service)!
    await withTenant(database.app, orgId, async (manager) => {
      const chosen = async (by: Parameters<typeof calendarFor>[2]) =>
        (await calendarFor(manager, orgId, by)).id
      const calendars = await manager.findBy(WorkingCalendarEntity, { orgId })
      const [office, desk] = ['OFFICE', 'DESK'].map((code) => calendars.find((it) => it.code === code)!.id)
      expect(await chosen({ departmentId, projectType: 'OFFICE' })).toBe(office)
      const use = { orgId, calendarId: desk! }
      await manager.insert(WorkingCalendarUse, { ...use, id: newId(), projectType: 'OFFICE' })
      expect(await chosen({ departmentId, projectType: 'OFFICE' })).toBe(desk)
      expect(await chosen({ departmentId, projectType: 'RESIDENTIAL' })).toBe(office)
      await manager.insert(WorkingCalendarUse, { ...use, id: newId(), departmentId })
      expect(await chosen({ departmentId, projectType: 'RESIDENTIAL' })).toBe(desk)
      expect(await chosen({})).toBe(office)
    })
  })

  it('is not the one of a change that was taken back', async () => {
    const { orgId } = story
    const rename = (timeZone: string, fail: boolean) =>
      withTenant(database.app, orgId, async (manager) => {
        const { id } = await calendarFor(manager, orgId)
        await manager.update(WorkingCalendarEntity, { orgId, id }, { timeZone, version: 2 })
        const { calendar } = await calendarFor(manager, orgId)
        if (fail) throw new Error('taken back')
        return calendar.timeZone
      })
    await expect(rename('Asia/Tokyo', true)).rejects.toThrow('taken back')
    expect(await rename('Asia/Urumqi', false)).toBe('Asia/Urumqi')
  })
})
