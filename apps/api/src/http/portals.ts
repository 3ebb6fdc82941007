/** The built portals behind the API's address: pages, assets, and the manifest from which the shell loads the others. */
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Config } from '../config.ts'

const SHELL = 'admin'
const REMOTES = ['customer-service', 'property-management'] as const

const NO_CACHE = 'no-cache'
const IMMUTABLE = 'public, max-age=31536000, immutable'
const HASHED = /-[\w-]{8,}\.\w+$/

/**
 * Serves what is built under `root` (apps/): `/admin/*`, `/customer-service/*` and `/property-management/*` are pages of one
 * application each, whatever the path; `/portals/<name>/*` are files that the shell and the pages load.
 */
export const servePortals = async (
  app: FastifyInstance,
  root: string,
  { portals }: Pick<Config, 'portals'>,
): Promise<void> => {
  const dist = (name: string) => join(root, name, 'dist')
  await app.register(fastifyStatic, {
    root: dist(SHELL),
    serve: false,
    cacheControl: false,
    preCompressed: true,
  })

  const send = (reply: FastifyReply, name: string, file: string): FastifyReply =>
    reply.header('cache-control', HASHED.test(file) ? IMMUTABLE : NO_CACHE).sendFile(file, dist(name))

  for (const name of [SHELL, ...REMOTES]) {
    const place = name === SHELL ? `/${name}` : `/portals/${name}`
    const page = (reply: FastifyReply) =>
      existsSync(join(dist(name), 'index.html'))
        ? send(reply, name, 'index.html')
        : reply.code(404).type('text/plain').send(`The portal ${name} is not built: npm run build.`)
    app.get(`/${name}`, (_, reply) => page(reply))
    app.get<{ Params: { '*': string } }>(`/${name}/*`, ({ params }, reply) =>
      // A path with an ending is a file of the shell; everything else is a page of the application.
      name === SHELL && extname(params['*']) !== '' ? send(reply, name, params['*']) : page(reply),
    )
    if (place !== `/${name}`) {
      app.get<{ Params: { '*': string } }>(`${place}/*`, ({ params }, reply) =>
        send(reply, name, params['*']),
      )
    }
  }

  app.get('/portals.json', (_, reply) =>
    reply
      .header('cache-control', NO_CACHE)
      .send(REMOTES.flatMap((name) => listing(dist(name), portals[name]) ?? [])),
  )
  app.get('/', (_, reply) => reply.redirect(`/${SHELL}/`))
}

/**
 * The line that the portal's build wrote about itself: name, title, contract, entry. A portal served from elsewhere keeps its
 * line and gets that address; one that is not built is not listed.
 */
const listing = (dist: string, elsewhere: string | undefined): object | undefined => {
  const file = join(dist, 'portal.json')
  if (!existsSync(file)) return undefined
  const built = JSON.parse(readFileSync(file, 'utf8')) as object
  return elsewhere ? { ...built, entry: new URL('remoteEntry.js', elsewhere).href } : built
}
