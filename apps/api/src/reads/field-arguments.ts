import { getArgumentValues, GraphQLError, type FieldNode, type GraphQLField } from 'graphql'
import type { Compilation } from './compilation.ts'
import { Refusal } from './refusal.ts'
import type { Bind, Inputs } from './sql-writer.ts'

type Values = Readonly<Record<string, unknown>>

/** The arguments of one field of the document. */
export interface FieldArguments {
  /** As they are in the shape that is compiled: for what decides the text. */
  readonly values: Values
  /** The argument's value at each run, under its path of input fields. */
  bind(path: readonly string[], convert?: (value: unknown) => unknown): Bind
}

/** Reads the arguments of a field, now for the shape and later for each run. */
export function fieldArguments(
  c: Compilation,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): FieldArguments {
  const evaluate = ({ evaluated, variables }: Inputs): Values => {
    const values = evaluated.get(node) ?? valuesOf(field, node, variables)
    evaluated.set(node, values)
    return values
  }
  return {
    values: valuesOf(field, node, c.variables),
    bind:
      (path, convert = (value) => value) =>
      (inputs) =>
        convert(path.reduce<unknown>((value, key) => (value as Values | undefined)?.[key], evaluate(inputs))),
  }
}

function valuesOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Values): Values {
  try {
    return getArgumentValues(field, node, variables)
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refusal('BAD_REQUEST', 'value')
    throw error
  }
}
