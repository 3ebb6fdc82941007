import { LOCALES } from '@steward/domain'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { RequestContext } from '../context.ts'
import { answering, FileRefusal, type ContextOf } from '../http/file-route.ts'
import { CARD_KINDS } from './card-parts.service.ts'
import { printedCard } from './print-card.service.ts'
import { printedDirectory, printedEvaluation } from './print-grading.service.ts'
import { printed, type Printed } from './print.service.ts'

interface Asked {
  Params: { id: string }
  Querystring: { lang?: string; kind?: string }
}

/**
 * `GET /files/documents/REVISION.pdf` prints a revision of a controlled document, `GET /files/signings/SIGNING.pdf` what was signed on a case:
 * `GET /files/reconciliations/ID.pdf` a statement of account, `GET /files/information-inventories/ID.pdf` what a department keeps of clients,
 * `GET /files/clients/CLIENT/card.pdf` prints a client's index card, or with `?kind=client|tracking|consumption` another of
 * their cards;
 * `GET /files/sales-proposals/ID.pdf` a proposal, `GET /files/service-agreements/ID.pdf` an agreement;
 * `GET /files/evaluations/ID.pdf` an evaluation sheet, `GET /files/grade-directories/CYCLE.pdf` a grade directory; each
 * in the language of `?lang=zh-CN|en`, else in that of the request.
 */
export const printRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<Asked>('/files/documents/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'document:readContent', (context) =>
      print(reply, context, request, 'DocumentRevision'),
    ),
  )
  app.get<Asked>('/files/clients/:id/card.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'client:printCard', async (context) => {
      const locale = LOCALES.find((it) => it === request.query.lang) ?? context.locale
      const kind = CARD_KINDS.find((it) => it === request.query.kind)
      return sendPdf(reply, await printedCard(context, request.params.id, locale, kind))
    }),
  )
  app.get<Asked>('/files/information-inventories/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'informationInventory:read', (context) =>
      print(reply, context, request, 'InformationInventory'),
    ),
  )
  app.get<Asked>('/files/evaluations/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'evaluation:print', async (context) => {
      const locale = LOCALES.find((it) => it === request.query.lang) ?? context.locale
      return sendPdf(reply, await printedEvaluation(context, request.params.id, locale))
    }),
  )
  app.get<Asked>('/files/grade-directories/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'evaluation:print', async (context) => {
      const locale = LOCALES.find((it) => it === request.query.lang) ?? context.locale
      return sendPdf(reply, await printedDirectory(context, request.params.id, locale))
    }),
  )
  app.get<Asked>('/files/reconciliations/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'reconciliation:read', (context) =>
      print(reply, context, request, 'Reconciliation'),
    ),
  )
  app.get<Asked>('/files/sales-proposals/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'salesProposal:readWords', (context) =>
      print(reply, context, request, 'SalesProposal'),
    ),
  )
  app.get<Asked>('/files/service-agreements/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'serviceAgreement:readWords', (context) =>
      print(reply, context, request, 'ServiceAgreement'),
    ),
  )
  app.get<Asked>('/files/signings/:id.pdf', (request, reply) =>
    answering(request, reply, contextOf, 'signOff:read', (context) =>
      print(reply, context, request, 'Signing'),
    ),
  )
}

const print = async (
  reply: FastifyReply,
  context: RequestContext,
  { params, query }: { readonly params: Asked['Params']; readonly query: Asked['Querystring'] },
  type: Parameters<typeof printed>[1],
): Promise<unknown> => {
  const locale = LOCALES.find((it) => it === query.lang) ?? context.locale
  return sendPdf(reply, await printed(context, type, params.id, locale))
}

const sendPdf = (reply: FastifyReply, file: Printed | undefined): unknown => {
  if (!file) throw new FileRefusal('NOT_FOUND')
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${file.name}.pdf"`)
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store')
    .send(file.pdf)
}
