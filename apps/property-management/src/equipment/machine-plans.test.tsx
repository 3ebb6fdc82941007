import type { Permission } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const id = (prefix: string, n: number) => `${prefix}_0190000000007000800000000000000${n}`
const SITE: readonly Permission[] = [
  'portal:propertyManagement',
  'equipment:read',
  'plan:read',
  'plan:draft',
  'planTask:read',
  'planTemplate:read',
]
const PROJECT = { __typename: 'Project', id: id('prj', 1), name: '翠湖花园' }
const lift = (n: number) => ({
  __typename: 'Equipment',
  id: id('eqp', n),
  number: `EQ-2611-00${n}`,
  class: 'LIFT',
  name: `${n} 号梯`,
  place: '东侧',
  building: null,
})
const MACHINE = {
  ...lift(1),
  maker: null,
  model: null,
  serial: null,
  installedOn: null,
  warrantyUntil: null,
  state: 'IN_SERVICE',
  nextInspectionOn: null,
  retiredAt: null,
  retiredBy: null,
  retireReason: null,
  project: PROJECT,
  outages: [],
  inspections: [],
  endedInspections: [],
  version: 1,
  availableActions: [],
}
const page = (name: string, nodes: readonly object[]) => ({
  __typename: `${name}Connection`,
  edges: nodes.map((node) => ({ __typename: `${name}Edge`, node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})
const answers = {
  OneMachine: () => ({ equipment: MACHINE }),
  PlansOfMachine: () => ({
    equipment: { __typename: 'Equipment', id: MACHINE.id, spentMinor: 150_000 },
    maintenancePlans: page('MaintenancePlan', [
      {
        __typename: 'MaintenancePlan',
        id: id('pln', 1),
        number: 'FP-2611-001',
        title: '电梯年度维保',
        status: 'ACTIVE',
        startsOn: '2026-12-01',
        endsOn: '2027-11-30',
      },
    ]),
  }),
  TasksOfMachine: () => ({ next: page('PlanTask', []), last: page('PlanTask', []) }),
  PlanSurroundings: () => ({ projects: [PROJECT], workingCalendars: [] }),
  PlanTemplateList: () => ({ planTemplates: page('PlanTemplate', [TEMPLATE]) }),
  OnePlanTemplate: () => ({ planTemplate: TEMPLATE }),
  PlannableMachines: () => ({ equipmentRegister: page('Equipment', [lift(1), lift(2), lift(3)]) }),
}

const TEMPLATE = {
  __typename: 'PlanTemplate',
  id: id('ptp', 1),
  version: 1,
  kind: 'FACILITY',
  grade: null,
  equipmentClass: 'LIFT',
  title: '电梯年度维保模板',
  durationDays: 365,
  summary: null,
  edition: 1,
  revisedAt: '2026-11-01T02:00:00.000Z',
  revisedBy: null,
  retiredAt: null,
  retiredBy: null,
  objectives: [
    { __typename: 'PlanObjective', key: 'o1', measure: 'AVAILABILITY', target: '9900', note: null },
  ],
  measures: [],
  budget: [],
  editions: [],
}

describe('the page of a machine', () => {
  it('tells of its plans and what it has cost, and leads to a plan for it', async () => {
    openPortal(portal, `equipment/${MACHINE.id}`, {
      person: { roles: ['SITE_MANAGER'], permissions: SITE },
      answers,
    })
    const plan = await screen.findByRole('link', { name: 'FP-2611-001' })
    expect(plan.getAttribute('href')).toContain('plans/')
    expect(screen.getAllByText(/1,500/)).toHaveLength(1)
    const draft = screen.getByRole('link', { name: '为它起草维保方案' })
    expect(draft.getAttribute('href')).toContain(`machine=${MACHINE.id}`)
  })
})

describe('a plan begun on the page of a machine', () => {
  it('is for it, for all of a class at once, and begins with a template', async () => {
    const { sent } = openPortal(
      portal,
      `plans/new?kind=FACILITY&project=${PROJECT.id}&machine=${MACHINE.id}&template=${TEMPLATE.id}`,
      {
        person: { roles: ['SITE_MANAGER'], permissions: SITE },
        answers: {
          ...answers,
          DraftPlan: () => ({
            draftPlan: { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message: '', fields: [] },
          }),
        },
      },
    )
    expect((await screen.findAllByText(/1 号梯/)).length).toBeGreaterThan(0)
    await userEvent.click(await screen.findByRole('button', { name: '加入全部 2 台' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /加入全部/ })).toBeNull())
    expect(screen.getAllByText(/3 号梯/).length).toBeGreaterThan(0)
    // Its machines stand beside what the template says.
    expect((screen.getByLabelText(/方案名称/) as HTMLInputElement).value).toBe('电梯年度维保模板')
    expect(sent.filter(({ operation }) => operation === 'PlannableMachines')[0]).toMatchObject({
      variables: { project: PROJECT.id },
    })
  })
})
