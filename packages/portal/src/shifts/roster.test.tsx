import { daysOfWeek, localDate, SHIFTS } from '@steward/domain'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage, viewerOf } from '../../testing/index.tsx'
import { OnDutyPanel } from './on-duty.tsx'
import { RosterPage } from './roster-page.tsx'

afterEach(() => {
  cleanup()
  clearPage()
})

const person = { permissions: ['duty:read', 'duty:assign', 'duty:copyWeek'], roles: ['CS_MANAGER'] } as const
const viewer = viewerOf(person)
const department = { __typename: 'Department', id: 'dep_00000000000070008000000000000001', name: '客服部' }
const TODAY = localDate(new Date(), viewer.organization.timeZone)
const week = daysOfWeek(TODAY)
const staff = (n: number, name: string) => ({
  __typename: 'Staff',
  id: `stf_0000000000007000800000000000000${n}`,
  name,
  position: null,
})
const [one, two] = [staff(1, '孙丽'), staff(2, '赵磊')]
const duty = (on: string, shift: string, who: object) => ({
  __typename: 'Duty',
  id: `dty_${on}${shift}`,
  on,
  shift,
  staff: who,
})
const answers = (duties: readonly object[], who: Parameters<typeof viewerOf>[0] = person) => ({
  Viewer: () => ({ viewer: { ...viewerOf(who), staff: { ...viewer.staff, department } } }),
  ShiftPlan: () => ({ shiftPlan: null }),
  HandoverReceivers: () => ({ departments: [{ ...department, archivedAt: null }] }),
  Duties: () => ({ duties }),
  DepartmentPeople: () => ({
    staff: {
      __typename: 'StaffConnection',
      edges: [one, two].map((node) => ({ __typename: 'StaffEdge', node })),
    },
  }),
})

describe('the roster of a department', () => {
  it('shows a week by shift; whoever plans states one shift whole', async () => {
    const { sent } = openPage('/customer-service/handovers/roster', <RosterPage />, {
      person,
      answers: {
        ...answers([duty(week[0]!, 'NIGHT', one)]),
        AssignDuty: () => ({ assignDuty: { __typename: 'Department', id: department.id } }),
      },
    })
    const table = await screen.findByRole('region', { name: '客服部排班表' })
    expect(within(table).getAllByRole('row')).toHaveLength(8)
    fireEvent.click(within(table).getByRole('button', { name: /夜班.*孙丽/ }))
    const form = within(await screen.findByRole('form', { name: '排班' }))
    fireEvent.mouseDown(await form.findByRole('combobox', { name: '值班人员' }))
    fireEvent.click(await screen.findByText('赵磊', { selector: '.ant-select-item-option-content' }))
    fireEvent.click(form.getByRole('button', { name: /排\s?班/ }))
    await screen.findByText('已排班')
    expect(sent.find(({ operation }) => operation === 'AssignDuty')?.variables).toEqual({
      input: {
        departmentId: department.id,
        on: week[0],
        shift: 'NIGHT',
        staffIds: [one.id, two.id],
        expectedStaffIds: [one.id],
      },
    })
  })

  it('offers nothing to press to those who do not plan', async () => {
    openPage('/customer-service/handovers/roster', <RosterPage />, {
      person: { permissions: ['duty:read'] },
      answers: answers([], { permissions: ['duty:read'] }),
    })
    const table = await screen.findByRole('region', { name: '客服部排班表' })
    expect(within(table).queryByRole('button')).toBeNull()
    expect(screen.queryByRole('button', { name: '沿用上一周' })).toBeNull()
  })
})

describe('who is on duty', () => {
  it('is told with who takes over', async () => {
    const days = [
      ...daysOfWeek(TODAY),
      ...daysOfWeek(TODAY).map((on) =>
        localDate(new Date(Date.parse(`${on}T12:00:00Z`) - 7 * 86_400_000), 'UTC'),
      ),
      ...daysOfWeek(TODAY).map((on) =>
        localDate(new Date(Date.parse(`${on}T12:00:00Z`) + 7 * 86_400_000), 'UTC'),
      ),
    ]
    // Whenever this runs: one person has every early and night shift, the other the late ones.
    const all = days.flatMap((on) => SHIFTS.map((shift) => duty(on, shift, shift === 'MIDDLE' ? two : one)))
    openPage('/customer-service/handovers', <OnDutyPanel />, { person, answers: answers(all) })
    expect(await screen.findByText('客服部值班')).toBeTruthy()
    expect(screen.getAllByText(/孙丽|赵磊/)).toHaveLength(2)
  })
})
