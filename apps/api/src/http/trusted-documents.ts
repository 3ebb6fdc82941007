import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { preHandlerAsyncHookHandler } from 'fastify'

const MANIFEST = new URL(
  '../../../../packages/graphql-client/src/generated/trusted-documents.json',
  import.meta.url,
)

/** The documents that our own portals send, by SHA-256 of their text; written by the portals' code generation. */
export const trustedDocuments = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>))

/** Is this text one of them? */
export const isTrustedBy =
  (documents: ReadonlyMap<string, string>) =>
  (source: string): boolean =>
    documents.has(createHash('sha256').update(source).digest('hex'))

/**
 * Answers documents of ours only; any other is turned away before it is parsed (threat T1). Programs that have shown a
 * credential write their own, and pay for them.
 */
export const onlyTrusted =
  (isTrusted: (source: string) => boolean): preHandlerAsyncHookHandler =>
  async ({ body, program }, reply) => {
    if (program) return
    const { query } = (body ?? {}) as { query?: unknown }
    if (typeof query === 'string' && isTrusted(query)) return
    const error = { message: 'This document is not one of ours.', extensions: { code: 'BAD_REQUEST' } }
    await reply.code(400).send({ errors: [error] })
  }
