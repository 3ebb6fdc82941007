import type { ReactNode } from 'react'
import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { Instant } from './instant.tsx'
import { toneStyle } from './tone.ts'

export interface InboxItem {
  readonly key: string
  readonly lead: string
  readonly note?: ReactNode
  /** ISO instant. */
  readonly at: string
  /** Said to those who do not see the mark; present: not read yet. */
  readonly unread?: string
  readonly tone: Tone
  /** Where it leads; without it there is nothing to open. */
  readonly to: string | null
}

export interface InboxProps {
  readonly label: string
  readonly items: readonly InboxItem[]
  /** Opened, or where it leads nowhere pressed. */
  readonly onOpen: (item: InboxItem) => void
}

/** What one was told, the newest first: what is unread bears a mark and is set in bold. */
export function Inbox({ label, items, onOpen }: InboxProps) {
  return (
    <ul className="st-inbox" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-unread={item.unread !== undefined} style={toneStyle(item.tone)}>
          {item.to === null ? (
            <button type="button" onClick={() => onOpen(item)}>
              <Words item={item} />
            </button>
          ) : (
            <AppLink to={item.to} onClick={() => onOpen(item)}>
              <Words item={item} />
            </AppLink>
          )}
        </li>
      ))}
    </ul>
  )
}

function Words({ item: { lead, note, at, unread } }: { readonly item: InboxItem }) {
  return (
    <>
      <span className="st-inbox-mark" aria-hidden />
      <span className="st-inbox-lead">
        {unread && <span className="st-hidden">{unread}: </span>}
        {lead}
      </span>
      <span className="st-inbox-at">
        <Instant at={at} />
      </span>
      {note && <span className="st-inbox-note">{note}</span>}
    </>
  )
}
