/** The verbs of a template: add, revise, retire. What it said at any time is kept. */
import {
  parseInput,
  PLAN_TEMPLATE_INPUTS,
  templateOfKind,
  type PlanKind,
  type PlanTemplateContent,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { PlanTemplate, PlanTemplateEdition } from './plan-template.entity.ts'

type Answer = Promise<PlanTemplate | UserError>
interface OfTemplate {
  readonly templateId: string
}

/** A template that cannot become a plan of its kind is refused here, and not when somebody takes it. */
const mustBecomePlan = (kind: PlanKind, content: PlanTemplateContent): void => {
  orRefuse(templateOfKind(kind, content))
}

const keepEdition = (tx: Transaction, { id, edition, content }: PlanTemplate) =>
  tx.append(PlanTemplateEdition, {
    templateId: id,
    edition,
    content,
    statedById: tx.actor.staffId,
    statedAt: tx.now,
  })

export const add = (context: VerbContext, input: object): Answer =>
  transaction(context, 'planTemplate:add', async (tx) => {
    const { kind, grade, equipmentClass, content } = orRefuse(
      parseInput(PLAN_TEMPLATE_INPUTS.add, withUuids(input)),
    )
    mustBecomePlan(kind, content)
    const whom = kind === 'RELATIONSHIP' ? { grade, equipmentClass: null } : { grade: null, equipmentClass }
    // Two who add one for the same grade wait for each other: the second is shown the first.
    const { orgId } = await lockOrganization(tx)
    const inUse =
      kind === 'RELATIONSHIP'
        ? { orgId, kind, grade: grade!, retiredAt: IsNull() }
        : { orgId, kind, equipmentClass: equipmentClass!, retiredAt: IsNull() }
    const standing = await tx.manager.findOneBy(PlanTemplate, inUse)
    if (standing) throw new Refused({ code: 'DUPLICATE', existingId: standing.id })
    const template = await tx.insert(PlanTemplate, {
      kind,
      ...whom,
      title: content.title,
      content,
      edition: 1,
      addedById: tx.actor.staffId,
      addedAt: tx.now,
      revisedById: tx.actor.staffId,
      revisedAt: tx.now,
      retiredAt: null,
      retiredById: null,
      version: 1,
    })
    await keepEdition(tx, template)
    return template
  })

const templateInUse = async (
  tx: Transaction,
  id: string,
  expectedVersion: number,
  action: 'revise' | 'retire',
): Promise<PlanTemplate> => {
  const template = await tx.lock(PlanTemplate, id, expectedVersion)
  if (template.retiredAt !== null)
    throw new Refused({ code: 'WRONG_STATUS', status: 'RETIRED', action, allowed: ['IN_USE'] })
  return template
}

/** Plans that were made of it stay as they are. */
export const revise = (context: VerbContext, input: OfTemplate): Answer =>
  transaction(context, 'planTemplate:revise', async (tx) => {
    const { templateId, ...rest } = withUuids(input)
    const { expectedVersion, content } = orRefuse(parseInput(PLAN_TEMPLATE_INPUTS.revise, rest))
    const template = await templateInUse(tx, templateId as string, expectedVersion, 'revise')
    mustBecomePlan(template.kind, content)
    const revised = await tx.patch(PlanTemplate, template, {
      title: content.title,
      content,
      edition: template.edition + 1,
      revisedById: tx.actor.staffId,
      revisedAt: tx.now,
    })
    await keepEdition(tx, revised)
    return revised
  })

export const retire = (context: VerbContext, input: OfTemplate): Answer =>
  transaction(context, 'planTemplate:retire', async (tx) => {
    const { templateId, ...rest } = withUuids(input)
    const { expectedVersion } = orRefuse(parseInput(PLAN_TEMPLATE_INPUTS.retire, rest))
    const template = await templateInUse(tx, templateId as string, expectedVersion, 'retire')
    return tx.patch(PlanTemplate, template, { retiredAt: tx.now, retiredById: tx.actor.staffId })
  })
