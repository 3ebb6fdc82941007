import { clearPage, openPage } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { FieldsPage } from './fields-page.tsx'

afterEach(clearPage)

const USE = {
  __typename: 'CustomField',
  id: 'fld_1',
  key: 'useOfHome',
  labelZh: '房屋用途',
  labelEn: 'Use',
  type: 'CHOICE',
  class: 'INTERNAL',
  kinds: ['HOUSEHOLD'],
  choices: [
    { __typename: 'CustomFieldChoice', key: 'c1', zh: '自住', en: 'Own' },
    { __typename: 'CustomFieldChoice', key: 'c2', zh: '出租', en: 'Let' },
  ],
  isRequired: true,
  unit: null,
  least: null,
  most: null,
  position: 4,
  retiredAt: null,
  version: 2,
}

it('a field gets a choice more, and keeps those it has; a new one without choices is told so', async () => {
  const { sent } = openPage('/fields', <FieldsPage />, {
    person: {
      permissions: ['customField:read', 'customField:define', 'customField:amend', 'customField:retire'],
    },
    answers: {
      CustomFields: () => ({ customFields: [USE] }),
      AmendCustomField: () => ({ amendCustomField: { ...USE, version: 3 } }),
    },
  })
  const user = userEvent.setup({ delay: null })
  const table = within(await screen.findByRole('table', { name: '字段列表' }))
  await user.click(await table.findByRole('button', { name: '修改 房屋用途' }))
  let form = within(await screen.findByRole('form', { name: '自定义字段' }))
  // Neither key nor type nor class can be changed, nor a choice taken out.
  expect(form.queryByLabelText('代码')).toBeNull()
  expect(form.queryByRole('button', { name: '删除选项 1' })).toBeNull()
  await user.click(form.getByRole('button', { name: /增加选项/ }))
  await user.type(form.getByLabelText('选项 3（中文）'), '空置')
  await user.type(form.getByLabelText('选项 3（英文）'), 'Empty')
  await user.click(form.getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation === 'AmendCustomField')?.variables).toMatchObject({
      input: {
        fieldId: 'fld_1',
        expectedVersion: 2,
        isRequired: true,
        choices: [{ key: 'c1' }, { key: 'c2' }, { zh: '空置', en: 'Empty' }],
      },
    }),
  )

  await user.click(screen.getByRole('button', { name: /新增字段/ }))
  form = within(await screen.findByRole('form', { name: '自定义字段' }))
  await user.type(form.getByLabelText('中文名称'), '车位')
  await user.type(form.getByLabelText('英文名称'), 'Parking')
  await user.type(form.getByLabelText('代码'), 'Parking place')
  await user.click(form.getByText('选项', { exact: true }))
  await user.click(form.getByRole('button', { name: '保存' }))
  await form.findByText('以小写字母开头，只用字母和数字，2 到 40 个。')
  await form.findByText('至少要有一个选项。')
})
