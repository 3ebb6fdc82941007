import { Radio } from 'antd'

export interface ChoiceProps<Value> {
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value?: Value | undefined
  readonly onChange?: (value: Value) => void
  readonly id?: string
  /** What is chosen, where no Field says it. */
  readonly label?: string
}

/** A few answers, all in sight, one of them chosen. A value may be anything, also null for "neither". */
export function Choice<Value>({ options, value, onChange, id, label }: ChoiceProps<Value>) {
  // The kit keeps text and numbers only: it gets the place in the list.
  const at = options.findIndex((option) => option.value === value)
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="st-options"
      optionType="button"
      options={options.map(({ label: text }, index) => ({ label: text, value: index }))}
      value={at < 0 ? null : at}
      onChange={({ target }) => {
        const option = options[target.value as number]
        if (option) onChange?.(option.value)
      }}
    />
  )
}
