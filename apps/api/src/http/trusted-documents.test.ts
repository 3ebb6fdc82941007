import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import { READ_MODEL } from '../schema.ts'
import { trustedDocuments } from './trusted-documents.ts'

/** The fields of Query that a document asks for, those in its fragments among them. */
const rootsOf = ({ definitions }: DocumentNode): readonly string[] => {
  const fragments = new Map(
    definitions.flatMap((it) =>
      it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it.selectionSet] as const] : [],
    ),
  )
  const fieldsIn = ({ selections }: SelectionSetNode): readonly string[] =>
    selections.flatMap((it) => {
      if (it.kind === Kind.FIELD) return it.name.value
      return fieldsIn(it.kind === Kind.INLINE_FRAGMENT ? it.selectionSet : fragments.get(it.name.value)!)
    })
  return definitions.flatMap((it) =>
    it.kind === Kind.OPERATION_DEFINITION && it.operation === 'query' ? fieldsIn(it.selectionSet) : [],
  )
}
const isPlain = (name: string): boolean => name.startsWith('__') || READ_MODEL.roots[name]?.kind === 'plain'

describe('a document of a portal', () => {
  it('asks for rows or for what is computed, never for both at once: the server turns such a one away', () => {
    const mixed = [...trustedDocuments().values()]
      .map((text) => ({ text, roots: rootsOf(parse(text)).filter((name) => name !== '__typename') }))
      .filter(({ roots }) => roots.some(isPlain) && !roots.every(isPlain))
    expect(mixed.map(({ text }) => text.slice(0, 200))).toEqual([])
  })
})
