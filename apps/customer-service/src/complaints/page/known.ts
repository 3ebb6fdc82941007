import type { Description } from '@steward/ui'

/** Only what is there: what the viewer may not read, and what nobody has stated yet, takes no room. */
export const known = (items: readonly Description[]): readonly Description[] =>
  items.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
