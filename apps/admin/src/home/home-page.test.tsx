import { clearPage, openPage } from '@steward/portal/testing'
import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HomePage } from './home-page.tsx'

afterEach(clearPage)

describe('the first page of the shell', () => {
  it('is for everybody: who one is and what one may do', async () => {
    openPage('/', <HomePage />, { person: { roles: ['AUDITOR'], permissions: ['audit:read'] }, locale: 'en' })
    await screen.findByRole('heading', { name: 'Hello, 孙丽' })
    expect(screen.getByText('Auditor')).toBeTruthy()
    expect(screen.getByText('1 permission')).toBeTruthy()
  })
})
