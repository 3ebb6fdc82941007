import { hasPermission, PERMISSIONS, WEBHOOK_EVENTS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'

afterEach(clearPage)

const SECRET = `whsec_${'A'.repeat(43)}=`
const PARTNER = {
  __typename: 'Partner',
  id: 'ptn_1',
  name: '市民热线',
  credentials: [
    { __typename: 'PartnerCredential', id: 'crd_1', status: 'ACTIVE', scopes: ['complaint:read'] },
  ],
}
const outcome = (status: string, attemptCount: number) => ({
  __typename: 'WebhookOutcome',
  status,
  attemptCount,
})
const ENDPOINT = {
  __typename: 'WebhookEndpoint',
  id: 'whe_1',
  url: 'https://hooks.example.com/steward',
  description: '生产环境',
  events: [...WEBHOOK_EVENTS],
  status: 'ACTIVE',
  pauseReason: null,
  failingSince: null,
  lastDeliveredAt: null,
  overlapUntil: null,
  deliveredLastWeek: 999,
  failedLastWeek: 1,
  pending: 2,
  availableActions: ['CHANGE', 'PAUSE', 'ROTATE_SECRET', 'TEST', 'REPLAY_FAILED', 'ARCHIVE'],
  version: 3,
  recent: [outcome('PENDING', 0), outcome('FAILED', 10), outcome('DELIVERED', 2), outcome('DELIVERED', 1)],
  partner: PARTNER,
}
const MESSAGE = {
  __typename: 'WebhookMessage',
  id: 'msg_1',
  event: 'complaint.closed',
  status: 'FAILED',
  attemptCount: 10,
  createdAt: '2026-03-01T00:00:00.000Z',
  dueAt: null,
  lastFailure: 'REFUSED',
}
const messagesOf = (nodes: readonly object[]) => ({
  __typename: 'WebhookMessageConnection',
  edges: nodes.map((node) => ({ __typename: 'WebhookMessageEdge', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})

const open = (role: Role, path: string, answers: Answers = {}, endpoint: object = {}) => {
  const opened = openPortal(portal, path, {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      Partners: () => ({ partners: [{ ...PARTNER, credentials: [], webhookEndpoints: [ENDPOINT] }] }),
      WebhookEndpoint: () => ({
        webhookEndpoint: { ...ENDPOINT, messages: messagesOf([MESSAGE]), ...endpoint },
      }),
      WebhookMessage: () => ({
        node: {
          ...MESSAGE,
          body: '{"type":"complaint.closed","data":{"id":"cmp_1"}}',
          endpoint: { __typename: 'WebhookEndpoint', id: 'whe_1', status: 'ACTIVE' },
          attempts: [
            {
              __typename: 'WebhookAttempt',
              id: 'wha_1',
              at: '2026-03-01T00:00:00.000Z',
              httpStatus: 503,
              failure: 'REFUSED',
              durationMs: 93,
            },
          ],
        },
      }),
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { ...opened, inputs, user: userEvent.setup() }
}
const page = 'partners/webhooks/whe_1'

describe('a partner', () => {
  it('shows how its endpoints fare, in a drawing that is also said in words', async () => {
    open('ADMIN', 'partners')
    const strip = await screen.findByRole('img', { name: /最近 4 条/ })
    expect(strip.getAttribute('aria-label')).toBe('最近 4 条：一次送达 1，重试后送达 1，放弃 1，待投递 1')
    expect(screen.getByText('99.9%')).toBeTruthy()
    expect(screen.getByRole('link', { name: /生产环境/ }).getAttribute('href')).toMatch(
      /partners\/webhooks\/whe_1$/,
    )
  })

  it('gets an endpoint: a wrong address is told beside its field, and the secret is shown once', async () => {
    const { user, inputs } = open('ADMIN', 'partners', {
      AddWebhookEndpoint: () => ({
        addWebhookEndpoint: {
          __typename: 'IssuedWebhookSecret',
          secret: SECRET,
          endpoint: { __typename: 'WebhookEndpoint', id: 'whe_2', url: 'https://new.example.com/' },
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: '为市民热线新增 Webhook 端点' }))
    const address = await screen.findByRole('textbox', { name: /接收地址/ })
    await user.type(address, 'https://10.0.0.1/')
    await user.click(screen.getByRole('button', { name: /^新\s?增$/ }))
    await screen.findByText(/须填写公网域名/)
    expect(inputs('AddWebhookEndpoint')).toEqual([])
    await user.clear(address)
    await user.type(address, 'https://new.example.com/')
    await user.click(screen.getByRole('button', { name: /^新\s?增$/ }))
    await screen.findByText(SECRET)
    expect(inputs('AddWebhookEndpoint')).toEqual([
      { partnerId: 'ptn_1', url: 'https://new.example.com/', description: null, events: [...WEBHOOK_EVENTS] },
    ])
    await user.click(screen.getByRole('button', { name: '已妥善保存' }))
    await waitFor(() => expect(screen.queryByText(SECRET)).toBeNull())
  })
})

describe('an endpoint', () => {
  it('is tested, paused after one more question, and its secret rotated', async () => {
    const { user, inputs } = open('ADMIN', page, {
      TestWebhookEndpoint: () => ({
        testWebhookEndpoint: { __typename: 'WebhookMessage', id: 'msg_2', status: 'PENDING' },
      }),
      PauseWebhookEndpoint: () => ({ pauseWebhookEndpoint: { ...ENDPOINT, status: 'PAUSED', version: 4 } }),
      RotateWebhookSecret: () => ({
        rotateWebhookSecret: {
          __typename: 'IssuedWebhookSecret',
          secret: SECRET,
          endpoint: { ...ENDPOINT, version: 4, overlapUntil: '2036-03-01T00:00:00.000Z' },
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: /发送测试/ }))
    await screen.findByText(/测试已发出/)
    expect(inputs('TestWebhookEndpoint')).toEqual([{ endpointId: 'whe_1' }])
    await user.click(screen.getByRole('button', { name: '更多操作' }))
    await user.click(await screen.findByRole('menuitem', { name: /暂停/ }))
    await screen.findByText(/消息会保留/)
    await user.click(screen.getByRole('button', { name: /^暂\s?停$/ }))
    await waitFor(() =>
      expect(inputs('PauseWebhookEndpoint')).toEqual([{ endpointId: 'whe_1', expectedVersion: 3 }]),
    )
    await user.click(screen.getByRole('button', { name: '更多操作' }))
    await user.click(await screen.findByRole('menuitem', { name: /更换密钥/ }))
    await user.click(await screen.findByRole('button', { name: '更换密钥' }))
    await screen.findByText(SECRET)
    expect(screen.getByText(/接下来 24 小时/)).toBeTruthy()
  })

  it('tells what stands in its way: why it is paused, and that nobody may read', async () => {
    open(
      'ADMIN',
      page,
      {},
      {
        status: 'PAUSED',
        pauseReason: 'GONE',
        availableActions: ['RESUME'],
        partner: { ...PARTNER, credentials: [] },
        messages: messagesOf([{ ...MESSAGE, status: 'PENDING', dueAt: '2026-03-01T00:30:00.000Z' }]),
      },
    )
    await screen.findByText(/已暂停：对方答复 410/)
    expect(screen.getByRole('row', { name: /已结案/ }).textContent).toContain('恢复后')
    expect(screen.getByText(/没有含.*有效凭证/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /恢\s?复/ })).toBeTruthy()
  })

  it('shows what was sent and every attempt, and sends it again', async () => {
    const { user, inputs } = open('ADMIN', page, {
      ReplayWebhookMessage: () => ({
        replayWebhookMessage: { ...MESSAGE, status: 'PENDING', attemptCount: 0 },
      }),
    })
    await user.click(await screen.findByRole('link', { name: /已结案/ }))
    const sheet = await screen.findByRole('dialog')
    await within(sheet).findByText(/"id": "cmp_1"/)
    expect(within(sheet).getByText('HTTP 503 · 93 毫秒')).toBeTruthy()
    await user.click(within(sheet).getByRole('button', { name: /重\s?发/ }))
    await screen.findByText('已排队重发')
    expect(inputs('ReplayWebhookMessage')).toEqual([{ messageId: 'msg_1' }])
  })

  it('is only looked at by the auditor', async () => {
    const { user } = open('AUDITOR', page, {}, { availableActions: [] })
    await user.click(await screen.findByRole('link', { name: /已结案/ }))
    await screen.findByText('HTTP 503 · 93 毫秒')
    expect(screen.queryByRole('button', { name: /测试|更多操作|重\s?发/ })).toBeNull()
  })
})
