/** The verbs of a revision that is on its way: drafted, changed, and signed by three; whatever is returned goes on as a new draft. */
import {
  can,
  changePlanRevision,
  contentOfKind,
  notEligible,
  numberPeriod,
  parseInput,
  PLAN_INPUTS,
  planCourseFacts,
  planFacts,
  planNumber,
  text,
  type PlanInput,
  type PlanRevisionVerb,
} from '@steward/domain'
import { lockOrganization } from '../../access/rights.service.ts'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Project } from '../../organization/organization.entity.ts'
import { refuseWriters } from '../../sign-off/refuse-writers.service.ts'
import { planApproved } from '../tasks/decomposition.service.ts'
import {
  headOf,
  lockOpenRevision,
  lockPlan,
  openDraft,
  refuseGone,
  type KeptPlan,
} from './kept-plan.service.ts'
import { mustBeAlone } from './alone-plan.service.ts'
import { mustBeEvaluated } from './last-plan.service.ts'
import {
  mustNameMachines,
  mustNameProjects,
  mustNameStaff,
  mustRenewItsOwn,
} from './named-in-plan.service.ts'
import { endRound, reviewsFor, signOpen, signPrepared } from './plan-signing.service.ts'
import { MaintenancePlan, PlanRevision } from './plan.entity.ts'

export type PlanAnswer = Promise<MaintenancePlan | UserError>

const NOT_YOURS = notEligible(
  'permission',
  text('该操作不在您的职责范围内。', 'This is outside your responsibility.'),
)

/** For whom it is, held so that they are there until the end. */
const forWhom = async (
  tx: Transaction,
  { clientId, projectId }: PlanInput<'draft'>,
): Promise<Client | null> => {
  if (projectId !== null) await tx.hold(Project, projectId)
  if (clientId === null) return null
  const client = await tx.hold(Client, clientId)
  if (!can(tx.actor, 'client:read', clientFacts(client))) tx.admit('client:read', clientFacts(client))
  await refuseGone(tx, client)
  return client
}

/** Drafts a plan inside somebody's transaction: a verb of its own, and what takes a proposal. */
export const draftIn = async (tx: Transaction, stated: PlanInput<'draft'>): Promise<MaintenancePlan> => {
  const content = orRefuse(contentOfKind(stated.kind, stated.content))
  const client = await forWhom(tx, stated)
  const { organizationId: orgId, staffId } = tx.actor
  const { kind, clientId, projectId, segmentGrades, segmentProjectIds, renewsId } = stated
  const machines = [...new Set(stated.equipmentIds)]
  const planned = {
    kind,
    status: 'DRAFT',
    ...headOf({ content, equipmentIds: machines }),
    clientId,
    segmentGrades,
    segmentProjectIds,
    projectId,
    effectiveRevisionId: null,
    approvedSummaryId: null,
    renewsId,
    draftedById: staffId,
    draftedAt: tx.now,
    updatedAt: tx.now,
    endedAt: null,
    reason: null,
    version: 1,
  } as const
  const facts = planCourseFacts({
    ...planned,
    openRevisionId: null,
    keyAccountManagerId: client?.keyAccountManagerId ?? null,
  })
  if (!can(tx.actor, 'plan:draft', facts)) throw new Refused(NOT_YOURS)
  await mustNameProjects(tx, segmentProjectIds)
  await mustNameStaff(tx, content)
  await mustNameMachines(tx, projectId, machines)
  await mustRenewItsOwn(tx, renewsId, stated)
  const { timeZone } = await lockOrganization(tx)
  const month = numberPeriod(tx.now, timeZone)
  const counter = kind === 'FACILITY' ? 'facility-plan' : 'maintenance-plan'
  const [id, revisionId] = [tx.newId(), tx.newId()]
  const plan = await tx.insert(MaintenancePlan, {
    ...planned,
    id,
    segmentGrades: [...segmentGrades],
    segmentProjectIds: [...segmentProjectIds],
    equipmentIds: machines,
    number: planNumber(kind, month, await nextSerial(tx.manager, orgId, counter, month)),
    openRevisionId: revisionId,
  })
  await tx.insert(PlanRevision, {
    id: revisionId,
    planId: id,
    status: 'DRAFT',
    ordinal: 1,
    baseId: null,
    changeReason: null,
    content,
    equipmentIds: machines,
    draftedById: staffId,
    writerIds: [staffId],
    draftedAt: tx.now,
    writtenAt: tx.now,
    preparedById: null,
    submittedAt: null,
    reviewsOwed: 0,
    reviewerId: null,
    approvedAt: null,
    endedAt: null,
    endReason: null,
    endedById: null,
    version: 1,
  })
  return plan
}

export const draft = (context: VerbContext, input: object): PlanAnswer =>
  transaction(context, 'plan:draft', (tx) =>
    draftIn(tx, orRefuse(parseInput(PLAN_INPUTS.draft, withUuids(input)))),
  )

interface Located<A extends PlanRevisionVerb> extends KeptPlan {
  readonly revision: PlanRevision
  readonly input: PlanInput<A>
}

/** What of its own a verb asks before it is done. */
const BEFORE: { readonly [A in PlanRevisionVerb]?: (tx: Transaction, it: Located<A>) => Promise<void> } = {
  change: async (tx, { client, plan, revision, input }) => {
    await refuseGone(tx, client)
    orRefuse(contentOfKind(plan.kind, input.content))
    await mustNameStaff(tx, input.content, revision.content)
    if (input.equipmentIds)
      await mustNameMachines(tx, plan.projectId, input.equipmentIds, revision.equipmentIds)
  },
  submit: async (tx, { client, plan }) => {
    await refuseGone(tx, client)
    await mustBeEvaluated(tx, plan)
    await mustBeAlone(tx, plan)
  },
  review: async (tx, { client, revision }) => {
    await refuseGone(tx, client)
    await refuseWriters(tx, revision)
  },
  approve: async (tx, { client, revision }) => {
    await refuseGone(tx, client)
    await refuseWriters(tx, revision)
  },
}

/** How the plan stands after the verb on its open revision. */
const AFTER: {
  readonly [A in PlanRevisionVerb]: (
    tx: Transaction,
    plan: MaintenancePlan,
    revision: PlanRevision,
    before: PlanRevision,
  ) => Promise<Partial<MaintenancePlan>>
} = {
  change: async (_, plan, revision) => (plan.effectiveRevisionId === null ? headOf(revision) : {}),
  submit: async (_, plan, revision) => courseOf(plan, revision),
  review: async (_, plan, revision) => courseOf(plan, revision),
  approve: async (tx, plan, revision) => {
    await supersede(tx, plan)
    return {
      ...headOf(revision),
      status: 'ACTIVE',
      effectiveRevisionId: revision.id,
      openRevisionId: null,
    }
  },
  return: (tx, plan, revision) => goOn(tx, plan, revision),
  withdraw: async (tx, plan, revision, before) => {
    await endRound(tx, plan, before)
    if (before.status !== 'DRAFT') return goOn(tx, plan, revision)
    const isFirst = plan.effectiveRevisionId === null
    const ended = { status: 'CANCELLED', endedAt: tx.now, reason: revision.endReason } as const
    return { openRevisionId: null, ...(isFirst ? ended : {}) }
  },
}

/** The first revision's course is the plan's; an amendment leaves it where it is. */
const courseOf = (
  { effectiveRevisionId }: MaintenancePlan,
  { status }: PlanRevision,
): Partial<MaintenancePlan> =>
  effectiveRevisionId === null && (status === 'IN_REVIEW' || status === 'PENDING_APPROVAL') ? { status } : {}

/** What was returned, or taken back, stays as it was; its next draft is open. */
const goOn = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revision: PlanRevision,
): Promise<Partial<MaintenancePlan>> => {
  const next = await openDraft(tx, revision, {
    ordinal: revision.ordinal + 1,
    changeReason: revision.changeReason,
    draftedById: revision.preparedById ?? revision.draftedById,
  })
  return { openRevisionId: next.id, ...(plan.effectiveRevisionId === null ? { status: 'DRAFT' } : {}) }
}

const supersede = async (tx: Transaction, { effectiveRevisionId }: MaintenancePlan): Promise<void> => {
  if (effectiveRevisionId === null) return
  const old = await tx.lock(PlanRevision, effectiveRevisionId)
  await tx.patch(PlanRevision, old, { status: 'SUPERSEDED', endedAt: tx.now })
}

const verb =
  <A extends PlanRevisionVerb>(action: A) =>
  (context: VerbContext, input: object): PlanAnswer =>
    transaction(context, `plan:${action}`, async (tx) => {
      const { planId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(PLAN_INPUTS[action], stated)) as PlanInput<A>
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const kept = await lockPlan(tx, planId as string, expectedVersion)
      const { plan, forRules } = kept
      const revision = await lockOpenRevision(tx, plan)
      const given = {
        now: tx.now,
        reviewsOwed: action === 'submit' ? await reviewsFor(tx, plan, revision.content) : 0,
      }
      const { patch, signs, comment } = orRefuse(
        changePlanRevision(action, { plan: forRules, revision }, parsed, tx.actor, given),
      )
      await BEFORE[action]?.(tx, { ...kept, revision, input: parsed })
      const after = await tx.patch(PlanRevision, revision, patch as Partial<PlanRevision>)
      if (signs !== null) {
        const signed = {
          meaning: signs,
          verb: `plan:${action}`,
          facts: planFacts(forRules, revision),
          comment,
        } as const
        await (action === 'submit' ? signPrepared : signOpen)(tx, plan, after, signed)
      }
      const moved = await AFTER[action](tx, plan, after, revision)
      const now = await tx.patch(MaintenancePlan, plan, { ...moved, updatedAt: tx.now })
      if (action === 'approve') await planApproved(tx, now, after)
      return now
    })

export const change = verb('change')
export const submit = verb('submit')
export const review = verb('review')
export const approve = verb('approve')
export const returned = verb('return')
export const withdraw = verb('withdraw')
