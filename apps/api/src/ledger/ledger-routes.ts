import { Readable } from 'node:stream'
import { text, type LedgerChain } from '@steward/domain'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { answering, FileRefusal, type ContextOf } from '../http/file-route.ts'
import { ledgerLines, ledgerSize } from './ledger-file.service.ts'
import { noteExport, proveCase } from './ledger.service.ts'

const NOT_YET = text(
  '该案件的签核还没有进入检查点，请一分钟后再试。',
  'No checkpoint covers the signatures of this case yet; try again in a minute.',
)

/**
 * `GET /files/ledger.jsonl` gives the whole ledger of the organization, `GET /files/audit.jsonl` its audit trail with the chain of it,
 * `GET /files/proofs/CASE.json` the proof of one case's signatures: all for `steward-verify`.
 */
export const ledgerRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get('/files/ledger.jsonl', (request, reply) =>
    answering(request, reply, contextOf, 'ledger:export', (context) =>
      exportChain(reply, context, 'SIGN_OFFS'),
    ),
  )
  app.get('/files/audit.jsonl', (request, reply) =>
    answering(request, reply, contextOf, 'audit:export', (context) => exportChain(reply, context, 'AUDIT')),
  )
  app.get<{ Params: { id: string } }>('/files/proofs/:id.json', (request, reply) =>
    answering(request, reply, contextOf, 'signOff:prove', (context) =>
      prove(request.params.id, reply, context),
    ),
  )
}

const attached = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')

const exportChain = async (
  reply: FastifyReply,
  context: RequestContext,
  chain: LedgerChain,
): Promise<unknown> => {
  const { organizationId } = context.signedIn!.actor
  const size = await ledgerSize(context.dataSource, organizationId, chain)
  const kind = chain === 'AUDIT' ? 'audit' : 'ledger'
  await noteExport(context, `${kind}:export`, size)
  const name = `${context.now.toISOString().slice(0, 10)}-${size}.${kind}.jsonl`
  return attached(reply, 'application/jsonl; charset=utf-8', name).send(
    Readable.from(ledgerLines(context, { orgId: organizationId, chain, size })),
  )
}

const prove = async (publishedId: string, reply: FastifyReply, context: RequestContext): Promise<unknown> => {
  const id = fromGlobalId('Complaint', publishedId)
  if (!id) throw new FileRefusal('NOT_FOUND')
  const { number, proof } = await proveCase(context, id).catch((error: GraphQLError) => {
    throw error.extensions?.['code'] === 'NOT_FOUND' ? new FileRefusal('NOT_FOUND') : error
  })
  if (!proof) throw new FileRefusal('BAD_REQUEST', NOT_YET, 409)
  return attached(reply, 'application/json; charset=utf-8', `${number}.proof.json`).send(
    JSON.stringify(proof),
  )
}
