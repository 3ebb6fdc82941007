import { messages, useMessages, useViewer, useWithNote } from '@steward/portal'
import { Choice, Field, Input, InputNumber, MoneyInput, Select } from '@steward/ui'
import { useInLanguage, type FieldRow } from './field-documents.ts'

const texts = messages({
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unknown: { zh: '未填', en: 'Not said' },
})

interface FieldInputProps {
  readonly field: FieldRow
  readonly hint?: string | undefined
  /** Something is kept already that the form does not show. */
  readonly isSealed?: boolean
}

/** One line of the form, typed as its field says. The form holds what is kept: text. */
export function FieldInput({ field, hint, isSealed = false }: FieldInputProps) {
  const say = useMessages(texts)
  const inLanguage = useInLanguage()
  const withNote = useWithNote()
  const { currency } = useViewer().organization
  const label = inLanguage(field.labelZh, field.labelEn)
  const row = {
    name: `values.${field.key}`,
    label: withNote(label, field.unit),
    required: field.isRequired && !isSealed,
    ...(hint ? { hint } : {}),
  }
  switch (field.type) {
    case 'CHOICE':
      return (
        <Field {...row}>
          <Select
            allowClear
            options={field.choices.map(({ key, zh, en }) => ({ value: key, label: inLanguage(zh, en) }))}
          />
        </Field>
      )
    case 'YES_NO':
      return (
        <Field {...row}>
          <Choice
            options={[
              { value: 'true', label: say('yes') },
              { value: 'false', label: say('no') },
              ...(field.isRequired ? [] : [{ value: '', label: say('unknown') }]),
            ]}
          />
        </Field>
      )
    case 'DATE':
      return (
        <Field {...row}>
          <Input type="date" />
        </Field>
      )
    case 'MONEY':
      return (
        <Field {...row}>
          <Written>{(props) => <MoneyInput currency={currency} {...props} />}</Written>
        </Field>
      )
    case 'NUMBER':
      return (
        <Field {...row}>
          <Written>
            {(props) => (
              <InputNumber<number>
                {...props}
                className="st-money-input"
                controls={false}
                inputMode="decimal"
              />
            )}
          </Written>
        </Field>
      )
    case 'TEXT':
      return (
        <Field {...row} wide>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={field.most === null ? 500 : Number(field.most)}
          />
        </Field>
      )
  }
}

interface Numeric {
  readonly id?: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}
interface WrittenProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly children: (props: Numeric) => React.ReactElement
}

/** A control of numbers over a value that is text. */
function Written({ id, value, onChange, children }: WrittenProps) {
  return children({
    ...(id === undefined ? {} : { id }),
    value: value ? Number(value) : null,
    onChange: (number) => onChange?.(number === null ? '' : String(number)),
  })
}
