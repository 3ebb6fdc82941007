import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const PLAN = {
  __typename: 'ShiftPlan',
  earlyStart: 450,
  middleStart: 900,
  nightStart: 1_380,
  reminderMinutes: [45, 120],
  version: 3,
}

const open = (shiftPlan: object | null, answers: Answers = {}, role: Role = 'ADMIN') => {
  const opened = openPortal(portal, 'shift-plan', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: { ShiftPlanToSet: () => ({ shiftPlan }), ...answers },
  })
  const inputs = () =>
    opened.sent.flatMap(({ operation, variables }) =>
      operation === 'SetShiftPlan' ? [(variables as { input: object }).input] : [],
    )
  return { inputs, user: userEvent.setup({ delay: null }) }
}
const choose = async (user: ReturnType<typeof userEvent.setup>, label: string, option: string) => {
  // The list is searched by what is typed.
  await user.type(await screen.findByRole('combobox', { name: label }), option)
  await user.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }))
}

describe('the shifts of an organization', () => {
  it('say that nothing is set yet, and what holds until then', async () => {
    open(null)
    expect(await screen.findByText('尚未设置，以下为默认值')).toBeTruthy()
    expect(screen.getByTitle('07:00')).toBeTruthy()
  })

  it('are set as a whole, with the version that was seen', async () => {
    const { user, inputs } = open(PLAN, {
      SetShiftPlan: () => ({ setShiftPlan: { __typename: 'ShiftPlan', version: 4 } }),
    })
    // A time beside the half hours stays a choice.
    expect(await screen.findByTitle('07:30')).toBeTruthy()
    await choose(user, '早班开始', '08:00')
    await user.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，对此后的交接生效')
    expect(inputs()).toEqual([
      {
        earlyStart: 480,
        middleStart: 900,
        nightStart: 1_380,
        reminderMinutes: [45, 120],
        expectedVersion: 3,
      },
    ])
  })

  it('that follow each other in the wrong order are refused before they are sent, and stay as typed', async () => {
    const { user, inputs } = open(PLAN, {
      SetShiftPlan: () => ({ setShiftPlan: { __typename: 'ShiftPlan', version: 4 } }),
    })
    await choose(user, '中班开始', '06:00')
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull())
    expect(inputs()).toEqual([])
    // It was the middle shift alone that was wrong.
    await choose(user, '中班开始', '15:30')
    await user.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('已保存，对此后的交接生效')
    expect(inputs()).toMatchObject([{ earlyStart: 450, middleStart: 930, nightStart: 1_380 }])
  })

  it('say what the server refuses, and nothing chosen is lost', async () => {
    const { user, inputs } = open(PLAN, {
      SetShiftPlan: () => ({
        setShiftPlan: { __typename: 'StaleRecordError', code: 'STALE_RECORD', message: '内容已被他人修改' },
      }),
    })
    await choose(user, '夜班开始', '22:30')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('内容已被他人修改')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(inputs()).toMatchObject([{ nightStart: 1_350 }, { nightStart: 1_350 }]))
  })

  it('are only read by whoever may not set them', async () => {
    open({ ...PLAN, reminderMinutes: [] }, {}, 'GM_OFFICE')
    expect(await screen.findByText('07:30')).toBeTruthy()
    expect(screen.getByText('不提醒')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  })
})
