import { clearPage, openPage } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TagsPage } from './tags-page.tsx'

afterEach(clearPage)

const tag = (id: string, nameZh: string, retiredAt: string | null = null) => ({
  __typename: 'Tag',
  id,
  nameZh,
  nameEn: `English ${nameZh}`,
  tone: 'WARN',
  kinds: ['HOUSEHOLD'],
  retiredAt,
  version: 3,
})

it('words are retired, restored and defined; a name that is taken is told beside the name', async () => {
  const { sent } = openPage('/tags', <TagsPage />, {
    person: { permissions: ['tag:read', 'tag:define', 'tag:amend', 'tag:retire', 'tag:restore'] },
    answers: {
      Tags: () => ({ tags: [tag('tag_2', '旧词', '2026-01-01T00:00:00.000Z'), tag('tag_1', '独居老人')] }),
      RetireTag: () => ({ retireTag: { ...tag('tag_1', '独居老人'), version: 4 } }),
      DefineTag: () => ({
        defineTag: { __typename: 'DuplicateError', code: 'DUPLICATE', message: '已存在', existingId: null },
      }),
    },
  })
  const table = within(await screen.findByRole('table', { name: '标签列表' }))
  // What is in use comes first.
  expect((await table.findAllByRole('row'))[1]!.textContent).toContain('独居老人')
  expect(table.getByRole('button', { name: '恢复 旧词' })).toBeTruthy()
  const user = userEvent.setup({ delay: null })
  await user.click(table.getByRole('button', { name: '停用 独居老人' }))
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation === 'RetireTag')?.variables).toEqual({
      input: { tagId: 'tag_1', expectedVersion: 3 },
    }),
  )
  await user.click(screen.getByRole('button', { name: /新增标签/ }))
  const form = within(await screen.findByRole('form', { name: '标签' }))
  await user.type(form.getByLabelText('中文名称'), '独居老人')
  await user.type(form.getByLabelText('英文名称'), 'Alone')
  await user.click(form.getByRole('button', { name: '保存' }))
  await form.findByText('已有同名的标签（可能已停用）。')
  expect(form.getByLabelText('中文名称')).toHaveProperty('value', '独居老人')
})
