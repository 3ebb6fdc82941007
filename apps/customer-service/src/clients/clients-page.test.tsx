import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { AT, givenCase, givenClient, idOf, LI_NA, page, PROJECT, SEES_ALL } from '../testing/given.ts'

beforeEach(() => localStorage.clear())
afterEach(clearPage)

const onFile = (more: object = {}) =>
  givenClient({
    emailMasked: null,
    createdAt: AT,
    archivedAt: null,
    openComplaintCount: 2,
    lastComplaintAt: AT,
    keyAccountManager: LI_NA,
    ...more,
  })

const open = (path: string, permissions = SEES_ALL, answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: { permissions },
    answers: {
      ClientLookup: () => ({
        findClients: [givenClient(), givenClient({ id: idOf('cli', 2), name: '王芳' })],
      }),
      ClientFiling: ({ withCount }) => ({
        clients: page('Client', [onFile(), onFile({ id: idOf('cli', 2), name: '王芳' })]),
        ...(withCount
          ? { counted: { __typename: 'ClientConnection', totalCount: 2, totalCountIsCapped: false } }
          : {}),
      }),
      PlacesOfClients: () => ({ projects: [{ ...PROJECT, buildings: [] }] }),
      ColleaguesByName: () => ({ staff: page('Staff', []) }),
      SavedViews: () => ({ savedViews: [] }),
      TagsOfClients: () => ({ tags: [] }),
      FieldsOfClients: () => ({ customFields: [] }),
      ClientPage: () => ({
        client: { ...givenClient(), keyAccountManager: null },
        complaints: page('Complaint', [givenCase()]),
      }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

describe('looking a client up', () => {
  it('takes a key and Enter', async () => {
    const { user, router } = open('clients')
    await screen.findByText('2 位客户')
    await user.click(screen.getByRole('searchbox', { name: '查找客户' }))
    await user.keyboard('王')
    await waitFor(() => expect(screen.getByRole('table', { name: '找到的客户' })).toBeTruthy())
    await screen.findByRole('link', { name: /王芳/ })
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: '王小明' })
    expect(router.state.location.pathname).toBe(`/customer-service/clients/${givenClient().id}`)
  })

  it('stands in the address, so that the way back leads to it', async () => {
    const { sent } = open('clients?q=3-18')
    await screen.findByRole('link', { name: /王小明/ })
    expect(sent.find(({ operation }) => operation === 'ClientLookup')?.variables).toEqual({ words: '3-18' })
  })

  it('shows no number whole', async () => {
    open('clients?q=王')
    await screen.findByRole('link', { name: /王小明/ })
    expect(screen.getAllByText('138****1234')).toHaveLength(2)
  })

  it('by the end of a phone says that it is on record, asks when told to, and says when it is too often', async () => {
    const { user, sent } = open('clients?q=1234', SEES_ALL, {
      ClientLookup: () => ({ findClients: [] }),
      LookupClientsByPhone: () => ({
        lookupClientsByPhone: {
          __typename: 'NotEligibleError',
          code: 'NOT_ELIGIBLE',
          message: '一小时内最多查找 60 次',
        },
      }),
    })
    await screen.findByText('会记录在案')
    expect(sent.some(({ operation }) => operation === 'LookupClientsByPhone')).toBe(false)
    await user.click(screen.getByRole('button', { name: '查手机尾号 1234 的客户' }))
    await screen.findByText('一小时内最多查找 60 次')
  })
})

describe('the list of clients', () => {
  const asked = (sent: readonly { operation: string; variables: object }[]) =>
    sent.filter(({ operation }) => operation === 'ClientFiling').map(({ variables }) => variables)

  it('shows those in use, and what the address narrows it to', async () => {
    const { sent } = open(
      'clients?kind=COMPANY&lacks=phone,manager&cases=open&state=all&order=NEWEST&from=2026-01-01',
    )
    await screen.findByText('2 位客户')
    expect(asked(sent)[0]).toMatchObject({
      orderBy: 'NEWEST',
      filter: {
        kind: ['COMPANY'],
        hasPhone: false,
        hasKeyAccountManager: false,
        hasOpenComplaint: true,
        createdFrom: '2025-12-31T16:00:00.000Z',
      },
    })
    clearPage()
    const plain = open('clients')
    await screen.findByText('2 位客户')
    expect(asked(plain.sent)[0]).toMatchObject({ orderBy: 'CODE', filter: { archived: false } })
  })

  it('offers no filter, column or order that would tell what one may not read', async () => {
    open(
      'clients',
      SEES_ALL.filter((it) => it !== 'client:readCases'),
    )
    await screen.findByText('2 位客户')
    expect(screen.queryByLabelText('在办投诉')).toBeNull()
    expect(screen.queryByRole('columnheader', { name: '在办投诉' })).toBeNull()
  })

  it('names one manager for all that match, also for those that are not shown, and says who was left', async () => {
    const hidden = { __typename: 'Client', id: idOf('cli', 3), code: 'C0003', name: '赵云' }
    const { user, sent } = open('clients?lacks=manager', [...SEES_ALL, 'client:assignManager'], {
      ClientFiling: () => ({
        clients: page('Client', [onFile()]),
        counted: { __typename: 'ClientConnection', totalCount: 2, totalCountIsCapped: false },
      }),
      ClientsInBulk: () => ({ clients: page('Client', [onFile(), hidden]) }),
      ColleaguesByName: () => ({ staff: page('Staff', [{ ...LI_NA, position: null }]) }),
      AssignManagerOfClients: () => ({
        assignManagerOfClients: {
          __typename: 'ManagerAssignment',
          assignedIds: [givenClient().id],
          left: [{ __typename: 'LeftClient', clientId: hidden.id, message: '档案已停用。' }],
        },
      }),
    })
    await screen.findByText('2 位客户')
    await user.click(screen.getByRole('checkbox', { name: '选择此行' }))
    await user.click(screen.getByRole('button', { name: '选择符合条件的全部 2 位' }))
    await user.click(screen.getByRole('button', { name: '指定专职客户经理（2 位）' }))
    await user.click(await screen.findByRole('button', { name: '取消现有指定' }))
    await screen.findByText(/已指定 1 位/)
    expect(screen.getByText('赵云')).toBeTruthy()
    expect(screen.getByText('档案已停用。')).toBeTruthy()
    const asked = (operation: string) => sent.find((it) => it.operation === operation)?.variables
    expect(asked('ClientsInBulk')).toMatchObject({ filter: { hasKeyAccountManager: false, archived: false } })
    expect(asked('AssignManagerOfClients')).toEqual({ input: { clientIds: [givenClient().id, hidden.id] } })
  })

  it('keeps the columns that somebody wants to see', async () => {
    const { user, router } = open('clients')
    await screen.findByText('2 位客户')
    await user.click(screen.getByRole('button', { name: '列与疏密' }))
    const sheet = within(await screen.findByRole('dialog'))
    await user.click(sheet.getByRole('switch', { name: '类别' }))
    await user.click(sheet.getByRole('switch', { name: '电话' }))
    await router.navigate(`/customer-service/clients/${givenClient().id}`)
    await screen.findByRole('heading', { name: '王小明' })
    await router.navigate('/customer-service/clients')
    await screen.findByText('2 位客户')
    expect(screen.getByRole('columnheader', { name: '类别' })).toBeTruthy()
    expect(screen.queryByRole('columnheader', { name: '电话' })).toBeNull()
  })
})

describe('the page of a client', () => {
  it('has their units, their cases, and the way to a new one', async () => {
    const { user, router } = open(`clients/${givenClient().id}`)
    await screen.findByRole('heading', { name: '王小明' })
    expect(screen.getByText('翠湖花园 · 3-1802')).toBeTruthy()
    expect(screen.getByRole('link', { name: /卫生间漏水/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '为此客户登记' }))
    await waitFor(() => expect(router.state.location.search).toBe(`?client=${givenClient().id}`))
  })
})
