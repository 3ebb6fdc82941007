import { clearPage, failing, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { choose } from '../../testing/choose.ts'
import {
  CASE_ID,
  CHOICES,
  ENGINEERING,
  givenCase,
  givenEvent,
  idOf,
  page,
  SEES_ALL,
  ZHAO_LEI,
} from '../../testing/given.ts'

afterEach(clearPage)

const counts = {
  waiting: 3,
  mine: 1,
  team: 7,
  unanswered: 2,
  overdue: 5,
  dueThisHour: 4,
  dueToday: 6,
  open: 12,
  all: 40,
}
const views = () =>
  Object.fromEntries(
    Object.entries(counts).map(([view, totalCount]) => [view, page('Complaint', [], { totalCount })]),
  )
const queueOf = (nodes: readonly object[], more: object = {}) => ({
  complaints: page('Complaint', nodes, more),
  ...views(),
})

async function openQueue(address = '', answers: Answers = {}, permissions = SEES_ALL) {
  const opened = openPortal(portal, `complaints${address}`, {
    person: { permissions },
    answers: {
      ComplaintQueue: () => queueOf([givenCase()]),
      CaseChoices: () => CHOICES,
      ComplaintPage: () => ({ complaint: givenCase() }),
      ...answers,
    },
  })
  await screen.findByRole('heading', { name: '投诉处理' })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

const asked = (sent: readonly { operation: string; variables: object }[]) =>
  sent.filter(({ operation }) => operation === 'ComplaintQueue').map(({ variables }) => variables)

describe('the queue', () => {
  it('tells of each case what it is, how bad, where it stands, for whom, and who has it since when', async () => {
    await openQueue('', {
      ComplaintQueue: () =>
        queueOf([
          givenCase({
            assignee: ZHAO_LEI,
            latestEvent: givenEvent(2, { action: 'INVESTIGATE', by: ZHAO_LEI }),
          }),
        ]),
    })
    const row = within((await screen.findAllByRole('row')).at(-1)!)
    expect(row.getByRole('link').getAttribute('href')).toBe(`/customer-service/complaints/${CASE_ID}`)
    for (const words of ['卫生间漏水', '2611-0042 · 投诉 · 电话', '二级（较大）', '调查中', '王小明']) {
      expect(row.getByText(words)).toBeTruthy()
    }
    expect(row.getByText('翠湖花园 · 3-1802')).toBeTruthy()
    expect(row.getByText('赵磊 · 客服中心')).toBeTruthy()
    expect(row.getByText(/赵磊 开始了调查/)).toBeTruthy()
  })

  it('counts every view, each one an address', async () => {
    await openQueue()
    await screen.findByText('12')
    const tabs = within(screen.getByRole('navigation', { name: '视图' })).getAllByRole('link')
    expect(tabs.map((tab) => [tab.textContent, tab.getAttribute('href')])).toEqual([
      ['待我办理3', '/customer-service/complaints?view=waiting'],
      ['我的1', '/customer-service/complaints?view=mine'],
      ['本部门7', '/customer-service/complaints?view=team'],
      ['未受理2', '/customer-service/complaints?view=unanswered'],
      ['已逾期5', '/customer-service/complaints?view=overdue'],
      ['一小时内到期4', '/customer-service/complaints?view=dueThisHour'],
      ['今天到期6', '/customer-service/complaints?view=dueToday'],
      ['全部未结12', '/customer-service/complaints'],
      ['全部40', '/customer-service/complaints?view=all'],
    ])
  })

  it('shows what the address says', async () => {
    const { sent } = await openQueue(
      `?view=team&status=PROPOSED,APPROVED&severity=1&department=${ENGINEERING.id}&from=2026-11-01&order=OLDEST`,
    )
    await waitFor(() =>
      expect(asked(sent)).toEqual([
        {
          filter: {
            team: true,
            status: ['PROPOSED', 'APPROVED'],
            severity: [1],
            handlingDepartment: [ENGINEERING.id],
            registeredFrom: '2026-10-31T16:00:00.000Z',
          },
          orderBy: 'OLDEST',
          first: 50,
          withViews: true,
        },
      ]),
    )
    expect(screen.getByRole('link', { name: /本部门/ }).getAttribute('aria-current')).toBe('page')
  })

  it('writes what is chosen into the address', async () => {
    const { user, router, sent } = await openQueue('?view=mine')
    await choose(user, screen.getByLabelText('状态'), '方案', '方案待批')
    await waitFor(() => expect(router.state.location.search).toBe('?view=mine&status=PROPOSED'))
    expect(asked(sent).at(-1)).toMatchObject({ filter: { mine: true, status: ['PROPOSED'] } })
    await user.type(screen.getByLabelText('搜索'), '2611-{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?view=mine&status=PROPOSED&number=2611-'))
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    await waitFor(() => expect(router.state.location.search).toBe('?view=mine&number=2611-'))
  })

  it('reads on where the page before ended', async () => {
    const second = givenCase({ id: idOf('cmp', 2), summary: '电梯困人' })
    const { user, sent } = await openQueue('', {
      ComplaintQueue: ({ after }) =>
        after
          ? { complaints: page('Complaint', [second]) }
          : queueOf([givenCase()], {
              pageInfo: { __typename: 'PageInfo', endCursor: 'here', hasNextPage: true },
            }),
    })
    await user.click(await screen.findByRole('button', { name: '加载更多' }))
    await screen.findByText('电梯困人')
    expect(screen.getByText('卫生间漏水')).toBeTruthy()
    expect(asked(sent).at(-1)).toMatchObject({ after: 'here', withViews: false })
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull()
  })

  it('is worked with single keys', async () => {
    const second = givenCase({ id: idOf('cmp', 2), summary: '电梯困人' })
    const { user, router } = await openQueue('', { ComplaintQueue: () => queueOf([givenCase(), second]) })
    await screen.findByText('电梯困人')
    await user.keyboard('jj')
    expect(document.activeElement?.textContent).toContain('电梯困人')
    await user.keyboard('k')
    expect(document.activeElement?.textContent).toContain('卫生间漏水')
    await user.keyboard('/')
    expect(document.activeElement).toBe(screen.getByLabelText('搜索'))
    await user.keyboard('jn')
    expect(screen.getByLabelText('搜索')).toHaveProperty('value', 'jn')
    await user.tab()
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('j{Enter}')
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/customer-service/complaints/${CASE_ID}`),
    )
  })

  it('says why it is empty, and what to do', async () => {
    const { user, router } = await openQueue('?view=mine&severity=1', { ComplaintQueue: () => queueOf([]) })
    await screen.findByText('没有符合条件的投诉')
    await user.click(screen.getAllByRole('button', { name: '清除筛选' }).at(-1)!)
    await waitFor(() => expect(router.state.location.search).toBe('?view=mine'))
    expect(await screen.findByText('这里没有要办的事')).toBeTruthy()
  })

  it('says what went wrong, with the number to quote, and tries again', async () => {
    let tries = 0
    const { user } = await openQueue('', {
      ComplaintQueue: () => (tries++ === 0 ? failing('INTERNAL') : queueOf([givenCase()])),
    })
    expect(await screen.findByText('req-1')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('卫生间漏水')).toBeTruthy()
  })

  it('offers neither filters nor columns for what the roles may not read', async () => {
    await openQueue('', {}, ['portal:customerService', 'complaint:read'])
    await screen.findByText('2611-0042', { exact: false })
    for (const label of ['类别', '承办部门']) expect(screen.queryByLabelText(label)).toBeNull()
    for (const name of ['客户', '承办']) expect(screen.queryByRole('columnheader', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: /待我办理/ })).toBeNull()
    expect(screen.queryByRole('button', { name: '登记' })).toBeNull()
  })
})
