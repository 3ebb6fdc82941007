import type { Particular } from '@steward/domain'
import { useSay, useViewer } from '@steward/portal'
import { Field, Input, InputNumber, MoneyInput, Select } from '@steward/ui'

export interface ParticularFieldProps {
  readonly name: string
  readonly particular: Particular
  readonly hint?: string | undefined
}

/** One line of a form of the archive, typed as its row of the domain's table says. */
export function ParticularField({ name, particular, hint }: ParticularFieldProps) {
  const say = useSay()
  const { organization } = useViewer()
  const { kind, label, max = 200, choices = {} } = particular
  const field = { name, label: say(label), ...(hint ? { hint } : {}) }
  switch (kind) {
    case 'choice':
      return (
        <Field {...field}>
          <Select
            allowClear
            options={Object.entries(choices).map(([value, words]) => ({ value, label: say(words) }))}
          />
        </Field>
      )
    case 'day':
      return (
        <Field {...field}>
          <Input type="date" />
        </Field>
      )
    case 'money':
      return (
        <Field {...field}>
          <MoneyInput currency={organization.currency} />
        </Field>
      )
    case 'area':
      return (
        <Field {...field}>
          <AreaInput />
        </Field>
      )
    case 'count':
      return (
        <Field {...field}>
          <InputNumber<number>
            className="st-money-input"
            min={0}
            precision={0}
            controls={false}
            inputMode="numeric"
          />
        </Field>
      )
    case 'text':
      return (
        <Field {...field} wide>
          <Input.TextArea maxLength={max} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Field>
      )
    case 'line':
      return (
        <Field {...field}>
          <Input maxLength={max} autoComplete="off" />
        </Field>
      )
  }
}

interface AreaInputProps {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (hundredths: number | null) => void
}

/** Typed in square metres, kept in hundredths of one. */
function AreaInput({ value, onChange, id }: AreaInputProps) {
  return (
    <InputNumber<number>
      {...(id === undefined ? {} : { id })}
      className="st-money-input"
      suffix="m²"
      controls={false}
      min={0}
      precision={2}
      inputMode="decimal"
      value={typeof value === 'number' ? value / 100 : null}
      onChange={(metres) => onChange?.(metres === null ? null : Math.round(metres * 100))}
    />
  )
}
