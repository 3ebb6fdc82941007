/** Files in and out, beside GraphQL: a body of 50 MB is no argument of a mutation. */
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import {
  COMPLAINT_MAPPINGS,
  hasPermission,
  MAXIMUM_IMPORT_BYTES,
  say,
  suggestedMapping,
  text,
  type Text,
} from '@steward/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { UserError } from '../graphql/user-error.ts'
import { refusedRowsPath } from './import-rules.ts'
import { ImportRunEntity } from './import.entity.ts'
import { keepFile } from './import.service.ts'
import { FileTooLarge, storedPath } from './file/stored-file.ts'
import { tableFile } from './file/table-file.ts'
import { textFile } from './file/text-file.ts'

const TOO_LARGE = text('文件超过 50 MB，请分成几个文件。', 'The file is larger than 50 MB; divide it.')
const NAMELESS = text('请注明文件名。', 'Say what the file is called: ?name=.')
const INCOMPLETE = text('文件没有传完，请重新上传。', 'The file did not arrive in full; send it again.')
const UNGUARDED = text('请求缺少 x-steward-csrf 头。', 'The request lacks the header x-steward-csrf.')
const LONGEST_NAME = 200

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>

const STATUS = { BAD_REQUEST: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 } as const

/** The door of these routes, and everything else that ends a request early: in the words and the form of the API. */
class Refusal extends Error {
  readonly code: keyof typeof STATUS
  readonly words: Text | undefined
  readonly status: number

  constructor(code: keyof typeof STATUS, words?: Text, status: number = STATUS[code]) {
    super(code)
    this.code = code
    this.words = words
    this.status = status
  }
}

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
      answering(request, reply, contextOf, (context) => upload(request, reply, context)),
    )
    routes.get<{ Params: { id: string } }>(refusedRowsPath(':id'), (request, reply) =>
      answering(request, reply, contextOf, (context) => download(request.params.id, reply, context)),
    )
  })
}

const answering = async (
  request: FastifyRequest,
  reply: FastifyReply,
  contextOf: ContextOf,
  answer: (context: RequestContext) => Promise<unknown>,
): Promise<unknown> => {
  const context = await contextOf(request, reply)
  try {
    // These routes look no session up in their statements, so the session is looked up now.
    context.signedIn &&= await context.sessions.resolve(context.signedIn.tokenHash, true)
    if (!context.signedIn) throw new Refusal('UNAUTHENTICATED')
    if (!hasPermission(context.signedIn.actor, 'import:run')) throw new Refusal('FORBIDDEN')
    return await answer(context)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, words, status } = error
    const message = words
      ? say(words, context.locale)
      : accessError(code as Exclude<typeof code, 'BAD_REQUEST'>, context.locale).message
    const extensions = { code, requestId: request.id }
    return reply.code(status).send({ errors: [{ message, extensions }] })
  }
}

const upload = async (
  request: FastifyRequest,
  reply: FastifyReply,
  context: RequestContext,
): Promise<unknown> => {
  if (request.headers['x-steward-csrf'] === undefined) throw new Refusal('FORBIDDEN', UNGUARDED)
  const name = fileName((request.query as { name?: unknown }).name)
  if (name === '') throw new Refusal('BAD_REQUEST', NAMELESS)
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_IMPORT_BYTES)
    throw new Refusal('BAD_REQUEST', TOO_LARGE, 413)
  const { dataDir } = context.config
  const incoming = { name, source: request.raw, maximumBytes: MAXIMUM_IMPORT_BYTES }
  const file = await keepFile(context, dataDir, incoming).catch((error: unknown) => {
    if (error instanceof FileTooLarge) throw new Refusal('BAD_REQUEST', TOO_LARGE, 413)
    // Whoever sent it has gone; nobody reads the answer, and nothing is wrong here.
    throw request.raw.complete ? error : new Refusal('BAD_REQUEST', INCOMPLETE)
  })
  if (file instanceof UserError) throw new Refusal('BAD_REQUEST', text(file.message, file.message))
  return reply.code(201).send({
    id: toGlobalId('ImportFile', file.id),
    name: file.name,
    sizeBytes: file.sizeBytes,
    mapping: await suggestion(storedPath(dataDir, file.orgId, file.id)),
  })
}

/** The last part of whatever path a browser sends, in characters that can be shown. */
const fileName = (given: unknown): string =>
  typeof given === 'string'
    ? (given.normalize('NFC').replace(/\p{C}/gu, '').split(/[/\\]/).at(-1) ?? '').trim().slice(-LONGEST_NAME)
    : ''

/** The mapping that the file's columns speak for; the person may know better. */
const suggestion = async (path: string): Promise<string | null> => {
  const found = await textFile(path, undefined)
  const table = found.ok ? await tableFile(path, found.value.encoding, COMPLAINT_MAPPINGS) : found
  return (table.ok ? suggestedMapping(table.value.header)?.name : undefined) ?? null
}

const download = async (
  publishedId: string,
  reply: FastifyReply,
  { dataSource, config, signedIn }: RequestContext,
): Promise<unknown> => {
  const { organizationId: orgId } = signedIn!.actor
  const id = fromGlobalId('ImportRun', publishedId)
  const run = id
    ? await withTenant(dataSource, orgId, (manager) => manager.findOneBy(ImportRunEntity, { orgId, id }))
    : null
  if (!run?.refusedFileId) throw new Refusal('NOT_FOUND')
  const path = storedPath(config.dataDir, orgId, run.refusedFileId)
  await access(path).catch(() => {
    throw new Refusal('NOT_FOUND')
  })
  // Somebody else's words: never shown inside the address of Steward, whatever a browser makes of them.
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="refused.csv"')
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')
    .send(createReadStream(path))
}
