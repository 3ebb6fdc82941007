/** Grading standards of a story: drafted by the supervisor, signed by whom the policy names. */
import { USUAL_GRADES, type GradingStandard, type Metric } from '@steward/domain'
import type { Payload } from './as.ts'
import type { Story } from './story.ts'

export interface StandardRevision extends Payload {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly status: string
}
const FIELDS = 'id version label status changeCount'

const on = ({ id, version }: StandardRevision) => ({ revisionId: id, expectedVersion: version })
const head = (story: Story, standard: object) => ({
  title: '客户分级标准',
  executingDepartmentId: story.ids.departments.service,
  supervisingDepartmentId: story.ids.departments.headquarters,
  editingDepartmentId: story.ids.departments.headquarters,
  content: { standard },
})

export const draftedStandard = (story: Story, standard: object): Promise<StandardRevision> =>
  story
    .as('CR_SUPERVISOR')
    .does<StandardRevision>('draftDocument', { kind: 'GRADING_STANDARD', ...head(story, standard) }, FIELDS)

/** The next revision of it, as a draft. */
export const amendedStandard = async (
  story: Story,
  revision: StandardRevision,
  standard: object,
): Promise<StandardRevision> => {
  const writer = story.as('CR_SUPERVISOR')
  const draft = await writer.does<StandardRevision>('amendDocument', on(revision), FIELDS)
  const input = { ...on(draft), ...head(story, standard), changeReason: '调整' }
  return writer.does<StandardRevision>('changeDocument', input, FIELDS)
}

/** Signed by all, and in force. */
export const signedStandard = async (story: Story, draft: StandardRevision): Promise<StandardRevision> => {
  const by = (role: 'CR_SUPERVISOR' | 'QUALITY' | 'CS_MANAGER', verb: string, at: StandardRevision) =>
    story.as(role).does<StandardRevision>(verb, on(at), FIELDS)
  const submitted = await by('CR_SUPERVISOR', 'submitDocument', draft)
  const reviewed = await by('QUALITY', 'reviewDocument', submitted)
  return by('CS_MANAGER', 'approveDocument', reviewed)
}

export const standardInForceOf = async (story: Story, standard: GradingStandard): Promise<StandardRevision> =>
  signedStandard(story, await draftedStandard(story, standard))

/** 1 and more is full. */
const PLAIN = {
  way: 'BANDS' as const,
  bands: [
    { from: null, score: 0 },
    { from: 1, score: 10_000 },
  ],
}
export const criterion = (key: string, metric: Metric, weight: number) => ({
  key,
  name: `指标 ${key}`,
  metric,
  weight,
  scale: PLAIN,
  missing: { rule: 'REWEIGH' as const },
  target: null,
})
export const standardOf = (...criteria: readonly ReturnType<typeof criterion>[]): GradingStandard => ({
  criteria,
  grades: USUAL_GRADES,
  earns: [{ grade: 'A', what: '季度走访', timesAYear: 4, minutes: 60, costMinor: 0 }],
  leastWeight: 0,
})
