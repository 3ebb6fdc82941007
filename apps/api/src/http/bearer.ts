/** The way in for programs: `Authorization: Bearer stw_…`. */
import { say, text } from '@steward/domain'
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { isAllowedFrom } from '../access/address-list.ts'
import type { Sessions } from '../access/session.ts'
import { hashToken, isCredentialToken } from '../access/token.ts'
import type { SignedIn } from '../context.ts'
import { localeOf } from './locale.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The partner's program that sent a credential; then no cookie counts. */
    program: SignedIn | null
  }
}

/**
 * Resolves the credential before anything is parsed. A header that is no good ends the request: a program must never be
 * answered as nobody without being told so. Of an unknown, an expired and a revoked credential the same is said.
 */
export const bearer =
  (sessions: Sessions): preHandlerAsyncHookHandler =>
  async (request, reply) => {
    const { authorization } = request.headers
    if (authorization === undefined) return
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const program = isCredentialToken(token) ? await sessions.resolve(hashToken(token)) : undefined
    if (!program?.credential) return refuse(request, reply, 'UNAUTHENTICATED')
    if (!isAllowedFrom(request.ip, program.credential.allowedFrom)) return refuse(request, reply, 'FORBIDDEN')
    request.program = program
  }

/** What a program is told at the door. */
const TEXTS = {
  UNAUTHENTICATED: text('凭证无效、已到期或已被撤销。', 'This credential is unknown, expired or revoked.'),
  FORBIDDEN: text('该凭证不能从此地址使用。', 'This credential may not be used from this address.'),
} as const
const STATUS = { UNAUTHENTICATED: 401, FORBIDDEN: 403 } as const

const refuse = async (
  request: FastifyRequest,
  reply: FastifyReply,
  code: keyof typeof STATUS,
): Promise<void> => {
  const locale = localeOf(request.headers['accept-language'])
  const error = { message: say(TEXTS[code], locale), extensions: { code } }
  if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer')
  await reply.code(STATUS[code]).send({ errors: [error] })
}
