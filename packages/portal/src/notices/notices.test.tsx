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
  signing: null,
  ...more,
})
const edges = (nodes: object[]) => nodes.map((node) => ({ __typename: 'NoticeEdge', node }))
const bell = (nodes: object[], unread: number) => ({
  latest: { __typename: 'NoticeConnection', edges: edges(nodes) },
  unread: { __typename: 'NoticeConnection', totalCount: unread, totalCountIsCapped: false },
})
const person = {
  permissions: ['notice:read', 'notice:markRead', 'portal:customerService', 'complaint:read'],
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

  it('leads to the very revision of a document whose signature is awaited', async () => {
    const signing = {
      __typename: 'Signing',
      id: 'sig_1',
      documentRevision: {
        __typename: 'DocumentRevision',
        id: 'rev_1',
        document: { __typename: 'ControlledDocument', id: 'doc_1' },
      },
      exportRequest: null,
      priceForm: null,
      serviceAgreement: null,
      clientMerge: null,
      keyAccountNomination: null,
      planRevision: null,
      planSummary: null,
    }
    const told = {
      kind: 'SIGNATURE_AWAITED',
      subjectType: 'SIGNING',
      subjectId: 'sig_1',
      complaint: null,
      signing,
    }
    openPage('/customer-service', <NoticeBell />, {
      person: { permissions: [...person.permissions, 'document:read', 'signing:readAwaited'] },
      answers: { NoticeBell: () => bell([notice('GD-01', told)], 1) },
    })
    fireEvent.click(await screen.findByRole('button', { name: '消息，1 条未读' }))
    const link = await screen.findByRole('link', { name: /GD-01/ })
    expect(link.getAttribute('href')).toBe('/admin/documents/doc_1?revision=rev_1')
  })

  it('counts anew as soon as something is told, without anybody asking', async () => {
    let [told, unread] = [[notice('a')], 1]
    const { tell } = open({ NoticeBell: () => bell(told, unread) })
    await screen.findByRole('button', { name: '消息，1 条未读' })
    ;[told, unread] = [[notice('b'), ...told], 2]
    tell('Complaint', 'cmp_1')
    tell('Notice', 'ntc_b')
    expect(await screen.findByRole('button', { name: '消息，2 条未读' })).toBeTruthy()
  })

  it('leads to the shell from a portal that runs alone, and to the own account for what concerns oneself', async () => {
    const { sent } = openPage('/customer-service', <NoticeBell home="/customer-service" />, {
      person: { permissions: [...person.permissions, 'import:read'] },
      answers: {
        NoticeBell: () =>
          bell(
            [
              notice('a', {
                kind: 'IMPORT_FINISHED',
                subjectType: 'IMPORT_RUN',
                subjectId: 'imp_1',
                complaint: null,
              }),
              notice('b', {
                kind: 'ROLES_CHANGED',
                subjectType: 'STAFF',
                subjectId: 'stf_1',
                complaint: null,
              }),
              notice('c', { kind: 'PROMISE_BROKEN', subjectType: 'COMPLAINT_PROMISE', subjectId: 'prm_1' }),
            ],
            3,
          ),
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: '消息，3 条未读' }))
    const links = await screen.findAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/admin/imports/imp_1',
      '/admin/account',
      '/customer-service/complaints/cmp_1',
      '/customer-service/notices',
    ])
    expect(sent.some(({ operation }) => operation === 'MarkNoticeRead')).toBe(false)
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
