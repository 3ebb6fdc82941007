import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { AT, givenClient, idOf, page, PROJECT, SEES_ALL } from '../../testing/given.ts'

beforeEach(() => localStorage.clear())
afterEach(clearPage)

const word = (nth: number, nameZh: string, more: object = {}) => ({
  __typename: 'Tag',
  id: idOf('tag', nth),
  nameZh,
  nameEn: `Tag ${nth}`,
  tone: 'WARN',
  kinds: ['INDIVIDUAL', 'HOUSEHOLD'],
  retiredAt: null,
  ...more,
})
const ALONE = word(1, '独居老人')
const VIP = word(2, '重点关注')
const WORDS = [ALONE, VIP, word(3, '旧词', { retiredAt: AT }), word(4, '总部客户', { kinds: ['COMPANY'] })]
const bears = (tag: object) => [{ __typename: 'ClientTag', id: idOf('ctg', 1), tag }]
const changed = (verb: string) => ({
  [verb]: { __typename: 'ClientTagging', changedIds: [idOf('cli', 1)], left: [] },
})

const open = (
  path: string,
  answers: Answers,
  more: readonly Permission[] = ['client:tag', 'client:untag'],
) => ({
  ...openPortal(portal, path, {
    person: { permissions: [...SEES_ALL, ...more] },
    answers: {
      TagsOfClients: () => ({ tags: WORDS }),
      FieldsOfClients: () => ({ customFields: [] }),
      TagClients: () => changed('tagClients'),
      UntagClients: () => changed('untagClients'),
      ...answers,
    },
  }),
  user: userEvent.setup({ delay: null }),
})
const inputsOf = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent.filter((it) => it.operation === operation).map(({ variables }) => variables)

it('a client is given a tag that is a word for them, and loses one, with a touch each', async () => {
  const { user, sent } = open(`clients/${idOf('cli', 1)}`, {
    ClientPage: () => ({ client: givenClient({ tags: bears(ALONE) }), complaints: page('Complaint', []) }),
  })
  const tags = within(await screen.findByRole('region', { name: '标签' }))
  await tags.findByText('独居老人')
  await user.click(tags.getByRole('button', { name: '贴标签' }))
  await screen.findByTitle('重点关注')
  // Not the one that is borne, nor what is retired, nor what is a word for others.
  for (const other of ['独居老人', '旧词', '总部客户']) expect(screen.queryByTitle(other)).toBeNull()
  await user.click(screen.getByTitle('重点关注'))
  await waitFor(() =>
    expect(inputsOf(sent, 'TagClients')).toEqual([{ input: { clientIds: [idOf('cli', 1)], tagId: VIP.id } }]),
  )
  await user.click(tags.getByRole('button', { name: '取下标签 独居老人' }))
  await waitFor(() => expect(inputsOf(sent, 'UntagClients')).toHaveLength(1))
})

it('all that match are given a tag at once; who is left says why', async () => {
  const left = { __typename: 'LeftClient', clientId: idOf('cli', 2), message: '档案已停用。' }
  const onFile = (more: object = {}) =>
    givenClient({ createdAt: AT, openComplaintCount: 0, lastComplaintAt: null, ...more })
  const { user, sent } = open(`clients?tag=${ALONE.id}`, {
    ClientFiling: ({ withCount }) => ({
      clients: page('Client', [onFile({ tags: bears(ALONE) })]),
      ...(withCount
        ? { counted: { __typename: 'ClientConnection', totalCount: 2, totalCountIsCapped: false } }
        : {}),
    }),
    ClientsInBulk: () => ({
      clients: page('Client', [onFile(), onFile({ id: idOf('cli', 2), name: '王芳' })]),
    }),
    PlacesOfClients: () => ({ projects: [{ ...PROJECT, buildings: [] }] }),
    ColleaguesByName: () => ({ staff: page('Staff', []) }),
    SavedViews: () => ({ savedViews: [] }),
    TagClients: () => ({
      tagClients: { __typename: 'ClientTagging', changedIds: [idOf('cli', 1)], left: [left] },
    }),
  })
  const table = within(await screen.findByRole('table', { name: '客户列表' }))
  await table.findByText('独居老人')
  expect(inputsOf(sent, 'ClientFiling')[0]).toMatchObject({ filter: { tags: [ALONE.id] } })
  await user.click(table.getAllByRole('checkbox')[1]!)
  await user.click(await screen.findByRole('button', { name: '选择符合条件的全部 2 位' }))
  await user.click(screen.getByRole('button', { name: '贴标签（2 位）' }))
  const sheet = within(await screen.findByRole('dialog'))
  await user.click(sheet.getByRole('combobox', { name: '标签' }))
  await user.click(await screen.findByTitle('重点关注'))
  await user.click(sheet.getByRole('button', { name: '贴上' }))
  await sheet.findByText(/已改动 1 位 · 1 位没有改动/)
  expect(sheet.getByText('档案已停用。')).toBeTruthy()
  expect(inputsOf(sent, 'TagClients')).toEqual([
    { input: { clientIds: [idOf('cli', 1), idOf('cli', 2)], tagId: VIP.id } },
  ])
})
