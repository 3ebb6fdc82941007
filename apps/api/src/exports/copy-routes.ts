/** `GET /files/copies/TOKEN` gives the file of a controlled copy: once, within its time, to who was given the link. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isToken } from '../access/token.ts'
import type { RequestContext } from '../context.ts'
import { answering, FileRefusal, type ContextOf } from '../http/file-route.ts'
import { openStored } from '../storage/encrypted-file.ts'
import { useLink } from './copy-link.service.ts'
import { copyPath } from './copy-path.ts'

const TYPES = {
  CSV: ['text/csv; charset=utf-8', 'csv'],
  XLSX: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  PRINT: ['application/pdf', 'pdf'],
  CARD: ['application/pdf', 'pdf'],
  ARCHIVE_PDF: ['application/pdf', 'pdf'],
  ARCHIVE_JSON: ['application/json; charset=utf-8', 'json'],
} as const

export const copyRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<{ Params: { token: string } }>(copyPath(':token'), (request, reply) =>
    answering(request, reply, contextOf, 'controlledCopy:fetch', (context) =>
      send(request.params.token, reply, context),
    ),
  )
}

const send = async (token: string, reply: FastifyReply, context: RequestContext): Promise<unknown> => {
  const { organizationId: orgId } = context.signedIn!.actor
  if (!isToken(token)) throw new FileRefusal('NOT_FOUND')
  const waiting = await useLink(context, token)
  if (!waiting) throw new FileRefusal('NOT_FOUND')
  const { copy, fileId, key } = waiting
  const file = await openStored({ dataDir: context.config.dataDir, orgId, key }, fileId).catch(() => {
    throw new FileRefusal('NOT_FOUND')
  })
  const [type, ending] = TYPES[copy.form]
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${copy.number}.${ending}"`)
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')
    .send(file.stream())
}
