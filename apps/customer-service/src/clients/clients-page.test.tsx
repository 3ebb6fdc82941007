import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { givenCase, givenClient, idOf, page, SEES_ALL } from '../testing/given.ts'

afterEach(clearPage)

const open = (path: string, permissions = SEES_ALL) => {
  const opened = openPortal(portal, path, {
    person: { permissions },
    answers: {
      ClientLookup: ({ byTail }) => ({
        bySearch: page('Client', [givenClient(), givenClient({ id: idOf('cli', 2), name: '王芳' })]),
        ...(byTail ? { byTail: page('Client', []) } : {}),
      }),
      ClientPage: () => ({
        client: { ...givenClient(), keyAccountManager: null },
        complaints: page('Complaint', [givenCase()]),
      }),
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

describe('looking a client up', () => {
  it('takes a key and Enter', async () => {
    const { user, router } = open('clients')
    await screen.findByText('输入一两个字就能找到')
    await user.keyboard('王')
    await screen.findByRole('link', { name: /王芳/ })
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: '王小明' })
    expect(router.state.location.pathname).toBe(`/customer-service/clients/${givenClient().id}`)
  })

  it('stands in the address, so that the way back leads to it', async () => {
    const { sent } = open('clients?q=3-18')
    await screen.findByRole('link', { name: /王小明/ })
    expect(sent.find(({ operation }) => operation === 'ClientLookup')?.variables).toEqual({
      search: '3-18',
      tail: '',
      byTail: false,
    })
  })

  it('shows no number whole', async () => {
    open('clients?q=王')
    await screen.findByRole('link', { name: /王小明/ })
    expect(screen.getAllByText('138****1234')).toHaveLength(2)
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
