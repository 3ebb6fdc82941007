import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage, type Answers } from '../../testing/index.tsx'
import { NoticeBell } from './notice-bell.tsx'
import { NoticesPage } from './notices-page.tsx'

afterEach(clearPage)

const notice = (id: string, more: object = {}) => ({
  __typename: 'Notice',
  id,
  kind: 'CASE_ASSIGNED',
  severity: 'ATTENTION',
  subjectType: 'COMPLAINT',
  subjectId: 'cmp_1',
  titleZh: `案件 ${id} 由您经办`,
  titleEn: `Case ${id} is yours`,
  at: '2026-11-24T01:00:00.000Z',
  readAt: null,
  complaint: { __typename: 'Complaint', id: 'cmp_1', number: '2611-0042', summary: '电梯困人' },
  ...more,
})
const edges = (nodes: object[]) => nodes.map((node) => ({ __typename: 'NoticeEdge', node }))
const bell = (nodes: object[], unread: number) => ({
  latest: { __typename: 'NoticeConnection', edges: edges(nodes) },
  unread: { __typename: 'NoticeConnection', totalCount: unread, totalCountIsCapped: false },
})
const person = {
  permissions: ['notice:read', 'notice:markRead', 'portal:customerService'],
} as const

const open = (answers: Answers, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  openPage('/customer-service', <NoticeBell />, { person, answers, locale })

describe('the bell', () => {
  it('says how many are unread, also to those who do not see it', async () => {
    open({ NoticeBell: () => bell([notice('2611-0042')], 3) })
    expect(await screen.findByRole('button', { name: '消息，3 条未读' })).toBeTruthy()
    cleanup()
    open({ NoticeBell: () => bell([notice('2611-0042')], 1) }, 'en')
    expect(await screen.findByRole('button', { name: 'Notices, 1 unread' })).toBeTruthy()
  })

  it('leads to the record on the page of one’s own portal, and marks the notice as read', async () => {
    let unread = 1
    const { sent, router } = open({
      NoticeBell: () => bell([notice('2611-0042')], unread),
      MarkNoticeRead: () => {
        unread = 0
        return {
          markNoticeRead: { __typename: 'Notice', id: '2611-0042', readAt: '2026-11-24T02:00:00.000Z' },
        }
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: '消息，1 条未读' }))
    fireEvent.click(await screen.findByRole('link', { name: /案件 2611-0042 由您经办/ }))
    expect(await screen.findByRole('button', { name: '消息' })).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'MarkNoticeRead')?.variables).toEqual({
      input: { noticeId: '2611-0042' },
    })
    expect(router.state.location.pathname).toBe('/customer-service/complaints/cmp_1')
  })

  it('is not there for who may not read notices', async () => {
    const { sent } = openPage('/', <NoticeBell />, { person: { permissions: [] } })
    await screen.findByText((_, node) => node?.tagName === 'BODY')
    expect(screen.queryByRole('button')).toBeNull()
    expect(sent.some(({ operation }) => operation === 'NoticeBell')).toBe(false)
  })
})

describe('the page of notices', () => {
  const page = (nodes: object[]) => ({
    notices: {
      __typename: 'NoticeConnection',
      edges: edges(nodes),
      pageInfo: { __typename: 'PageInfo', endCursor: 'c', hasNextPage: false },
    },
  })

  it('shows the unread alone when asked, and keeps that in the address', async () => {
    const { sent, router } = openPage('/notices', <NoticesPage />, {
      person,
      answers: {
        Notices: ({ filter }) =>
          page(
            (filter as { unread?: true }).unread
              ? [notice('b')]
              : [notice('b'), notice('a', { readAt: '2026-11-24T01:30:00.000Z' })],
          ),
      },
    })
    const list = await screen.findByRole('list', { name: '消息' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    fireEvent.click(screen.getByRole('radio', { name: '未读' }))
    expect(await screen.findByText('案件 b 由您经办')).toBeTruthy()
    expect(router.state.location.search).toBe('?unread=1')
    expect(sent.at(-1)?.variables['filter']).toEqual({ unread: true })
  })

  it('refuses a time of day that is none, beside its field, without asking the server', async () => {
    const { sent } = openPage('/notices', <NoticesPage />, {
      person,
      answers: { Notices: () => page([]), NoticePreference: () => ({ noticePreference: null }) },
    })
    fireEvent.click(await screen.findByRole('button', { name: /接收设定/ }))
    const from = await screen.findByLabelText('免打扰开始')
    expect((from as HTMLInputElement).value).toBe('21:00')
    fireEvent.change(from, { target: { value: '25:00' } })
    fireEvent.click(screen.getByRole('button', { name: /保\s?存/ }))
    expect(await screen.findByText('请按 24 小时制填写，如 21:30。')).toBeTruthy()
    expect(sent.some(({ operation }) => operation === 'ChangeNoticePreferences')).toBe(false)
  })
})
