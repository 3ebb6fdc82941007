import { useViewer } from '@steward/portal'
import { Input } from '@steward/ui'
import { instantOf, wallTime } from '../zoned-time.ts'

interface WallTimeInputProps {
  /** ISO instant. */
  readonly value?: string | null | undefined
  readonly onChange?: (instant: string | undefined) => void
  readonly id?: string
}

/** An instant, typed as the clock of the organization shows it. */
export function WallTimeInput({ value, onChange, id }: WallTimeInputProps) {
  const { timeZone } = useViewer().organization
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      type="datetime-local"
      value={value ? wallTime(new Date(value), timeZone) : ''}
      onChange={({ target }) => onChange?.(instantOf(target.value, timeZone)?.toISOString())}
    />
  )
}
