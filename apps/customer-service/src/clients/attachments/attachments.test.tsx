import type { Permission } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { portal } from '../../portal.tsx'
import { AT, givenClient, idOf, LI_NA, page, SEES_ALL } from '../../testing/given.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  clearPage()
})

const KEEPS: readonly Permission[] = [
  ...SEES_ALL,
  'attachment:read',
  'attachment:add',
  'attachment:remove',
  'attachment:reveal',
]
const file = (nth: number, more: object) => ({
  __typename: 'Attachment',
  id: idOf('att', nth),
  version: 1,
  name: '租约.pdf',
  note: null,
  format: 'PDF',
  classification: 'INTERNAL',
  sizeBytes: 48_000,
  addedAt: AT,
  addedBy: LI_NA,
  removedAt: null,
  removalReason: null,
  removedBy: null,
  ...more,
})

async function openFiles(attachments: readonly object[], permissions = KEEPS) {
  const shown = openPortal(portal, `clients/${idOf('cli', 1)}`, {
    person: { permissions },
    answers: {
      ClientPage: () => ({ client: givenClient({ attachments }), complaints: page('Complaint', []) }),
      RemoveAttachment: () => ({
        removeAttachment: { __typename: 'Attachment', id: idOf('att', 1), version: 2 },
      }),
    },
  })
  const files = within(await screen.findByRole('region', { name: '附件' }))
  return { ...shown, files, user: userEvent.setup({ delay: null }) }
}

/** What was asked of the server, and its answer to each. */
const answering = (status: number, body: string) => {
  const asked: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return Promise.resolve(new Response(body, { status }))
  })
  return asked
}

describe('the files of a client', () => {
  it('offers to each what they may: a plain one to save, a sensitive one to show for a reason', async () => {
    const { files } = await openFiles([
      file(1, {}),
      file(2, { name: '身份证.jpg', format: 'JPEG', classification: 'SENSITIVE' }),
      file(3, { name: '户型图.png', format: 'PNG' }),
    ])
    const save = files.getByRole('link', { name: '下载 租约.pdf' })
    expect(save.getAttribute('href')).toBe(`/files/attachments/${idOf('att', 1)}`)
    expect(files.queryByRole('link', { name: '下载 身份证.jpg' })).toBeNull()
    expect(files.getByRole('button', { name: '查看 身份证.jpg' })).toBeTruthy()
    // Of pictures, those that need no reason are shown.
    expect(files.getAllByRole('img', { name: /./ }).map((it) => it.getAttribute('alt'))).toContain(
      '户型图.png',
    )
    expect(files.queryByRole('img', { name: '身份证.jpg' })).toBeNull()
  })

  it('shows who may only look over the archive neither names nor doors', async () => {
    const { files } = await openFiles([file(1, { name: null })], SEES_ALL)
    expect(files.getByText('（名称不可见）')).toBeTruthy()
    expect(files.queryByRole('link')).toBeNull()
    expect(files.queryByRole('button')).toBeNull()
  })

  it('keeps the reason that was typed when a sensitive file is refused', async () => {
    const asked = answering(400, JSON.stringify({ errors: [{ message: '今天已查阅 30 位客户' }] }))
    const { files, user } = await openFiles([file(2, { name: '身份证.jpg', classification: 'SENSITIVE' })])
    await user.click(files.getByRole('button', { name: '查看 身份证.jpg' }))
    const form = within(await screen.findByRole('form', { name: '查看并下载' }))
    await user.type(form.getByLabelText('用途'), '核对客户身份')
    await user.click(form.getByRole('button', { name: '查看并下载' }))
    await form.findByText('今天已查阅 30 位客户')
    expect(asked.map(({ url, init }) => [url, init.body])).toEqual([
      [`/files/attachments/${idOf('att', 2)}/reveal`, JSON.stringify({ reason: '核对客户身份' })],
    ])
    expect(form.getByLabelText('用途')).toHaveProperty('value', '核对客户身份')
  })

  it('removes a file for a reason, and tells of those that are gone', async () => {
    const { files, user, sent } = await openFiles([
      file(1, {}),
      file(4, { name: '旧约.pdf', removedAt: AT, removedBy: LI_NA, removalReason: '已到期' }),
    ])
    await user.click(files.getByText('已移除（1）'))
    await files.findByText(/已到期/)
    await user.click(files.getByRole('button', { name: '移除 租约.pdf' }))
    const form = within(await screen.findByRole('form', { name: '移除附件' }))
    await user.type(form.getByLabelText('移除的原因'), '误传了文件')
    await user.click(form.getByRole('button', { name: '移除附件' }))
    await waitFor(() =>
      expect(sent.filter(({ operation }) => operation === 'RemoveAttachment')).toMatchObject([
        { variables: { input: { attachmentId: idOf('att', 1), expectedVersion: 1, reason: '误传了文件' } } },
      ]),
    )
  })
})
