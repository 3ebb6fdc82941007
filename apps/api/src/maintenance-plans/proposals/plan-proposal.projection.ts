/** How proposals are read: by whose client it is. */
import { isIn } from '../../reads/filters.ts'
import { column, id, instant, one, projection } from '../../reads/projection.ts'
import { connectionRoot } from '../../reads/roots.ts'
import { PlanProposal } from './plan-proposal.entity.ts'

const internal = { class: 'internal' } as const

const proposalProjection = projection('PlanProposal', {
  table: 'plan_proposal',
  entity: PlanProposal,
  permission: 'planProposal:read',
  facts: {
    status: 'status',
    keyAccountManagerId: { table: 'client', by: 'client_id', column: 'key_account_manager_id' },
  },
  fields: {
    id: id(),
    client: one('Client', { ...internal, by: 'client_id' }),
    cycle: one('GradingCycle', { ...internal, by: 'cycle_id' }),
    template: one('PlanTemplate', { ...internal, by: 'template_id' }),
    grade: column('grade', internal),
    project: one('Project', { ...internal, by: 'project_id' }),
    status: column('status', internal),
    proposedAt: instant('proposed_at', internal),
    plan: one('MaintenancePlan', { ...internal, by: 'plan_id' }),
    reason: column('reason', { class: 'personal', permission: 'planProposal:read' }),
    settledAt: instant('settled_at', internal),
    settledBy: one('Staff', { ...internal, by: 'settled_by_id' }),
    version: column('version', internal),
  },
})

export const PLAN_PROPOSAL_PROJECTIONS = [proposalProjection] as const

export const planProposalRoots = {
  planProposals: connectionRoot('PlanProposal', {
    filters: { status: isIn('status'), grade: isIn('grade'), project: isIn('project') },
    orders: { NEWEST: [['proposedAt', 'desc']] },
  }),
}
