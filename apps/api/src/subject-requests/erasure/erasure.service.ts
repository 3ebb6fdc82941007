/** The erasure of a person 删除: asked for, proven, signed by two, then carried out by the worker at once. */
import { eraseSubject, localDate, parseInput, SUBJECT_REQUEST_INPUTS } from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { certifyDestruction } from '../../documents/destruction.service.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { SubjectRequestEntity } from '../subject-request.entity.ts'
import { factsOfSubjectRequest } from '../subject-request.service.ts'
import { demandNothingInTheWay } from './erasure-signed.service.ts'

const isBeingSigned = async (
  tx: Transaction,
  { orgId, erasureRevisionId: id }: SubjectRequestEntity,
): Promise<boolean> =>
  id !== null && (await tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id }))?.status === 'IN_SIGNING'

/** The first of the two signatures on an erasure; the second one has it carried out, see `clientErasureSigned`. */
export const erase = (
  context: VerbContext,
  input: { readonly subjectRequestId: string },
): Promise<SubjectRequestEntity | UserError> =>
  transaction(context, 'subjectRequest:erase', async (tx) => {
    const { subjectRequestId, ...stated } = withUuids(input)
    const parsed = orRefuse(parseInput(SUBJECT_REQUEST_INPUTS.erase, stated))
    const request = await tx.lock(SubjectRequestEntity, subjectRequestId as string)
    const facts = await factsOfSubjectRequest(tx.manager, request)
    tx.admit('subjectRequest:read', facts)
    const change = eraseSubject(request, facts, parsed, await isBeingSigned(tx, request), tx.actor, tx.now)
    const patch = orRefuse(change)
    const client = await tx.lock(Client, request.clientId)
    await demandNothingInTheWay(tx, client)
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId: request.orgId })
    const record = await certifyDestruction(tx, [
      {
        subject: 'CLIENT_ARCHIVE',
        subjectId: client.id,
        // Its code and nothing else: the certificate stays.
        what: `${client.code}（${request.number}）`,
        medium: 'SYSTEM',
        method: '系统内删除，销毁密钥',
        place: '系统',
        destroyedOn: localDate(tx.now, timeZone),
        witnesses: null,
      },
    ])
    return tx.patch(SubjectRequestEntity, request, { ...patch, erasureRevisionId: record.id })
  })
