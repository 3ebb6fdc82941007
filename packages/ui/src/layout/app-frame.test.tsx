import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UiProvider, UiSurroundings } from '../theme/ui-provider.tsx'
import { AppFrame } from './app-frame.tsx'
import type { NavigationGroup } from './navigation.tsx'

const groups: NavigationGroup[] = [
  {
    key: 'own',
    title: 'Admin',
    entries: [
      { to: '/', label: 'Home', icon: null },
      { to: '/people', label: 'People', icon: null },
    ],
  },
  {
    key: 'service',
    title: 'Service',
    entries: [{ to: '/service/queue', label: 'Queue', icon: null, count: 7 }],
    note: 'note',
  },
]

function show(path: string, go = vi.fn()) {
  const view = (at: string) => (
    <UiProvider locale="en" mode="light">
      <UiSurroundings routing={{ href: (to) => to, go }}>
        <AppFrame
          brand="Steward"
          place="Brocade"
          home="/"
          groups={groups}
          path={at}
          tools={<button>Tools</button>}
        >
          <h1>Page</h1>
        </AppFrame>
      </UiSurroundings>
    </UiProvider>
  )
  const { rerender } = render(view(path))
  return { go, user: userEvent.setup(), visit: (at: string) => rerender(view(at)) }
}

const current = () =>
  screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')

describe('the frame', () => {
  it.each([
    ['/', 'Home'],
    ['/people/stf_1', 'People'],
    ['/service/queue', 'Queue7'],
    ['/elsewhere', ''],
  ])('at %s marks %s in the menu, and nothing else', (path, label) => {
    show(path)
    expect(
      current()
        .map((link) => link.textContent)
        .join(),
    ).toBe(label)
  })

  it('lets the keyboard skip the menu', async () => {
    const { user } = show('/')
    await user.tab()
    expect(document.activeElement?.textContent).toBe('Skip to content')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('moves the focus to a new page, but not on the first', () => {
    const { visit } = show('/')
    expect(document.activeElement).toBe(document.body)
    visit('/people')
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('on a phone has the first entries under the thumb and all of them behind "more"', async () => {
    window.happyDOM?.setViewport({ width: 390, height: 844 })
    const { user, go } = show('/')
    await user.click(screen.getByRole('button', { name: 'More' }))
    const menu = await screen.findByRole('dialog')
    await user.click(within(menu).getByRole('link', { name: /Queue/ }))
    expect(go).toHaveBeenCalledWith('/service/queue')
  })
})
