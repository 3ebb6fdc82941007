import { CloseOutlined, SwitcherOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState, type MouseEvent } from 'react'
import { useIsPhone } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'
import { AppLink } from './app-link.tsx'

export interface WorkTab {
  readonly to: string
  readonly title: string
  readonly note?: string | undefined
  /** Something was typed there and not sent: said to the eye and to the ear. */
  readonly draft: boolean
}

export interface WorkTabsProps {
  readonly label: string
  readonly tabs: readonly WorkTab[]
  /** Path of the page that is open. */
  readonly current: string
  readonly draftLabel: string
  readonly closeLabel: (title: string) => string
  readonly onClose: (to: string) => void
}

/** The pieces of work that are open, each an address. A strip above the page; on a phone a list behind one button. */
export function WorkTabs(props: WorkTabsProps) {
  const phone = useIsPhone()
  if (props.tabs.length === 0) return null
  return phone ? (
    <Switcher {...props} />
  ) : (
    <nav className="st-tabs" aria-label={props.label}>
      <Tabs {...props} />
    </nav>
  )
}

function Tabs({ tabs, current, draftLabel, closeLabel, onClose, onChoose }: WorkTabsProps & Choosing) {
  const closeByWheel = (event: MouseEvent, to: string) => {
    if (event.button !== 1) return
    event.preventDefault()
    onClose(to)
  }
  return (
    <ul>
      {tabs.map(({ to, title, note, draft }) => (
        <li key={to} data-current={to === current}>
          <AppLink
            to={to}
            aria-current={to === current ? 'page' : undefined}
            title={note}
            onAuxClick={(event) => closeByWheel(event, to)}
            {...(onChoose ? { onClick: onChoose } : {})}
          >
            {draft && (
              <span className="st-tabs-draft" role="img" aria-label={draftLabel} title={draftLabel} />
            )}
            <span className="st-clip">{title}</span>
            {note && <span className="st-clip st-tabs-note">{note}</span>}
          </AppLink>
          <button type="button" aria-label={closeLabel(title)} onClick={() => onClose(to)}>
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

interface Choosing {
  readonly onChoose?: () => void
}

function Switcher(props: WorkTabsProps) {
  const { label, tabs } = props
  const [open, setOpen] = useState(false)
  const say = useWords()
  return (
    <>
      <Button
        type="text"
        icon={<SwitcherOutlined aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="st-hidden">{label} </span>
        {tabs.length}
      </Button>
      <Drawer
        open={open && tabs.length > 0}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={label}
        closable={{ 'aria-label': say('close') }}
      >
        <nav className="st-tabs-list" aria-label={label}>
          <Tabs {...props} onChoose={() => setOpen(false)} />
        </nav>
      </Drawer>
    </>
  )
}
