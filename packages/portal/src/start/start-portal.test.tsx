import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppLink } from '@steward/ui'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPortal } from '../../testing/index.tsx'
import type { PortalModule } from '../contract.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { lazyPage, usePortalPath } from '../routing/routes.tsx'

afterEach(clearPage)

const texts = messages({
  hello: { zh: '您好，{{name}}', en: 'Hello, {{name}}' },
  cases: { zh: '{{count}} 件投诉', en: { one: '{{count}} complaint', other: '{{count}} complaints' } },
})

function Front() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  return (
    <>
      <h1>{say('hello', { name: '孙丽 & <b>' })}</h1>
      <p>{[0, 1, 2].map((count) => say('cases', { count })).join(' / ')}</p>
      <p>{sayWord({ zh: '已登记', en: 'Registered' })}</p>
      <AppLink to={path('cases/7')}>…</AppLink>
    </>
  )
}

const portal: PortalModule = {
  contract: 1,
  name: 'customer-service',
  messages: { title: { zh: '客户服务', en: 'Customer service' }, summary: { zh: '', en: '' } },
  permission: 'portal:customerService',
  routes: [
    {
      path: '',
      page: lazyPage(async () => Front),
      menu: { label: { zh: '概览', en: 'Overview' }, icon: null },
    },
    { path: 'cases/:id', page: lazyPage(async () => () => <h1>第七件</h1>) },
  ],
}
const person = { permissions: ['portal:customerService'] as const }

describe('a portal alone', () => {
  it('speaks Chinese first, and English at a click, everywhere at once', async () => {
    openPortal(portal, '', { person })
    await screen.findByText('您好，孙丽 & <b>')
    expect(screen.getByText('0 件投诉 / 1 件投诉 / 2 件投诉')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'English' }))
    await screen.findByText('Hello, 孙丽 & <b>')
    expect(screen.getByText('0 complaints / 1 complaint / 2 complaints')).toBeTruthy()
    expect(screen.getByText('Registered')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Overview' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('steward.locale')).toBe('en')
  })

  it('has the same paths as in the shell', async () => {
    const { router } = openPortal(portal, '', { person })
    await userEvent.click(await screen.findByRole('link', { name: '…' }))
    await screen.findByText('第七件')
    expect(router.state.location.pathname).toBe('/customer-service/cases/7')
  })

  it('turns away whoever has no business in it', async () => {
    openPortal(portal, '', { person: { permissions: [] } })
    expect(await screen.findByText('这里不归您的岗位')).toBeTruthy()
  })
})
