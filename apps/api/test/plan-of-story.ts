/** A plan as a test states it. */
import { toGlobalId } from '../src/graphql/global-id.ts'
import type { Payload, Person } from './as.ts'

export interface PlanAnswer extends Payload {
  readonly number: string
  readonly status: string
  readonly title: string
  readonly budgetMinor: number | null
  readonly availableActions: readonly string[]
  readonly openRevision: PlanRevisionAnswer | null
  readonly effectiveRevision: PlanRevisionAnswer | null
  readonly revisions: readonly PlanRevisionAnswer[]
}

export interface PlanRevisionAnswer {
  readonly id: string
  readonly ordinal: number
  readonly status: string
  readonly contentHash: string | null
  readonly awaitsMe: boolean
  readonly availableActions: readonly string[]
  readonly signatures: readonly { readonly meaning: string; readonly contentHash: string }[]
}

const REVISION = 'id ordinal status contentHash awaitsMe availableActions signatures { meaning contentHash }'
export const PLAN = `id version number status title budgetMinor availableActions
  openRevision { ${REVISION} } effectiveRevision { ${REVISION} } revisions { ${REVISION} }`

export const QUARTERLY = {
  frequency: 'MONTHLY',
  interval: 3,
  from: '2027-01-01',
  weekdays: ['MONDAY'],
  nth: 1,
}

export const measure = (more: object = {}) => ({
  key: 'm1',
  means: 'VISIT',
  title: '季度走访',
  gap: '一年未走访',
  effect: '投诉减少',
  recurrence: QUARTERLY,
  dueAfterDays: 7,
  estimatedMinor: 20_000,
  budgetLine: 'b1',
  ...more,
})

/** What a plan of the story says. */
export const planContent = (owner: Person, more: object = {}) => ({
  title: '重点客户维护',
  ownerId: toGlobalId('Staff', owner.staffId),
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  objectives: [{ key: 'o1', measure: 'SATISFACTION', target: 9_500, baseline: 8_000 }],
  measures: [measure()],
  budget: [{ key: 'b1', kind: 'GIFT', title: '走访礼品', amountMinor: 100_000 }],
  ...more,
})

export const draftPlan = (by: Person, input: object) => by.does<PlanAnswer>('draftPlan', { ...input }, PLAN)

/** One verb on a plan, by its name. */
export const planVerb = (
  by: Person,
  name: string,
  it: Pick<PlanAnswer, 'id' | 'version'>,
  more: object = {},
) => by.does<PlanAnswer>(`${name}Plan`, { planId: it.id, expectedVersion: it.version, ...more }, PLAN)
