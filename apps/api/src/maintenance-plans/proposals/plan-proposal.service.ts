/** The verbs of a proposal: a plan for one, one plan for all of a grade in a project, or none and why. */
import {
  can,
  notEligible,
  parseInput,
  PLAN_INPUTS,
  PLAN_PROPOSAL_INPUTS,
  planFromTemplate,
  planProposalFacts,
  text,
} from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { MaintenancePlan } from '../plans/plan.entity.ts'
import { draftIn } from '../plans/plan.service.ts'
import { PlanTemplate } from '../templates/plan-template.entity.ts'
import { PlanProposal } from './plan-proposal.entity.ts'
import { planStands } from './propose-plans.service.ts'

type Answer = Promise<PlanProposal | UserError>
interface OfProposal {
  readonly proposalId: string
}

/** The proposal, locked after its client, that the actor may read it and it is still open. */
const openProposal = async (
  tx: Transaction,
  id: string,
  expectedVersion: number,
  action: 'take' | 'dismiss',
): Promise<PlanProposal> => {
  const { clientId } = await tx.get(PlanProposal, id)
  const client = await tx.hold(Client, clientId)
  const proposal = await tx.lock(PlanProposal, id)
  tx.admit('planProposal:read', planProposalFacts(proposal, client))
  await tx.lock(PlanProposal, id, expectedVersion)
  if (proposal.status !== 'OPEN')
    throw new Refused({ code: 'WRONG_STATUS', status: proposal.status, action, allowed: ['OPEN'] })
  return proposal
}

const HAS_PLAN = notEligible(
  'clientHasNoPlan',
  text('该客户已有方案在实施或起草、审批中。', 'A plan for this client is in force, or on its way.'),
)
const STANDS = `select c.id from client c where c.org_id = $1 and c.id = $2 and ${planStands('$3::text')}`

interface Begun {
  readonly startsOn: string
  readonly ownerId: string
}

const drafted = (
  tx: Transaction,
  { content }: PlanTemplate,
  { startsOn, ownerId }: Begun,
  whom: object,
): Promise<MaintenancePlan> => {
  const stated = {
    kind: 'RELATIONSHIP',
    ...whom,
    content: planFromTemplate(content, startsOn, ownerId),
  }
  return draftIn(tx, orRefuse(parseInput(PLAN_INPUTS.draft, stated)))
}

export const take = (context: VerbContext, input: OfProposal): Answer =>
  transaction(context, 'planProposal:take', async (tx) => {
    const { proposalId, ...rest } = withUuids(input)
    const { expectedVersion, ...begun } = orRefuse(parseInput(PLAN_PROPOSAL_INPUTS.take, rest))
    const proposal = await openProposal(tx, proposalId as string, expectedVersion, 'take')
    const { orgId, clientId, grade, templateId } = proposal
    if ((await tx.manager.query<unknown[]>(STANDS, [orgId, clientId, grade])).length > 0)
      throw new Refused(HAS_PLAN)
    const plan = await drafted(tx, await tx.get(PlanTemplate, templateId), begun, { clientId })
    return tx.patch(PlanProposal, proposal, {
      status: 'TAKEN',
      planId: plan.id,
      settledAt: tx.now,
      settledById: tx.actor.staffId,
    })
  })

const NONE = notEligible(
  'proposalsAreOpen',
  text('没有待处理的建议。', 'Nothing of these is proposed any more.'),
)
const TAKE_ALL = `
update plan_proposal set status = 'TAKEN', plan_id = $4, settled_at = $5, settled_by_id = $6, version = version + 1
 where org_id = $1 and template_id = $2 and project_id = $3 and status = 'OPEN' returning id`

/** One plan for the segment: its clients are found anew whenever it is decomposed. The audit tells of it as one entry of the plan. */
export const takeAll = (context: VerbContext, input: object): Promise<MaintenancePlan | UserError> =>
  transaction(context, 'planProposal:takeAll', async (tx) => {
    const { templateId, projectId, ...begun } = orRefuse(
      parseInput(PLAN_PROPOSAL_INPUTS.takeAll, withUuids(input)),
    )
    const { organizationId: orgId, staffId } = tx.actor
    const template = await tx.manager.findOneBy(PlanTemplate, { orgId, id: templateId })
    if (template === null || template.grade === null) throw invalidReference('templateId')
    if (!can(tx.actor, 'planProposal:takeAll', {})) throw invalidReference('templateId')
    const segment = { segmentGrades: [template.grade], segmentProjectIds: [projectId] }
    const plan = await drafted(tx, template, begun, segment)
    const taken = await tx.manager.query<[{ id: string }[], number]>(TAKE_ALL, [
      orgId,
      templateId,
      projectId,
      plan.id,
      tx.now,
      staffId,
    ])
    const count = taken[1]
    if (count === 0) throw new Refused(NONE)
    tx.tell(MaintenancePlan, plan, 'proposals', 0, count)
    return plan
  })

export const dismiss = (context: VerbContext, input: OfProposal): Answer =>
  transaction(context, 'planProposal:dismiss', async (tx) => {
    const { proposalId, ...rest } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(PLAN_PROPOSAL_INPUTS.dismiss, rest))
    const proposal = await openProposal(tx, proposalId as string, expectedVersion, 'dismiss')
    return tx.patch(PlanProposal, proposal, {
      status: 'DISMISSED',
      reason,
      settledAt: tx.now,
      settledById: tx.actor.staffId,
    })
  })
