import { hasPermission, PARTNER_SCOPES, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const CREDENTIAL = {
  __typename: 'PartnerCredential',
  id: 'crd_1',
  label: '生产环境',
  status: 'ACTIVE',
  scopes: ['complaint:read', 'complaint:register'],
  allowedFrom: ['203.0.113.0/24'],
  pointsPerMinute: 3000,
  expiresAt: '2027-02-01T00:00:00.000Z',
  lastUsedAt: null,
  availableActions: ['REVOKE_CREDENTIAL'],
  version: 1,
}
const PARTNER = {
  __typename: 'Partner',
  id: 'ptn_1',
  name: '市民热线',
  credentials: [CREDENTIAL],
  webhookEndpoints: [],
}
const TOKEN = `stw_${'0'.repeat(32)}_${'A'.repeat(43)}`

const open = (role: Role, answers: Answers = {}) => {
  const opened = openPortal(portal, 'partners', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: { Partners: () => ({ partners: [PARTNER] }), ...answers },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}

describe('partners', () => {
  it('get a credential that is shown once and then gone', async () => {
    const { user, inputs } = open('ADMIN', {
      IssuePartnerCredential: () => ({
        issuePartnerCredential: {
          __typename: 'IssuedCredential',
          token: TOKEN,
          credential: { __typename: 'PartnerCredential', id: 'crd_2', label: '测试' },
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: '为市民热线签发凭证' }))
    await user.type(await screen.findByRole('textbox', { name: /用途/ }), '测试')
    await user.click(screen.getByRole('button', { name: /^签\s?发$/ }))
    expect(await screen.findByText(TOKEN)).toBeTruthy()
    expect(inputs('IssuePartnerCredential')).toEqual([
      {
        partnerId: 'ptn_1',
        label: '测试',
        scopes: [...PARTNER_SCOPES],
        days: 90,
        pointsPerMinute: 3000,
        allowedFrom: [],
      },
    ])
    await user.click(screen.getByRole('button', { name: '已妥善保存' }))
    await waitFor(() => expect(screen.queryByText(TOKEN)).toBeNull())
  })

  it('lose it after one more question', async () => {
    const revoked = { ...CREDENTIAL, status: 'REVOKED', availableActions: [], version: 2 }
    const { user, inputs } = open('ADMIN', {
      RevokePartnerCredential: () => ({ revokePartnerCredential: revoked }),
    })
    await user.click(await screen.findByRole('button', { name: '撤销 生产环境' }))
    await screen.findByText(/立即被拒绝/)
    await user.click(screen.getByRole('button', { name: /^撤\s?销$/ }))
    await screen.findByText('“生产环境”已撤销')
    expect(inputs('RevokePartnerCredential')).toEqual([{ credentialId: 'crd_1', expectedVersion: 1 }])
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销 生产环境' })).toBeNull())
  })

  it('are only looked at by the auditor', async () => {
    open('AUDITOR', {
      Partners: () => ({
        partners: [{ ...PARTNER, credentials: [{ ...CREDENTIAL, availableActions: [] }] }],
      }),
    })
    await screen.findByText('生产环境')
    expect(screen.queryByRole('button', { name: /新增|签发|撤销/ })).toBeNull()
  })
})
