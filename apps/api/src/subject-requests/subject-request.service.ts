/** The verbs of a request that a person makes about their own data. */
import * as domain from '@steward/domain'
import {
  DEFAULT_SUBJECT_REQUEST_POLICY,
  firstSubjectRequestStep,
  notEligible,
  numberPeriod,
  parseInput,
  SUBJECT_REQUEST_INPUTS,
  SUBJECT_REQUEST_POLICY_INPUT,
  subjectRequestDueAt,
  subjectRequestFacts,
  subjectRequestNumber,
  text,
  type FactBag,
  type Result,
  type SubjectRequest,
  type SubjectRequestAction,
  type SubjectRequestInput,
  type SubjectRequestPolicy,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import {
  SubjectRequestDue,
  SubjectRequestEntity,
  SubjectRequestPolicyEntity,
} from './subject-request.entity.ts'

type Answer = Promise<SubjectRequestEntity | UserError>

/** What holds now. */
export const subjectRequestPolicyOf = async (
  manager: EntityManager,
  orgId: string,
): Promise<SubjectRequestPolicy> =>
  (await manager.findOneBy(SubjectRequestPolicyEntity, { orgId })) ?? DEFAULT_SUBJECT_REQUEST_POLICY

/** Also of an archive that is out of use: a person may ask as long as we keep anything of theirs. */
export const register = (context: VerbContext, input: object): Answer =>
  transaction(context, 'subjectRequest:register', async (tx) => {
    const stated = orRefuse(parseInput(SUBJECT_REQUEST_INPUTS.register, withUuids(input)))
    const client = await tx.hold(Client, stated.clientId)
    tx.admit('client:read', clientFacts(client))
    await refuseMerged(tx, client)
    return addSubjectRequest(tx, stated)
  })

/** Writes one down, of a client that was looked up before, and sets its clock. */
export const addSubjectRequest = async (
  tx: Transaction,
  stated: SubjectRequestInput<'register'>,
): Promise<SubjectRequestEntity> => {
  const { organizationId: orgId } = tx.actor
  const policy = await subjectRequestPolicyOf(tx.manager, orgId)
  const { calendar } = await calendarFor(tx.manager, orgId)
  const { timeZone } = await lockOrganization(tx)
  const month = numberPeriod(tx.now, timeZone)
  const dueAt = subjectRequestDueAt(policy, calendar, tx.now)
  const request = await tx.insert(SubjectRequestEntity, {
    ...stated,
    number: subjectRequestNumber(month, await nextSerial(tx.manager, orgId, 'subject-request', month)),
    status: 'REGISTERED',
    registeredById: tx.actor.staffId,
    registeredAt: tx.now,
    dueAt,
    proof: null,
    proofNote: null,
    verifiedById: null,
    verifiedAt: null,
    decidedById: null,
    decidedAt: null,
    answer: null,
    refusal: null,
    erasureRevisionId: null,
    exportRequestId: null,
    version: 1,
    updatedAt: tx.now,
    updatedById: tx.actorId,
  })
  const first = firstSubjectRequestStep(policy, calendar, request)
  await tx.append(SubjectRequestDue, { id: request.id, ...first, attempts: 0 })
  return request
}

/** What scopes and rules ask of a request: of its client, and its own. */
export const factsOfSubjectRequest = async (
  manager: EntityManager,
  request: SubjectRequestEntity,
): Promise<FactBag> => {
  const { orgId, clientId: id } = request
  const client = await manager.findOneByOrFail(Client, { orgId, id })
  return { ...clientFacts(client), ...subjectRequestFacts(request) }
}

const BEING_ERASED = notEligible(
  'noErasureIsSigned',
  text('两人已签字，正在删除，不能再改。', 'Two have signed: the erasure is being carried out.'),
)

/** Both signatures are there, and the worker has yet to carry it out. */
const isErasureSigned = (
  tx: Transaction,
  { orgId, clientId: id, erasureRevisionId }: SubjectRequestEntity,
): Promise<boolean> =>
  erasureRevisionId === null
    ? Promise.resolve(false)
    : tx.manager.existsBy(Client, { orgId, id, erasureRevisionId })

type Decide<A extends SubjectRequestAction> = (
  request: SubjectRequest,
  client: FactBag,
  input: SubjectRequestInput<A>,
  actor: domain.Actor,
  now: Date,
) => Result<Partial<SubjectRequest>>

/** Runs a verb on a request that the person may read. */
const verb =
  <A extends Exclude<SubjectRequestAction, 'register' | 'prepareCopy' | 'erase'>>(
    action: A,
    decide: Decide<A>,
  ) =>
  (context: VerbContext, input: { readonly subjectRequestId: string }): Answer =>
    transaction(context, `subjectRequest:${action}`, async (tx) => {
      const { subjectRequestId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(SUBJECT_REQUEST_INPUTS[action], stated)) as SubjectRequestInput<A>
      const request = await tx.lock(SubjectRequestEntity, subjectRequestId as string)
      const facts = await factsOfSubjectRequest(tx.manager, request)
      tx.admit('subjectRequest:read', facts)
      if (await isErasureSigned(tx, request)) throw new Refused(BEING_ERASED)
      const patch = orRefuse(decide(request, facts, parsed, tx.actor, tx.now))
      return tx.patch(SubjectRequestEntity, request, patch as Partial<SubjectRequestEntity>)
    })

export const verify = verb('verify', domain.verifySubjectRequest)
export const answer = verb('answer', domain.answerSubjectRequest)
export const refuse = verb('refuse', domain.refuseSubjectRequest)
export const withdraw = verb('withdraw', domain.withdrawSubjectRequest)

/** For what is registered from now on: a request that waits keeps the day that it was given. */
export const setPolicy = (
  context: VerbContext,
  input: object,
): Promise<SubjectRequestPolicyEntity | UserError> =>
  transaction(context, 'subjectRequestPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(SUBJECT_REQUEST_POLICY_INPUT, input))
    return setPolicyRow(tx, SubjectRequestPolicyEntity, policy, expectedVersion)
  })
