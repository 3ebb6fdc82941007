/** What a template would say of a real opportunity: for whoever words templates, before anybody signs them. */
import {
  can,
  documentFacts,
  fillTemplate,
  offeredLines,
  opportunityFacts,
  SALES_DOCUMENT_KINDS,
  type DocumentKind,
  type WrittenContent,
} from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { Client } from '../../clients/client.entity.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { Opportunity } from '../opportunity.entity.ts'
import { PriceForm } from '../prices/price-form.entity.ts'
import { NOTHING_SAID, valuesOf } from './fill-paper.service.ts'
import type { SalesClauseType } from './sales-paper.type.ts'

export const preview = (
  { signedIn, dataSource, locale, now }: RequestContext,
  asked: { readonly revision: string; readonly opportunity: string },
): Promise<SalesClauseType[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  const revisionId = fromGlobalId('DocumentRevision', asked.revision)
  const opportunityId = fromGlobalId('Opportunity', asked.opportunity)
  return withTenant(dataSource, orgId, async (manager) => {
    const revision =
      revisionId && (await manager.findOneBy(DocumentRevisionEntity, { orgId, id: revisionId }))
    const opportunity = opportunityId && (await manager.findOneBy(Opportunity, { orgId, id: opportunityId }))
    if (!revision || !opportunity) throw accessError('NOT_FOUND', locale)
    const document = await manager.findOneByOrFail(ControlledDocumentEntity, {
      orgId,
      id: revision.documentId,
    })
    const client = await manager.findOneByOrFail(Client, { orgId, id: opportunity.clientId })
    const isTemplate = (SALES_DOCUMENT_KINDS as readonly DocumentKind[]).includes(revision.kind)
    const facts = opportunityFacts(opportunity, client.keyAccountManagerId)
    if (
      !isTemplate ||
      !can(actor, 'document:readContent', documentFacts(document, revision)) ||
      !can(actor, 'salesProposal:readWords', facts)
    )
      throw accessError('NOT_FOUND', locale)
    const form = await manager.findOneBy(PriceForm, {
      orgId,
      opportunityId: opportunity.id,
      status: 'APPROVED',
    })
    const lines = form ? offeredLines(form.lines) : []
    const today = await dayOf(manager, orgId, now)
    const values = await valuesOf(manager, opportunity, lines, { ...NOTHING_SAID, today })
    const { clauses } = fillTemplate((revision.content as WrittenContent).clauses, values)
    return clauses.map((clause, at) => ({ position: at + 1, ...clause }))
  })
}
