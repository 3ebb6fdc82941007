import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { clearPage, openPage } from '@steward/portal/testing'
import { RequirementsPage } from './requirements-page.tsx'

afterEach(clearPage)

const people = (everybody: number, names: readonly string[]) => ({
  everybody: { __typename: 'StaffConnection', totalCount: everybody },
  without: {
    __typename: 'StaffConnection',
    totalCount: names.length,
    edges: names.map((name) => ({
      __typename: 'StaffEdge',
      node: { __typename: 'Staff', id: `stf_${name}`, name },
    })),
  },
})

const open = (permissions: readonly string[] = ['factorPolicy:read', 'factorPolicy:set']) =>
  openPage('/sign-in-requirements', <RequirementsPage />, {
    locale: 'en',
    person: { permissions: [...permissions] as never },
    answers: {
      FactorPolicies: () => ({
        factorPolicies: [
          { __typename: 'FactorPolicy', role: 'ADMIN', since: '2026-01-01T00:00:00.000Z', graceDays: 14 },
        ],
      }),
      PeopleConcerned: ({ role }) => (role === 'ADMIN' ? people(2, []) : people(3, ['Li', 'Wu'])),
      SetFactorPolicy: () => ({
        setFactorPolicy: { __typename: 'FactorPolicySet', role: 'GENERAL_MANAGER', graceDays: 14 },
      }),
      RemoveFactorPolicy: () => ({ removeFactorPolicy: { __typename: 'FactorPolicySet', role: 'ADMIN' } }),
    },
  })

it('says before saving whom it concerns and what becomes of those who have none', async () => {
  const { sent } = open()
  const table = await screen.findByRole('table', { name: 'Roles with a requirement' })
  await within(table).findByText('2, all have one')
  await userEvent.click(screen.getByRole('button', { name: /Ask it of a role/ }))
  const sheet = await screen.findByRole('dialog')
  await userEvent.click(within(sheet).getByRole('combobox', { name: 'Role' }))
  // What has a requirement already is changed in its row.
  expect(screen.queryByTitle('Administrator')).toBeNull()
  await userEvent.click(await screen.findByTitle('General manager'))
  const consequence = await within(sheet).findByText(/in this role: 3. Without a second factor: 2 – Li, Wu/)
  expect(consequence.closest('[role=status]')!.textContent).toMatch(/They have until .* nothing else/)
  await userEvent.clear(within(sheet).getByLabelText(/Days of grace/))
  await userEvent.type(within(sheet).getByLabelText(/Days of grace/), '0')
  await within(sheet).findByText(/When they sign in next/)
  await userEvent.click(within(sheet).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation === 'SetFactorPolicy')?.variables).toEqual({
      input: { role: 'GENERAL_MANAGER', graceDays: 0 },
    }),
  )
})

it('removes one only after saying what that means', async () => {
  const { sent } = open()
  await userEvent.click(await screen.findByRole('button', { name: /Remove the requirement of/ }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('A password alone then lets people into this role')
  const removed = () => sent.filter(({ operation }) => operation === 'RemoveFactorPolicy')
  expect(removed()).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(removed()[0]?.variables).toEqual({ input: { role: 'ADMIN' } }))
})

it('is there to be read without being changed', async () => {
  open(['factorPolicy:read'])
  await screen.findByText('2, all have one')
  expect(screen.queryByRole('button', { name: /Change|Remove|Ask/ })).toBeNull()
})
