import type { Text } from '@steward/domain'
import { CommandDialog, HistoryIcon, Kbd, LightIcon, SearchIcon } from '@steward/ui'
import { Command } from 'cmdk'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import type { Desk } from '../frame/desk.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { pathIn } from '../routing/routes.tsx'
import type { Visit } from '../tabs/work-store.ts'
import { split } from './match.ts'
import { settingItems, type Item } from './setting-items.tsx'
import { useOfferedCommands } from './page-commands.tsx'
import { finderKey, useFinders } from './use-finders.ts'

const texts = messages({
  label: { zh: '查找与操作', en: 'Find and do' },
  placeholder: { zh: '页面、客户、单号或操作', en: 'A page, a client, a case number or an action' },
  results: { zh: '可选项', en: 'Choices' },
  here: { zh: '本页可办', en: 'On this page' },
  recent: { zh: '最近', en: 'Recent' },
  commands: { zh: '操作', en: 'Actions' },
  pages: { zh: '页面', en: 'Pages' },
  best: { zh: '前往与操作', en: 'Go and do' },
  more: { zh: '其他', en: 'Others' },
  settings: { zh: '设置', en: 'Settings' },
  keys: { zh: '快捷键', en: 'Keyboard shortcuts' },
  searching: { zh: '正在查找…', en: 'Looking…' },
  none: { zh: '没有找到。换一个字，或输入单号。', en: 'Nothing found. Try another word, or a case number.' },
  count: { zh: '{{count}} 项', en: { one: '{{count}} choice', other: '{{count}} choices' } },
  choose: { zh: '选择', en: 'choose' },
  open: { zh: '打开', en: 'open' },
  close: { zh: '关闭', en: 'close' },
})

const LIGHTNING = <LightIcon />

interface Group {
  readonly key: string
  readonly title: string
  readonly items: readonly Item[]
}

interface PaletteProps {
  readonly open: boolean
  readonly desk: Desk
  /** Where one was, the latest first, with the titles that are known. */
  readonly recent: readonly (Visit & { readonly words: Text })[]
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** One field for everything: go there, find them, do it. */
export function Palette({ open, onClose, ...rest }: PaletteProps) {
  const say = useMessages(texts)
  const [returnsFocus, setReturnsFocus] = useState(true)
  return (
    <CommandDialog open={open} label={say('label')} onClose={onClose} returnsFocus={returnsFocus}>
      <Asking
        {...rest}
        onRun={({ run, stays = false }) => {
          // A page or a sheet that opens takes the focus; it must not be taken away again.
          setReturnsFocus(stays)
          onClose()
          run()
        }}
      />
    </CommandDialog>
  )
}

type AskingProps = Omit<PaletteProps, 'open' | 'onClose'> & { readonly onRun: (item: Item) => void }

function Asking({ desk, recent, onKeys, onRun }: AskingProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  // While an input method composes, what stands in the field is not yet what is meant.
  const [asked, setAsked] = useState('')
  const composing = useRef(false)
  const { groups, pending } = useGroups({ desk, recent, onKeys }, asked)
  const items = groups.flatMap((group) => group.items)

  // Until somebody moves, the first choice is the chosen one, also when a better one arrives from the server.
  const [moved, setMoved] = useState<string>()
  const chosen = items.find(({ key }) => key === moved) ?? items[0]
  // Enter before the answer is there: it counts as soon as it is.
  const hasty = useRef(false)
  useEffect(() => {
    if (!hasty.current || pending) return
    hasty.current = false
    if (items[0]) onRun(items[0])
  }, [pending, items, onRun])

  // The list tells also what it chose by itself: nothing, or the first.
  const move = (key: string) => {
    if (items.some((item) => item.key === key) && (moved !== undefined || key !== items[0]?.key))
      setMoved(key)
  }
  const type = (words: string) => {
    setTyped(words)
    hasty.current = false
    setMoved(undefined)
    if (!composing.current) setAsked(words)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key !== 'Enter' || !pending || asked.trim() === '' || moved !== undefined) return
    event.preventDefault()
    hasty.current = true
  }
  return (
    <Command
      label={say('label')}
      shouldFilter={false}
      vimBindings={false}
      loop
      value={chosen?.key ?? ''}
      onValueChange={move}
      onKeyDown={press}
    >
      <div className="st-command-ask">
        <SearchIcon aria-hidden />
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={type}
          placeholder={say('placeholder')}
          aria-label={say('placeholder')}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={({ currentTarget }) => {
            composing.current = false
            type(currentTarget.value)
          }}
        />
      </div>
      <Command.List label={say('results')} className="st-command-list">
        {groups.map(({ key, title, items: those }) => (
          <Command.Group key={key} heading={title}>
            {those.map((item) => (
              <Command.Item
                key={item.key}
                value={item.key}
                className="st-command-item"
                onSelect={() => onRun(item)}
              >
                <span aria-hidden>{item.icon}</span>
                <Words words={item.words} />
                {item.note && <span className="st-command-note st-clip">{item.note}</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {items.length === 0 && (
          <Command.Empty className="st-command-empty">{say(pending ? 'searching' : 'none')}</Command.Empty>
        )}
      </Command.List>
      <span className="st-hidden" role="status">
        {pending ? say('searching') : say('count', { count: items.length })}
      </span>
      <div className="st-command-foot" aria-hidden>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say('choose')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {say('open')}
        </span>
        <span>
          <Kbd>Esc</Kbd> {say('close')}
        </span>
      </div>
    </Command>
  )
}

function Words({ words }: { readonly words: Text }) {
  return <span className="st-clip">{useSay()(words)}</span>
}

const same = (words: string): Text => ({ zh: words, en: words })

/** What there is to choose, in the order in which it is offered. */
function useGroups(
  { desk, recent, onKeys }: Pick<PaletteProps, 'desk' | 'recent' | 'onKeys'>,
  typed: string,
) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const navigate = useNavigate()
  const offered = useOfferedCommands()
  const { found, pending } = useFinders(desk.finders, typed)
  const several = new Set(desk.pages.map(({ portal }) => portal)).size > 1
  const go = (to: string) => () => void navigate(to)

  const here = offered.map(({ key, label, icon, run }): Item => ({
    key: `here:${key}`,
    words: label,
    icon: icon ?? LIGHTNING,
    run,
  }))
  const places = (those: Desk['pages']) =>
    those.map(({ key, to, label, icon, portal }): Item => ({
      key,
      words: label,
      icon,
      ...(several ? { note: sayWord(portal) } : {}),
      run: go(to),
    }))
  const settings = settingItems(onKeys)
  const answers: readonly Group[] = desk.finders.map((finder) => ({
    key: finderKey(finder),
    title: several
      ? `${sayWord(finder.title)} · ${sayWord(finder.portal.messages.title)}`
      : sayWord(finder.title),
    items: (found[finderKey(finder)] ?? []).map(({ key, label, note, path }): Item => ({
      key: `found:${finderKey(finder)}:${key}`,
      words: typeof label === 'string' ? same(label) : label,
      note,
      icon: finder.icon,
      run: go(pathIn(finder.portal, path)),
    })),
  }))

  let groups: readonly Group[]
  if (typed.trim() === '') {
    groups = [
      { key: 'here', title: say('here'), items: here },
      {
        key: 'recent',
        title: say('recent'),
        items: recent.map(({ to, words }) => ({
          key: `recent:${to}`,
          words,
          icon: <HistoryIcon />,
          run: go(to),
        })),
      },
      ...answers,
      { key: 'commands', title: say('commands'), items: places(desk.commands) },
      { key: 'pages', title: say('pages'), items: places(desk.pages) },
      { key: 'settings', title: say('settings'), items: settings },
    ]
  } else {
    const { begin, contain } = split(
      [...here, ...places(desk.commands), ...places(desk.pages), ...settings],
      typed,
    )
    groups = [
      { key: 'first', title: say('best'), items: begin },
      // The answers to an earlier question are not shown as those to this one.
      ...(pending ? [] : answers),
      { key: 'then', title: say('more'), items: contain },
    ]
  }
  return { groups: groups.filter(({ items }) => items.length > 0), pending }
}
