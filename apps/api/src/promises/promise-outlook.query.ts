/** What a client can be told while the case is still being registered: reckoned as it will be, and not stored. */
import {
  can,
  promiseOutlook,
  SEVERITIES,
  type DueTimeExplanation,
  type Purpose,
  type Severity,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { promiseTerms } from './promise-terms.service.ts'
import type { DueTimeExplanationType, PromiseOutlookType } from './promise.type.ts'

export interface OutlookAsked {
  readonly severity: number
  readonly purpose?: string | null
  readonly categoryId?: string | null
  readonly clientId?: string | null
}

const isSeverity = (severity: number): severity is Severity =>
  (SEVERITIES as readonly number[]).includes(severity)

export const outlook = async (
  { signedIn, dataSource, locale, now }: RequestContext,
  { severity, purpose, categoryId, clientId }: OutlookAsked,
): Promise<PromiseOutlookType[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  if (!isSeverity(severity)) {
    throw new GraphQLError('severity: must be from 1 to 4', { extensions: { code: 'BAD_REQUEST' } })
  }
  const orgId = signedIn.actor.organizationId
  // An unknown category, or one of another organization, has no rule of its own.
  const category = categoryId ? (fromGlobalId('ComplaintCategory', categoryId) ?? null) : null
  const { actor } = signedIn
  const terms = await withTenant(dataSource, orgId, async (manager) => {
    // Somebody whom one may not see is nobody: trying ids out tells nothing of them.
    const id = clientId ? fromGlobalId('Client', clientId) : undefined
    const client = id ? await manager.findOneBy(Client, { orgId, id }) : null
    const known = client && can(actor, 'client:read', clientFacts(client)) ? client.id : null
    return promiseTerms(manager, { orgId, categoryId: category, clientId: known }, null)
  })
  const asked = { severity, purpose: (purpose ?? null) as Purpose | null }
  return promiseOutlook(asked, now, terms).map(({ explanation, ...promised }) => ({
    ...promised,
    explainDueTime: published(explanation),
  }))
}

const published = ({
  rule,
  lines,
  assumesUnpublished,
  ...why
}: DueTimeExplanation): DueTimeExplanationType => ({
  ...why,
  ruleSeverity: rule?.severity ?? null,
  rulePurpose: rule?.purpose ?? null,
  ruleCategoryId: rule?.categoryId ? toGlobalId('ComplaintCategory', rule.categoryId) : null,
  assumesUnpublished: [...assumesUnpublished],
  lines: [...lines],
})
