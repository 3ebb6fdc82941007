import type { Tone } from '../theme/palette.ts'
import { toneStyle } from './tone.ts'

export interface Line {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  /** One for each place along the way; null: none there. */
  readonly values: readonly (number | null)[]
}

export interface LineChartProps {
  readonly label: string
  readonly places: readonly string[]
  readonly lines: readonly Line[]
  readonly format: (value: number) => string
  /** The least and the most of the scale, where they are given by the matter. */
  readonly between?: readonly [number, number]
}

/** Lines are told apart by their dashes too. */
const DASHES = ['', '6 4', '2 3', '9 3 2 3', '1 5']

/** A few figures over time. The drawing is for the eye; beside it stands where each line ends, and the table has them all. */
export function LineChart({ label, places, lines, format, between }: LineChartProps) {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const [least, most] = between ?? [Math.min(0, ...all), Math.max(0, ...all)]
  const high = most - least || 1
  const across = (at: number) => (places.length === 1 ? 50 : (100 * at) / (places.length - 1))
  const down = (value: number) => 100 - (100 * (value - least)) / high
  return (
    <figure className="st-lines">
      <div className="st-lines-plot" aria-hidden>
        <span className="st-lines-scale">{format(most)}</span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
          <line x1="0" x2="100" y1={down(Math.max(least, 0))} y2={down(Math.max(least, 0))} />
          {lines.map(({ key, tone, values }, nth) => {
            const told = values.flatMap((value, at) => (value === null ? [] : [[across(at), down(value)]]))
            return (
              <g key={key} style={toneStyle(tone)}>
                <polyline
                  points={told.map((point) => point.join(',')).join(' ')}
                  strokeDasharray={DASHES[nth % DASHES.length]}
                />
              </g>
            )
          })}
        </svg>
        <span className="st-lines-scale">{format(least)}</span>
        <span className="st-lines-places">
          <span>{places[0]}</span>
          <span>{places.length > 1 && places.at(-1)}</span>
        </span>
      </div>
      <ul className="st-lines-kinds">
        {lines.map(({ key, label: name, tone, values }, nth) => (
          <li key={key} style={toneStyle(tone)}>
            <svg width="28" height="8" aria-hidden focusable="false">
              <line x1="0" x2="28" y1="4" y2="4" strokeDasharray={DASHES[nth % DASHES.length]} />
            </svg>
            {name} <b>{format(values.findLast((value) => value !== null) ?? 0)}</b>
          </li>
        ))}
      </ul>
      {/* A table cannot be narrower than its words: what holds it can. */}
      <div className="st-hidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <td />
              {places.map((place) => (
                <th key={place} scope="col">
                  {place}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label: name, values }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {values.map((value, at) => (
                  <td key={places[at]}>{value === null ? '—' : format(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
