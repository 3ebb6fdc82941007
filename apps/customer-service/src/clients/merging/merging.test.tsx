import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { idOf, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const MAY: readonly Permission[] = [...SEES_ALL, 'clientMerge:read', 'clientMerge:propose']
const [A, B] = [idOf('cli', 1), idOf('cli', 2)]
const side = (id: string, code: string, more: object = {}) => ({
  __typename: 'Client',
  id,
  code,
  name: '王小明',
  kind: 'HOUSEHOLD',
  relation: 'OWNER',
  phoneMasked: '138****1234',
  emailMasked: null,
  source: null,
  referrer: null,
  referrerClient: null,
  keyAccountManager: null,
  fieldValues: [],
  personalFieldValues: [],
  ...more,
})
const field = (key: string, standing: string) => ({
  __typename: 'ComparedField',
  key,
  standing,
  labelZh: key,
  labelEn: key,
  customFieldId: null,
})
const found = (more: object = {}) => ({
  clientMergePreview: {
    __typename: 'ClientMergePreview',
    fingerprint: 'f1',
    obstacles: [],
    fields: [
      field('name', 'SAME'),
      field('phone', 'DIFFERENT'),
      field('email', 'MERGED_ONLY'),
      field('profile:birthday', 'SEALED'),
    ],
    counts: [{ __typename: 'MergeCount', what: 'client_tag', survivor: 1, merged: 2, staying: 1 }],
    ...more,
  },
})
const open = (answers: Answers = {}) =>
  openPortal(portal, `merges/new?survivor=${A}&merged=${B}`, {
    person: { permissions: MAY },
    answers: {
      ClientsToMerge: () => ({
        survivor: side(A, 'C1'),
        merged: side(B, 'C2', { phoneMasked: '139****5678', emailMasked: 'w***@example.com' }),
      }),
      ClientMergePreview: () => found(),
      ProposeClientMerge: () => ({
        proposeClientMerge: {
          __typename: 'NotEligibleError',
          code: 'NOT_ELIGIBLE',
          reason: 'archivesAreAsSeen',
          message: '请重新核对。',
        },
      }),
      ...answers,
    },
  })

it('shows what differs, folds away what does not, chooses what is sealed unseen, and keeps what was typed', async () => {
  const { sent } = open()
  const user = userEvent.setup({ delay: null })
  const table = within(await screen.findByRole('table', { name: '不同的项' }))
  const row = (name: string) => within(table.getByRole('row', { name: new RegExp(name) }))
  expect(table.getAllByRole('row')).toHaveLength(4)
  expect(row('电话').getByText('139****5678')).toBeTruthy()
  // What only one of them says stands without anybody’s choosing.
  expect(row('邮箱').getByRole<HTMLInputElement>('radio', { name: /C2/ }).checked).toBe(true)
  expect(row('出生日期').getAllByText('已登记（保密，不显示）')).toHaveLength(2)
  await user.click(row('出生日期').getByRole('radio', { name: /C2/ }))
  const form = within(screen.getByRole('form', { name: '提请合并' }))
  await user.type(form.getByRole('textbox', { name: /为什么/ }), '同一人')
  await user.click(form.getByRole('button', { name: '签署并提请' }))
  await screen.findByText('请重新核对。')
  expect(sent.find(({ operation }) => operation === 'ProposeClientMerge')?.variables).toEqual({
    input: {
      survivorId: A,
      mergedId: B,
      fingerprint: 'f1',
      taken: ['email', 'profile:birthday'],
      reason: '同一人',
    },
  })
  expect(form.getByRole<HTMLTextAreaElement>('textbox', { name: /为什么/ }).value).toBe('同一人')
  await waitFor(() =>
    expect(sent.filter(({ operation }) => operation === 'ClientMergePreview').length).toBeGreaterThan(1),
  )
})

it('says what is in the way instead of asking for a reason', async () => {
  open({
    ClientMergePreview: () =>
      found({
        obstacles: [{ __typename: 'MergeObstacle', reason: 'kindsFit', message: '个人不能与企业合并。' }],
      }),
  })
  await screen.findByText('个人不能与企业合并。')
  expect(screen.queryByRole('form', { name: '提请合并' })).toBeNull()
})
