/** Two revisions of one plan compared, for whoever may read what they say. */
import { can, planCourseFacts, planDifference, say, tellPlanChanges, type PlanChange } from '@steward/domain'
import { GraphQLError } from 'graphql'
import { In } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { EquipmentEntity } from '../../equipment/equipment.entity.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { rulesOf } from './kept-plan.service.ts'
import { MaintenancePlan, PlanRevision } from './plan.entity.ts'

/** A place in which two revisions differ, in the language asked for. */
interface SaidPlanChange extends Pick<PlanChange, 'anchor' | 'change'> {
  readonly where: string
  readonly before: string | null
  readonly after: string | null
}

export const difference = (
  { signedIn, dataSource, locale }: RequestContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SaidPlanChange[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  const ids = [from, to].map((id) => fromGlobalId('PlanRevision', id))
  return withTenant(dataSource, orgId, async (manager) => {
    const [before, after] = await Promise.all(
      ids.map((id) => (id ? manager.findOneBy(PlanRevision, { orgId, id }) : null)),
    )
    const plan = before && (await manager.findOneBy(MaintenancePlan, { orgId, id: before.planId }))
    if (!before || !after || !plan) throw accessError('NOT_FOUND', locale)
    const client = plan.clientId && (await manager.findOneBy(Client, { orgId, id: plan.clientId }))
    if (!can(actor, 'plan:readWords', planCourseFacts(rulesOf(plan, client || null))))
      throw accessError('NOT_FOUND', locale)
    if (before.planId !== after.planId)
      throw new GraphQLError('from and to must be revisions of one plan', {
        extensions: { code: 'BAD_REQUEST' },
      })
    const contents = { before: before.content, after: after.content }
    const named = Object.values(contents).flatMap(({ ownerId, measures }) => [
      ownerId,
      ...measures.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId])),
    ])
    const staff = await manager.findBy(Staff, { orgId, id: In([...new Set(named)]) })
    const staffName = (id: string) => staff.find((it) => it.id === id)?.name ?? ''
    const [was, is] = [before, after].map(({ content, equipmentIds }) => ({ ...content, equipmentIds }))
    const machines = await manager.findBy(EquipmentEntity, {
      orgId,
      id: In([...before.equipmentIds, ...after.equipmentIds]),
    })
    const equipmentName = (id: string) => machines.find((it) => it.id === id)?.name ?? ''
    const changes = planDifference(was!, is!)
    return tellPlanChanges(changes, contents, { staffName, equipmentName }).map((told) => ({
      anchor: told.anchor,
      change: told.change,
      where: say(told.where, locale),
      before: told.before && say(told.before, locale),
      after: told.after && say(told.after, locale),
    }))
  })
}
