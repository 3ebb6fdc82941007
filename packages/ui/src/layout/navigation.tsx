import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

export interface NavigationEntry {
  readonly to: string
  readonly label: string
  readonly icon: ReactNode
  /** How much waits there; nothing is shown for 0. */
  readonly count?: number
}

export interface NavigationGroup {
  readonly key: string
  readonly title?: string
  readonly entries: readonly NavigationEntry[]
  /** In place of entries while there are none: loading, or why it failed. */
  readonly note?: ReactNode
}

/** The entry that the path lies under; the longest one wins, and `/` is itself alone. */
export function activeEntry(groups: readonly NavigationGroup[], path: string): NavigationEntry | undefined {
  return groups
    .flatMap(({ entries }) => entries)
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((one, other) => other.to.length - one.to.length)[0]
}

interface NavigationListProps {
  readonly groups: readonly NavigationGroup[]
  readonly path: string
  readonly collapsed?: boolean
  readonly onChoose?: () => void
}

/** The menu itself, for the side and for the drawer. */
export function NavigationList({ groups, path, collapsed = false, onChoose }: NavigationListProps) {
  const active = activeEntry(groups, path)
  return groups.map(({ key, title, entries, note }) => (
    <div key={key} className="st-nav-group">
      {title && <div className="st-nav-title st-clip">{collapsed ? <hr /> : title}</div>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <AppLink
              to={entry.to}
              className="st-nav-entry"
              aria-current={entry === active ? 'page' : undefined}
              title={collapsed ? entry.label : undefined}
              {...(onChoose ? { onClick: onChoose } : {})}
            >
              <span className="st-nav-icon" aria-hidden>
                {entry.icon}
              </span>
              <span className={collapsed ? 'st-hidden' : 'st-clip'}>{entry.label}</span>
              {entry.count ? <span className="st-nav-count">{entry.count}</span> : null}
            </AppLink>
          </li>
        ))}
      </ul>
      {!collapsed && note && <div className="st-nav-note">{note}</div>}
    </div>
  ))
}
