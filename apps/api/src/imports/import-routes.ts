/** Files in and out, beside GraphQL: a body of 50 MB is no argument of a mutation. */
import { mayImport, MAXIMUM_IMPORT_BYTES, say, text } from '@steward/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RequestContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
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
import { refusedRowsPath } from './import-rules.ts'
import { ImportRunEntity } from './import.entity.ts'
import { keepFile, type KeptFile } from './import.service.ts'
import { openFile } from './custody/custody.service.ts'
import { fileKeyOf } from './file/file-key.ts'
import { lookAt, type FileLook, type NoLook } from './file/look.ts'
import { openStored } from '../storage/encrypted-file.ts'
import { isArchive } from './file/workbook.ts'

const TOO_LARGE = text('文件超过 50 MB，请分成几个文件。', 'The file is larger than 50 MB; divide it.')
const NAMELESS = text('请注明文件名。', 'Say what the file is called: ?name=.')
const LONGEST_NAME = 200

/**
 * `POST /files/imports?name=…` keeps a file (the body as it is) and answers its id, for `startImport`.
 * `GET /files/imports/ID/refused.csv` gives the refused rows of a run.
 */
export const importRoutes = async (app: FastifyInstance, contextOf: ContextOf): Promise<void> => {
  await app.register(async (routes) => {
    // Neither type can be sent by a form, and neither is parsed: the handler takes the bytes as they come.
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser(['text/csv', 'application/octet-stream'], (_, __, done) => done(null))

    routes.post('/files/imports', (request, reply) =>
      answering(request, reply, contextOf, 'import:run', (context) => upload(request, reply, context)),
    )
    routes.get<{ Params: { id: string } }>(refusedRowsPath(':id'), (request, reply) =>
      answering(request, reply, contextOf, 'import:run', (context) =>
        download(request.params.id, reply, context),
      ),
    )
  })
}

const upload = async (
  request: FastifyRequest,
  reply: FastifyReply,
  context: RequestContext,
): Promise<unknown> => {
  guarded(request)
  const name = fileName((request.query as { name?: unknown }).name)
  if (name === '') throw new FileRefusal('BAD_REQUEST', NAMELESS)
  announcedAtMost(request, MAXIMUM_IMPORT_BYTES, TOO_LARGE)
  const { dataDir } = context.config
  const incoming = { name, source: request.raw, maximumBytes: MAXIMUM_IMPORT_BYTES }
  const kept = await keepFile(context, dataDir, incoming).catch((error: unknown) => {
    if (error instanceof TooLarge) throw new FileRefusal('BAD_REQUEST', TOO_LARGE, 413)
    throw request.raw.complete ? error : new FileRefusal('BAD_REQUEST', INCOMPLETE)
  })
  if (kept instanceof UserError) throw new FileRefusal('BAD_REQUEST', text(kept.message, kept.message))
  const { file } = kept
  const seen = await look(kept, context)
  const refused = 'refused' in seen ? say(seen.refused.text, context.locale) : null
  const { kind, mapping, header, samples } = 'refused' in seen ? NOTHING_SEEN : seen
  return reply
    .code(201)
    .header('cache-control', 'no-store')
    .send({
      id: toGlobalId('ImportFile', file.id),
      name: file.name,
      sizeBytes: file.sizeBytes,
      kind,
      mapping,
      header,
      samples,
      refused,
    })
}

const NOTHING_SEEN = { kind: null, mapping: null, header: [], samples: [] } as const

/** A workbook is unpacked where it can do no harm; text is looked at here. */
const look = async ({ place, file }: KeptFile, { imports }: RequestContext): Promise<FileLook | NoLook> => {
  const head = await (await openStored(place, file.id)).head(4)
  return isArchive(head) ? imports.look({ orgId: file.orgId, id: file.id }) : lookAt(place, file.id)
}

/** The last part of whatever path a browser sends, in characters that can be shown. */
const fileName = (given: unknown): string =>
  typeof given === 'string'
    ? (given.normalize('NFC').replace(/\p{C}/gu, '').split(/[/\\]/).at(-1) ?? '').trim().slice(-LONGEST_NAME)
    : ''

const download = async (
  publishedId: string,
  reply: FastifyReply,
  context: RequestContext,
): Promise<unknown> => {
  const { dataSource, config, signedIn, vault } = context
  const { actor } = signedIn!
  const { organizationId: orgId } = actor
  const id = fromGlobalId('ImportRun', publishedId)
  const [run, key] = id
    ? await withTenant(dataSource, orgId, async (manager) => {
        const found = await manager.findOneBy(ImportRunEntity, { orgId, id })
        return [found, found ? await fileKeyOf(manager, vault, orgId, found.fileId) : undefined]
      })
    : [null, undefined]
  // The cells of a file are for those who may bring such records in.
  if (!run?.refusedFileId || !key || !mayImport(actor, run.kind)) throw new FileRefusal('NOT_FOUND')
  const rows = await openStored({ dataDir: config.dataDir, orgId, key }, run.refusedFileId).catch(() => {
    throw new FileRefusal('NOT_FOUND')
  })
  await transaction(context, 'import:run', async (tx) => {
    await openFile(tx, run.fileId, 'REFUSED_ROWS')
    return run
  })
  // Somebody else's words: never shown inside the address of Steward, whatever a browser makes of them.
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="refused.csv"')
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')
    .send(rows.stream())
}
