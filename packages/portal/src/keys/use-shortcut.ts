import { useHotkeys } from 'react-hotkeys-hook'
import { GO, SHORTCUTS, type ShortcutName } from './shortcuts.ts'

/** Things that have keys of their own: a field, a dialog, a menu. */
const OCCUPIED =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="menu"], [role="listbox"]'

const isOccupied = ({ target }: KeyboardEvent, by: string) => target instanceof Element && target.closest(by)

/** How long the second of two keys may take. */
const SEQUENCE_MS = 1000

// `g n` leads somewhere; that the same `n` alone would register a case must not matter then.
let followsGo = false
let goAt = Number.NEGATIVE_INFINITY
globalThis.document?.addEventListener(
  'keydown',
  (event) => {
    followsGo = event.timeStamp - goAt < SEQUENCE_MS
    const starts = event.key === GO && !event.ctrlKey && !event.metaKey && !event.altKey
    goAt = starts && !isOccupied(event, OCCUPIED) ? event.timeStamp : Number.NEGATIVE_INFINITY
  },
  { capture: true },
)

/** Acts on a key of the table, while nothing is being typed and nothing lies over the page. */
export function useShortcut(name: ShortcutName, act: () => void, enabled = true): void {
  const { keys } = SHORTCUTS[name]
  const combined = keys.startsWith('mod+')
  // Signs lie on different keys in different countries: what is written counts there, elsewhere the key itself.
  const sign = /^[^a-z]$/.test(keys)
  useHotkeys(keys, act, {
    enabled,
    preventDefault: true,
    useKey: sign,
    ignoreModifiers: sign,
    enableOnFormTags: combined,
    enableOnContentEditable: combined,
    ignoreEventWhen: (event) =>
      event.isComposing ||
      Boolean(isOccupied(event, combined ? '[role="dialog"]' : OCCUPIED)) ||
      (!combined && (followsGo || event.ctrlKey || event.metaKey || event.altKey)),
  })
}

/** Goes to pages by two keys: `{ q: '/customer-service/complaints' }` answers `g q`. */
export function useGoKeys(places: Readonly<Record<string, string>>, go: (path: string) => void): void {
  const keys = Object.keys(places)
  useHotkeys(
    keys.map((key) => `${GO}>${key}`),
    (event, { hotkey }) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isOccupied(event, OCCUPIED))
        return
      const place = places[hotkey.slice(-1)]
      if (place !== undefined) go(place)
    },
    { enabled: keys.length > 0, sequenceTimeoutMs: SEQUENCE_MS },
  )
}
