import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

const AT = '2026-11-22T03:00:00.000Z'
const standing = (more: object = {}) => ({
  __typename: 'LedgerWitnessStanding',
  chain: 'SIGN_OFFS',
  checkpointedSize: 1_234,
  seenSize: 1_234,
  seenAt: AT,
  failure: null,
  failingSince: null,
  ...more,
})
const witness = (more: object = {}) => ({
  __typename: 'LedgerWitness',
  id: `lwt_${'a'.repeat(32)}`,
  kind: 'COSIGNER',
  name: 'witness.example.com',
  url: 'https://witness.example.com/x',
  publicKey: 'ab'.repeat(32),
  mailAddress: null,
  rhythm: null,
  appointedAt: AT,
  appointedBy: { __typename: 'Staff', id: 'stf_1', name: '钟毅' },
  standings: [standing()],
  availableActions: ['TELL', 'DISMISS'],
  version: 1,
  ...more,
})
const FILE = witness({
  id: `lwt_${'f'.repeat(32)}`,
  kind: 'FILE',
  name: 'file',
  url: null,
  publicKey: null,
  appointedBy: null,
  availableActions: [],
})

const open = (all: readonly object[], answers: Answers = {}, role: Role = 'ADMIN') => {
  const opened = openPortal(portal, 'witnesses', {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: { LedgerWitnesses: () => ({ ledgerWitnesses: all }), ...answers },
  })
  return { ...opened, user: userEvent.setup() }
}
const cards = async () =>
  within(await screen.findByRole('list', { name: '台账见证' })).getAllByRole('listitem')

afterEach(clearPage)

describe('witnesses at a glance', () => {
  it('each say what they are, how far they have seen, and that all is well', async () => {
    open([FILE, witness({ standings: [standing({ seenSize: 1_200 })] })])
    const [file, cosigner] = (await cards()).map(({ textContent }) => textContent)
    expect(file).toContain('只增文件')
    expect(file).toContain('已看到全部 1,234 条')
    expect(cosigner).toContain('正常')
    expect(cosigner).toContain('已看到 1,200 条，还差 34 条')
    expect(screen.queryByText(/目前只有系统自己的文件/)).toBeNull()
  })

  it('say in words what fails, and cry out where one contradicts the ledger', async () => {
    open([
      witness({ standings: [standing({ failure: 'UNREACHABLE', failingSince: AT })] }),
      witness({
        id: `lwt_${'b'.repeat(32)}`,
        standings: [standing(), standing({ chain: 'AUDIT', failure: 'SAW_ANOTHER', failingSince: AT })],
      }),
    ])
    const [away, other] = await cards()
    expect(within(away!).getByRole('status').textContent).toContain('无法连接')
    expect(within(other!).getByRole('alert').textContent).toMatch(/历史被改写了.*先导出台账留证/)
    expect(other!.textContent).toContain('与台账不符')
  })

  it('are too few while there is the file alone', async () => {
    open([FILE])
    expect(await screen.findByText('目前只有系统自己的文件作见证')).toBeTruthy()
  })
})

describe('an administrator', () => {
  it('appoints a cosigner; what is wrong is said at its field, and nothing is sent', async () => {
    const { user, sent } = open([FILE], {
      AppointCosigner: () => ({ appointCosigner: { __typename: 'LedgerWitness', id: 'lwt_1' } }),
    })
    await user.click(await screen.findByRole('button', { name: '委任副署服务' }))
    const form = within(await screen.findByRole('dialog'))
    await user.type(form.getByLabelText(/见证名称/), 'witness.example.com')
    await user.type(form.getByLabelText(/接收地址/), 'https://10.0.0.7/')
    await user.type(form.getByLabelText(/公钥/), 'AB'.repeat(32))
    await user.click(form.getByRole('button', { name: '委任' }))
    expect(await form.findByText(/须填写公网域名/)).toBeTruthy()
    expect(sent.some(({ operation }) => operation === 'AppointCosigner')).toBe(false)
    await user.clear(form.getByLabelText(/接收地址/))
    await user.type(form.getByLabelText(/接收地址/), 'https://witness.example.com/x')
    await user.click(form.getByRole('button', { name: '委任' }))
    await expect
      .poll(() => sent.find(({ operation }) => operation === 'AppointCosigner')?.variables)
      .toMatchObject({ input: { name: 'witness.example.com', url: 'https://witness.example.com/x' } })
  })

  it('has one told now, and is asked once more before one is dismissed', async () => {
    const { user, sent } = open([FILE, witness()], {
      TellWitness: () => ({ tellWitness: witness() }),
      DismissWitness: () => ({ dismissWitness: { __typename: 'LedgerWitness', id: 'lwt_1' } }),
    })
    await user.click(await screen.findByRole('button', { name: '立即通报' }))
    expect((await screen.findAllByText(/已安排通报/)).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: '解除' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/已副署的仍然有效/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: '解除' }))
    await expect
      .poll(() => sent.find(({ operation }) => operation === 'DismissWitness')?.variables)
      .toEqual({ input: { witnessId: `lwt_${'a'.repeat(32)}`, expectedVersion: 1 } })
  })
})

it('an auditor watches and changes nothing', async () => {
  open([FILE, witness({ availableActions: [] })], {}, 'AUDITOR')
  expect(await cards()).toHaveLength(2)
  for (const name of ['委任副署服务', '委任审计邮箱', '立即通报', '解除'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})
