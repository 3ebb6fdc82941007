import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { AT, givenClient, idOf, page, PROJECT, SEES_ALL } from '../../testing/given.ts'

beforeEach(() => localStorage.clear())
afterEach(clearPage)

const field = (nth: number, key: string, labelZh: string, more: object = {}) => ({
  __typename: 'CustomField',
  id: idOf('fld', nth),
  key,
  labelZh,
  labelEn: key,
  type: 'TEXT',
  class: 'INTERNAL',
  kinds: ['INDIVIDUAL', 'HOUSEHOLD'],
  choices: [],
  isRequired: false,
  unit: null,
  least: null,
  most: null,
  position: nth,
  retiredAt: null,
  version: 1,
  ...more,
})
const CARS = field(1, 'cars', '车辆数', { type: 'NUMBER', unit: '辆', most: '9' })
const CARE = field(2, 'careNote', '照护提示', { class: 'PERSONAL' })
const HEALTH = field(3, 'health', '健康情况', { class: 'SENSITIVE' })
const FIELDS = [CARS, CARE, HEALTH, field(4, 'licence', '执照号', { kinds: ['COMPANY'] })]
const value = (of: { id: string; key: string }, more: object) => ({
  __typename: 'ClientFieldValue',
  id: of.id.replace('fld', 'cfv'),
  version: 3,
  field: { __typename: 'CustomField', id: of.id, key: of.key },
  value: null,
  personalValue: null,
  ...more,
})
const CLIENT = {
  fieldValues: [value(CARS, { value: '2' })],
  personalFieldValues: [],
  sealedFieldValues: [value(HEALTH, {})],
}
const KEEPS: readonly Permission[] = ['client:readParticulars', 'client:setField', 'client:revealField']

const open = (path: string, answers: Answers = {}, more: readonly Permission[] = KEEPS) => ({
  ...openPortal(portal, path, {
    person: { permissions: [...SEES_ALL, 'customField:read', ...more] },
    answers: {
      FieldsOfClients: () => ({ customFields: FIELDS }),
      TagsOfClients: () => ({ tags: [] }),
      ClientPage: () => ({ client: givenClient(CLIENT), complaints: page('Complaint', []) }),
      SetFieldsOfClient: () => ({
        setFieldsOfClient: { __typename: 'Client', id: idOf('cli', 1), version: 4 },
      }),
      ...answers,
    },
  }),
  user: userEvent.setup({ delay: null }),
})
const inputsOf = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent
    .filter((it) => it.operation === operation)
    .map(({ variables }) => (variables as { input?: object }).input)
const panel = async () => within(await screen.findByRole('region', { name: '更多资料' }))

it('what does not fit is told beside its line, and what was not touched is not sent', async () => {
  const { user, sent } = open(`clients/${idOf('cli', 1)}`)
  const shown = await panel()
  expect(shown.getByText('2 辆')).toBeTruthy()
  // Of what is sealed, that it is there.
  expect(shown.getByText('已登记（加密）')).toBeTruthy()
  await user.click(shown.getByRole('button', { name: '填写' }))
  const form = within(await screen.findByRole('form', { name: '更多资料' }))
  expect(form.queryByLabelText(/执照号/)).toBeNull()
  const cars = form.getByLabelText(/车辆数/)
  await user.clear(cars)
  await user.type(cars, '12')
  await user.click(form.getByRole('button', { name: '保存' }))
  await form.findByText('“车辆数”不大于 9 辆。')
  expect(inputsOf(sent, 'SetFieldsOfClient')).toEqual([])
  await user.clear(cars)
  await user.type(cars, '3')
  await user.type(form.getByLabelText(/照护提示/), '按两次门铃')
  await user.click(form.getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(inputsOf(sent, 'SetFieldsOfClient')).toEqual([
      {
        clientId: idOf('cli', 1),
        values: [
          { fieldId: CARS.id, value: '3', expectedVersion: 3 },
          { fieldId: CARE.id, value: '按两次门铃', expectedVersion: 0 },
        ],
      },
    ]),
  )
})

it('what is sealed is shown for a reason; who may not care for the client is asked nothing personal', async () => {
  const { user, sent } = open(`clients/${idOf('cli', 1)}`, {
    RevealFieldsOfClient: () => ({
      revealFieldsOfClient: {
        __typename: 'RevealedFields',
        values: [{ __typename: 'RevealedField', key: 'health', value: '青霉素过敏' }],
      },
    }),
  })
  await user.click((await panel()).getByRole('button', { name: '查看敏感内容' }))
  const form = within(await screen.findByRole('form', { name: '查看' }))
  await user.type(form.getByLabelText('用途'), '急救联系')
  await user.click(form.getByRole('button', { name: '查看' }))
  await screen.findByText('青霉素过敏')
  expect(inputsOf(sent, 'RevealFieldsOfClient')).toEqual([
    { clientId: idOf('cli', 1), fieldIds: [HEALTH.id], reason: '急救联系' },
  ])
})

it('a list is narrowed by a field in its own way; what is sensitive is not offered', async () => {
  const { user, sent, router } = open('clients', {
    ClientFiling: ({ withCount }) => ({
      clients: page('Client', [givenClient({ createdAt: AT, openComplaintCount: 0, lastComplaintAt: null })]),
      ...(withCount
        ? { counted: { __typename: 'ClientConnection', totalCount: 1, totalCountIsCapped: false } }
        : {}),
    }),
    PlacesOfClients: () => ({ projects: [{ ...PROJECT, buildings: [] }] }),
    ColleaguesByName: () => ({ staff: page('Staff', []) }),
    SavedViews: () => ({ savedViews: [] }),
  })
  await screen.findByText('1 位客户')
  await user.click(screen.getByRole('button', { name: /更多筛选/ }))
  await user.click(await screen.findByRole('combobox', { name: '自定义字段' }))
  await screen.findByTitle('照护提示')
  expect(screen.queryByTitle('健康情况')).toBeNull()
  await user.click(screen.getByTitle('车辆数'))
  await user.type(screen.getByLabelText('内容'), '2')
  await user.click(screen.getByRole('button', { name: '加入条件' }))
  await waitFor(() => expect(router.state.location.search).toContain('field='))
  await waitFor(() =>
    expect(sent.filter(({ operation }) => operation === 'ClientFiling').at(-1)?.variables).toMatchObject({
      filter: { fields: [{ fieldId: CARS.id, from: '2' }] },
    }),
  )
  await screen.findByRole('button', { name: '去掉条件 车辆数' })
})
