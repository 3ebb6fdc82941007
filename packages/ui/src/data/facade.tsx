/** Windows across a façade, and the least and most floors that are drawn. */
const ACROSS = 4
const LEAST = 2
const MOST = 6
const FLOOR = 9

/** A house drawn small: higher for more doors, with a lit window for each thing to see to. Decoration: the words stand beside it. */
export function Facade({ doors, lit }: { readonly doors: number; readonly lit: number }) {
  const floors = Math.min(MOST, Math.max(LEAST, Math.ceil(doors / ACROSS)))
  const windows = floors * ACROSS
  const top = 62 - floors * FLOOR - 4
  return (
    <svg className="st-facade" width="44" height="64" viewBox="0 0 44 64" aria-hidden focusable="false">
      <path className="st-facade-wall" d={`M5 62V${top}h34v${62 - top}`} />
      <path className="st-facade-roof" d={`M3 ${top}h38`} />
      {Array.from({ length: windows }, (_, at) => (
        <rect
          key={at}
          x={9 + (at % ACROSS) * 7}
          y={top + 4 + Math.floor(at / ACROSS) * FLOOR}
          width="5"
          height="5.5"
          rx="1"
          // Spread over the house, so that one light is not always the same corner.
          data-lit={(at * 7 + 3) % windows < lit}
        />
      ))}
      <path className="st-facade-roof" d="M0 62.5h44" />
    </svg>
  )
}
