import { describe, expect, it } from 'vitest'
import { inlineDocuments } from './documents.ts'

describe('documents in a build', () => {
  it('take the place of their text, each imported by its own name', () => {
    const code = [
      'const A = graphql(/* GraphQL */ `\n  fragment Parts on Viewer { roles }\n`)',
      'export const B = graphql(`query Viewer { viewer { ...Parts } }`)',
    ].join('\n')
    expect(inlineDocuments(code)).toBe(
      [
        "import { PartsFragmentDoc as document_0 } from '@steward/graphql-client/documents'",
        "import { ViewerDocument as document_1 } from '@steward/graphql-client/documents'",
        'const A = document_0',
        'export const B = document_1',
      ].join('\n'),
    )
  })

  it('leave other code alone', () => {
    expect(inlineDocuments('graphql(source)')).toBeUndefined()
  })
})
