import { afterEach, describe, expect, it, vi } from 'vitest'
import { preference } from './preference.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const colors = ['red', 'green'] as const

describe('a choice kept in the browser', () => {
  it('is there the next time, and tells whoever listens', () => {
    const first = preference('color', colors, 'red')
    const heard = vi.fn()
    first.subscribe(heard)
    first.set('green')
    expect(heard).toHaveBeenCalledOnce()
    expect(preference('color', colors, 'red').get()).toBe('green')
  })

  it('falls back when what is stored is no choice any more', () => {
    localStorage.setItem('steward.color', 'blue')
    expect(preference('color', colors, 'red').get()).toBe('red')
  })

  it('follows another tab', () => {
    const choice = preference('color', colors, 'red')
    window.dispatchEvent(new StorageEvent('storage', { key: 'steward.color', newValue: 'green' }))
    expect(choice.get()).toBe('green')
  })

  it('lasts as long as the page where storing is forbidden', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const choice = preference('color', colors, 'red')
    choice.set('green')
    expect(choice.get()).toBe('green')
  })
})
