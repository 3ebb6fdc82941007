/** The evaluation sheet for whoever may read what the plan says: as it was frozen, or as it stands now. */
import { can, planCourseFacts } from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { rulesOf } from '../plans/kept-plan.service.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { figuresOfPlan } from './measure-plan.service.ts'
import { FEEDBACK } from './plan-measures.ts'
import { PlanEvaluationType, type PlanFeedbackType } from './plan-evaluation.type.ts'
import { PlanSummary } from './plan-summary.entity.ts'

/** Null of a plan that never was in force. */
export const planEvaluation = (
  { signedIn, dataSource, locale, now }: RequestContext,
  publishedId: string,
): Promise<PlanEvaluationType | null> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  const id = fromGlobalId('MaintenancePlan', publishedId)
  return withTenant(dataSource, orgId, async (manager) => {
    const plan = id ? await manager.findOneBy(MaintenancePlan, { orgId, id }) : null
    if (!plan) throw accessError('NOT_FOUND', locale)
    const client = plan.clientId && (await manager.findOneBy(Client, { orgId, id: plan.clientId }))
    if (!can(actor, 'plan:readWords', planCourseFacts(rulesOf(plan, client || null))))
      throw accessError('NOT_FOUND', locale)
    if (plan.effectiveRevisionId === null) return null
    const { content } = await manager.findOneByOrFail(PlanRevision, { orgId, id: plan.effectiveRevisionId })
    const summary = await manager.findOneBy(PlanSummary, { orgId, planId: plan.id })
    const figures = summary?.figures ?? (await figuresOfPlan(manager, plan, content.objectives, now))
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const feedback = await manager.query<PlanFeedbackType[]>(FEEDBACK, [orgId, plan.id, timeZone])
    return Object.assign(new PlanEvaluationType(), figures, {
      frozenAt: summary?.figures ? summary.submittedAt : null,
      feedback,
    })
  })
}
