import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const limit = (id: string, role: Role, cause: string | null, limitMinor: number) => ({
  __typename: 'AuthorityLimit',
  id,
  role,
  cause,
  limitMinor,
  version: 2,
})
const LIMITS = [
  limit('lim_1', 'CS_MANAGER', null, 5_000_00),
  limit('lim_2', 'CS_MANAGER', 'CLIENT', 2_000_00),
  limit('lim_3', 'CS_DIRECTOR', null, 50_000_00),
]

const open = (role: Role, answers: Answers = {}) => {
  const opened = openPortal(portal, 'limits', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: { AuthorityMatrix: () => ({ authorityLimits: LIMITS }), ...answers },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}
const cell = (name: string) => screen.findByRole('button', { name: new RegExp(name) })

describe('the limits of authority', () => {
  it('are changed where they stand, by keyboard alone', async () => {
    const { user, inputs } = open('ADMIN', {
      SetAuthorityLimit: () => ({ setAuthorityLimit: { ...LIMITS[1], limitMinor: 3_000_00, version: 3 } }),
    })
    ;(await cell('客户服务经理，客户自身失误')).focus()
    await user.keyboard('{Enter}')
    const input = await screen.findByRole('spinbutton', { name: /客户自身失误的限额/ })
    await user.clear(input)
    await user.keyboard('3000')
    expect(screen.getByText(/¥2,000 以上、¥3,000 以内，改由本岗位即可批准/)).toBeTruthy()
    await user.keyboard('{Enter}')
    await screen.findByText('核决权限已更新，立即生效')
    expect(inputs('SetAuthorityLimit')).toEqual([
      { role: 'CS_MANAGER', cause: 'CLIENT', limitMinor: 3_000_00, expectedVersion: 2 },
    ])
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/客户自身失误/))
  })

  it('warn of a superior who would be allowed less, and state no version where there was no row', async () => {
    const { user, inputs } = open('ADMIN', {
      SetAuthorityLimit: () => ({ setAuthorityLimit: limit('lim_4', 'CS_MANAGER', 'AGENT', 60_000_00) }),
    })
    await user.click(await cell('客户服务经理，代理'))
    await user.keyboard('60000')
    expect(screen.getByText(/会高于客户总监的限额/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() =>
      expect(inputs('SetAuthorityLimit')).toEqual([
        { role: 'CS_MANAGER', cause: 'AGENT', limitMinor: 60_000_00 },
      ]),
    )
  })

  it('stay as they are on Escape, and can be taken back', async () => {
    const { user, inputs } = open('ADMIN', {
      RemoveAuthorityLimit: () => ({
        removeAuthorityLimit: { __typename: 'RemovedAuthorityLimit', authorityLimitId: 'lim_2' },
      }),
    })
    await user.click(await cell('客户服务经理，客户自身失误'))
    await user.keyboard('9{Escape}')
    expect(screen.queryByRole('spinbutton', { name: /限额/ })).toBeNull()
    await user.click(await cell('客户服务经理，客户自身失误'))
    await user.click(screen.getByRole('button', { name: '取消单列' }))
    await waitFor(() =>
      expect(inputs('RemoveAuthorityLimit')).toEqual([{ authorityLimitId: 'lim_2', expectedVersion: 2 }]),
    )
    expect(inputs('SetAuthorityLimit')).toEqual([])
  })

  it('are only read by an auditor, who may still try an amount', async () => {
    const { user } = open('AUDITOR')
    await screen.findByRole('table', { name: /核决权限表/ })
    expect(screen.queryByRole('button', { name: /修改/ })).toBeNull()
    await user.click(screen.getByRole('spinbutton'))
    await user.keyboard('6000')
    await screen.findByText(/¥6,000由客户总监批准即可/)
  })
})
