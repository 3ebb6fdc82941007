/** `GET /calendar/SECRET.ics`: a person's calendar for their calendar program, which has no session. What opens nothing is not found, whatever it was. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Services } from '../context.ts'
import { fetchFeed } from './feed-content.service.ts'

/** Of one address on the net, in a minute; programs come every quarter of an hour at most. */
const A_MINUTE = 60

interface OfFeed {
  readonly Params: { readonly file: string }
}

export const calendarFeedRoutes = (
  app: FastifyInstance,
  { dataSource, config, clock }: Pick<Services, 'dataSource' | 'config' | 'clock'>,
): void => {
  const limiter = new RateLimiterMemory({ points: A_MINUTE, duration: 60 })
  const notFound = (reply: FastifyReply) =>
    reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('Not found')
  app.get<OfFeed>('/calendar/:file', async (request: FastifyRequest<OfFeed>, reply) => {
    const free = await limiter.consume(request.ip).then(
      () => true,
      () => false,
    )
    if (!free) return reply.code(429).headers({ 'cache-control': 'no-store', 'retry-after': '60' }).send('')
    const secret = /^([\w-]+)\.ics$/.exec(request.params.file)?.[1]
    const feed =
      secret === undefined
        ? undefined
        : await fetchFeed({ dataSource, now: clock(), publicUrl: config.publicUrl }, secret)
    if (!feed) return notFound(reply)
    reply.headers({
      etag: feed.etag,
      // Kept by the one program that asked, and asked for again each time.
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
    if (request.headers['if-none-match'] === feed.etag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(feed.body)
  })
}
