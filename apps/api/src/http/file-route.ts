/** Routes beside GraphQL through which files come and go: the same door, the same words. */
import { hasPermission, say, text, type Permission, type Text } from '@steward/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RequestContext } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>

const STATUS = { BAD_REQUEST: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 } as const

/** The door of these routes, and everything else that ends a request early: in the words and the form of the API. */
export class FileRefusal extends Error {
  readonly code: keyof typeof STATUS
  readonly words: Text | undefined
  readonly status: number

  constructor(code: keyof typeof STATUS, words?: Text, status: number = STATUS[code]) {
    super(code)
    this.code = code
    this.words = words
    this.status = status
  }
}

/** The sender broke off: nobody reads it, and nothing is wrong here. */
export const INCOMPLETE = text(
  '文件没有传完，请重新上传。',
  'The file did not arrive in full; send it again.',
)
const UNGUARDED = text('请求缺少 x-steward-csrf 头。', 'The request lacks the header x-steward-csrf.')

/** Whatever changes or reveals something here bears the header that no other site's page can send. */
export const guarded = (request: FastifyRequest): void => {
  if (request.headers['x-steward-csrf'] === undefined) throw new FileRefusal('FORBIDDEN', UNGUARDED)
}

/** Turns an upload away that says itself to be too large, before a byte of it is read. */
export const announcedAtMost = (request: FastifyRequest, maximumBytes: number, words: Text): void => {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes)
    throw new FileRefusal('BAD_REQUEST', words, 413)
}

/** Answers a request for a file, or in the words and the form of the API why not. */
export const answering = async (
  request: FastifyRequest,
  reply: FastifyReply,
  contextOf: ContextOf,
  permission: Permission,
  answer: (context: RequestContext) => Promise<unknown>,
): Promise<unknown> => {
  const context = await contextOf(request, reply)
  try {
    // These routes look no session up in their statements, so the session is looked up now.
    context.signedIn &&= await context.sessions.resolve(context.signedIn.tokenHash, true)
    if (!context.signedIn) throw new FileRefusal('UNAUTHENTICATED')
    if (!hasPermission(context.signedIn.actor, permission)) throw new FileRefusal('FORBIDDEN')
    return await answer(context)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    const { code, words, status } = error
    const message = words
      ? say(words, context.locale)
      : accessError(code as Exclude<typeof code, 'BAD_REQUEST'>, context.locale).message
    const extensions = { code, requestId: request.id }
    return reply.code(status).send({ errors: [{ message, extensions }] })
  }
}
