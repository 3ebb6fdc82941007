import { Input } from 'antd'

export interface PinInputProps {
  readonly value?: string
  readonly onChange?: (pin: string) => void
  readonly id?: string
  readonly autoFocus?: boolean
  /** `new-password` where one is set: no browser is to offer the old one. */
  readonly autoComplete?: string
  readonly label?: string
}

/** Six digits, covered, typed with the keypad of the phone or the keyboard of the desk. */
export function PinInput({ value, onChange, label, autoComplete = 'off', ...rest }: PinInputProps) {
  return (
    <Input.Password
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="st-pin"
      size="large"
      value={value ?? ''}
      inputMode="numeric"
      autoComplete={autoComplete}
      maxLength={6}
      onChange={({ target }) => onChange?.(target.value.normalize('NFKC').replace(/\D/g, ''))}
    />
  )
}
