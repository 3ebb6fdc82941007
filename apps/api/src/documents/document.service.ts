/** The verbs of a controlled document. The document is locked first, then the revision that the verb is about. */
import * as domain from '@steward/domain'
import {
  can,
  DOCUMENT_INPUTS,
  documentFacts,
  notEligible,
  parseContent,
  parseInput,
  SINGLE_DOCUMENT_KINDS,
  text,
  type DocumentAction,
  type DocumentChange,
  type DocumentContent,
  type DocumentInput,
  type DocumentKind,
  type Result,
} from '@steward/domain'
import { Not } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { activeDepartment } from '../organization/department.service.ts'
import { actBy } from '../sign-off/delegation.service.ts'
import { takeNumber } from './document-number.ts'
import { amountOf, endSigningOf, reviewsFor, writeSigned } from './document-signing.service.ts'
import {
  lockDocument,
  patchDocument,
  patchRevision,
  type LockedDocument,
} from './document-writing.service.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'

type Answer = Promise<DocumentRevisionEntity | UserError>

const contentIn = (kind: DocumentKind, content: object): DocumentContent =>
  orRefuse(parseContent(kind, content as Record<string, unknown>))

const DEPARTMENTS = ['executingDepartmentId', 'supervisingDepartmentId', 'editingDepartmentId'] as const

/** Departments that the head names must be there, and at work. */
const checkHead = async (
  tx: Transaction,
  head: Pick<DocumentInput<'change'>, (typeof DEPARTMENTS)[number]>,
): Promise<void> => {
  for (const field of DEPARTMENTS) await activeDepartment(tx, head[field], field)
}

const NOTHING_APPROVED = notEligible(
  'optionIsApproved',
  text('方案批准之后才能起草处理协议。', 'An agreement is drafted once the remedy is approved.'),
)
const ANOTHER_OPTION = notEligible(
  'agreementIsOfOption',
  text(
    '案件的处理方案已经变更，请撤回这份协议，按新方案重新起草。',
    'The case has another remedy by now: withdraw this agreement and draft one about that.',
  ),
)

/** The approved remedy of the case that an agreement is about; the case is one that the person may read. One agreement stands for each. */
const optionOf = async (tx: Transaction, complaintId: string | null): Promise<string | null> => {
  if (complaintId === null) return null
  const { organizationId: orgId } = tx.actor
  // Under the lock of the case, two are never made.
  const complaint = await tx.manager.findOne(ComplaintEntity, {
    where: { orgId, id: complaintId },
    lock: { mode: 'for_no_key_update' },
  })
  if (!complaint || !can(tx.actor, 'complaint:readFacts', complaint)) throw invalidReference('complaintId')
  const { currentOptionId: optionId, approvedAt, closedAt } = complaint
  if (optionId === null || approvedAt === null || closedAt !== null) throw new Refused(NOTHING_APPROVED)
  const standing = { orgId, optionId, controlStatus: Not('OBSOLETE' as const) }
  const existing = await tx.manager.findOneBy(ControlledDocumentEntity, standing)
  if (existing) throw new Refused({ code: 'DUPLICATE', existingId: existing.id })
  return optionId
}

/** What is signed is what the case still has on its table. */
const checkOption = async (
  tx: Transaction,
  { orgId, complaintId, optionId }: ControlledDocumentEntity,
): Promise<void> => {
  if (complaintId === null || optionId === null) return
  const { currentOptionId } = await tx.manager.findOneByOrFail(ComplaintEntity, { orgId, id: complaintId })
  if (currentOptionId !== optionId) throw new Refused(ANOTHER_OPTION)
}

/** An organization has one document at a time of a kind that the system goes by. Under the lock of its row, two are never made. */
const checkAlone = async (tx: Transaction, kind: DocumentKind): Promise<void> => {
  if (!SINGLE_DOCUMENT_KINDS.includes(kind)) return
  const { orgId } = await lockOrganization(tx)
  const existing = await tx.manager.findOneBy(ControlledDocumentEntity, {
    orgId,
    kind,
    controlStatus: Not('OBSOLETE' as const),
  })
  if (existing) throw new Refused({ code: 'DUPLICATE', existingId: existing.id })
}

/** A new document as a draft. Its number comes last: the series is locked until the end, and a roll-back gives it back. */
export const draft = (context: VerbContext, input: object): Answer =>
  transaction(context, 'document:draft', async (tx) => {
    const parsed = orRefuse(parseInput(DOCUMENT_INPUTS.draft, withUuids(input)))
    const content = contentIn(parsed.kind, parsed.content)
    await checkHead(tx, parsed)
    const optionId = await optionOf(tx, parsed.complaintId)
    await checkAlone(tx, parsed.kind)
    const made = orRefuse(
      domain.draftDocument(
        parsed,
        {
          id: tx.newId(),
          revisionId: tx.newId(),
          number: await takeNumber(tx, parsed.kind),
          content,
          optionId,
        },
        tx.actor,
        tx.now,
      ),
    )
    await tx.insert(ControlledDocumentEntity, made.document)
    return tx.insert(DocumentRevisionEntity, made.revision)
  })

/** Runs a verb on a revision that the person may read. */
const verb =
  <A extends Exclude<DocumentAction, 'draft'>>(
    action: A,
    work: (tx: Transaction, at: LockedDocument, input: DocumentInput<A>) => Promise<DocumentRevisionEntity>,
  ) =>
  (context: VerbContext, input: { readonly revisionId: string }): Answer =>
    transaction(context, `document:${action}`, async (tx) => {
      const { revisionId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(DOCUMENT_INPUTS[action], stated)) as DocumentInput<A>
      const at = await lockDocument(tx, revisionId as string)
      if ('delegationId' in parsed && parsed.delegationId !== null)
        await actBy(tx, parsed.delegationId, {
          kind: at.document.kind,
          amountMinor: (await amountOf(tx, at.document)) ?? 0,
        })
      tx.admit('document:read', documentFacts(at.document, at.revision))
      return work(tx, at, parsed)
    })

/** A step of a signing, by one's own right or by a delegation. */
function signed<A extends 'review' | 'approve' | 'reject'>(
  action: A,
  decide: (at: LockedDocument, input: DocumentInput<A>, tx: Transaction) => Result<DocumentChange>,
) {
  return verb(action, async (tx, at, input) => {
    const change = orRefuse(decide(at, input, tx))
    if (action !== 'reject') await checkOption(tx, at.document)
    return writeSigned(tx, at, action, change)
  })
}

export const amend = verb('amend', async (tx, at, input) => {
  const { orgId, id: documentId } = at.document
  const ordinal = await tx.manager.countBy(DocumentRevisionEntity, { orgId, documentId })
  const given = { revisionId: tx.newId(), ordinal }
  const next = orRefuse(domain.amendDocument(at, input, given, tx.actor, tx.now))
  const revision = await tx.insert(DocumentRevisionEntity, next.revision)
  await patchDocument(tx, at.document, next.document)
  return revision
})

export const change = verb('change', async (tx, at, input) => {
  const content = contentIn(at.document.kind, input.content)
  await checkHead(tx, input)
  const { document, revision } = orRefuse(domain.changeDocument(at, input, content, tx.actor, tx.now))
  await patchDocument(tx, at.document, document)
  return patchRevision(tx, at.revision, revision)
})

/** The draft is final: its signing begins with the preparer's signature, which fixes what all others sign. */
export const submit = verb('submit', async (tx, at, input) => {
  await checkOption(tx, at.document)
  const owed = await reviewsFor(tx, at.document)
  const change = orRefuse(domain.submitDocument(at, input, owed, tx.actor, tx.now))
  return writeSigned(tx, at, 'submit', change)
})

/** In each of the next three the actor may sign by a delegation: then the rights are those of who gave it. */
export const review = signed('review', (at, input, tx) =>
  domain.reviewDocument(at, input, tx.acting.rights, tx.now),
)
export const approve = signed('approve', (at, input, tx) =>
  domain.approveDocument(at, input, tx.acting.rights, tx.now),
)
export const reject = signed('reject', (at, input, tx) =>
  domain.rejectDocument(at, input, tx.acting.rights, tx.now),
)

export const withdraw = verb('withdraw', async (tx, at, input) => {
  const change = orRefuse(domain.withdrawDocument(at, input, tx.actor, tx.now))
  await endSigningOf(tx, at.document, at.revision)
  await patchDocument(tx, at.document, change.document)
  return patchRevision(tx, at.revision, change.revision)
})

/** Signed: that something is no longer to be gone by is decided like that it is. */
export const retire = verb('retire', async (tx, at, input) =>
  writeSigned(tx, at, 'retire', orRefuse(domain.retireDocument(at, input, tx.actor, tx.now))),
)
