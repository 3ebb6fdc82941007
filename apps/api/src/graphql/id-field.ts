import { Field, ID } from 'type-graphql'
import { fromGlobalId, type NodeType } from './global-id.ts'

const ID_FIELDS = new WeakMap<object, Map<string, NodeType>>()

/** A uuid that no row has: an id of the wrong form is answered like a record that is not there. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** An input's `ID` field that names a record of one type, or with `list` several; `withUuids` turns it into the rows' UUIDs. */
export const IdField =
  (
    type: NodeType,
    { list = false, ...options }: { nullable?: boolean; description?: string; list?: boolean } = {},
  ): PropertyDecorator =>
  (prototype, property) => {
    const fields = ID_FIELDS.get(prototype) ?? new Map<string, NodeType>()
    ID_FIELDS.set(prototype, fields.set(String(property), type))
    Field(() => (list ? [ID] : ID), options)(prototype, property as string)
  }

/** The input as a plain object with UUIDs where `@IdField` stands, also in nested inputs. */
export const withUuids = (input: object): Record<string, unknown> => {
  const fields = idFieldsOf(Object.getPrototypeOf(input) as object)
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const type = fields.get(name)
      return [name, type ? uuids(type, value) : nested(value)]
    }),
  )
}

const uuids = (type: NodeType, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => uuids(type, each))
  return typeof value === 'string' ? (fromGlobalId(type, value) ?? NOBODY) : value
}

/** Those of the input's class and of the classes that it extends. */
const idFieldsOf = (prototype: object | null): ReadonlyMap<string, NodeType> => {
  if (prototype === null) return new Map()
  const own = ID_FIELDS.get(prototype) ?? []
  return new Map([...idFieldsOf(Object.getPrototypeOf(prototype) as object | null), ...own])
}

const nested = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(nested)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return withUuids(value)
}
