import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

const KID = '0123456789abcdef'
const AT = '2026-11-22T03:00:00.000Z'
const CASE = `cmp_${'c'.repeat(32)}`

const remark = (more: object = {}) => ({
  __typename: 'LedgerRemark',
  code: 'HASH_DIFFERS',
  textZh: '第 3 号条目，文件第 5 行：散列与内容不符：条目被改动过。',
  textEn: 'entry 3, line 5 of the file: its hash is not that of its content: the entry was changed.',
  entry: 3,
  auditEntryId: null,
  complaintId: CASE,
  complaintNumber: '2611-0042',
  ...more,
})
const run = (more: object = {}) => ({
  __typename: 'LedgerVerification',
  id: `lvr_${'a'.repeat(32)}`,
  chain: 'SIGN_OFFS',
  askedAt: AT,
  finishedAt: AT,
  isLost: false,
  entriesTotal: 1_234,
  entriesChecked: 1_234,
  outcome: 'VALID',
  findingCount: 0,
  checkpointedSize: 1_230,
  witnessedSize: 1_230,
  askedBy: { __typename: 'Staff', id: 'stf_1', name: '钟毅' },
  findings: [],
  notes: [],
  ...more,
})
const connection = (nodes: readonly object[]) => ({
  ledgerVerifications: {
    __typename: 'LedgerVerificationConnection',
    edges: nodes.map((node) => ({ __typename: 'LedgerVerificationEdge', cursor: 'c', node })),
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  },
})
const LEDGER = {
  __typename: 'Ledger',
  size: 1_234,
  lastEntryAt: AT,
  checkpointedSize: 1_230,
  checkpointedAt: AT,
  witnessedSize: 1_230,
  signOffsOutside: 0,
}

const open = (runs: readonly object[], answers: Answers = {}, role: Role = 'AUDITOR') => {
  const permissions = PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission))
  const opened = openPortal(portal, 'ledger', {
    person: { roles: [role], permissions },
    answers: {
      Ledger: () => ({ ledger: LEDGER }),
      LedgerKeys: () => ({
        ledgerKeys: [{ __typename: 'LedgerKey', kid: KID, from: AT, until: null }],
      }),
      LedgerVerifications: () => connection(runs),
      LedgerWitnesses: () => ({ ledgerWitnesses: [] }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup() }
}

afterEach(clearPage)

describe('the ledger at a glance', () => {
  it('is green when the last verification was clean, with who and how many; key and command are there to be taken', async () => {
    open([run()])
    const verdict = await screen.findByText(/台账完好：1,234 条签核逐条核对/)
    expect(verdict.closest('[role=status]')?.textContent).toContain('钟毅')
    const bars = within(screen.getByRole('list', { name: '条目、检查点与见证各到哪里' }))
    expect(bars.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '已登记条目1,234',
      '检查点已覆盖1,230',
      '见证已看到1,230',
    ])
    expect(await screen.findByText(KID)).toBeTruthy()
    expect(screen.getByText(new RegExp(`steward-verify.mjs .* --root ${KID}`))).toBeTruthy()
    expect(screen.getByRole('link', { name: /导出台账/ }).getAttribute('href')).toBe('/files/ledger.jsonl')
  })

  it('names each finding with its place, and leads to the case', async () => {
    open([
      run({
        outcome: 'INVALID',
        findingCount: 140,
        findings: [
          remark(),
          remark({ entry: null, complaintId: null, complaintNumber: null, textZh: '尾部缺失。' }),
        ],
      }),
    ])
    expect(await screen.findByText('台账有问题：发现 140 处')).toBeTruthy()
    expect(screen.getByText(/条目被改动过/)).toBeTruthy()
    expect(screen.getByText('第 3 号条目')).toBeTruthy()
    expect(screen.getByText('台账整体')).toBeTruthy()
    expect(screen.getByRole('link', { name: '2611-0042' }).getAttribute('href')).toBe(
      `/customer-service/complaints/${CASE}`,
    )
    expect(screen.getByText(/另有 138 处未列出/)).toBeTruthy()
    expect(screen.queryByText(/台账完好/)).toBeNull()
  })

  it('does not call a verification that failed a fault of the ledger', async () => {
    open([run({ outcome: 'FAILED' })])
    expect(await screen.findByText('上一次核验未能完成')).toBeTruthy()
    expect(screen.queryByText(/发现 .* 处/)).toBeNull()
  })
})

describe('verifying', () => {
  it('is asked for by one button, moves, and cannot be asked for twice', async () => {
    const runs: object[] = []
    const { user, sent } = open(runs, {
      LedgerVerifications: () => connection(runs),
      VerifyLedger: () => {
        runs.unshift(run({ outcome: null, finishedAt: null, entriesChecked: 617 }))
        return { verifyLedger: { __typename: 'LedgerVerification', id: `lvr_${'a'.repeat(32)}` } }
      },
    })
    expect((await screen.findAllByText('还没有核验过')).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: '核验' }))
    expect((await screen.findByText('正在核验：617 / 1,234 条')).getAttribute('role')).toBe('status')
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50')
    expect(screen.getByRole('button', { name: '核验' }).hasAttribute('disabled')).toBe(true)
    expect(sent.filter(({ operation }) => operation === 'VerifyLedger')).toHaveLength(1)
  })

  it('can be asked for again when the one under way stands still', async () => {
    open([run({ outcome: null, finishedAt: null, isLost: true })])
    expect(await screen.findByText(/核验停住了/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '核验' }).hasAttribute('disabled')).toBe(false)
  })

  it('says why it was refused', async () => {
    const { user } = open([run()], {
      VerifyLedger: () => ({
        verifyLedger: {
          __typename: 'NotEligibleError',
          code: 'NOT_ELIGIBLE',
          message: '另一次核验正在进行。',
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: '核验' }))
    expect(await screen.findByText('另一次核验正在进行。')).toBeTruthy()
  })
})

describe('what a role may', () => {
  it('is shown: who may not export sees no way to, who may not read sees no page', async () => {
    open([run()], {}, 'GM_OFFICE')
    await screen.findByText(/台账完好/)
    expect(screen.getByRole('button', { name: '核验' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /导出台账/ })).toBeNull()
    clearPage()
    open([run()], {}, 'ADMIN')
    await screen.findByRole('heading', { level: 1 }).catch(() => undefined)
    expect(screen.queryByText(/台账完好/)).toBeNull()
  })
})
