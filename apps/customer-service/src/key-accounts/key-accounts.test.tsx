import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { choose } from '../testing/choose.ts'
import { idOf, LI_NA, SEES_ALL, SERVICE } from '../testing/given.ts'

afterEach(clearPage)

const MAY: readonly Permission[] = [
  ...SEES_ALL,
  'keyAccount:read',
  'keyAccount:readDossier',
  'keyAccountNomination:read',
  'keyAccountNomination:propose',
  'value:read',
]
const CLIENT = { __typename: 'Client', id: idOf('cli', 1), code: 'C0001', name: '恒泰贸易' }
const account = (n: number, more: object = {}) => ({
  __typename: 'KeyAccount',
  id: idOf('kac', n),
  level: 'COMPANY',
  tier: 'CORE',
  since: '2025-01-01',
  nextTestOn: '2999-01-01',
  dossierDueOn: '2999-01-01',
  releasedOn: null,
  releaseReason: null,
  client: { ...CLIENT, keyAccountManager: LI_NA },
  ...more,
})
const accounts = (...nodes: readonly object[]) => ({
  keyAccounts: {
    __typename: 'KeyAccountConnection',
    edges: nodes.map((node) => ({ __typename: 'KeyAccountEdge', node })),
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  },
})
const open = (path: string, answers: Answers, permissions = MAY) =>
  openPortal(portal, path, { person: { permissions }, answers })

it('shows at a glance whose dossier is overdue and who has nobody named', async () => {
  open('key-accounts', {
    KeyAccounts: () =>
      accounts(
        account(1),
        account(2, {
          tier: 'GENERAL',
          dossierDueOn: '2020-01-01',
          client: { ...CLIENT, id: idOf('cli', 2), name: '安居服务', keyAccountManager: null },
        }),
      ),
  })
  const late = (await screen.findByRole('link', { name: '安居服务' })).closest('li')!
  expect(within(late).getByText(/逾期 \d+ 天/)).toBeTruthy()
  expect(within(late).getByText('未指定')).toBeTruthy()
  const other = screen.getByRole('link', { name: '恒泰贸易' }).closest('li')!
  expect(within(other).queryByText(/逾期/)).toBeNull()
  expect(within(other).getByText('李娜')).toBeTruthy()
})

const ToNominate = () => ({
  client: CLIENT,
  ...accounts(),
  departments: [{ ...SERVICE, archivedAt: null }],
})
const Standing = () => ({
  keyAccountStanding: {
    __typename: 'KeyAccountStanding',
    from: '2025-12-01',
    to: '2026-11-30',
    revenueMinor: 12_000_000,
    revenueShareBasisPoints: 1_250,
    clients: 80,
    profitMinor: 900_000,
    profitRateBasisPoints: 750,
    averageProfitRateBasisPoints: 500,
    paidOnTimeBasisPoints: 9_800,
    averagePaidOnTimeBasisPoints: 8_000,
    daysLateTenths: 5,
  },
})

it('asks for each of four tests beside what is known, and says that one alone does not decide', async () => {
  const { sent } = open(`key-accounts/nominate?client=${CLIENT.id}`, {
    ChosenClient: () => ({ client: CLIENT }),
    KeyAccountToNominate: ToNominate,
    KeyAccountStanding: Standing,
  })
  // The kit draws a choice over its radio.
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const form = within(await screen.findByRole('form', { name: '提名' }))
  await form.findByText('12.5%')
  await user.click(form.getByRole('radio', { name: '公司级' }))
  await user.click(form.getByRole('radio', { name: '重点' }))
  await choose(user, form.getByRole('combobox', { name: /推荐部门/ }), SERVICE.name)
  await user.type(form.getByRole('textbox', { name: /推荐理由/ }), '整租两层')
  const met = form.getAllByRole('radio', { name: '符合' })
  const notMet = form.getAllByRole('radio', { name: '不符合' })
  await user.click(notMet[0]!)
  await user.click(notMet[1]!)
  await user.click(met[2]!)
  await user.click(notMet[3]!)
  for (const evidence of form.getAllByRole('textbox', { name: /依据/ })) await user.type(evidence, '合同')
  await user.click(form.getByRole('button', { name: '签署并提交' }))
  await screen.findByText(/任何一项都不能单独决定/)
  expect(sent.some(({ operation }) => operation === 'ProposeKeyAccountNomination')).toBe(false)
})
