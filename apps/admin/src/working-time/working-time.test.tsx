import { hasPermission, PERMISSIONS, slotOf, WEEKDAYS, type Role } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
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
  version: 4,
  slots: WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, ...slotOf('08:30', '17:30')! })),
  specialDays: [
    { on: `${YEAR}-10-01`, kind: 'HOLIDAY', nameZh: '国庆节', nameEn: 'National Day', slots: [] },
  ],
}

const open = (role: Role) => {
  const opened = openPortal(portal, 'working-time', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      WorkingCalendars: () => ({ workingCalendars: [CALENDAR] }),
      PublishHolidayYear: () => ({ publishHolidayYear: { ...CALENDAR, version: 5 } }),
    },
  })
  return { ...opened, user: userEvent.setup() }
}

describe('working time', () => {
  it('shows the year, says that it is not published, and publishes it', async () => {
    const { user, sent } = open('ADMIN')
    expect(await screen.findByText(new RegExp(`${YEAR} 年放假安排尚未公布`))).toBeTruthy()
    expect(screen.getByText('第 4 版')).toBeTruthy()
    const october = within(screen.getByRole('region', { name: `${YEAR}-10` }))
    expect(october.getByTitle(`${YEAR}-10-01 法定节假日 国庆节`).textContent).toBe('1假')
    await user.click(screen.getByRole('button', { name: `公布 ${YEAR} 年` }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'PublishHolidayYear')?.variables.input).toEqual({
        calendarId: 'cal_1',
        expectedVersion: 4,
        year: YEAR,
      }),
    )
  })

  it('is only read by an auditor, who may still try a due time', async () => {
    open('AUDITOR')
    expect(await screen.findByText('第 4 版')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /公布/ })).toBeNull()
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '2026-11-23T16:30' } })
    fireEvent.change(screen.getByLabelText('工作分钟'), { target: { value: '120' } })
    expect(screen.getByText('到期：2026-11-24 09:30')).toBeTruthy()
    expect(screen.getByText(/2026-11-23 周一 16:30–17:30：计 60 分钟，还剩 60/)).toBeTruthy()
  })
})
