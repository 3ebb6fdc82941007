import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { idOf, page, PROJECT } from '../testing/given.ts'

afterEach(clearPage)

const KEEPS = [
  'portal:customerService',
  'planTemplate:read',
  'planTemplate:add',
  'planTemplate:revise',
  'planTemplate:retire',
  'planProposal:read',
  'planProposal:take',
  'planProposal:takeAll',
  'planProposal:dismiss',
] as const
const LI = { __typename: 'Staff', id: idOf('stf', 1), name: '李敏' }
const TEMPLATE = {
  __typename: 'PlanTemplate',
  id: idOf('ptp', 1),
  version: 1,
  kind: 'RELATIONSHIP',
  grade: 'A',
  equipmentClass: null,
  title: 'A 级客户年度维护方案',
  durationDays: 365,
  summary: null,
  edition: 2,
  revisedAt: '2026-11-01T02:00:00.000Z',
  revisedBy: LI,
  retiredAt: null,
  retiredBy: null,
  objectives: [
    { __typename: 'PlanObjective', key: 'o1', measure: 'SATISFACTION', target: '9500', note: null },
  ],
  measures: [
    {
      __typename: 'PlanTemplateMeasure',
      key: 'm1',
      means: 'VISIT',
      title: '季度上门拜访',
      gap: null,
      instruction: null,
      effect: null,
      frequency: 'MONTHLY',
      interval: 3,
      startAfterDays: 14,
      untilAfterDays: null,
      weekdays: [],
      monthDay: null,
      nth: null,
      missingDay: 'LAST_DAY',
      shift: 'NEXT',
      dueAfterDays: 7,
      dependsOn: null,
      estimatedMinutes: 60,
      estimatedMinor: 10_000,
      budgetLine: 'b1',
      needsEvidence: false,
    },
  ],
  budget: [{ __typename: 'PlanBudgetLine', key: 'b1', kind: 'GIFT', title: '伴手礼', amountMinor: 50_000 }],
  editions: [],
}
const asked = (
  sent: readonly { readonly operation: string; readonly variables: unknown }[],
  operation: string,
) => sent.filter((it) => it.operation === operation).map(({ variables }) => variables)
const person = { person: { permissions: KEEPS } }

describe('templates of plans', () => {
  it('are listed, and revised with days counted from the beginning', async () => {
    const { sent } = openPortal(portal, `plan-templates/${TEMPLATE.id}?edit`, {
      ...person,
      answers: {
        OnePlanTemplate: () => ({ planTemplate: TEMPLATE }),
        RevisePlanTemplate: () => ({
          revisePlanTemplate: { __typename: 'PlanTemplate', id: TEMPLATE.id, edition: 3, version: 2 },
        }),
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: '保存模板' }))
    await waitFor(() => expect(asked(sent, 'RevisePlanTemplate')).toHaveLength(1))
    expect(asked(sent, 'RevisePlanTemplate')[0]).toMatchObject({
      input: {
        templateId: TEMPLATE.id,
        expectedVersion: 1,
        content: {
          durationDays: 365,
          objectives: [{ key: 'o1', target: 9500 }],
          measures: [{ key: 'm1', recurrence: { frequency: 'MONTHLY', interval: 3, startAfterDays: 14 } }],
        },
      },
    })
  })
})

describe('what a directory proposes', () => {
  it('is dismissed with a reason', async () => {
    const { sent } = openPortal(portal, 'plan-proposals', {
      ...person,
      answers: {
        PlanProposalList: () => ({
          planProposals: page(
            'PlanProposal',
            [
              {
                __typename: 'PlanProposal',
                id: idOf('ppr', 1),
                grade: 'A',
                status: 'OPEN',
                proposedAt: '2026-11-20T02:00:00.000Z',
                reason: null,
                version: 1,
                client: { __typename: 'Client', id: idOf('cli', 1), name: '王小明', code: 'C0001' },
                cycle: { __typename: 'GradingCycle', id: idOf('gcy', 1), number: 'GC-2611-001' },
                template: { __typename: 'PlanTemplate', id: TEMPLATE.id, title: TEMPLATE.title },
                project: PROJECT,
                plan: null,
                settledAt: null,
                settledBy: null,
              },
            ],
            { totalCount: 1, totalCountIsCapped: false },
          ),
          projects: [PROJECT],
        }),
        DismissPlanProposal: () => ({
          dismissPlanProposal: {
            __typename: 'PlanProposal',
            id: idOf('ppr', 1),
            status: 'DISMISSED',
            reason: '即将搬离',
            version: 2,
          },
        }),
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: '不制定' }))
    await userEvent.type(await screen.findByLabelText(/为何不制定/), '即将搬离')
    await userEvent.click(screen.getAllByRole('button', { name: '不制定' }).at(-1)!)
    await waitFor(() =>
      expect(asked(sent, 'DismissPlanProposal')[0]).toMatchObject({ input: { reason: '即将搬离' } }),
    )
  })
})
