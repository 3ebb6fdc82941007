import type { ReactNode } from 'react'
import { AppLink } from '../layout/app-link.tsx'

export interface TileProps {
  readonly to: string
  /** Decoration beside the words. */
  readonly picture?: ReactNode
  readonly title: string
  readonly note?: ReactNode
}

/** A way to one of several like things, with its picture. */
export function Tile({ to, picture, title, note }: TileProps) {
  return (
    <AppLink to={to} className="st-tile">
      {picture}
      <span>
        <span className="st-strong">{title}</span>
        {note && <span className="st-quiet">{note}</span>}
      </span>
    </AppLink>
  )
}
