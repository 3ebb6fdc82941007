import { Form as KitForm } from 'antd'
import type { ReactElement } from 'react'
import { fieldPath } from './field-path.ts'

export interface FieldProps {
  /** Path in the values, the same that the server uses: `contacts.0.phone`. */
  readonly name: string
  readonly label: string
  /** A line under the control: the format, who will see it. */
  readonly hint?: string
  readonly required?: boolean
  /** For a checkbox or switch, whose value is whether it is on. */
  readonly toggles?: boolean
  /** The control says itself what it is, as a checkbox does beside its box. */
  readonly unlabelled?: boolean
  /** Held and sent, never shown: what a line is known by. */
  readonly hidden?: boolean
  /** Takes the whole row of a wide form. */
  readonly wide?: boolean
  /** One control. */
  readonly children: ReactElement
}

/** A labelled control of a Form. */
export function Field({
  name,
  label,
  hint,
  required = false,
  toggles = false,
  unlabelled = false,
  hidden = false,
  wide = false,
  children,
}: FieldProps) {
  return (
    <KitForm.Item
      name={fieldPath(name)}
      {...(unlabelled ? { messageVariables: { label } } : { label })}
      extra={hint}
      required={required}
      hidden={hidden}
      rules={required ? [{ required }] : []}
      valuePropName={toggles ? 'checked' : 'value'}
      className={wide ? 'st-field-wide' : ''}
    >
      {children}
    </KitForm.Item>
  )
}
