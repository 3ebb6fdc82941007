import { clearPage, openPortal } from '@steward/portal/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const OWN = {
  __typename: 'NoticeTemplate',
  id: 'ntt_1',
  key: 'CASE_ASSIGNED',
  subjectZh: '请接手 {{number}}',
  subjectEn: 'Please take {{number}}',
  bodyZh: '{{recipient}}：请看 {{link}}',
  bodyEn: '{{recipient}}: see {{link}}',
  updatedAt: '2026-11-24T01:00:00.000Z',
  updatedBy: { __typename: 'Staff', id: 'stf_1', name: '周敏' },
  version: 3,
}

const open = (path: string, permissions: readonly ('noticeTemplate:read' | 'noticeTemplate:change')[]) => {
  const opened = openPortal(portal, path, {
    person: { permissions: ['portal:admin', ...permissions] },
    answers: {
      NoticeTemplates: () => ({ noticeTemplates: [OWN] }),
      ChangeNoticeTemplate: () => ({ changeNoticeTemplate: { ...OWN, version: 4 } }),
    },
  })
  return { ...opened, user: userEvent.setup() }
}
const WRITER = ['noticeTemplate:read', 'noticeTemplate:change'] as const
const input = (sent: ReturnType<typeof open>['sent']) =>
  sent.find(({ operation }) => operation === 'ChangeNoticeTemplate')?.variables['input']

describe('the list of texts', () => {
  it('has those to staff and those to clients, and says which were changed and by whom', async () => {
    open('notice-templates', WRITER)
    const staff = await screen.findByRole('table', { name: '发给员工' })
    const row = within(staff).getByText('案件交给我').closest('tr')!
    expect(row.textContent).toContain('请接手 {{number}}')
    expect(row.textContent).toContain('第 3 版')
    expect(row.textContent).toContain('周敏')
    expect(within(staff).getByText('案件重开').closest('tr')!.textContent).toContain('原文')
    const clients = screen.getByRole('table', { name: /告知客户/ })
    expect(within(clients).getAllByRole('row')).toHaveLength(16)
  })
})

describe('the editor of a text', () => {
  it('previews both languages with sample values, and puts a placeholder where the cursor is', async () => {
    const { user, sent } = open('notice-templates/CASE_ASSIGNED', WRITER)
    expect(await screen.findByText('请接手 2611-0042')).toBeTruthy()
    expect(screen.getByText('Please take 2611-0042')).toBeTruthy()
    const [subject] = screen.getAllByLabelText('标题') as [HTMLInputElement, HTMLInputElement]
    await user.click(subject)
    subject.setSelectionRange(0, 2)
    await user.click(screen.getByRole('button', { name: '插入 部门名称 (zh)' }))
    expect(subject.value).toBe('{{department}}手 {{number}}')
    expect(await screen.findByText('工程维修部手 2611-0042')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /保\s?存/ }))
    await waitFor(() =>
      expect(input(sent)).toMatchObject({
        key: 'CASE_ASSIGNED',
        expectedVersion: 3,
        subjectZh: '{{department}}手 {{number}}',
        bodyEn: OWN.bodyEn,
      }),
    )
  })

  it('names an unknown placeholder and a missing language, and sends neither', async () => {
    const { user, sent } = open('notice-templates/CASE_ASSIGNED', WRITER)
    await screen.findByText('请接手 2611-0042')
    const [bodyZh, bodyEn] = screen.getAllByLabelText('正文') as [HTMLElement, HTMLElement]
    fireEvent.change(bodyZh, { target: { value: '电话 {{phone}}' } })
    expect((await screen.findAllByText(/没有占位符 \{\{phone\}\}/)).length).toBeGreaterThan(0)
    fireEvent.change(bodyEn, { target: { value: '' } })
    expect(await screen.findByText('还没有写。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /保\s?存/ }))
    fireEvent.change(bodyEn, { target: { value: 'Dear {{recipient}}' } })
    await user.click(screen.getByRole('button', { name: /保\s?存/ }))
    await waitFor(() => expect(screen.getAllByText(/没有占位符 \{\{phone\}\}/).length).toBeGreaterThan(1))
    expect(input(sent)).toBeUndefined()
  })

  it('goes back to the original words, which hold once they are saved', async () => {
    const { user, sent } = open('notice-templates/CASE_ASSIGNED', WRITER)
    await user.click(await screen.findByRole('button', { name: '恢复原文' }))
    expect(await screen.findByText('案件 2611-0042 由您经办')).toBeTruthy()
    expect(input(sent)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: /保\s?存/ }))
    await waitFor(() => expect(input(sent)).toMatchObject({ subjectEn: 'Case {{number}} is yours' }))
  })

  it('is only read by who does not write', async () => {
    open('notice-templates/CASE_ASSIGNED', ['noticeTemplate:read'])
    expect(await screen.findByText('请接手 2611-0042')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /保\s?存/ })).toBeNull()
  })
})
