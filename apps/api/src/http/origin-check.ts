import type { FastifyInstance } from 'fastify'

/**
 * A browser sends `Origin` with every request that changes something. Another site's is refused before anything is read, on
 * top of SameSite cookies and Apollo's check for simple requests (threat T5). Programs send none.
 */
export const checkOrigin = (app: FastifyInstance, allowed: ReadonlySet<string>): void => {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined || allowed.has(origin))
      return
    await reply
      .code(403)
      .send({ errors: [{ message: 'This origin may not do that.', extensions: { code: 'FORBIDDEN' } }] })
  })
}
