import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen } from '@testing-library/react'
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

const inputs: unknown[] = []

const open = (role: Role) => {
  openPortal(portal, 'limits', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      AuthorityMatrix: () => ({ authorityLimits: LIMITS }),
      AgreementPolicyInForce: () => ({ agreementPolicy: null }),
      SetAgreementPolicy: (sent) => {
        inputs.push(sent['input'])
        return { setAgreementPolicy: { __typename: 'AgreementPolicy', version: 1 } }
      },
    },
  })
  return userEvent.setup()
}

describe('the limits of authority', () => {
  it.each(['ADMIN', 'GM_OFFICE', 'AUDITOR'] as const)(
    'are changed by nobody where they stand, %s included, but by their document',
    async (role) => {
      open(role)
      await screen.findByRole('table', { name: /核决权限表/ })
      expect(screen.queryByRole('button', { name: /修改/ })).toBeNull()
      const link = screen.getByRole('link', { name: '打开受控文件' })
      expect(link.getAttribute('href')).toContain('documents?kind=AUTHORITY_LIMITS')
    },
  )

  it('tell who approves an amount', async () => {
    const user = open('AUDITOR')
    await user.click(await screen.findByRole('spinbutton'))
    await user.keyboard('6000')
    expect(await screen.findByText(/¥6,000由客户总监批准即可/)).toBeTruthy()
  })

  it('say from which sum on the client signs, and who may changes it', async () => {
    const user = open('CS_DIRECTOR')
    expect(await screen.findByText('¥5,000 起')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^修\s*改$/ }))
    const money = await screen.findByRole('spinbutton', { name: /金钱补偿/ })
    await user.clear(money)
    await user.type(money, '3000')
    await user.click(screen.getByRole('button', { name: /^保\s*存$/ }))
    await screen.findByText('已保存，此后批准的方案按此执行')
    expect(inputs).toEqual([{ moneyFromMinor: 3_000_00, worksFromMinor: 10_000_00, expectedVersion: 0 }])
  })
})
