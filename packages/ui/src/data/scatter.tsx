import { useRef, useState, type KeyboardEvent } from 'react'
import { AppLink } from '../layout/app-link.tsx'
import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface ScatterPoint {
  readonly key: string
  /** Who or what it is, with its figures in words: read aloud, and shown beside the point. */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly tone: Tone
  /** Its own page. */
  readonly to: string
}

export interface ScatterQuadrant {
  readonly key: string
  readonly label: string
  readonly at: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
}

export interface ScatterProps {
  readonly label: string
  /** How to get about with the keyboard. */
  readonly hint: string
  readonly x: string
  readonly y: string
  readonly points: readonly ScatterPoint[]
  /** Where the plane is parted. */
  readonly middle: { readonly x: number; readonly y: number }
  readonly quadrants: readonly ScatterQuadrant[]
}

/** Sums are a few large ones and many small ones: by their roots all have room. */
const root = (value: number): number => Math.sign(value) * Math.sqrt(Math.abs(value))

const scale = (values: readonly number[]): ((value: number) => number) => {
  const roots = values.map(root)
  const [least, most] = [Math.min(0, ...roots), Math.max(1, ...roots)]
  return (value) => (100 * (root(value) - least)) / (most - least)
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Points on a plane that is parted in four. One stop of the keyboard: arrows go from point to point, Enter opens one. */
export function Scatter({ label, hint, x, y, points, middle, quadrants }: ScatterProps) {
  const [active, setActive] = useState(0)
  const links = useRef<(HTMLAnchorElement | null)[]>([])
  const across = scale([...points.map((point) => point.x), middle.x])
  const up = scale([...points.map((point) => point.y), middle.y])
  const inOrder = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const go = (event: KeyboardEvent, from: number) => {
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? inOrder.length - 1 : from + (STEPS[event.key] ?? 0)
    if (to === from || to < 0 || to >= inOrder.length) return
    event.preventDefault()
    setActive(to)
    links.current[to]?.focus()
  }
  return (
    <figure className="st-scatter">
      <span className="st-scatter-y">{y}</span>
      <div className="st-scatter-plane">
        <span className="st-scatter-across" style={{ bottom: `${up(middle.y)}%` }} />
        <span className="st-scatter-up" style={{ left: `${across(middle.x)}%` }} />
        {quadrants.map(({ key, label: name, at }) => (
          <span key={key} className="st-scatter-quadrant" data-at={at}>
            {name}
          </span>
        ))}
        <ul aria-label={`${label} ${hint}`}>
          {inOrder.map(({ key, label: name, tone, to, ...point }, at) => (
            <li key={key}>
              <AppLink
                ref={(element) => {
                  links.current[at] = element
                }}
                to={to}
                tabIndex={at === Math.min(active, inOrder.length - 1) ? 0 : -1}
                aria-label={name}
                data-tip={name}
                data-end={across(point.x) > 60}
                data-low={up(point.y) < 20}
                style={{ ...toneStyle(tone), left: `${across(point.x)}%`, bottom: `${up(point.y)}%` }}
                onFocus={() => setActive(at)}
                onKeyDown={(event) => go(event, at)}
              />
            </li>
          ))}
        </ul>
      </div>
      <figcaption className="st-scatter-x">{x}</figcaption>
    </figure>
  )
}
