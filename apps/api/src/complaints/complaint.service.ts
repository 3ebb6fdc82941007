/**
 * The verbs of a case. Each is: lock the row, ask the desk, let the domain decide, write what it says. What the domain needs
 * to know besides the row is read in between, under the same transaction.
 */
import * as domain from '@steward/domain'
import {
  COMPLAINT_INPUTS,
  parseInput,
  type ComplaintAction,
  type ComplaintChange,
  type ComplaintInput,
  type Permission,
  type Result,
  type Verb,
} from '@steward/domain'
import { turnIntoCase } from '../clients/receptions/reception.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { receiverOf } from '../handovers/handover-writing.service.ts'
import { actBy } from '../sign-off/delegation.service.ts'
import { owedPromises } from '../promises/promise-writing.service.ts'
import { ComplaintEntity } from './complaint.entity.ts'
import { agreementContext } from './agreements/agreement.service.ts'
import { optionsOf, oralContext, remedyContext, tasksOf } from './complaint-case.ts'
import { nextNumber, registration } from './complaint-registration.ts'
import { writeChange } from './write-change.ts'

type Answer = Promise<ComplaintEntity | UserError>
type Given = { readonly complaintId: string }

/** Decides one verb on the locked case; may read more within the transaction. */
type Decide<A extends ComplaintAction> = (
  complaint: ComplaintEntity,
  input: ComplaintInput<A>,
  tx: Transaction,
) => Result<ComplaintChange> | Promise<Result<ComplaintChange>>

const permissionOf = (action: ComplaintAction): Permission => `complaint:${action}`

/** A verb on an existing case. Refused as the desk and the domain say; NOT_FOUND where the case may not be read. */
const verb =
  <A extends Exclude<ComplaintAction, 'register'>>(
    action: A,
    decide: Decide<A>,
    /** Another case that the verb touches. */
    along: (input: ComplaintInput<A>) => readonly string[] = () => [],
  ) =>
  (context: VerbContext, input: Given): Answer =>
    transaction(context, permissionOf(action), async (tx) => {
      const { complaintId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(COMPLAINT_INPUTS[action], stated)) as ComplaintInput<A>
      // Two cases are locked in the order of their ids, so that opposite merges do not wait for each other.
      for (const id of along(parsed).toSorted()) {
        if (id < (complaintId as string)) await tx.lock(ComplaintEntity, id)
      }
      const complaint = await tx.lock(ComplaintEntity, complaintId as string)
      if ('delegationId' in parsed && parsed.delegationId !== null)
        await actBy(tx, parsed.delegationId, {
          kind: 'COMPLAINT_PROPOSAL',
          amountMinor: complaint.authorityAmountMinor ?? 0,
        })
      tx.admit('complaint:read', complaint)
      return writeChange(tx, complaint, orRefuse(await decide(complaint, parsed, tx)))
    })

/** A verb that needs to know nothing but the case. */
const plain = <A extends Exclude<ComplaintAction, 'register'>>(action: A, decide: Verb<A>) =>
  verb(action, (complaint, input, tx) => decide(complaint, input, tx.actor, tx.now))

/** Registers a case of any kind and gives it the next number of its month. */
export const register = (context: VerbContext, input: object): Answer =>
  transaction(context, 'complaint:register', async (tx) => {
    const parsed = orRefuse(parseInput(COMPLAINT_INPUTS.register, withUuids(input)))
    const { period, ...given } = await registration(tx, parsed)
    const change = orRefuse(domain.register(parsed, tx.actor, tx.now, given))
    const complaint = await writeChange(tx, undefined, change, () => nextNumber(tx, period))
    if (parsed.receptionId !== null) await turnIntoCase(tx, parsed.receptionId, complaint)
    return complaint
  })

export const acknowledge = plain('acknowledge', domain.acknowledge)
export const assign = plain('assign', domain.assign)
export const contain = plain('contain', domain.contain)
export const investigate = plain('investigate', domain.investigate)
export const recordFindings = plain('recordFindings', domain.recordFindings)
export const ruleResponsibility = plain('ruleResponsibility', domain.ruleResponsibility)
export const logContactAttempt = plain('logContactAttempt', domain.logContactAttempt)
export const resolve = plain('resolve', domain.resolve)
export const followUp = plain('followUp', domain.followUp)
export const close = plain('close', domain.close)
export const reopen = plain('reopen', domain.reopen)
export const refer = plain('refer', domain.refer)
export const answerReferral = plain('answerReferral', domain.answerReferral)
export const makePromise = plain('makePromise', domain.makePromise)
export const dismiss = plain('dismiss', domain.dismiss)

export const propose = verb('propose', async (complaint, input, tx) =>
  domain.propose(complaint, input, tx.actor, tx.now, {
    ...(await remedyContext(tx, complaint)),
    newId: () => tx.newId(),
  }),
)
export const review = verb('review', async (complaint, input, tx) =>
  domain.review(complaint, input, tx.acting.rights, tx.now, { options: await optionsOf(tx, complaint) }),
)
export const recordOralApproval = verb('recordOralApproval', async (complaint, input, tx) =>
  domain.recordOralApproval(
    complaint,
    input,
    tx.actor,
    tx.now,
    await oralContext(tx, complaint, input.approverId),
  ),
)
export const signOralApproval = plain('signOralApproval', domain.signOralApproval)
export const denyOralApproval = verb('denyOralApproval', async (complaint, input, tx) =>
  domain.denyOralApproval(complaint, input, tx.actor, tx.now, { options: await optionsOf(tx, complaint) }),
)
export const approve = verb('approve', async (complaint, input, tx) =>
  domain.approve(complaint, input, tx.acting.rights, tx.now, await remedyContext(tx, complaint)),
)
export const reject = verb('reject', async (complaint, input, tx) =>
  domain.reject(complaint, input, tx.acting.rights, tx.now, await remedyContext(tx, complaint)),
)
export const confirm = verb('confirm', async (complaint, input, tx) =>
  domain.confirm(complaint, input, tx.actor, tx.now, await remedyContext(tx, complaint)),
)
export const offer = verb('offer', async (complaint, input, tx) =>
  domain.offer(complaint, input, tx.actor, tx.now, { options: await optionsOf(tx, complaint) }),
)
export const refuseOption = verb('refuseOption', async (complaint, input, tx) =>
  domain.refuseOption(complaint, input, tx.actor, tx.now, await remedyContext(tx, complaint)),
)
export const recordAgreement = verb('recordAgreement', async (complaint, input, tx) =>
  domain.recordAgreement(complaint, input, tx.actor, tx.now, await agreementContext(tx, complaint)),
)
export const withdraw = verb('withdraw', async (complaint, input, tx) =>
  domain.withdraw(complaint, input, tx.actor, tx.now, { options: await optionsOf(tx, complaint) }),
)
export const decline = verb('decline', async (complaint, input, tx) =>
  domain.decline(complaint, input, tx.actor, tx.now, { options: await optionsOf(tx, complaint) }),
)
export const dispatch = verb('dispatch', async (complaint, input, tx) =>
  domain.dispatch(complaint, input, tx.actor, tx.now, {
    tasks: await tasksOf(tx, complaint),
    newId: () => tx.newId(),
  }),
)
export const handOver = verb('handOver', async (complaint, input, tx) =>
  domain.handOver(complaint, input, tx.actor, tx.now, {
    owed: await owedPromises(tx.manager, complaint),
    receiver: await receiverOf(tx, input),
    newId: () => tx.newId(),
  }),
)
export const merge = verb(
  'merge',
  async (complaint, input, tx) => {
    const into = await tx.lock(ComplaintEntity, input.intoId)
    tx.admit('complaint:read', into)
    return domain.merge(complaint, input, tx.actor, tx.now, into)
  },
  ({ intoId }) => [intoId],
)
