import { hasPermission, PERMISSIONS, slotOf, WEEKDAYS, type Role } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const YEAR = new Date().getFullYear()
const CALENDAR = {
  __typename: 'WorkingCalendar',
  id: 'cal_1',
  nameZh: '办公时间',
  nameEn: 'Office hours',
  timeZone: 'Asia/Shanghai',
  observesHolidays: true,
  publishedYears: [] as number[],
  announcedYears: [YEAR],
  movedPromises: 0,
  updatedAt: `${YEAR}-01-05T01:00:00.000Z`,
  version: 4,
  slots: WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, ...slotOf('08:30', '17:30')! })),
  specialDays: [
    {
      on: `${YEAR}-10-01`,
      kind: 'HOLIDAY',
      nameZh: '国庆节',
      nameEn: 'National Day',
      isOfficial: true,
      slots: [],
    },
  ],
}

const open = (role: Role, calendar = CALENDAR) => {
  const saved = { ...CALENDAR, version: 5, movedPromises: 3 }
  const opened = openPortal(portal, 'working-time', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      WorkingCalendars: () => ({ workingCalendars: [calendar] }),
      CalendarConsequence: () => ({
        calendarConsequence: {
          __typename: 'CalendarConsequence',
          openPromises: 7,
          earlier: 1,
          later: 2,
        },
      }),
      PublishHolidayYear: () => ({ publishHolidayYear: saved }),
      ChangeWorkingWeek: () => ({ changeWorkingWeek: saved }),
      AddSpecialDay: () => ({ addSpecialDay: saved }),
      RemoveSpecialDay: () => ({ removeSpecialDay: saved }),
    },
  })
  const inputOf = (operation: string) =>
    opened.sent.find((it) => it.operation === operation)?.variables['input']
  return { inputOf }
}

/** A year is four hundred elements: words are found quicker than roles. */
const press = async (words: string | RegExp) => {
  const found = await screen.findByText(words)
  fireEvent.click(found.closest('button') ?? found)
}
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const day = (on: string) => screen.findByTitle(new RegExp(`^${on}`))

/** The dialog that tells the consequence; its button says the same verb. */
const confirm = async (verb: string | RegExp) => {
  const told = await screen.findByText(/7 条未到期的承诺会重新计算：1 条提前，2 条推迟/)
  const dialog = within(told.closest<HTMLElement>('[role=dialog]')!)
  fireEvent.click(dialog.getByText(verb))
}

const seen = { calendarId: 'cal_1', expectedVersion: 4 }

describe('the year', () => {
  it('shows what each day is, says that it is not published, and publishes it with its consequence told', async () => {
    const { inputOf } = open('ADMIN')
    expect(await screen.findByText(/放假安排尚未公布：按每周时段计算/)).toBeTruthy()
    expect(screen.getByText('第 4 版')).toBeTruthy()
    expect((await day(`${YEAR}-10-01`)).textContent).toContain('假')
    expect((await day(`${YEAR}-10-01`)).title).toBe(`${YEAR}-10-01 法定节假日 国庆节`)
    await press(`公布 ${YEAR} 年`)
    expect(inputOf('PublishHolidayYear')).toBeUndefined()
    await confirm(`公布 ${YEAR} 年`)
    await waitFor(() => expect(inputOf('PublishHolidayYear')).toEqual({ ...seen, year: YEAR }))
    expect(await screen.findByText('已保存，3 条承诺的时限已变动')).toBeTruthy()
  })

  it('lists a day that is reached with the arrow keys; changed hours need hours', async () => {
    const { inputOf } = open('GM_OFFICE')
    const tenth = await day(`${YEAR}-03-10`)
    tenth.focus()
    fireEvent.keyDown(tenth, { key: 'ArrowDown' })
    const reached = document.activeElement as HTMLElement
    expect(reached.title).toContain(`${YEAR}-03-17`)
    fireEvent.click(reached)
    await screen.findByLabelText('中文名称')
    fill('中文名称', '停电')
    fill('英文名称', 'Power cut')
    fireEvent.click(screen.getByLabelText('时间调整'))
    await press(/^登\s?记$/)
    expect(await screen.findByText('时间调整的日子须写明时段。')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('本单位休息'))
    await press(/^登\s?记$/)
    await confirm(/^登\s?记$/)
    await waitFor(() =>
      expect(inputOf('AddSpecialDay')).toEqual({
        ...seen,
        on: `${YEAR}-03-17`,
        kind: 'CLOSED',
        nameZh: '停电',
        nameEn: 'Power cut',
        slots: [],
      }),
    )
  })

  it('lets a listed day follow the week again', async () => {
    const { inputOf } = open('GM_OFFICE')
    fireEvent.click(await day(`${YEAR}-10-01`))
    await press('取消这天的安排')
    await confirm('取消这天的安排')
    await waitFor(() => expect(inputOf('RemoveSpecialDay')).toEqual({ ...seen, on: `${YEAR}-10-01` }))
  })
})

describe('the week', () => {
  it('takes several slots and a night, refuses what overlaps, and is saved with its consequence told', async () => {
    const { inputOf } = open('GM_OFFICE')
    await press('修改时段')
    fireEvent.click(await screen.findByLabelText('周一加一段'))
    fill('周一第 2 段从', '16:00')
    fill('周一第 2 段到', '20:00')
    expect(await screen.findByText('与另一时段 08:30–17:30 重叠。')).toBeTruthy()
    expect(screen.getByText('保存时段').closest('button')!.disabled).toBe(true)
    fill('周一第 2 段从', '22:00')
    fill('周一第 2 段到', '06:00')
    expect(screen.getByText('次日')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('去掉周五第 1 段'))
    await press('保存时段')
    await confirm('保存时段')
    await waitFor(() =>
      expect(inputOf('ChangeWorkingWeek')).toEqual({
        ...seen,
        slots: [
          { weekday: 'MONDAY', fromMinute: 510, toMinute: 1050 },
          { weekday: 'MONDAY', fromMinute: 1320, toMinute: 1800 },
          ...WEEKDAYS.slice(1, 4).map((weekday) => ({ weekday, fromMinute: 510, toMinute: 1050 })),
        ],
      }),
    )
    expect(await screen.findByText('修改时段')).toBeTruthy()
  })

  it('stays as it is typed when the dialog is left', async () => {
    const { inputOf } = open('GM_OFFICE')
    await press('修改时段')
    await screen.findByLabelText('周二第 1 段从')
    fill('周二第 1 段从', '09:15')
    await press('保存时段')
    await screen.findByText(/7 条未到期的承诺会重新计算/)
    await press(/^取\s?消$/)
    expect((screen.getByLabelText('周二第 1 段从') as HTMLInputElement).value).toBe('09:15')
    expect(inputOf('ChangeWorkingWeek')).toBeUndefined()
  })
})

describe('what was typed and never saved', () => {
  /** The tab is gone; what the browser keeps is still there. */
  const crash = () => {
    const kept = { ...localStorage }
    clearPage()
    Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value as string))
  }
  const typed = async () => (await screen.findByLabelText<HTMLInputElement>('周二第 1 段从')).value

  it('is there after a crash, says when the calendar has moved on, and is gone once it is given up', async () => {
    open('GM_OFFICE')
    await press('修改时段')
    await screen.findByLabelText('周二第 1 段从')
    fill('周二第 1 段从', '09:15')
    crash()
    open('GM_OFFICE')
    expect(await typed()).toBe('09:15')
    expect(screen.queryByText(/日历已有改动/)).toBeNull()
    crash()
    open('GM_OFFICE', { ...CALENDAR, version: 6 })
    expect(await typed()).toBe('09:15')
    expect(screen.getByText(/日历已有改动/)).toBeTruthy()
    await press(/^放\s?弃$/)
    crash()
    open('GM_OFFICE')
    expect(await screen.findByText('修改时段')).toBeTruthy()
  })

  it('is there for a special day too, until it is listed', async () => {
    open('GM_OFFICE')
    fireEvent.click(await day(`${YEAR}-03-17`))
    await screen.findByLabelText('中文名称')
    fill('中文名称', '停电')
    crash()
    open('GM_OFFICE')
    fireEvent.click(await day(`${YEAR}-03-17`))
    expect((await screen.findByLabelText<HTMLInputElement>('中文名称')).value).toBe('停电')
    fill('英文名称', 'Power cut')
    await press(/^登\s?记$/)
    await confirm(/^登\s?记$/)
    await waitFor(() =>
      expect(Object.keys(localStorage).filter((key) => key.includes('calendar-day'))).toEqual([]),
    )
  })
})

describe('an auditor', () => {
  it('only reads, and may still try a due time', async () => {
    open('AUDITOR')
    expect(await screen.findByText('第 4 版')).toBeTruthy()
    expect(screen.queryByText(`公布 ${YEAR} 年`)).toBeNull()
    expect(screen.queryByText('修改时段')).toBeNull()
    expect((await day(`${YEAR}-10-01`)).tagName).toBe('SPAN')
    fill('从', '2026-11-23T16:30')
    fill('工作分钟', '120')
    expect(screen.getByText('到期：2026-11-24 09:30')).toBeTruthy()
    expect(screen.getByText(/2026-11-23 周一 16:30–17:30：计 60 分钟，还剩 60/)).toBeTruthy()
  })
})
