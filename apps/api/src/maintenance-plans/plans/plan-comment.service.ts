/** What is said of a field of a plan: answered, and shown until somebody has resolved it. */
import {
  hasPlace,
  invalidInput,
  notEligible,
  parseInput,
  PLAN_COMMENT_INPUTS,
  planCourseFacts,
  text,
  type PlanRevisionStatus,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { refuseGone, rulesOf } from './kept-plan.service.ts'
import { Client } from '../../clients/client.entity.ts'
import { MaintenancePlan, PlanComment, PlanRevision } from './plan.entity.ts'

type Answer = Promise<PlanComment | UserError>

/** Of these somebody still makes something. */
const LIVING: readonly PlanRevisionStatus[] = ['DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL', 'IN_FORCE']

const NO_PLACE = text('方案中没有这个位置。', 'The plan has no such place.')
const OTHER_PLAN = text('该批注不属于这份方案。', 'That comment is on another plan.')
const RESOLVED = notEligible('commentIsOpen', text('这条批注已处理。', 'This comment is resolved already.'))
const AN_ANSWER = notEligible(
  'isNoAnswer',
  text('请处理所答复的那条批注。', 'Resolve the comment that this one answers.'),
)

/** The plan stays as it is meanwhile; whoever comments does not hold up whoever writes. */
const heldPlan = async (tx: Transaction, planId: string): Promise<Client | null> => {
  const { clientId } = await tx.get(MaintenancePlan, planId)
  const client = clientId === null ? null : await tx.hold(Client, clientId)
  const plan = await tx.hold(MaintenancePlan, planId)
  tx.admit('plan:read', planCourseFacts(rulesOf(plan, client)))
  return client
}

export const comment = (context: VerbContext, input: object): Answer =>
  transaction(context, 'plan:comment', async (tx) => {
    const { revisionId, anchor, answersId, words } = orRefuse(
      parseInput(PLAN_COMMENT_INPUTS.comment, withUuids(input)),
    )
    const { planId } = await tx.get(PlanRevision, revisionId)
    await refuseGone(tx, await heldPlan(tx, planId))
    const revision = await tx.hold(PlanRevision, revisionId)
    if (!LIVING.includes(revision.status))
      throw new Refused({ code: 'WRONG_STATUS', status: revision.status, action: 'comment', allowed: LIVING })
    const answered = answersId === null ? null : await tx.get(PlanComment, answersId)
    if (answered && answered.planId !== planId)
      throw new Refused(invalidInput({ path: 'answersId', message: OTHER_PLAN }))
    if (!answered && anchor !== null && !hasPlace(revision.content, anchor))
      throw new Refused(invalidInput({ path: 'anchor', message: NO_PLACE }))
    return tx.insert(PlanComment, {
      planId,
      revisionId,
      answersId: answered ? (answered.answersId ?? answered.id) : null,
      anchor: answered ? answered.anchor : anchor,
      words,
      byId: tx.actor.staffId,
      at: tx.now,
      resolvedAt: null,
      resolvedById: null,
      version: 1,
    })
  })

export const resolveComment = (context: VerbContext, input: object): Answer =>
  transaction(context, 'plan:resolveComment', async (tx) => {
    const { commentId, expectedVersion } = orRefuse(
      parseInput(PLAN_COMMENT_INPUTS.resolveComment, withUuids(input)),
    )
    const { planId, answersId } = await tx.get(PlanComment, commentId)
    await heldPlan(tx, planId)
    if (answersId !== null) throw new Refused(AN_ANSWER)
    const found = await tx.lock(PlanComment, commentId, expectedVersion)
    if (found.resolvedAt !== null) throw new Refused(RESOLVED)
    return tx.patch(PlanComment, found, { resolvedAt: tx.now, resolvedById: tx.actor.staffId })
  })
