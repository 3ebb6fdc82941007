import type { Plugin } from 'vite'

const CALL = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`,?\s*\)/g
const NAME = /\b(query|mutation|subscription|fragment)\s+(\w+)/

/**
 * In a build, puts the generated document in the place of each graphql(`…`): the table of all documents of all portals
 * then drops out, and every portal carries its own alone.
 */
export function documents(): Plugin {
  return {
    name: 'steward:documents',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql(' },
      handler(code) {
        const result = inlineDocuments(code)
        return result === undefined ? undefined : { code: result, map: null }
      },
    },
  }
}

/** The code with its documents named instead of written; undefined when there are none. */
export function inlineDocuments(code: string): string | undefined {
  const imports: string[] = []
  const inlined = code.replace(CALL, (call, source: string) => {
    const [, kind, name] = NAME.exec(source) ?? []
    if (!name) return call
    const exported = name + (kind === 'fragment' ? 'FragmentDoc' : 'Document')
    const local = `document_${imports.length}`
    imports.push(`import { ${exported} as ${local} } from '@steward/graphql-client/documents'`)
    return local
  })
  return imports.length > 0 ? `${imports.join('\n')}\n${inlined}` : undefined
}
