import type { Permission } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { filterOf, readReveals, spanOf, writeReveals } from './reveal-filters.ts'

afterEach(clearPage)

const STAFF = `stf_${'1'.repeat(32)}`
const READS: readonly Permission[] = ['portal:admin', 'reveal:read', 'revealPolicy:read', 'staff:read']

const line = (n: number, more: object = {}) => ({
  __typename: 'ClientReveal',
  id: `rvl_${n}`,
  at: '2026-11-22T03:00:00.000Z',
  kind: 'PROFILE',
  fields: ['birthday', 'incomeBand'],
  reason: '上门拜访前了解情况',
  isBeyond: false,
  staff: { __typename: 'Staff', id: STAFF, name: '陆静怡' },
  client: { __typename: 'Client', id: 'cli_1', code: 'C0023', name: '石伟' },
  complaint: null,
  ...more,
})

const open = (permissions: readonly Permission[] = READS, answers: object = {}, path = 'reveals') => {
  const opened = openPortal(portal, path, {
    person: { permissions: [...permissions] },
    answers: {
      ClientReveals: () => ({
        clientReveals: {
          __typename: 'ClientRevealConnection',
          edges: [
            line(1, { isBeyond: true }),
            line(2, {
              kind: 'PHONE',
              fields: ['phone'],
              client: null,
              complaint: { __typename: 'Complaint', id: 'cmp_1', number: '2611-0042' },
            }),
          ].map((node) => ({ __typename: 'ClientRevealEdge', cursor: node.id, node })),
          pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
        },
      }),
      RevealTallies: () => ({
        revealTallies: [
          {
            __typename: 'RevealTally',
            staffId: STAFF,
            staffName: '陆静怡',
            phones: 2,
            profiles: 12,
            statuses: 1,
            attachments: 0,
            clients: 11,
            daysBeyond: 1,
          },
        ],
      }),
      RevealPolicyInForce: () => ({ revealPolicy: null }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

describe('the ledger of reading', () => {
  it('says who was shown what of whom, and why; what went beyond the limit is marked', async () => {
    open()
    const table = within(await screen.findByRole('table', { name: '查阅记录，最新在前' }))
    const [, first, second] = await table.findAllByRole('row')
    for (const words of ['陆静怡', '石伟 C0023', '出生日期', '家庭年收入', '超出限额', '上门拜访前了解情况'])
      expect(within(first!).getByText(words)).toBeTruthy()
    expect(within(second!).getByText('案件 2611-0042 的联系人')).toBeTruthy()
    expect(within(second!).queryByText('超出限额')).toBeNull()
  })

  it('is narrowed by choosing a person’s bar, and it stands in the address', async () => {
    const { user, router, sent } = open()
    const bar = await screen.findByRole('button', { name: /陆静怡/ })
    expect(bar.textContent).toContain('15 次 · 11 位客户')
    expect(bar.textContent).toContain('1 天超出限额')
    await user.click(bar)
    await waitFor(() => expect(router.state.location.search).toContain(`staff=${STAFF}`))
    await waitFor(() =>
      expect(sent.findLast(({ operation }) => operation === 'ClientReveals')?.variables).toMatchObject({
        filter: { staff: STAFF },
      }),
    )
    await user.click(await screen.findByRole('button', { name: /陆静怡/, pressed: true }))
    await waitFor(() => expect(router.state.location.search).not.toContain('staff='))
  })

  it('shows the limit to all who read it, and lets quality management set it', async () => {
    const answers = {
      SetRevealPolicy: () => ({ setRevealPolicy: { __typename: 'RevealPolicy', version: 1 } }),
    }
    open(READS, answers)
    const read = within(await screen.findByRole('region', { name: '每人每天的限额' }))
    expect(read.getByText('10 位客户')).toBeTruthy()
    expect(read.queryByRole('button', { name: '修改' })).toBeNull()
    clearPage()

    const { user, sent } = open([...READS, 'revealPolicy:set'], answers)
    const panel = within(await screen.findByRole('region', { name: '每人每天的限额' }))
    await user.click(panel.getByRole('button', { name: '修改' }))
    const most = await screen.findByLabelText('超过即不再显示')
    await user.clear(most)
    await user.type(most, '5')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('不得小于通知的人数。')).toBeTruthy()
    await user.clear(most)
    await user.type(most, '20')
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'SetRevealPolicy')?.variables).toEqual({
        input: { tellAbove: 10, refuseAbove: 20, expectedVersion: 0 },
      }),
    )
  })
})

describe('the address', () => {
  const read = (search: string) => readReveals(new URLSearchParams(search), '2026-11-30')

  it('shows the last thirty days where it names none, and leaves out what it cannot mean', () => {
    expect(read('staff=nobody&kind=ALL&from=yesterday')).toEqual({
      staff: undefined,
      kind: undefined,
      from: '2026-11-01',
      to: '2026-11-30',
      text: '',
    })
  })

  it('says the same when it is written and read again', () => {
    const state = read(`staff=${STAFF}&kind=STATUS&from=2026-01-01&to=2026-02-03&text=评估`)
    expect(readReveals(writeReveals(state), '2030-01-01')).toEqual(state)
  })

  it('means whole days of the organization’s zone', () => {
    const state = read('from=2026-11-22&to=2026-11-22')
    expect(spanOf(state, 'Asia/Shanghai')).toEqual({
      from: '2026-11-21T16:00:00.000Z',
      before: '2026-11-22T16:00:00.000Z',
    })
    expect(filterOf(state, 'Asia/Shanghai')).not.toHaveProperty('staff')
  })
})
