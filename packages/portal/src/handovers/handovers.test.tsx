import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage, viewerOf, type Answers } from '../../testing/index.tsx'
import { HandoverPage } from './handover-page.tsx'
import { HandoversPage } from './handovers-page.tsx'
import { OfferHandoverPage } from './offer-handover-page.tsx'
import { WaitingHandovers } from './waiting-handovers.tsx'

afterEach(clearPage)

const AT = '2026-11-24T01:00:00.000Z'
const person = { permissions: ['handover:read', 'handover:offer', 'portal:customerService'] } as const
const staff = (name: string) => ({ __typename: 'Staff', id: `stf_${name}`, name })

const handover = (id: string, more: object = {}) => ({
  __typename: 'Handover',
  id,
  version: 1,
  kind: 'SHIFT',
  status: 'OFFERED',
  caseCount: 2,
  offeredAt: AT,
  answeredAt: null,
  availableActions: [],
  giver: staff('赵磊'),
  receiver: staff('孙丽'),
  department: null,
  answeredBy: null,
  note: '钥匙在前台',
  reason: null,
  signOffs: [],
  items: [],
  ...more,
})
const line = (id: string, number: string, more: object = {}) => ({
  __typename: 'HandoverItem',
  id,
  number,
  severity: 3,
  summary: '卫生间漏水',
  status: 'REGISTERED',
  promiseKind: null,
  promiseStatus: null,
  what: null,
  dueAt: AT,
  remark: null,
  question: null,
  reply: null,
  state: 'STANDS',
  complaint: { __typename: 'Complaint', id: 'cmp_1' },
  askedBy: null,
  ...more,
})
const list = (...nodes: object[]) => ({
  __typename: 'HandoverConnection',
  edges: nodes.map((node) => ({ __typename: 'HandoverEdge', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})

describe('the page of hand-overs', () => {
  it('has what waits for me first, then what I gave, then others and what is over', async () => {
    const mine = handover('hov_mine')
    const given = handover('hov_given', { giver: staff('孙丽'), receiver: staff('赵磊') })
    const other = handover('hov_other', { receiver: staff('钱进') })
    openPage('/customer-service/handovers', <HandoversPage />, {
      person,
      answers: {
        Handovers: () => ({
          awaiting: list(mine),
          open: list(mine, given, other),
          history: list(
            handover('hov_old', { status: 'ACCEPTED', answeredAt: AT, answeredBy: staff('孙丽') }),
          ),
        }),
      },
    })
    await screen.findByRole('region', { name: '待我接收' })
    const regions = screen.getAllByRole('region').map((region) => [
      within(region).getByRole('heading').textContent,
      within(region)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')!.split('/').at(-1)),
    ])
    expect(regions).toEqual([
      ['待我接收', ['hov_mine']],
      ['我交出的，尚未接收', ['hov_given']],
      ['其他尚未接收的', ['hov_other']],
      ['已办', ['hov_old']],
    ])
  })
})

describe('a hand-over', () => {
  const open = (answers: Answers, locale: 'zh-CN' | 'en' = 'zh-CN') =>
    openPage(
      '/handovers/hov_1',
      <Routes>
        <Route path="/handovers/:id" element={<HandoverPage />} />
      </Routes>,
      { person, answers, locale },
    )
  const items = [
    line('hvi_1', '2611-0001', { remark: '已回电' }),
    line('hvi_2', '2611-0001', { promiseKind: 'ANSWER', promiseStatus: 'OPEN', status: null, summary: null }),
    line('hvi_3', '2611-0002', { state: 'ENDED' }),
  ]
  const waiting = (more: object = {}) =>
    handover('hov_1', { items, availableActions: ['ACCEPT', 'DECLINE', 'ASK'], ...more })

  it('is accepted once every line that stands is checked', async () => {
    let status = 'OFFERED'
    const { sent } = open({
      Handover: () => ({
        handover: waiting({ status, ...(status === 'ACCEPTED' ? { availableActions: [] } : {}) }),
      }),
      AcceptHandover: () => {
        status = 'ACCEPTED'
        return { acceptHandover: { __typename: 'Handover', id: 'hov_1' } }
      },
    })
    expect(await screen.findByText('接收之前仍由 赵磊 负责。')).toBeTruthy()
    expect(screen.getByText('案件已结束，不再移交')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^接\s?收$/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('还有 1 件没有核对')
    fireEvent.click(screen.getByRole('checkbox', { name: '已核对 2611-0001' }))
    fireEvent.click(screen.getByRole('button', { name: /^接\s?收$/ }))
    expect(await screen.findByText('已接收')).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'AcceptHandover')?.variables).toEqual({
      input: { handoverId: 'hov_1', expectedVersion: 1 },
    })
  })

  it('is not declined without a reason; what was typed survives a refusal', async () => {
    const { sent } = open({
      Handover: () => ({ handover: waiting() }),
      DeclineHandover: () => ({
        declineHandover: { __typename: 'StaleRecordError', code: 'STALE_RECORD', message: '已被他人更新' },
      }),
    })
    fireEvent.click(await screen.findByRole('button', { name: '不接收' }))
    const form = within(await screen.findByRole('form', { name: '不接收' }))
    const reason = form.getByRole('textbox', { name: '不接收的原因' })
    fireEvent.click(form.getByRole('button', { name: '不接收' }))
    expect(await form.findByText(/不接收的原因.*(必填|填写|输入)|此项必填|请输入/)).toBeTruthy()
    expect(sent.some(({ operation }) => operation === 'DeclineHandover')).toBe(false)
    fireEvent.change(reason, { target: { value: '我明天休息' } })
    fireEvent.click(form.getByRole('button', { name: '不接收' }))
    expect(await form.findByText('已被他人更新')).toBeTruthy()
    expect((reason as HTMLTextAreaElement).value).toBe('我明天休息')
  })

  it('offers the giver nothing but to take it back and to reply', async () => {
    open({
      Handover: () => ({
        handover: waiting({
          availableActions: ['TAKE_BACK', 'REPLY'],
          items: [line('hvi_1', '2611-0001', { question: '钥匙在哪？', askedBy: staff('孙丽') })],
        }),
      }),
    })
    expect(await screen.findByText('孙丽 问：钥匙在哪？')).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent?.replace(/\s/g, ''))).toEqual(
      expect.arrayContaining(['收回', '答复']),
    )
    expect(screen.queryByRole('button', { name: '不接收' })).toBeNull()
  })

  it('says so where there is none for this person', async () => {
    open({ Handover: () => ({ handover: null }) }, 'en')
    expect(await screen.findByText('There is no such hand-over')).toBeTruthy()
  })
})

describe('the end of a shift', () => {
  const shift = (id: string, number: string, more: object = {}) => ({
    __typename: 'Complaint',
    id,
    number,
    severity: 3,
    summary: '电梯异响',
    status: 'REGISTERED',
    nextDueAt: AT,
    handover: null,
    promises: [
      {
        __typename: 'ComplaintPromise',
        id: `prm_${id}`,
        kind: 'ANSWER',
        what: null,
        dueAt: AT,
        settledAt: null,
      },
    ],
    ...more,
  })
  const UUID = (prefix: string, n: number) => `${prefix}_00000000000070008000${String(n).padStart(12, '0')}`
  const department = { __typename: 'Department', id: UUID('dep', 1), name: '客户服务部' }
  const viewer = viewerOf(person)
  const RECEIVERS = {
    departments: [{ __typename: 'Department', id: UUID('dep', 1), name: '客户服务部', archivedAt: null }],
    staff: { __typename: 'StaffConnection', edges: [] },
  }
  const [one, two, three] = [UUID('cmp', 1), UUID('cmp', 2), UUID('cmp', 3)]

  it('is filled in: what I answer for, but for what was left out or is being handed over already', async () => {
    const { sent, router } = openPage('/customer-service/handovers/new', <OfferHandoverPage />, {
      person,
      answers: {
        Viewer: () => ({ viewer: { ...viewer, staff: { ...viewer.staff, department } } }),
        MyShift: () => ({
          complaints: {
            __typename: 'ComplaintConnection',
            pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
            edges: [
              shift(one, '2611-0001'),
              shift(two, '2611-0002'),
              shift(three, '2611-0003', { handover: { __typename: 'Handover', id: 'hov_9' } }),
            ].map((node) => ({ __typename: 'ComplaintEdge', node })),
          },
        }),
        HandoverReceivers: () => RECEIVERS,
        ShiftPlan: () => ({ shiftPlan: null }),
        Duties: () => ({ duties: [] }),
        OfferHandover: () => ({ offerHandover: { __typename: 'Handover', id: 'hov_2' } }),
      },
    })
    fireEvent.click(await screen.findByRole('checkbox', { name: '移交 2611-0002' }))
    expect(screen.queryByRole('checkbox', { name: '移交 2611-0003' })).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: '2611-0001 的说明' }), {
      target: { value: '客户等电话' },
    })
    fireEvent.change(screen.getByRole('textbox', { name: '交接说明' }), { target: { value: '钥匙在前台' } })
    fireEvent.click(screen.getByRole('button', { name: /交\s?班/ }))
    await screen.findByText('已交班，等待接收')
    // The viewer's own department: whoever of it accepts.
    expect(sent.find(({ operation }) => operation === 'OfferHandover')?.variables).toEqual({
      input: {
        departmentId: department.id,
        note: '钥匙在前台',
        items: [{ complaintId: one, remark: '客户等电话' }],
      },
    })
    expect(router.state.location.pathname).toMatch(/handovers\/hov_2$/)
  })
})

describe('a first page', () => {
  it('tells of what waits for me, and asks nothing for those who hand over nothing', async () => {
    openPage('/customer-service', <WaitingHandovers />, {
      person,
      answers: { WaitingHandovers: () => ({ handovers: list(handover('hov_1')) }) },
    })
    expect(await screen.findByRole('link', { name: '赵磊 → 孙丽' })).toBeTruthy()
    cleanup()
    const { sent } = openPage('/customer-service', <WaitingHandovers />, { person: { permissions: [] } })
    expect(sent.some(({ operation }) => operation === 'WaitingHandovers')).toBe(false)
  })
})
