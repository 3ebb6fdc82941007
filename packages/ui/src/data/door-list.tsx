export interface Floor {
  readonly key: string
  readonly label: string
  readonly doors: readonly { readonly key: string; readonly label: string }[]
}

/** The doors of a house, floor by floor. */
export function DoorList({ floors }: { readonly floors: readonly Floor[] }) {
  return (
    <dl className="st-doors">
      {floors.map(({ key, label, doors }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            {doors.map((door) => (
              <span key={door.key} className="st-tag st-door">
                {door.label}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
