import { WorkTabs } from '@steward/ui'
import { useNavigate } from 'react-router'
import { messages, useMessages } from '../i18n/messages.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { neighbourOf, stepFrom } from '../tabs/work-store.ts'
import { useDrafts, useWork } from '../tabs/work-context.tsx'

const texts = messages({
  tabs: { zh: '打开的工作', en: 'Open work' },
  draft: { zh: '有未提交的内容', en: 'Something is not sent yet' },
  close: { zh: '关闭“{{title}}”标签', en: 'Close the tab “{{title}}”' },
})

interface OpenWorkProps {
  readonly path: string
  /** Paths outside belong to another frame. */
  readonly place: string
  readonly home: string
}

/** The tabs of work that lie in this frame. */
export function OpenWork({ path, place, home }: OpenWorkProps) {
  const say = useMessages(texts)
  const navigate = useNavigate()
  const { tabs: all, notes, close } = useWork()
  const tabs = all.filter(({ to }) => to.startsWith(`${place}/`))
  const isDraft = useDrafts(tabs.map(({ to }) => to))
  const go = (to: string | undefined) => to !== undefined && void navigate(to)
  const end = (to: string) => {
    if (to === path) go(neighbourOf(tabs, to) ?? home)
    close(to)
  }
  useShortcut('nextTab', () => go(stepFrom(tabs, path, 1)), tabs.length > 0)
  useShortcut('previousTab', () => go(stepFrom(tabs, path, -1)), tabs.length > 0)
  useShortcut(
    'closeTab',
    () => end(path),
    tabs.some(({ to }) => to === path),
  )
  return (
    <WorkTabs
      label={say('tabs')}
      tabs={tabs.map(({ to, title = to }) => ({ to, title, note: notes[to], draft: isDraft(to) }))}
      current={path}
      draftLabel={say('draft')}
      closeLabel={(title) => say('close', { title })}
      onClose={end}
    />
  )
}
