import type { Text } from '@steward/domain'
import { registerEnumType } from 'type-graphql'

/**
 * Publishes a literal list of the domain as a GraphQL enum whose values are their own names. With labels, each value's
 * description is its Chinese and English word, so that an explorer shows what staff see.
 */
export const publishEnum = <const T extends readonly string[]>(
  name: string,
  values: T,
  description: string,
  labels?: Readonly<Record<T[number], Text>>,
): { readonly [K in T[number]]: K } => {
  const published = Object.fromEntries(values.map((value) => [value, value])) as { [K in T[number]]: K }
  const describe = (value: T[number], words: Text) =>
    [value, { description: `${words.en} (${words.zh})` }] as const
  const valuesConfig =
    labels && Object.fromEntries(values.map((value: T[number]) => describe(value, labels[value])))
  registerEnumType(published, { name, description, valuesConfig: (valuesConfig ?? {}) as object })
  return published
}
