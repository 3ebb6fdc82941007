/** A grading standard in force, and cycles that went the road that a story needs them to have gone. */
import { documentNumber, revisionLabel, type GradingStandard } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../src/documents/document.entity.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { fromGlobalId } from '../src/graphql/global-id.ts'
import { scoreAll } from '../src/grading/evaluations/scoring.service.ts'
import type { Payload } from './as.ts'
import type { TestDatabase } from './database.ts'
import type { Story } from './story.ts'

/** Who complains is graded lower; who pays is graded higher. */
export const STORY_STANDARD: GradingStandard = {
  criteria: [
    {
      key: 'complaints',
      name: '投诉',
      metric: 'COMPLAINTS',
      weight: 6_000,
      scale: {
        way: 'BANDS',
        bands: [
          { from: null, score: 10_000 },
          { from: 1, score: 2_000 },
        ],
      },
      missing: { rule: 'REWEIGH' },
      target: 0,
    },
    {
      key: 'revenue',
      name: '收入',
      metric: 'REVENUE',
      weight: 4_000,
      scale: {
        way: 'BANDS',
        bands: [
          { from: null, score: 5_000 },
          { from: 1_000_00, score: 10_000 },
        ],
      },
      missing: { rule: 'DEFAULT', score: 5_000 },
      target: 1_000_00,
    },
  ],
  grades: [
    { grade: 'A', from: 8_500 },
    { grade: 'B', from: 7_000 },
    { grade: 'C', from: 5_500 },
    { grade: 'D', from: 0 },
  ],
  earns: [{ grade: 'A', what: '季度上门拜访', timesAYear: 4, minutes: 60, costMinor: 0 }],
  leastWeight: 4_000,
}

/** As if it had been approved: how that is done is another story. */
export const withStandard = (
  database: TestDatabase,
  { orgId }: Pick<Story, 'orgId'>,
  standard: GradingStandard = STORY_STANDARD,
): Promise<void> =>
  withTenant(database.app, orgId, async (manager) => {
    const [documentId, revisionId] = [newId(), newId()]
    const at = new Date('2026-01-01T00:00:00Z')
    const head = {
      title: '客户分级标准',
      executingDepartmentId: null,
      supervisingDepartmentId: null,
      editingDepartmentId: null,
    }
    const founded = { orgId, kind: 'GRADING_STANDARD', updatedAt: at, updatedById: null } as const
    await manager.insert(ControlledDocumentEntity, {
      ...founded,
      ...head,
      id: documentId,
      number: documentNumber('KR-FJ', 1),
      controlStatus: 'CONTROLLED',
      complaintId: null,
      effectiveRevisionId: revisionId,
      openRevisionId: null,
    })
    await manager.insert(DocumentRevisionEntity, {
      ...founded,
      ...head,
      id: revisionId,
      documentId,
      status: 'EFFECTIVE',
      ordinal: 0,
      label: revisionLabel(0),
      changeCount: 0,
      content: { standard } as object,
      draftedAt: at,
      approvedAt: at,
      effectiveAt: at,
    })
  })

export interface Cycle extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly number: string
}
export const CYCLE =
  'id version number status totalCount scoredCount listCount gradeCounts { grade count } note'

export const gradingOf = (database: TestDatabase, story: Story) => {
  const step = (cycle: Pick<Cycle, 'id' | 'version'>) => ({
    gradingCycleId: cycle.id,
    expectedVersion: cycle.version,
  })
  const read = async (id: string) =>
    (
      await story
        .as('CR_SUPERVISOR')
        .get<{ gradingCycle: Cycle }>(`query($id: ID!) { gradingCycle(id: $id) { ${CYCLE} } }`, { id })
    ).gradingCycle
  const open = (more: object = {}) =>
    story.as('CR_SUPERVISOR').does<Cycle>('openGradingCycle', { name: '2026 年下半年', ...more }, CYCLE)
  const begun = async (more: object = {}) =>
    story.as('CR_SUPERVISOR').does<Cycle>('scoreGradingCycle', step(await open(more)), CYCLE)
  const scored = async (more: object = {}) => {
    const { id } = await begun(more)
    await scoreAll(
      { dataSource: database.app, clock: () => new Date() },
      { orgId: story.orgId, id: fromGlobalId('GradingCycle', id)! },
    )
    return read(id)
  }
  const prepared = async (cycle: Cycle) =>
    story.as('CR_SPECIALIST').does<Cycle>('prepareGradingCycle', step(cycle), CYCLE)
  const approved = async (cycle: Cycle) => {
    const reviewed = await story
      .as('QUALITY')
      .does<Cycle>('reviewGradingCycle', step(await prepared(cycle)), CYCLE)
    return story.as('CS_MANAGER').does<Cycle>('approveGradingCycle', step(reviewed), CYCLE)
  }
  const publish = (cycle: Cycle) =>
    story.as('CR_SUPERVISOR').does<Cycle>('publishGradingCycle', step(cycle), CYCLE)
  const published = async (cycle: Cycle) => publish(await approved(cycle))
  return { step, read, open, begun, scored, prepared, approved, publish, published }
}
