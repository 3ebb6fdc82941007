import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName, hashToken, isCredentialToken } from '../access/token.ts'
import type { RequestContext, Services } from '../context.ts'
import { localeOf } from './locale.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The context of one request: who asks, in which language, at what instant, under which key. */
export const requestContext =
  (services: Services) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const { sessions, config, clock } = services
    const token = request.program ? undefined : request.cookies[cookieName(config.publicUrl)]
    const context: RequestContext = {
      ...services,
      requestId: request.id,
      locale: localeOf(request.headers['accept-language']),
      now: clock(),
      // A program's credential in a cookie is nobody: it would come along with whatever a page makes the browser send.
      signedIn:
        token && !isCredentialToken(token)
          ? await sessions.resolve(hashToken(token))
          : (request.program ?? undefined),
      cost: undefined,
      idempotencyKey: idempotencyKey(request.headers['idempotency-key']),
      requestHash: createHash('sha256')
        .update(JSON.stringify(request.body ?? null))
        .digest('hex'),
      remoteAddress: request.ip,
      setSessionCookie: (value, expires) => setCookie(reply, config.publicUrl, value, expires),
    }
    return context
  }

const idempotencyKey = (header: string | string[] | undefined): string | undefined => {
  if (header === undefined) return undefined
  if (typeof header === 'string' && UUID.test(header)) return header.toLowerCase()
  throw new GraphQLError('Idempotency-Key must be one UUID.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  })
}

const setCookie = (reply: FastifyReply, publicUrl: URL, token: string | undefined, expires?: Date): void => {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.protocol === 'https:',
  } as const
  if (token === undefined) reply.clearCookie(cookieName(publicUrl), options)
  else reply.setCookie(cookieName(publicUrl), token, { ...options, ...(expires ? { expires } : {}) })
}
