/** A copy for the person is a request for use outside the company: signed by who prepares it, approved by the general manager alone. */
import {
  copyRequestOf,
  localDate,
  parseInput,
  prepareSubjectCopy,
  SUBJECT_REQUEST_INPUTS,
} from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { ExportRequestEntity } from '../../exports/export.entity.ts'
import { askForUse } from '../../exports/export.service.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { SubjectRequestEntity } from '../subject-request.entity.ts'
import { factsOfSubjectRequest } from '../subject-request.service.ts'

/** One that was rejected or withdrawn is asked for anew. */
const isOnItsWay = async (
  tx: Transaction,
  { orgId, exportRequestId: id }: SubjectRequestEntity,
): Promise<boolean> => {
  const asked = id === null ? null : await tx.manager.findOneBy(ExportRequestEntity, { orgId, id })
  return asked !== null && asked.status !== 'REJECTED' && asked.status !== 'WITHDRAWN'
}

export const prepareCopy = (
  context: VerbContext,
  input: { readonly subjectRequestId: string },
): Promise<SubjectRequestEntity | UserError> =>
  transaction(context, 'subjectRequest:prepareCopy', async (tx) => {
    const { subjectRequestId, ...stated } = withUuids(input)
    const parsed = orRefuse(parseInput(SUBJECT_REQUEST_INPUTS.prepareCopy, stated))
    const request = await tx.lock(SubjectRequestEntity, subjectRequestId as string)
    const facts = await factsOfSubjectRequest(tx.manager, request)
    tx.admit('subjectRequest:read', facts)
    const isAsked = await isOnItsWay(tx, request)
    const patch = orRefuse(prepareSubjectCopy(request, facts, parsed, isAsked, tx.actor, tx.now))
    const client = await tx.get(Client, request.clientId)
    await refuseMerged(tx, client)
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId: request.orgId })
    const asked = await askForUse(tx, copyRequestOf(request, client.name, localDate(tx.now, timeZone)))
    return tx.patch(SubjectRequestEntity, request, { ...patch, exportRequestId: asked.id })
  })
