import { clearPage, openPortal } from '@steward/portal/testing'
import { localDate } from '@steward/domain'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { CASE_ID, givenCase, idOf, page, SEES_ALL } from '../testing/given.ts'
import { addDays } from '../zoned-time.ts'

afterEach(clearPage)

const STATUSES = {
  REGISTERED: 2,
  ACKNOWLEDGED: 0,
  INVESTIGATING: 4,
  PROPOSED: 1,
  APPROVED: 0,
  CLIENT_CONFIRMED: 0,
  EXECUTING: 3,
  RESOLVED: 0,
  FOLLOWED_UP: 0,
  REFERRED: 1,
}
const counted = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([key, totalCount]) => [key, page('Complaint', [], { totalCount })]),
  )

const NO_DAYS = {
  nextSteps: page('Reception', []),
  promisesDue: page('ComplaintPromise', []),
  toCallBack: page('Complaint', []),
  birthdays: page('ClientContact', []),
  moveInDays: page('ClientOccupancy', []),
}

const open = (urgent: readonly object[], permissions = SEES_ALL) =>
  openPortal(portal, '', {
    person: { name: '陆静怡', permissions },
    answers: {
      CustomerServiceHome: () => ({
        ...counted({ waiting: urgent.length, mine: 5, team: 9, unanswered: 2 }),
        ...counted(STATUSES),
        urgent: page('Complaint', urgent),
      }),
      ThreeDays: () => NO_DAYS,
    },
  })

describe('the first page', () => {
  it('tells what waits for me, and leads there', async () => {
    open([givenCase()])
    const waiting = await screen.findByRole('link', { name: /待我办理/ })
    expect(waiting.textContent).toBe('待我办理1')
    expect(waiting.getAttribute('href')).toBe('/customer-service/complaints?view=waiting')
    const urgent = within(screen.getByRole('region', { name: '最急的五件' }))
    expect(urgent.getByRole('link', { name: '卫生间漏水' }).getAttribute('href')).toBe(
      `/customer-service/complaints/${CASE_ID}`,
    )
  })

  it('draws where open cases stand; every bar leads to its cases', async () => {
    open([givenCase()])
    const bars = within(await screen.findByRole('list', { name: '未结投诉的分布' }))
    const investigating = bars.getByRole('link', { name: /调查中/ })
    expect(investigating.textContent).toBe('调查中4')
    expect(investigating.getAttribute('href')).toBe('/customer-service/complaints?status=INVESTIGATING')
    expect(bars.getAllByRole('listitem')).toHaveLength(Object.keys(STATUSES).length)
  })

  it('says so when nothing waits', async () => {
    open([])
    expect(await screen.findByText('没有等您办理的事')).toBeTruthy()
  })

  it('promises no work to those who may not know who handles what', async () => {
    open([], ['portal:customerService', 'complaint:read'])
    await screen.findByRole('list', { name: '未结投诉的分布' })
    expect(screen.queryByText('待我办理')).toBeNull()
    expect(screen.queryByRole('button', { name: '登记' })).toBeNull()
  })
})

describe('yesterday, today, tomorrow', () => {
  it('puts what is left, due and to come in columns, and takes a next step', async () => {
    const today = localDate(new Date(), 'Asia/Shanghai')
    const client = { __typename: 'Client', id: idOf('cli', 1), code: 'C0001', name: '王小明' }
    const step = (n: number, days: number, nextStep: string) => ({
      __typename: 'Reception',
      id: idOf('rcp', n),
      version: 1,
      nextStep,
      nextOn: addDays(today, days),
      recordedBy: n === 2 ? { __typename: 'Staff', id: idOf('stf', 77), name: '徐文静' } : null,
      client,
    })
    let done = false
    const { sent } = openPortal(portal, '', {
      person: {
        name: '陆静怡',
        permissions: [...SEES_ALL, 'reception:read', 'reception:finish', 'client:readParticulars'],
      },
      answers: {
        CustomerServiceHome: () => ({
          ...counted({ waiting: 0, mine: 0, team: 0, unanswered: 0 }),
          ...counted(STATUSES),
          urgent: page('Complaint', []),
        }),
        ThreeDays: () => ({
          ...NO_DAYS,
          nextSteps: page('Reception', [...(done ? [] : [step(1, -3, '查账后回电')]), step(2, 0, '送回执')]),
          birthdays: page('ClientContact', [
            {
              __typename: 'ClientContact',
              id: idOf('ctc', 9),
              name: '张三',
              birthday: `1960${addDays(today, 1).slice(4)}`,
              channels: ['WECHAT'],
              client,
            },
          ]),
        }),
        FinishReception: () => {
          done = true
          return { finishReception: { __typename: 'Reception', id: idOf('rcp', 1), version: 2 } }
        },
      },
    })
    const user = userEvent.setup({ delay: null })
    expect(await screen.findByText('徐文静 记的')).toBeTruthy()
    const left = within(await screen.findByRole('region', { name: '昨天 · 跟进 · 1' }))
    expect(left.getByRole('link', { name: '王小明' }).getAttribute('href')).toBe(
      `/customer-service/clients/${idOf('cli', 1)}`,
    )
    expect(within(screen.getByRole('region', { name: '今天 · 服务 · 1' })).getByText('送回执')).toBeTruthy()
    expect(
      within(screen.getByRole('region', { name: '明天 · 关怀 · 1' })).getByText('张三 · 微信'),
    ).toBeTruthy()
    await user.click(left.getByRole('button', { name: '已办：查账后回电' }))
    const form = within(await screen.findByRole('form', { name: '已办' }))
    await user.type(form.getByLabelText('结果（可不填）'), '已退费')
    await user.click(form.getByRole('button', { name: '已办' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'FinishReception')?.variables).toEqual({
        input: { receptionId: idOf('rcp', 1), expectedVersion: 1, outcome: '已退费' },
      }),
    )
    expect(await screen.findByRole('region', { name: '昨天 · 跟进' })).toBeTruthy()
  })
})
