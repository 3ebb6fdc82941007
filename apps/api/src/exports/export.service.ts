/** The verbs of a request for client information. */
import * as domain from '@steward/domain'
import {
  can,
  copyNumber,
  EXPORT_INPUTS,
  EXPORT_REQUEST_SHAPE,
  exportApprovers,
  exportFacts,
  exportNumber,
  localDate,
  numberPeriod,
  parseInput,
  planSteps,
  reviewsOf,
  text,
  isForSubject,
  SUBJECT_EXPORT_FORMS,
  type ExportAction,
  type ExportAsked,
  type ExportChange,
  type ExportInput,
  type Result,
} from '@steward/domain'
import { randomBytes } from 'node:crypto'
import { In } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, mergedAmong } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { OrganizationProfile, Project, Staff } from '../organization/organization.entity.ts'
import { signaturePolicyInForce } from '../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../sign-off/signing.service.ts'
import { ControlledCopyEntity, ExportRequestEntity, ExportScope } from './export.entity.ts'

type Answer = Promise<ExportRequestEntity | UserError>

const VERBS = {
  PREPARED: 'exportRequest:submit',
  REVIEWED: 'exportRequest:review',
  APPROVED: 'exportRequest:approve',
} as const

const subjectOf = (request: ExportRequestEntity): SigningSubject => ({
  kind: 'EXPORT_REQUEST',
  subjectType: 'ExportRequest',
  subjectId: request.id,
  revision: 1,
  content: { exportRequest: request },
  shape: EXPORT_REQUEST_SHAPE,
})

/** Exactly the clients that are asked for, each of whom the person may read. One who is not there, or not theirs, is named by place. */
const checkClients = async (
  tx: Transaction,
  { clientIds, projectId }: ExportInput<'submit'>,
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const found = await tx.manager.findBy(Client, { orgId, id: In(clientIds) })
  const known = new Map(found.map((client) => [client.id, client]))
  const at = clientIds.findIndex((id) => {
    const client = known.get(id)
    return !client || !can(tx.actor, 'client:read', clientFacts(client))
  })
  if (at >= 0) throw invalidReference(`clientIds.${at}`)
  const [merged] = (await mergedAmong(tx, found)).values()
  if (merged) throw new Refused(merged)
  if (projectId !== null && found.some((client) => client.projectId !== projectId))
    throw new Refused(
      domain.invalidInput({
        path: 'projectId',
        message: text('所选客户不都属于这个项目。', 'Not all of the clients are of this site.'),
      }),
    )
}

const checkPlaces = async (
  tx: Transaction,
  { projectId, recipientId }: ExportInput<'submit'>,
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  if (projectId !== null && !(await tx.manager.existsBy(Project, { orgId, id: projectId })))
    throw invalidReference('projectId')
  if (recipientId === null) return
  const recipient = await tx.manager.findOneBy(Staff, { orgId, id: recipientId })
  if (!recipient || recipient.disabledAt !== null) throw invalidReference('recipientId')
}

/** Asks, signed by who asks. What was asked for never changes any more: what is refused is asked for anew. */
export const submit = (context: VerbContext, input: object): Answer =>
  transaction(context, 'exportRequest:submit', async (tx) => {
    const parsed = orRefuse(parseInput(EXPORT_INPUTS.submit, withUuids(input)))
    await checkClients(tx, parsed)
    await checkPlaces(tx, parsed)
    return askForUse(tx, parsed)
  })

/** Writes down and signs what is asked for, of clients that were looked up before. */
export const askForUse = async (tx: Transaction, asked: ExportAsked): Promise<ExportRequestEntity> => {
  const { organizationId: orgId } = tx.actor
  const policy = await signaturePolicyInForce(tx.manager, orgId)
  const reviewsOwed = reviewsOf(
    planSteps(policy, [{ kind: 'EXPORT_REQUEST', amountMinor: 0, grade: null, siteTier: null }]),
    1,
  )
  const { timeZone } = await lockOrganization(tx)
  const series = numberPeriod(tx.now, timeZone)
  const made = orRefuse(
    domain.submitExport(
      asked,
      {
        id: tx.newId(),
        number: exportNumber(series, await nextSerial(tx.manager, orgId, 'export', series)),
        today: localDate(tx.now, timeZone),
        reviewsOwed,
      },
      tx.actor,
      tx.now,
    ),
  )
  const row = await tx.insert(ExportRequestEntity, { ...made, columns: [...made.columns] })
  await tx.append(ExportScope, { id: row.id, clientIds: asked.clientIds })
  const part = { amountMinor: null, grade: null, siteTier: null, approvers: exportApprovers(row) }
  await beginSigning(tx, subjectOf(row), [part], {
    meaning: 'PREPARED',
    verb: 'exportRequest:submit',
    facts: exportFacts(row),
    comment: null,
    verbs: VERBS,
  })
  return row
}

type Work = (tx: Transaction, request: ExportRequestEntity) => Promise<void>

/** Runs a verb on a request that the person may read. @param more what it does beside, before the request itself changes */
const verb =
  <A extends Exclude<ExportAction, 'submit'>>(
    action: A,
    decide: (
      tx: Transaction,
      request: ExportRequestEntity,
      input: ExportInput<A>,
    ) => Result<ExportChange> | Promise<Result<ExportChange>>,
    more?: Work,
  ) =>
  (context: VerbContext, input: { readonly exportRequestId: string }): Answer =>
    transaction(context, `exportRequest:${action}`, async (tx) => {
      const { exportRequestId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(EXPORT_INPUTS[action], stated)) as ExportInput<A>
      const request = await tx.lock(ExportRequestEntity, exportRequestId as string)
      tx.admit('exportRequest:read', exportFacts(request))
      const { patch, signs, comment } = orRefuse(await decide(tx, request, parsed))
      await more?.(tx, request)
      const after = await tx.patch(ExportRequestEntity, request, patch as Partial<ExportRequestEntity>)
      if (signs !== null) {
        const given = {
          meaning: signs,
          verb: `exportRequest:${action}`,
          facts: exportFacts(request),
          comment,
        } as const
        await signNext(tx, (await roundOf(tx, subjectOf(request)))!, subjectOf(after), given)
      }
      return after
    })

export const review = verb('review', (tx, request, input) =>
  domain.reviewExport(request, input, tx.actor, tx.now),
)
export const approve = verb('approve', (tx, request, input) =>
  domain.approveExport(request, input, tx.actor, tx.now),
)
export const reject = verb('reject', (tx, request, input) =>
  domain.rejectExport(request, input, tx.actor, tx.now),
)
export const withdraw = verb(
  'withdraw',
  (tx, request, input) => domain.withdrawExport(request, input, tx.actor, tx.now),
  async (tx, request) => {
    const round = await roundOf(tx, subjectOf(request))
    if (round) await endSigning(tx, round)
  },
)

const MARK_BYTES = 5

/** Makes a row for each copy; the worker makes the files. */
export const produce = verb(
  'produce',
  async (tx, request, input) => {
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId: request.orgId })
    return domain.produceExport(request, input, localDate(tx.now, timeZone), tx.actor, tx.now)
  },
  async (tx, request) => {
    const { recipientId, recipientName, recipientCompany, orgId } = request
    const colleague =
      recipientId && (await tx.manager.findOneByOrFail(Staff, { orgId, id: recipientId })).name
    const outside = [recipientName, recipientCompany].filter(Boolean).join('，')
    for (let nth = 1; nth <= request.copies; nth++) {
      const copy = await tx.insert(ControlledCopyEntity, {
        requestId: request.id,
        number: copyNumber(request.number, nth),
        status: 'PRODUCING',
        form: isForSubject(request.form) ? SUBJECT_EXPORT_FORMS[nth - 1]! : request.form,
        projectId: request.projectId,
        requestedById: request.requestedById,
        holderId: recipientId ?? request.requestedById,
        recipient: colleague ?? outside,
        mark: randomBytes(MARK_BYTES).toString('hex'),
        progress: 0,
        producedAt: null,
        fileId: null,
        fileHash: null,
        sizeBytes: null,
        receivedAt: null,
        signer: null,
        dueOn: request.useUntil,
        returnedAt: null,
        returnedToId: null,
        returnNote: null,
        destructionRevisionId: null,
        destroyedAt: null,
        chased: 0,
        version: 1,
        updatedAt: tx.now,
        updatedById: tx.actorId,
      })
      tx.emit('copyToProduce', { type: 'ControlledCopy', id: copy.id })
    }
  },
)
