export interface ScaleDrawingProps {
  /** What it says, in words: the drawing is for the eye. */
  readonly label: string
  /** STEPS: one score more than there are places, each from its place on. LINE: a score at each place, straight between. */
  readonly way: 'STEPS' | 'LINE'
  readonly places: readonly number[]
  /** Of `most`. */
  readonly scores: readonly number[]
  readonly most: number
  /** Where the target lies. */
  readonly target?: number | null
}

/** In px. */
const [WIDTH, HEIGHT, EDGE] = [132, 44, 3]

/** How a value becomes a score, small enough to stand in a row. */
export function ScaleDrawing({ label, way, places, scores, most, target = null }: ScaleDrawingProps) {
  const all = target === null ? places : [...places, target]
  const [least, greatest] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)]
  const spread = greatest - least || Math.max(1, Math.abs(greatest))
  // A quarter before and behind: what comes before the first place and after the last is seen too.
  const across = (value: number) =>
    EDGE + ((value - least + spread / 4) / (spread * 1.5)) * (WIDTH - 2 * EDGE)
  const down = (score: number) =>
    HEIGHT - EDGE - (Math.min(Math.max(score, 0), most) / most) * (HEIGHT - 2 * EDGE)
  const ends = (value: number | undefined, edge: number) => (value === undefined ? edge : across(value))
  const corners: readonly (readonly [number, number])[] =
    way === 'STEPS'
      ? scores.flatMap((score, at) => [
          [ends(places[at - 1], EDGE), down(score)] as const,
          [ends(places[at], WIDTH - EDGE), down(score)] as const,
        ])
      : [
          ...(scores.length > 0 ? [[EDGE, down(scores[0]!)] as const] : []),
          ...places.map((place, at) => [across(place), down(scores[at] ?? 0)] as const),
          ...(scores.length > 0 ? [[WIDTH - EDGE, down(scores.at(-1)!)] as const] : []),
        ]
  const path = corners.map((corner) => corner.join(',')).join(' ')
  const base = HEIGHT - EDGE
  return (
    <svg
      className="st-scale"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <title>{label}</title>
      <polygon points={`${EDGE},${base} ${path} ${WIDTH - EDGE},${base}`} />
      <polyline points={path} />
      {target !== null && (
        <line x1={across(target)} x2={across(target)} y1={0} y2={HEIGHT} strokeDasharray="2 3" />
      )}
    </svg>
  )
}
