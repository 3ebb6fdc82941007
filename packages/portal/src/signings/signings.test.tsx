import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearPage, openPage, type Answers } from '../../testing/index.tsx'
import { SentSigningsPage } from './sent-signings-page.tsx'
import { SigningBoardPage } from './signing-board-page.tsx'
import { SigningsPage } from './signings-page.tsx'

// Noon in Shanghai.
const NOW = '2026-11-24T04:00:00.000Z'
beforeEach(() => vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] }))
afterEach(() => {
  clearPage()
  vi.useRealTimers()
})

const person = {
  permissions: ['signing:readAwaited', 'complaint:read', 'portal:customerService', 'document:read'],
} as const
const staff = (name: string) => ({ __typename: 'Staff', id: `stf_${name}`, name })
const OWN = { __typename: 'WayToSign', delegationId: null, onBehalfOf: null, until: null }

const step = (position: number, meaning: string, state: string, more: object = {}) => ({
  __typename: 'SigningStep',
  position,
  part: position === 0 ? 0 : 1,
  meaning,
  roles: ['CS_MANAGER'],
  state,
  amountMinor: 300_000,
  openedAt: NOW,
  dueAt: null,
  endedAt: null,
  signedBy: null,
  onBehalfOf: null,
  signedAs: null,
  proofMethod: null,
  level: null,
  couldSign: [],
  ...more,
})
const signing = (n: number, more: object = {}) => ({
  __typename: 'Signing',
  id: `sig_${n}`,
  kind: 'COMPLAINT_PROPOSAL',
  state: 'OPEN',
  part: 1,
  openedAt: NOW,
  awaitedSince: NOW,
  dueAt: null,
  endedAt: null,
  openedBy: staff('赵磊'),
  complaint: { __typename: 'Complaint', id: `cmp_${n}`, number: `2611-000${n}`, summary: '漏水' },
  documentRevision: null,
  exportRequest: null,
  priceForm: null,
  serviceAgreement: null,
  clientMerge: null,
  keyAccountNomination: null,
  planRevision: null,
  planSummary: null,
  steps: [
    step(0, 'PREPARED', 'SIGNED', {
      signedBy: '赵磊',
      signedAs: 'CR_SUPERVISOR',
      proofMethod: 'PIN',
      endedAt: NOW,
    }),
    step(1, 'APPROVED', 'OPEN', { couldSign: ['孙丽', '钱进'] }),
  ],
  awaits: [],
  waysToSign: [OWN],
  ...more,
})
const page = (...nodes: object[]) => ({
  __typename: 'SigningConnection',
  totalCount: nodes.length,
  totalCountIsCapped: false,
  edges: nodes.map((node) => ({ __typename: 'SigningEdge', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})

describe('what waits for my signature', () => {
  it('stands by urgency, overdue first, and each leads to its page with the form open', async () => {
    const review = [step(0, 'PREPARED', 'SIGNED'), step(1, 'REVIEWED', 'OPEN')]
    openPage('/customer-service/signings', <SigningsPage />, {
      person,
      answers: {
        Signings: () => ({
          signings: page(
            signing(1, { dueAt: '2026-11-24T03:59:00.000Z' }),
            // Before midnight in Shanghai, and after.
            signing(2, { dueAt: '2026-11-24T15:59:00.000Z', steps: review }),
            signing(3, { dueAt: '2026-11-24T16:01:00.000Z' }),
            signing(4),
          ),
        }),
      },
    })
    await screen.findByRole('region', { name: '已逾期' })
    const regions = screen.getAllByRole('region').map((region) => [
      within(region).getByRole('heading').textContent,
      within(region)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ])
    expect(regions).toEqual([
      ['已逾期', ['/customer-service/complaints/cmp_1?sign=approve']],
      ['今天到期', ['/customer-service/complaints/cmp_2?sign=review']],
      [
        '以后到期',
        [
          '/customer-service/complaints/cmp_3?sign=approve',
          '/customer-service/complaints/cmp_4?sign=approve',
        ],
      ],
    ])
  })

  it('says in whose name, where it is not one’s own right, and leads to a document of the shell', async () => {
    const behalf = { ...OWN, delegationId: 'dlg_1', onBehalfOf: '周建国', until: NOW }
    const revision = {
      __typename: 'DocumentRevision',
      id: 'rev_1',
      label: 'A/1',
      document: { __typename: 'ControlledDocument', id: 'doc_1', number: 'GD-01', title: '投诉管理办法' },
    }
    openPage('/customer-service/signings', <SigningsPage />, {
      person,
      answers: {
        Signings: () => ({
          signings: page(
            signing(1, {
              kind: 'REGULATION',
              complaint: null,
              documentRevision: revision,
              waysToSign: [behalf],
            }),
          ),
        }),
      },
    })
    const link = await screen.findByRole('link', { name: 'GD-01 A/1 投诉管理办法' })
    expect(link.getAttribute('href')).toBe('/admin/documents/doc_1?revision=rev_1&sign=approve')
    expect(screen.getByText('代 周建国')).toBeTruthy()
  })
})

describe('several at once', () => {
  const full = (n: number, more: object = {}) => ({
    ...signing(n),
    complaint: {
      __typename: 'Complaint',
      id: `cmp_${n}`,
      number: `2611-000${n}`,
      summary: '漏水',
      version: 7,
      findings: '防水层开裂',
      faultShare: 50,
      amountMinor: 300_000,
      authorityAmountMinor: 300_000,
      currentOption: {
        __typename: 'ComplaintOption',
        id: `opt_${n}`,
        kind: 'REPAIR',
        description: '重做防水',
      },
    },
    ...more,
  })
  const open = (answers: Answers) =>
    openPage('/customer-service/signings', <SigningsPage />, {
      person,
      answers: {
        Signings: () => ({ signings: page(signing(1), signing(2), signing(3)) }),
        SigningInFull: ({ id }) => ({ signing: full(Number(String(id).at(-1))) }),
        ...answers,
      },
    })

  it('are looked at in turn, and only what was agreed to is signed; one that fails does not hold up the others', async () => {
    const { sent } = open({
      ApproveSigning: ({ input }) => {
        const { complaintId } = input as { complaintId: string }
        return {
          approveComplaint:
            complaintId === 'cmp_1'
              ? { __typename: 'Complaint', id: 'cmp_1' }
              : { __typename: 'StaleRecordError', code: 'STALE_RECORD', message: '内容已更新' },
        }
      },
    })
    for (const box of await screen.findAllByRole('checkbox')) fireEvent.click(box)
    fireEvent.click(screen.getByRole('button', { name: '逐件查看并签核（3 件）' }))
    for (const button of ['同意，看下一件', '同意，看下一件', '这件先不签']) {
      fireEvent.click(await screen.findByRole('button', { name: button }))
    }
    expect(sent.some(({ operation }) => operation === 'ApproveSigning')).toBe(false)
    fireEvent.click(await screen.findByRole('button', { name: '签核这 2 件' }))
    await screen.findByText('签核结果')
    expect(
      sent.filter(({ operation }) => operation === 'ApproveSigning').map(({ variables }) => variables),
    ).toEqual([
      { input: { complaintId: 'cmp_1', expectedVersion: 7 } },
      { input: { complaintId: 'cmp_2', expectedVersion: 7 } },
    ])
    expect(screen.getByText('内容已更新')).toBeTruthy()
  })

  const revision = (more: object) => ({
    __typename: 'DocumentRevision',
    id: 'rev_2',
    version: 3,
    kind: 'REGULATION',
    label: 'A/1',
    changeReason: '业务量增加',
    base: { __typename: 'DocumentRevision', id: 'rev_1', label: 'A/0', limits: [] },
    clauses: [],
    rules: [],
    limits: [],
    document: { __typename: 'ControlledDocument', id: 'doc_1', number: 'GD-02', title: '核决权限表' },
    ...more,
  })
  const openRevision = async (more: object, answers: Answers = {}) => {
    const opened = open({
      SigningInFull: () => ({ signing: { ...full(1), complaint: null, documentRevision: revision(more) } }),
      ...answers,
    })
    fireEvent.click((await screen.findAllByRole('checkbox'))[0]!)
    fireEvent.click(screen.getByRole('button', { name: '逐件查看并签核（1 件）' }))
    return opened
  }
  const rowsOf = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent)

  it('show of the authority matrix which limits change, to what one falls back, and the whole of it', async () => {
    const limit = (role: string, cause: string | null, limitMinor: number) => ({
      __typename: 'DocumentLimit',
      role,
      cause,
      limitMinor,
    })
    const before = [
      limit('CS_MANAGER', null, 500_000),
      limit('CS_MANAGER', 'CLIENT', 200_000),
      limit('CS_MANAGER', 'SUPPLIER', 100_000),
      limit('CS_DIRECTOR', null, 5_000_000),
    ]
    await openRevision({
      kind: 'AUTHORITY_LIMITS',
      base: { __typename: 'DocumentRevision', id: 'rev_1', label: 'A/0', limits: before },
      limits: [
        limit('CS_MANAGER', null, 800_000),
        limit('CS_MANAGER', 'SUPPLIER', 100_000),
        limit('CS_DIRECTOR', null, 5_000_000),
      ],
    })
    const changes = await screen.findByRole('table', { name: '改动的限额' })
    expect(rowsOf(changes)).toEqual([
      '客户服务经理 · 一般¥5,000.00¥8,000.00',
      '客户服务经理 · 客户自身失误¥2,000.00同一般（¥8,000.00）',
    ])
    fireEvent.click(screen.getByRole('button', { name: '完整内容' }))
    expect(rowsOf(await screen.findByRole('region', { name: '核决权限表：岗位与原因' }))).toEqual([
      '客户服务经理¥8,000.00¥1,000.00',
      '客户总监¥50,000.00同一般',
    ])
  })

  it('show of any other document each place that is different', async () => {
    const { sent } = await openRevision(
      { clauses: [{ __typename: 'DocumentClause', heading: '受理', body: '30 分钟内登记。' }] },
      {
        RevisionDifferenceToSee: () => ({
          revisionDifference: [
            {
              __typename: 'DocumentPlace',
              where: '第 2 条',
              before: '2 小时内登记。',
              after: '30 分钟内登记。',
            },
          ],
        }),
      },
    )
    const changes = await screen.findByRole('table', { name: '与 A/0 相比' })
    expect(rowsOf(changes)).toEqual(['第 2 条2 小时内登记。30 分钟内登记。'])
    expect(sent.find(({ operation }) => operation === 'RevisionDifferenceToSee')?.variables).toEqual({
      from: 'rev_1',
      to: 'rev_2',
    })
  })

  it('are not offered where somebody was faster', async () => {
    open({ SigningInFull: () => ({ signing: { ...full(1), waysToSign: [] } }) })
    fireEvent.click((await screen.findAllByRole('checkbox'))[0]!)
    fireEvent.click(screen.getByRole('button', { name: '逐件查看并签核（1 件）' }))
    await screen.findByText(/可能有人先签了/)
    expect(screen.queryByRole('button', { name: '同意，看下一件' })).toBeNull()
  })
})

describe('what I sent on', () => {
  it('shows with whom it is, and says plainly where nobody can sign', async () => {
    const stuck = [
      step(0, 'PREPARED', 'SIGNED', { signedBy: '孙丽', signedAs: 'CR_SUPERVISOR', proofMethod: 'PASSKEY' }),
      step(1, 'REVIEWED', 'SIGNED', { signedBy: '钱进', onBehalfOf: '周建国', signedAs: 'QUALITY' }),
      step(2, 'APPROVED', 'OPEN', { roles: ['GENERAL_MANAGER'], couldSign: [], level: 'PASSKEY' }),
    ]
    openPage('/customer-service/signings/sent', <SentSigningsPage />, {
      person,
      answers: { SentSignings: () => ({ open: page(signing(1, { steps: stuck })), ended: page() }) },
    })
    const road = await screen.findByRole('list', { name: '签核经过' })
    const stops = within(road).getAllByRole('listitem')
    expect(stops.map((stop) => stop.getAttribute('data-state'))).toEqual(['done', 'done', 'stuck'])
    expect(stops[0]!.textContent).toContain('以通行密钥签署')
    expect(stops[1]!.textContent).toContain('钱进 代 周建国')
    expect(stops[2]!.textContent).toContain('目前没有人可以签')
    expect(stops[2]!.textContent).toContain('总经理')
    expect(stops[2]!.textContent).toContain('须用通行密钥签署')
  })
})

describe('the board of who owes what', () => {
  const debt = (name: string, open: number, overdue: number) => ({
    __typename: 'SigningDebt',
    staffId: `stf_${name}`,
    name,
    position: null,
    kinds: [{ __typename: 'SigningDebtOfKind', kind: 'COMPLAINT_PROPOSAL', open, overdue }],
  })
  const count = (totalCount: number) => ({
    __typename: 'SigningConnection',
    totalCount,
    totalCountIsCapped: false,
  })

  it('counts what the server counted, and shows more of a person when asked', async () => {
    const { sent } = openPage('/customer-service/signings/board', <SigningBoardPage />, {
      person,
      answers: {
        SigningDebts: () => ({
          signingDebts: [debt('孙丽', 3, 0), debt('钱进', 64, 2)],
          open: count(65),
          late: count(2),
          stuck: count(1),
        }),
        OwedSignings: ({ filter, after }) => {
          const { owedBy, awaitsNobody } = filter as { owedBy?: string; awaitsNobody?: boolean }
          if (awaitsNobody) return { signings: page(signing(9)) }
          if (owedBy !== 'stf_钱进') return { signings: page(signing(1)) }
          const pageInfo = { __typename: 'PageInfo', endCursor: 'c1', hasNextPage: !after }
          return { signings: { ...page(signing(after ? 3 : 2)), pageInfo } }
        },
      },
    })
    await screen.findByRole('heading', { name: '钱进' })
    const columns = screen
      .getAllByRole('heading', { level: 2 })
      .map((heading) => heading.closest('section')!.querySelector('header')!.textContent)
    expect(columns).toEqual(['没有人可签1 件', '钱进64 件 · 逾期 2', '孙丽3 件 · 逾期 0'])
    fireEvent.click(await screen.findByRole('button', { name: '加载更多：钱进' }))
    const owed = screen.getByRole('region', { name: '钱进' })
    await within(owed).findByRole('link', { name: /2611-0003/ })
    expect(within(owed).getAllByRole('link')).toHaveLength(2)
    expect(within(owed).queryByRole('button', { name: /加载更多/ })).toBeNull()
    expect(
      sent.filter(({ operation }) => operation === 'OwedSignings').map(({ variables }) => variables),
    ).toEqual(
      expect.arrayContaining([
        { filter: { state: ['OPEN'], awaitsNobody: true } },
        { filter: { state: ['OPEN'], owedBy: 'stf_钱进' }, after: 'c1' },
      ]),
    )
  })
})
