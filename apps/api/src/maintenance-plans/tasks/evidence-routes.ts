/** Contents of evidence in and out, beside GraphQL: a photograph is no argument of a mutation. */
import { isPicture, MAXIMUM_ATTACHMENT_BYTES, text, type Permission } from '@steward/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apart, asRefusal, refused, TOO_LARGE } from '../../attachments/attachment-routes.ts'
import type { RequestContext } from '../../context.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { announcedAtMost, answering, FileRefusal, guarded, type ContextOf } from '../../http/file-route.ts'
import { received } from '../../storage/received-file.ts'
import { addEvidence, showEvidence } from './evidence.service.ts'

const UNTOLD = text(
  '请求缺少文件的说明（x-steward-evidence）。',
  'The request does not tell of the file (x-steward-evidence).',
)

interface OfFile {
  readonly Params: { readonly id: string }
}
type Answer = (
  context: RequestContext,
  request: FastifyRequest<OfFile>,
  reply: FastifyReply,
) => Promise<unknown>

/**
 * `POST /files/plan-task-evidence` adds the body to a task; whose it is and how it is called stands in the header `x-steward-evidence`, as
 * JSON in percent-encoding. `GET …/ID` gives a content to be saved, `…/ID/picture` a picture to be shown.
 */
export const evidenceRoutes = async (app: FastifyInstance, contextOf: ContextOf): Promise<void> => {
  const route =
    (permission: Permission, answer: Answer) => (request: FastifyRequest<OfFile>, reply: FastifyReply) =>
      answering(request, reply, contextOf, permission, (context) =>
        answer(context, request, reply).catch((error: unknown) => {
          throw asRefusal(error)
        }),
      )
  await app.register(async (routes) => {
    // Cannot be sent by a form, and is not parsed: the handler takes the bytes as they come.
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('application/octet-stream', (_, __, done) => done(null))
    routes.post<OfFile>('/files/plan-task-evidence', route('planTask:addEvidence', add))
  })
  app.get<OfFile>('/files/plan-task-evidence/:id', route('planTask:read', download))
  app.get<OfFile>('/files/plan-task-evidence/:id/picture', route('planTask:read', picture))
}

const toldOf = (header: unknown): { readonly taskId: string; readonly name: string } => {
  try {
    const told = JSON.parse(decodeURIComponent(String(header))) as Record<string, unknown>
    const taskId = typeof told.taskId === 'string' ? fromGlobalId('PlanTask', told.taskId) : undefined
    if (!taskId) throw new FileRefusal('NOT_FOUND')
    return { taskId, name: typeof told.name === 'string' ? told.name.slice(0, 1_000) : '' }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('BAD_REQUEST', UNTOLD)
  }
}

const add: Answer = async (context, request, reply) => {
  guarded(request)
  const stated = toldOf(request.headers['x-steward-evidence'])
  announcedAtMost(request, MAXIMUM_ATTACHMENT_BYTES, TOO_LARGE)
  const { dataDir } = context.config
  const done = await addEvidence(context, stated, (work) =>
    received({ dataDir, source: request.raw, maximumBytes: MAXIMUM_ATTACHMENT_BYTES }, work),
  )
  if (done instanceof UserError) throw refused(done)
  return reply
    .code(201)
    .send({ id: toGlobalId('PlanTaskEvidence', done.id), name: done.name, sizeBytes: done.sizeBytes })
}

const shownBy = (context: RequestContext, request: FastifyRequest<OfFile>) => {
  const id = fromGlobalId('PlanTaskEvidence', request.params.id)
  if (!id) throw new FileRefusal('NOT_FOUND')
  return showEvidence(context, id)
}

const download: Answer = async (context, request, reply) => {
  const shown = await shownBy(context, request)
  return apart(reply, shown, 'attachment').send(shown.content)
}

/** Only what was drawn anew here is ever shown by a page. */
const picture: Answer = async (context, request, reply) => {
  const shown = await shownBy(context, request)
  if (!isPicture(shown.format)) {
    shown.content.destroy()
    throw new FileRefusal('NOT_FOUND')
  }
  return apart(reply, shown, 'inline').send(shown.content)
}
