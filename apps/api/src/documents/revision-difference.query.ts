/** Two revisions of one document compared, for whoever may read both. */
import { can, documentFacts, revisionDifference, say } from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { Department, OrganizationProfile } from '../organization/organization.entity.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'
import type { DocumentPlaceType } from './document.type.ts'

export const difference = (
  { signedIn, dataSource, locale }: RequestContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<DocumentPlaceType[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  const ids = [from, to].map((id) => fromGlobalId('DocumentRevision', id))
  return withTenant(dataSource, orgId, async (manager) => {
    const [before, after] = await Promise.all(
      ids.map((id) => (id ? manager.findOneBy(DocumentRevisionEntity, { orgId, id }) : null)),
    )
    if (!before || !after) throw accessError('NOT_FOUND', locale)
    if (before.documentId !== after.documentId)
      throw new GraphQLError('from and to must be revisions of one document', {
        extensions: { code: 'BAD_REQUEST' },
      })
    const document = await manager.findOneByOrFail(ControlledDocumentEntity, { orgId, id: after.documentId })
    for (const revision of [before, after])
      if (!can(actor, 'document:readContent', documentFacts(document, revision)))
        throw accessError('NOT_FOUND', locale)
    const departments = await manager.findBy(Department, { orgId })
    const { currency } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const { places } = revisionDifference(before, after, {
      departmentName: (id) => departments.find((it) => it.id === id)?.name ?? '',
      currency,
      say: (words) => say(words, locale),
    })
    return places.map(({ words, where, change, before: was, after: is }) => ({
      change,
      where: say(where, locale),
      before: was,
      after: is,
      words: [...(words ?? [])],
    }))
  })
}
