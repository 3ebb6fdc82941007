/** Contents of attached files in and out, beside GraphQL: a body of 20 MB is no argument of a mutation. */
import {
  ATTACHMENT_FORMATS,
  isPicture,
  MAXIMUM_ATTACHMENT_BYTES,
  text,
  type Permission,
} from '@steward/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { UserError } from '../graphql/user-error.ts'
import {
  announcedAtMost,
  answering,
  FileRefusal,
  guarded,
  INCOMPLETE,
  type ContextOf,
} from '../http/file-route.ts'
import { TooLarge } from '../storage/at-most.ts'
import { Incomplete, received } from '../storage/received-file.ts'
import type { AttachmentEntity } from './attachment.entity.ts'
import * as service from './attachment.service.ts'
import { ContentRefused } from './content/examine.ts'

export const TOO_LARGE = text('附件不能超过 20 MB。', 'A file may have 20 MB at most.')
const UNTOLD = text(
  '请求缺少附件的说明（x-steward-attachment）。',
  'The request does not tell of the file (x-steward-attachment).',
)

interface OfFile {
  readonly Params: { readonly id: string }
}

/**
 * `POST /files/attachments` attaches the body to a client; what it is stands in the header `x-steward-attachment`, as JSON in
 * percent-encoding, because an address is written down on its way and a name may tell of a person.
 * `GET /files/attachments/ID` gives a content to be saved, `…/ID/picture` a picture to be shown, `POST …/ID/reveal` a sensitive one.
 */
export const attachmentRoutes = async (app: FastifyInstance, contextOf: ContextOf): Promise<void> => {
  const route =
    (
      permission: Permission,
      answer: (
        context: RequestContext,
        request: FastifyRequest<OfFile>,
        reply: FastifyReply,
      ) => Promise<unknown>,
    ) =>
    (request: FastifyRequest<OfFile>, reply: FastifyReply) =>
      answering(request, reply, contextOf, permission, (context) =>
        answer(context, request, reply).catch((error: unknown) => {
          throw asRefusal(error)
        }),
      )
  await app.register(async (routes) => {
    // Cannot be sent by a form, and is not parsed: the handler takes the bytes as they come.
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('application/octet-stream', (_, __, done) => done(null))
    routes.post<OfFile>('/files/attachments', route('attachment:add', add))
  })
  app.get<OfFile>('/files/attachments/:id', route('attachment:read', download))
  app.get<OfFile>('/files/attachments/:id/picture', route('attachment:read', picture))
  app.post<OfFile>('/files/attachments/:id/reveal', route('attachment:reveal', reveal))
}

/** What the services say in the words of GraphQL, in those of a file. */
export const asRefusal = (error: unknown): unknown => {
  if (error instanceof TooLarge) return new FileRefusal('BAD_REQUEST', TOO_LARGE, 413)
  if (error instanceof Incomplete) return new FileRefusal('BAD_REQUEST', INCOMPLETE)
  if (error instanceof ContentRefused) return new FileRefusal('BAD_REQUEST', error.words)
  const code = error instanceof GraphQLError ? error.extensions.code : undefined
  return code === 'NOT_FOUND' || code === 'FORBIDDEN' ? new FileRefusal(code) : error
}

/** Of a field that was refused, what is wrong with it. */
export const refused = (error: UserError): FileRefusal => {
  const { fields } = error as UserError & { readonly fields?: readonly { readonly message: string }[] }
  const message = fields?.[0]?.message ?? error.message
  return new FileRefusal('BAD_REQUEST', text(message, message))
}

const toldOf = (header: unknown): Record<string, unknown> => {
  try {
    const told = JSON.parse(decodeURIComponent(String(header))) as Record<string, unknown>
    if (typeof told !== 'object' || told === null) throw new FileRefusal('BAD_REQUEST', UNTOLD)
    const clientId = typeof told.clientId === 'string' ? fromGlobalId('Client', told.clientId) : undefined
    if (!clientId) throw new FileRefusal('NOT_FOUND')
    return { ...told, clientId }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('BAD_REQUEST', UNTOLD)
  }
}

const add = async (
  context: RequestContext,
  request: FastifyRequest<OfFile>,
  reply: FastifyReply,
): Promise<unknown> => {
  guarded(request)
  const stated = toldOf(request.headers['x-steward-attachment'])
  announcedAtMost(request, MAXIMUM_ATTACHMENT_BYTES, TOO_LARGE)
  const { dataDir } = context.config
  const done = await service.add(context, stated, (work) =>
    received({ dataDir, source: request.raw, maximumBytes: MAXIMUM_ATTACHMENT_BYTES }, work),
  )
  if (done instanceof UserError) throw refused(done)
  return reply
    .code(201)
    .send({ id: toGlobalId('Attachment', done.id), name: done.name, sizeBytes: done.sizeBytes })
}

const attachmentId = (request: FastifyRequest<OfFile>): string => {
  const id = fromGlobalId('Attachment', request.params.id)
  if (!id) throw new FileRefusal('NOT_FOUND')
  return id
}

/** Somebody else's bytes: kept apart from the address of Steward, whatever a browser makes of them. */
export const apart = (
  reply: FastifyReply,
  { name, format }: Pick<AttachmentEntity, 'name' | 'format'>,
  disposition: 'attachment' | 'inline',
): FastifyReply =>
  reply
    .type(ATTACHMENT_FORMATS[format].mediaType)
    .header(
      'content-disposition',
      `${disposition}; filename="file.${ATTACHMENT_FORMATS[format].extensions[0]}"; filename*=UTF-8''${encoded(name)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')

/** As RFC 8187 has it. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)

const download = async (
  context: RequestContext,
  request: FastifyRequest<OfFile>,
  reply: FastifyReply,
): Promise<unknown> => {
  const shown = await service.show(context, attachmentId(request))
  if (shown instanceof UserError) throw new FileRefusal('FORBIDDEN', text(shown.message, shown.message))
  return apart(reply, shown.attachment, 'attachment').send(shown.content)
}

/** Only what was drawn anew here is ever shown by a page. */
const picture = async (
  context: RequestContext,
  request: FastifyRequest<OfFile>,
  reply: FastifyReply,
): Promise<unknown> => {
  const shown = await service.show(context, attachmentId(request))
  if (shown instanceof UserError) throw new FileRefusal('FORBIDDEN', text(shown.message, shown.message))
  if (!isPicture(shown.attachment.format)) {
    if ('destroy' in shown.content) shown.content.destroy()
    throw new FileRefusal('NOT_FOUND')
  }
  return apart(reply, shown.attachment, 'inline').send(shown.content)
}

const reveal = async (
  context: RequestContext,
  request: FastifyRequest<OfFile>,
  reply: FastifyReply,
): Promise<unknown> => {
  guarded(request)
  const { reason } = (request.body ?? {}) as { reason?: unknown }
  const shown = await service.reveal(context, { attachmentId: attachmentId(request), reason })
  if (shown instanceof UserError) throw refused(shown)
  return apart(reply, shown.attachment, 'attachment').send(shown.content)
}
