import type { Text } from '@steward/domain'

export const SHORTCUT_GROUPS = ['everywhere', 'lists', 'records', 'tabs', 'forms'] as const
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number]

export interface Shortcut {
  /** As pressed: `mod` is Ctrl, or ⌘ on a Mac; a blank stands between keys that follow each other. */
  readonly keys: string
  readonly group: ShortcutGroup
  readonly label: Text
  /** Answered by the browser or by the form itself; it stands here to be known. */
  readonly native?: true
}

/** Every key of the product but those that lead to a page (they stand with the page's menu entry): handlers and sheet are made from here. */
export const SHORTCUTS = {
  palette: {
    keys: 'mod+k',
    group: 'everywhere',
    label: { zh: '查找页面、客户、单号，或执行操作', en: 'Find a page, a client, a case, or do something' },
  },
  sheet: { keys: '?', group: 'everywhere', label: { zh: '显示这张快捷键表', en: 'Show this list of keys' } },
  search: { keys: '/', group: 'lists', label: { zh: '到搜索框', en: 'Go to the search box' } },
  next: { keys: 'j', group: 'lists', label: { zh: '下一行', en: 'Next row' } },
  previous: { keys: 'k', group: 'lists', label: { zh: '上一行', en: 'Previous row' } },
  open: { keys: 'enter', group: 'lists', label: { zh: '打开所选', en: 'Open the row' }, native: true },
  create: { keys: 'n', group: 'lists', label: { zh: '登记一件新的', en: 'Register a new one' } },
  act: {
    keys: 'e',
    group: 'records',
    label: { zh: '办理下一步（允许时）', en: 'Take the next step, where one is allowed' },
  },
  nextTab: { keys: ']', group: 'tabs', label: { zh: '下一个标签', en: 'Next tab' } },
  previousTab: { keys: '[', group: 'tabs', label: { zh: '上一个标签', en: 'Previous tab' } },
  closeTab: { keys: 'x', group: 'tabs', label: { zh: '关闭当前标签', en: 'Close this tab' } },
  send: { keys: 'mod+enter', group: 'forms', label: { zh: '提交', en: 'Send the form' }, native: true },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutName = keyof typeof SHORTCUTS

/** The first of two keys: `g q` goes to the queue. */
export const GO = 'g'

const NAMES: Readonly<Record<string, string>> = { enter: 'Enter', mod: 'Ctrl' }

/** What stands on the keys: `mod+k` is Ctrl and K, or ⌘ and K. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  return keys
    .split(/[ +]/)
    .map((key) =>
      mac && key === 'mod' ? '⌘' : (NAMES[key] ?? (keys.includes('+') ? key.toUpperCase() : key)),
    )
}

export const isMac = (): boolean => /mac/i.test(globalThis.navigator?.userAgent ?? '')
