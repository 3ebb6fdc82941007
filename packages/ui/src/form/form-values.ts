import { Form as KitForm } from 'antd'
import { createContext, useContext } from 'react'
import { fieldPath } from './field-path.ts'

/** Tells the Form that values changed without anybody typing them. */
export const FilledContext = createContext<() => void>(() => undefined)

/** What a field of the surrounding Form holds now; for fields that depend on others. */
export function useFieldValue<Value>(name: string): Value | undefined {
  return KitForm.useWatch(fieldPath(name)) as Value | undefined
}

/** Fills fields of the surrounding Form, as when a choice brings other answers with it; undefined empties one. */
export function useFillFields<Values extends object>(): (values: {
  readonly [Name in keyof Values]?: Values[Name] | undefined
}) => void {
  const form = KitForm.useFormInstance<Values>()
  const filled = useContext(FilledContext)
  return (values) => {
    form.setFieldsValue(values as never)
    filled()
  }
}
