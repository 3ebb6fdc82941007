import type { preHandlerAsyncHookHandler } from 'fastify'
import type { SignInThrottle } from '../access/sign-in-throttle.ts'
import { accessError } from '../graphql/access-error.ts'
import { localeOf } from './locale.ts'

/** Signing in by name and password, in whatever document it stands. */
const SIGN_IN = /\bsignIn\s*\(/

/**
 * While more strangers wait than have their turn within a second, the next one is asked to come back before the document is parsed
 * (threat T12): a flood costs little more than its reading. `signIn` itself says the same to whoever comes by another way.
 */
export const refuseFlood =
  (throttle: SignInThrottle, deviceCookie: string): preHandlerAsyncHookHandler =>
  async ({ body, cookies, headers }, reply) => {
    const retryAfterSeconds = throttle.strangersWaitSeconds
    if (retryAfterSeconds === 0 || cookies[deviceCookie] !== undefined) return
    const { query } = (body ?? {}) as { query?: unknown }
    if (typeof query !== 'string' || !SIGN_IN.test(query)) return
    const { message, extensions } = accessError('RATE_LIMITED', localeOf(headers['accept-language']), {
      retryAfterSeconds,
    })
    await reply.send({ errors: [{ message, path: ['signIn'], extensions }], data: null })
  }
