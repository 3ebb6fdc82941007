import { Switch } from 'antd'
import { useId, type ReactNode } from 'react'

export interface SwitchItem {
  readonly key: string
  readonly label: string
  /** What it means to switch it on. */
  readonly note?: ReactNode
  readonly on: boolean
  /** Cannot be switched now; the note says why. */
  readonly fixed?: boolean
  /** Differs from what is stored. */
  readonly changed?: boolean
}

export interface SwitchListProps {
  readonly label: string
  readonly items: readonly SwitchItem[]
  readonly onSwitch: (key: string, on: boolean) => void
}

/** Many things that are each on or off, with what that means. */
export function SwitchList({ label, items, onSwitch }: SwitchListProps) {
  return (
    <ul className="st-switches" aria-label={label}>
      {items.map((item) => (
        <SwitchRow key={item.key} item={item} onSwitch={(on) => onSwitch(item.key, on)} />
      ))}
    </ul>
  )
}

function SwitchRow({
  item,
  onSwitch,
}: {
  readonly item: SwitchItem
  readonly onSwitch: (on: boolean) => void
}) {
  const { label, note, on, fixed = false, changed = false } = item
  const id = useId()
  return (
    <li data-on={on} data-changed={changed}>
      <label htmlFor={`${id}s`}>
        <span className="st-strong">{label}</span>
        {note && (
          <span className="st-quiet" id={`${id}n`}>
            {note}
          </span>
        )}
      </label>
      <Switch
        id={`${id}s`}
        checked={on}
        disabled={fixed}
        onChange={onSwitch}
        aria-describedby={note ? `${id}n` : undefined}
      />
    </li>
  )
}
