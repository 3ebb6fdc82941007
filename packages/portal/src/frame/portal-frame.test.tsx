import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearPage, openPortal, type OpenOptions } from '../../testing/index.tsx'
import type { Found, PortalModule } from '../contract.ts'
import { useDraft } from '../acts/use-draft.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { usePageCommands } from '../palette/page-commands.tsx'
import { lazyPage } from '../routing/routes.tsx'
import { useParams } from 'react-router'
import { useWorkTab } from '../tabs/work-context.tsx'

afterEach(clearPage)

const act = vi.fn()
const create = vi.fn()

function Queue() {
  useShortcut('create', create)
  return (
    <>
      <h1>队列</h1>
      <input aria-label="备注" />
    </>
  )
}

function Case() {
  const { id = '' } = useParams()
  const draft = useDraft<{ words: string }>(`case.${id}`)
  useWorkTab(`单-${id}`, '王先生漏水')
  useShortcut('act', act)
  usePageCommands([{ key: 'acknowledge', label: { zh: '受理', en: 'Acknowledge' }, run: act }])
  return (
    <>
      <h1>单 {id}</h1>
      <button onClick={() => draft.keep({ words: '打到一半' })}>写一点</button>
    </>
  )
}

const label = (zh: string, en: string, key?: string) => ({
  label: { zh, en },
  icon: null,
  ...(key ? { key } : {}),
})
const find = vi.fn(async (typed: string): Promise<readonly Found[]> =>
  typed.includes('王') ? [{ key: 'c1', label: '王秀英', note: '1-1102', path: 'clients/c1' }] : [],
)
const portal: PortalModule = {
  contract: 1,
  name: 'customer-service',
  messages: { title: { zh: '客户服务', en: 'Customer service' }, summary: { zh: '', en: '' } },
  permission: 'portal:customerService',
  routes: [
    { path: '', page: lazyPage(async () => () => <h1>工作台</h1>), menu: label('工作台', 'My day', 'h') },
    { path: 'complaints', page: lazyPage(async () => Queue), menu: label('投诉处理', 'Cases', 'q') },
    { path: 'complaints/:id', page: lazyPage(async () => Case) },
    {
      path: 'secret',
      page: lazyPage(async () => () => <h1>机密</h1>),
      permission: 'limit:read',
      menu: label('机密', 'Secret'),
    },
    { path: 'clients/:id', page: lazyPage(async () => () => <h1>客户页</h1>) },
  ],
  commands: [{ key: 'new', label: { zh: '登记投诉', en: 'Register' }, icon: null, path: 'complaints/new' }],
  finders: [
    {
      key: 'clients',
      title: { zh: '客户', en: 'Clients' },
      icon: null,
      permission: 'client:lookup',
      wants: (typed) => typed !== '',
      find,
    },
  ],
}

const open = async (path = '', options: OpenOptions = {}) => {
  act.mockClear()
  create.mockClear()
  find.mockClear()
  const opened = openPortal(portal, path, {
    person: { permissions: ['portal:customerService', 'client:lookup'] },
    ...options,
  })
  await screen.findByRole('heading', { level: 1 })
  return { ...opened, user: userEvent.setup(), at: () => opened.router.state.location.pathname }
}
const ask = () => screen.findByRole('combobox', { name: '查找与操作' })
const choices = () => screen.getAllByRole('option').map(({ textContent }) => textContent)

describe('the menu', () => {
  const signer: PortalModule = {
    ...portal,
    routes: [
      ...portal.routes,
      {
        path: 'signings',
        page: lazyPage(async () => () => <h1>待签</h1>),
        permission: 'signing:readAwaited',
        menu: { ...label('待签', 'To sign'), counts: 'signings' },
      },
    ],
  }

  it('counts what waits for a signature, as it comes and goes, and asks it of nobody who has none', async () => {
    let waiting = 3
    const { tell, sent } = openPortal(signer, '', {
      person: { permissions: ['portal:customerService', 'signing:readAwaited'] },
      answers: {
        SigningCount: () => ({ signings: { __typename: 'SigningConnection', totalCount: waiting } }),
      },
    })
    await screen.findByRole('link', { name: '待签 3' })
    waiting = 2
    tell('Signing', 'sig_1')
    await screen.findByRole('link', { name: '待签 2' })
    waiting = 0
    tell('Delegation', 'dlg_1')
    await screen.findByRole('link', { name: '待签' })
    expect(sent.filter(({ operation }) => operation === 'SigningCount')).toHaveLength(3)
    clearPage()
    const other = openPortal(signer, '', { person: { permissions: ['portal:customerService'] } })
    await screen.findByRole('heading', { level: 1 })
    expect(other.sent.some(({ operation }) => operation === 'SigningCount')).toBe(false)
  })
})

describe('the palette', () => {
  it('opens with Ctrl K, goes to a page by a word of either language, and offers no page of others', async () => {
    const { user, at } = await open()
    await user.keyboard('{Control>}k{/Control}')
    await ask()
    expect(choices().join()).toContain('投诉处理')
    expect(choices().join()).not.toContain('机密')
    await user.keyboard('cases{Enter}')
    await waitFor(() => expect(at()).toBe('/customer-service/complaints'))
  })

  it('finds a client by one character and Enter, also when Enter comes before the answer', async () => {
    const { user, at } = await open()
    await user.click(screen.getByRole('button', { name: '查找与操作' }))
    await ask()
    await user.keyboard('王{Enter}')
    await waitFor(() => expect(at()).toBe('/customer-service/clients/c1'))
  })

  it('asks and runs nothing while an input method composes', async () => {
    const { user, at } = await open()
    await user.keyboard('{Control>}k{/Control}')
    const field = await ask()
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: 'cases' } })
    const enter = createEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent(field, enter)
    expect(at()).toBe('/customer-service/')
    expect(choices().join()).toContain('登记投诉')
    fireEvent.change(field, { target: { value: '王' } })
    fireEvent.compositionEnd(field)
    await screen.findByRole('option', { name: /王秀英/ })
    expect(find.mock.calls.map(([typed]) => typed)).toEqual(['王'])
  })

  it('offers what the page can do, and changes the language', async () => {
    const { user } = await open('complaints/1')
    await user.keyboard('{Control>}k{/Control}')
    await ask()
    expect(choices()[0]).toBe('受理')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(act).toHaveBeenCalledOnce())
    await user.keyboard('{Control>}k{/Control}')
    await ask()
    await user.keyboard('english{Enter}')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Find and do' })).toBeTruthy())
  })

  it('asks no finder that the person may not use', async () => {
    const { user } = await open('', { person: { permissions: ['portal:customerService'] } })
    await user.keyboard('{Control>}k{/Control}')
    await ask()
    await user.keyboard('王')
    await screen.findByText(/没有找到/)
    expect(find).not.toHaveBeenCalled()
  })
})

describe('keys', () => {
  it('lead to a page by two, and the second does not act for itself', async () => {
    const { user, at } = await open('complaints')
    await user.keyboard('n')
    expect(create).toHaveBeenCalledOnce()
    await user.keyboard('gn')
    expect(create).toHaveBeenCalledOnce()
    await user.keyboard('gh')
    await waitFor(() => expect(at()).toBe('/customer-service'))
  })

  it('do nothing while something is typed', async () => {
    const { user, at } = await open('complaints')
    await user.click(screen.getByRole('textbox', { name: '备注' }))
    await user.keyboard('n?ghe')
    expect(create).not.toHaveBeenCalled()
    expect(at()).toBe('/customer-service/complaints')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are all on one sheet, the pages of this person included', async () => {
    const { user } = await open()
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: '快捷键' })
    expect(within(sheet).getByRole('row', { name: /投诉处理 g然后 ?q|投诉处理.*g.*q/ })).toBeTruthy()
    expect(within(sheet).queryByRole('row', { name: /机密/ })).toBeNull()
    expect(within(sheet).getByRole('row', { name: /下一行.*j/ })).toBeTruthy()
    await user.keyboard('n')
    expect(create).not.toHaveBeenCalled()
  })
})

describe('tabs of work', () => {
  const strip = () => screen.getByRole('navigation', { name: '打开的工作' })
  const tabs = () =>
    within(strip())
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))

  it('open with the page, are addresses, and survive a reload without anybody’s words in the store', async () => {
    const { router } = await open('complaints/1')
    await router.navigate('/customer-service/complaints/2')
    await screen.findByText('单 2')
    await waitFor(() =>
      expect(tabs()).toEqual(['/customer-service/complaints/1', '/customer-service/complaints/2']),
    )
    expect(JSON.stringify({ ...localStorage })).not.toContain('漏水')
    const stored = { ...localStorage } as Record<string, string>
    clearPage()
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value)
    await open('complaints/2')
    await waitFor(() => expect(tabs()).toHaveLength(2))
  })

  it('say that something is not sent yet, and lead to the neighbour when closed', async () => {
    const { user, router, at } = await open('complaints/1')
    await user.click(screen.getByRole('button', { name: '写一点' }))
    expect(await within(strip()).findByRole('img', { name: '有未提交的内容' })).toBeTruthy()
    await router.navigate('/customer-service/complaints/2')
    await screen.findByText('单 2')
    await user.keyboard('[[')
    await user.keyboard('x')
    await waitFor(() => expect(tabs()).toHaveLength(1))
    await user.click(within(strip()).getByRole('button', { name: /关闭/ }))
    await waitFor(() => expect(at()).toBe('/customer-service'))
    expect(screen.queryByRole('navigation', { name: '打开的工作' })).toBeNull()
  })
})
