import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearPage, openPage, type Person } from '../../testing/index.tsx'
import type { PortalModule } from '../contract.ts'
import type { PortalListing, Transport } from '../federation/load-portal.ts'
import { lazyPage } from '../routing/routes.tsx'
import { Shell } from './shell.tsx'

afterEach(() => {
  clearPage()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const page = (words: string) => lazyPage(async () => () => <h1>{words}</h1>)
const label = (zh: string, en: string) => ({ label: { zh, en }, icon: null })

const own: PortalModule = {
  contract: 1,
  name: 'admin',
  messages: { title: { zh: '管理', en: 'Administration' }, summary: { zh: '', en: '' } },
  permission: 'portal:admin',
  routes: [
    { path: '', page: page('外壳首页'), menu: label('首页', 'Home') },
    { path: 'people', page: page('人员'), permission: 'staff:read', menu: label('人员', 'People') },
    { path: 'limits', page: page('额度'), permission: 'limit:read', menu: label('额度', 'Limits') },
  ],
}

const service: PortalModule = {
  contract: 1,
  name: 'customer-service',
  messages: { title: { zh: '客户服务', en: 'Customer service' }, summary: { zh: '', en: '' } },
  permission: 'portal:customerService',
  routes: [
    { path: '', page: page('客户服务概览'), menu: label('概览', 'Overview') },
    {
      path: 'broken',
      page: lazyPage(async () => () => {
        throw new Error('a mistake in the portal')
      }),
      menu: label('坏页', 'Broken'),
    },
  ],
}

const listing: PortalListing = {
  name: 'customer-service',
  entry: '/portals/customer-service/remoteEntry.js',
  contract: 1,
  title: { zh: '客户服务', en: 'Customer service' },
}

const everything: Person = { permissions: ['portal:admin', 'staff:read', 'portal:customerService'] }

function open(path: string, transport: Partial<Transport> = {}, person = everything, listings = [listing]) {
  const whole: Transport = {
    importPortal: async () => ({ portal: service }),
    isThere: async () => true,
    ...transport,
  }
  return openPage(path, <Shell own={own} transport={whole} fetchListings={async () => listings} />, {
    person,
  })
}

const menu = () => screen.findByRole('navigation', { name: '主导航' })
const entries = async () =>
  within(await menu())
    .getAllByRole('link')
    .map((link) => link.textContent)
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => {})

describe('the menu of the shell', () => {
  it('offers what the permissions allow, portals included', async () => {
    open('/')
    await waitFor(async () => expect(await entries()).toEqual(['首页', '人员', '概览', '坏页']))
  })

  it('leaves out a portal in which the person has no business', async () => {
    open('/', {}, { permissions: [] })
    await screen.findByText('外壳首页')
    await waitFor(() => expect(screen.queryByText('正在打开…')).toBeNull())
    expect(await entries()).toEqual(['首页'])
  })
})

describe('the pages of the shell', () => {
  it.each([
    ['/', '外壳首页'],
    ['/people', '人员'],
    ['/customer-service', '客户服务概览'],
    ['/limits', '这里不归您的岗位'],
    ['/nowhere', '没有这个页面'],
    ['/customer-service/nowhere', '没有这个页面'],
  ])('at %s say %s', async (path, words) => {
    open(path)
    expect(await within(await screen.findByRole('main')).findByText(words)).toBeTruthy()
  })

  it('are reached through the menu, into a portal and back', async () => {
    open('/')
    await userEvent.click(await screen.findByRole('link', { name: '概览' }))
    await screen.findByText('客户服务概览')
    await userEvent.click(screen.getByRole('link', { name: '首页' }))
    expect(await screen.findByText('外壳首页')).toBeTruthy()
  })
})

/** Each of the things that can go wrong with a portal that others build and put up. */
const failures = {
  missing: {
    transport: {
      importPortal: () => Promise.reject(new TypeError('Failed to fetch')),
      isThere: async () => false,
    },
    words: '“客户服务”暂时不在',
  },
  'throwing at import': {
    transport: { importPortal: () => Promise.reject(new Error('boom')), isThere: async () => true },
    words: '“客户服务”启动时出错',
  },
  'of another contract, as its module says': {
    transport: { importPortal: async () => ({ portal: { ...service, contract: 2 } }) },
    words: '“客户服务”与当前版本不匹配',
  },
  'something else altogether': {
    transport: { importPortal: async () => ({ hello: 'world' }) },
    words: '“客户服务”启动时出错',
  },
} satisfies Record<string, { transport: Partial<Transport>; words: string }>

describe('a portal that is', () => {
  it.each(Object.entries(failures))(
    '%s is explained, and the shell lives on',
    async (_, { transport, words }) => {
      quiet()
      open('/customer-service', transport)
      await screen.findByText(words)
      expect(within(await menu()).getByText('暂时打不开')).toBeTruthy()
      await userEvent.click(screen.getByRole('link', { name: '首页' }))
      await screen.findByText('外壳首页')
    },
  )

  it('of another contract, as the list says, is not even fetched', async () => {
    quiet()
    const importPortal = vi.fn()
    open('/customer-service', { importPortal }, everything, [{ ...listing, contract: 2 }])
    await screen.findByText('“客户服务”与当前版本不匹配')
    expect(importPortal).not.toHaveBeenCalled()
  })

  it('hanging is given up after a while', async () => {
    quiet()
    vi.useFakeTimers({ shouldAdvanceTime: true })
    open('/customer-service', { importPortal: () => new Promise(() => {}) })
    await screen.findByText('正在打开…')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await screen.findByText('“客户服务”迟迟没有回应')).toBeTruthy()
  })

  it('throwing at render breaks its own page only', async () => {
    quiet()
    open('/customer-service/broken')
    await screen.findByText('这个页面出错了')
    await userEvent.click(screen.getByRole('link', { name: '概览' }))
    expect(await screen.findByText('客户服务概览')).toBeTruthy()
  })

  it('back again works after "try again"', async () => {
    quiet()
    let there = false
    const attempts: number[] = []
    open('/customer-service', {
      isThere: async () => there,
      importPortal: async (_, attempt) => {
        attempts.push(attempt)
        if (!there) throw new TypeError('Failed to fetch')
        return { portal: service }
      },
    })
    await screen.findByText('“客户服务”暂时不在')
    there = true
    await userEvent.click(within(screen.getByRole('main')).getByRole('button', { name: /重试/ }))
    await screen.findByText('客户服务概览')
    expect(attempts).toEqual([0, 1])
  })
})

describe('a list of portals that cannot be had', () => {
  it('leaves the own pages, and is asked for again', async () => {
    let there = false
    const fetchListings = async () => {
      if (!there) throw new Error('502')
      return [listing]
    }
    const transport: Transport = {
      importPortal: async () => ({ portal: service }),
      isThere: async () => true,
    }
    openPage('/', <Shell own={own} transport={transport} fetchListings={fetchListings} />, {
      person: everything,
    })
    await screen.findByText('外壳首页')
    const note = await screen.findByText('门户列表取不到')
    there = true
    await userEvent.click(within(note.parentElement!).getByRole('button', { name: '重试' }))
    expect(await screen.findByRole('link', { name: '概览' })).toBeTruthy()
  })
})
