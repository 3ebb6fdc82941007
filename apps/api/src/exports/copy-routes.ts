/** `GET /files/copies/TOKEN` gives the file of a controlled copy: once, within its time, to who was given the link. */
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { EntityManager } from 'typeorm'
import { hashToken, isToken } from '../access/token.ts'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { answering, FileRefusal, type ContextOf } from '../http/file-route.ts'
import { storedPath } from '../imports/file/stored-file.ts'
import { copyPath } from './copy-path.ts'
import { ControlledCopyEntity } from './export.entity.ts'

/** Used up by the very statement that looks it up: of two that come at once one gets the file. */
const USE_UP = `
update copy_link set used_at = $4
 where org_id = $1 and staff_id = $2 and token_hash = $3 and used_at is null and expires_at > $4
 returning copy_id as "copyId"`

const TYPES = {
  CSV: ['text/csv; charset=utf-8', 'csv'],
  XLSX: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  PRINT: ['application/pdf', 'pdf'],
} as const

export const copyRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<{ Params: { token: string } }>(copyPath(':token'), (request, reply) =>
    answering(request, reply, contextOf, 'controlledCopy:fetch', (context) =>
      send(request.params.token, reply, context),
    ),
  )
}

const used = async (
  manager: EntityManager,
  { signedIn, now }: RequestContext,
  token: string,
): Promise<ControlledCopyEntity | null> => {
  const { organizationId: orgId, staffId } = signedIn!.actor
  const [rows] = await manager.query<[{ copyId: string }[], number]>(USE_UP, [
    orgId,
    staffId,
    hashToken(token),
    now,
  ])
  const [link] = rows
  return link ? manager.findOneBy(ControlledCopyEntity, { orgId, id: link.copyId, status: 'PRODUCED' }) : null
}

const send = async (token: string, reply: FastifyReply, context: RequestContext): Promise<unknown> => {
  const { organizationId: orgId } = context.signedIn!.actor
  if (!isToken(token)) throw new FileRefusal('NOT_FOUND')
  const copy = await withTenant(context.dataSource, orgId, (manager) => used(manager, context, token))
  if (!copy?.fileId) throw new FileRefusal('NOT_FOUND')
  const path = storedPath(context.config.dataDir, orgId, copy.fileId)
  await access(path).catch(() => {
    throw new FileRefusal('NOT_FOUND')
  })
  const [type, ending] = TYPES[copy.form]
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${copy.number}.${ending}"`)
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')
    .send(createReadStream(path))
}
