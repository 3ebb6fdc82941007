import type { Text } from '@steward/domain'

/** The values of a vocabulary as a Select or Choice offers them. */
export const optionsOf = <K extends string>(
  values: readonly K[],
  labels: Readonly<Record<K, Text>>,
  say: (text: Text) => string,
): { value: K; label: string }[] => values.map((value) => ({ value, label: say(labels[value]) }))

/** Without what is null or blank: an input's absent members. */
export const stated = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T
