import { Dialog, Kbd } from '@steward/ui'
import type { Destination } from '../frame/desk.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { GO, isMac, keyCaps, SHORTCUT_GROUPS, SHORTCUTS, type ShortcutGroup } from './shortcuts.ts'

const texts = messages({
  title: { zh: '快捷键', en: 'Keyboard shortcuts' },
  go: { zh: '前往', en: 'Go to' },
  after: { zh: '然后', en: 'then' },
  everywhere: { zh: '随处', en: 'Everywhere' },
  lists: { zh: '列表中', en: 'In a list' },
  records: { zh: '单据上', en: 'On a record' },
  tabs: { zh: '打开的标签', en: 'Open tabs' },
  forms: { zh: '表单中', en: 'In a form' },
} as const satisfies Record<ShortcutGroup | 'title' | 'go' | 'after', { zh: string; en: string }>)

interface SheetProps {
  readonly open: boolean
  readonly pages: readonly Destination[]
  readonly onClose: () => void
}

/** Every key there is, from the tables that answer them. */
export function ShortcutSheet({ open, pages, onClose }: SheetProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const groups = SHORTCUT_GROUPS.map((group) => ({
    title: say(group),
    rows: Object.values(SHORTCUTS)
      .filter((shortcut) => shortcut.group === group)
      .map(({ keys, label }) => ({ keys, label: sayWord(label) })),
  }))
  const places = pages.flatMap(({ goKey, label }) =>
    goKey === undefined ? [] : [{ keys: `${GO} ${goKey}`, label: sayWord(label) }],
  )
  const all = [
    ...groups.slice(0, 1),
    ...(places.length > 0 ? [{ title: say('go'), rows: places }] : []),
    ...groups.slice(1),
  ]
  return (
    <Dialog open={open} title={say('title')} width={760} onClose={onClose}>
      <div className="st-keys-sheet">
        {all.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <table aria-label={title}>
              <tbody>
                {rows.map(({ keys, label }) => (
                  <tr key={keys}>
                    <th scope="row">{label}</th>
                    <td>
                      <Caps keys={keys} then={say('after')} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Caps({ keys, then }: { readonly keys: string; readonly then: string }) {
  const between = keys.includes('+') ? '+' : then
  return keyCaps(keys, isMac()).map((cap, at) => (
    <span key={cap}>
      {at > 0 && <span className="st-quiet"> {between} </span>}
      <Kbd>{cap}</Kbd>
    </span>
  ))
}
