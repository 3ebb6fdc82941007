import { screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { clearPage, openPage } from '@steward/portal/testing'
import { MailsPage } from './mails-page.tsx'

afterEach(clearPage)

const mail = (id: string, more: object) => ({
  __typename: 'Mail',
  id,
  template: 'CASE_ASSIGNED',
  status: 'SENT',
  attempts: 1,
  lastError: null,
  createdAt: '2026-11-24T01:00:00.000Z',
  triedAt: '2026-11-24T01:00:01.000Z',
  sentAt: '2026-11-24T01:00:01.000Z',
  staff: { __typename: 'Staff', id: 'stf_1', name: '李静' },
  ...more,
})

it('says of each mail how it fares, and that none is sent where no server is set', async () => {
  openPage('/mail', <MailsPage />, {
    person: { permissions: ['mail:read'] },
    answers: {
      Mails: () => ({
        mails: {
          __typename: 'MailConnection',
          edges: [
            mail('a', {}),
            mail('b', { status: 'NOT_CONFIGURED', sentAt: null, staff: null, template: 'CLIENT_CLOSED' }),
            mail('c', { status: 'REFUSED', lastError: '550', sentAt: null }),
          ].map((node) => ({ __typename: 'MailEdge', node })),
          pageInfo: { __typename: 'PageInfo', endCursor: 'c', hasNextPage: false },
        },
      }),
    },
  })
  const list = await screen.findByRole('table', { name: '邮件，最新在前' })
  const row = (words: string) => within(list).getByText(words).closest('tr')!
  expect(row('未配置邮件服务器').textContent).toContain('客户：已结案')
  expect(row('被拒收').textContent).toContain('550')
  expect(row('已发送').textContent).toContain('李静')
})
