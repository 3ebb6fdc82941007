import { Checkbox } from 'antd'
import type { ReactNode } from 'react'

interface CheckboxGroupProps<Value extends string> {
  readonly id?: string
  readonly value?: readonly Value[]
  readonly onChange?: (value: Value[]) => void
  readonly options: readonly {
    readonly value: Value
    readonly label: ReactNode
    readonly disabled?: boolean
  }[]
  readonly disabled?: boolean
  /** One below the other. */
  readonly stacked?: boolean
}

/** Several of a few. A field hands its control whether it is required; a group of boxes may not bear that, its label says it. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { id, value, onChange, options, disabled, stacked = false } = props
  return (
    <Checkbox.Group
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value: [...value] })}
      {...(disabled === undefined ? {} : { disabled })}
      {...(stacked ? { className: 'st-stack', style: { gap: 8 } } : {})}
      options={[...options]}
      onChange={(chosen) => onChange?.(chosen as Value[])}
    />
  )
}
