import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  attemptCookieName,
  cookieName,
  deviceCookieName,
  hashToken,
  isCredentialToken,
} from '../access/token.ts'
import type { RequestContext, Services } from '../context.ts'
import { localeOf } from './locale.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The context of one request: who asks, in which language, at what instant, under which key. */
export const requestContext =
  (services: Services) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const { sessions, config, clock } = services
    const token = request.program ? undefined : request.cookies[cookieName(config.publicUrl)]
    const set = (name: string) => (value: string | undefined, expires?: Date) =>
      setCookie(reply, config.publicUrl, name, value, expires)
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
      requestHash: requestHash(request.body),
      remoteAddress: request.ip,
      userAgent: request.headers['user-agent'],
      attemptToken: request.cookies[attemptCookieName(config.publicUrl)],
      setAttemptCookie: set(attemptCookieName(config.publicUrl)),
      deviceToken: request.cookies[deviceCookieName(config.publicUrl)],
      setDeviceCookie: set(deviceCookieName(config.publicUrl)),
      setSessionCookie: set(cookieName(config.publicUrl)),
    }
    return context
  }

/** What two requests under one key must have in common. @throws GraphQLError for a body too deep to be written down again */
const requestHash = (body: unknown): string => {
  try {
    return createHash('sha256')
      .update(JSON.stringify(body ?? null))
      .digest('hex')
  } catch {
    throw new GraphQLError('The request is nested too deeply.', {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    })
  }
}

const idempotencyKey = (header: string | string[] | undefined): string | undefined => {
  if (header === undefined) return undefined
  if (typeof header === 'string' && UUID.test(header)) return header.toLowerCase()
  throw new GraphQLError('Idempotency-Key must be one UUID.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  })
}

const setCookie = (
  reply: FastifyReply,
  publicUrl: URL,
  name: string,
  token: string | undefined,
  expires?: Date,
): void => {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.protocol === 'https:',
  } as const
  if (token === undefined) reply.clearCookie(name, options)
  else reply.setCookie(name, token, { ...options, ...(expires ? { expires } : {}) })
}
