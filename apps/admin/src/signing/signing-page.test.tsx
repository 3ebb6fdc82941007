import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const open = (role: Role, answers: Answers) => {
  const opened = openPortal(portal, 'signing', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: { SignatureProofRules: () => ({ signatureProofRules: [] }), ...answers },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}
const passkey = (name: string, staff: string) => ({
  __typename: 'SecondFactor',
  id: `fac_${name}`,
  name,
  confirmedAt: '2026-11-20T02:00:00.000Z',
  staff: {
    __typename: 'Staff',
    id: `stf_${staff}`,
    name: staff,
    position: '客户总监',
    version: 3,
    department: null,
  },
})

describe('passkeys that wait for confirmation', () => {
  it('are confirmed one by one, after asking, and are gone then', async () => {
    let waiting = [passkey('总监的电脑', '钱进')]
    const { user, sent } = open('ADMIN', {
      PasskeysToCountersign: () => ({ passkeysToCountersign: waiting }),
      CountersignPasskey: () => {
        waiting = []
        return { countersignPasskey: { __typename: 'Staff', id: 'stf_钱进', version: 4 } }
      },
    })
    await user.click(await screen.findByRole('button', { name: '确认钱进的“总监的电脑”' }))
    const dialog = await screen.findByRole('dialog', { name: /“总监的电脑”/ })
    expect(sent.filter(({ operation }) => operation === 'CountersignPasskey')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: /确\s*认/ }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'CountersignPasskey')?.variables).toEqual({
        input: { staffId: 'stf_钱进', expectedVersion: 3, factorId: 'fac_总监的电脑' },
      }),
    )
    expect(await screen.findByText('没有待确认的通行密钥')).toBeTruthy()
  })

  it('are no business of an auditor', async () => {
    open('AUDITOR', {})
    await screen.findByRole('heading', { name: '签署验证' })
    expect(screen.queryByRole('heading', { name: '待确认的通行密钥' })).toBeNull()
  })
})
