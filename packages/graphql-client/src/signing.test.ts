import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isUnionType, parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import trusted from './generated/trusted-documents.json' with { type: 'json' }

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8'))

/** Does the mutation's answer have a member that asks for a signature? */
const maySign = (field: string): boolean => {
  const type = getNamedType(schema.getMutationType()!.getFields()[field]?.type)
  return isUnionType(type) && type.getTypes().some(({ name }) => name === 'SignatureRequired')
}

const signing = Object.values(trusted as Record<string, string>).flatMap((source) => {
  const operations = parse(source).definitions.filter(
    (it): it is OperationDefinitionNode => it.kind === 'OperationDefinition' && it.operation === 'mutation',
  )
  return operations.flatMap(({ name, selectionSet }) =>
    selectionSet.selections.some((it) => it.kind === 'Field' && maySign(it.name.value))
      ? [{ name: name!.value, source }]
      : [],
  )
})

describe('every act that may have to be signed', () => {
  it('asks what is to be signed, so that the page can show it', () => {
    expect(signing.length).toBeGreaterThan(25)
    expect(signing.filter(({ source }) => !source.includes('requestIds')).map(({ name }) => name)).toEqual([])
  })
})
