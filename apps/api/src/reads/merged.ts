import { listSpec, type Field, type FieldRule, type ListSpec, type Merged } from './projection.ts'

/** Instead of a table, of a type whose rows a `merged` field makes of those of others; in no statement. */
export const MADE_OF_OTHERS = 'made_of_others'

/** A growing list of entries that several types give, newest first or as the list says, as a Relay connection. */
export const merged = (type: string, rule: FieldRule & ListSpec & Merged): Field => {
  const { foreign, columns, sources, filters, orders, defaultOrder, only, ...fieldRule } = rule
  return {
    ...fieldRule,
    kind: 'merged',
    type,
    foreign,
    columns,
    sources,
    list: listSpec({ filters, orders, defaultOrder, only }),
  }
}
