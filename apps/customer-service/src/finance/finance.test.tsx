import { LABOUR_ROLES } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { idOf, PROJECT } from '../testing/given.ts'

beforeEach(() => localStorage.clear())
afterEach(clearPage)

const ASSUMED = {
  __typename: 'ValueAssumed',
  revision: 0,
  serviceMarginBasisPoints: 1_200,
  expectedYears: 5,
  discountBasisPoints: 600,
  rates: LABOUR_ROLES.map((role) => ({ __typename: 'LabourRate', role, perHourMinor: 4_500 })),
}
const COSTS = [
  { __typename: 'CostOfClass', costClass: 'ACQUISITION', minor: 50_000 },
  { __typename: 'CostOfClass', costClass: 'RETENTION', minor: 0 },
  { __typename: 'CostOfClass', costClass: 'SERVICE', minor: 3_000 },
  { __typename: 'CostOfClass', costClass: 'TRANSACTION', minor: 0 },
]
const FIGURES = {
  firstOn: '2025-01-25',
  to: '2026-11-30',
  revenueMinor: 300_000,
  marginMinor: 36_000,
  costs: COSTS,
  toServeMinor: 3_000,
  profitMinor: -17_000,
  expectedMinor: 90_000,
  lifetimeMinor: 73_000,
  paidOnTimeBasisPoints: 3_333,
  daysLateTenths: 500,
}
const TOTALS = {
  __typename: 'ValueTotals',
  ...FIGURES,
  clients: 2,
  atALoss: 1,
  middleProfitMinor: -17_000,
  middleToServeMinor: 3_000,
  quadrants: [
    { __typename: 'QuadrantCount', quadrant: 'GROW', clients: 1 },
    { __typename: 'QuadrantCount', quadrant: 'EXAMINE', clients: 1 },
  ],
  assumed: ASSUMED,
}
const row = (n: number, name: string, profitMinor: number) => ({
  __typename: 'ValueRow',
  clientId: idOf('cli', n),
  code: `C000${n}`,
  name,
  kind: 'HOUSEHOLD',
  relation: 'OWNER',
  projectName: '翠湖花园',
  quadrant: 'GROW',
  revenueMinor: 100_000,
  toServeMinor: 1_000 * n,
  profitMinor,
  expectedMinor: null,
  lifetimeMinor: profitMinor,
})
const ROWS = {
  clientValues: {
    __typename: 'ValuePage',
    next: null,
    rows: [row(1, '王小明', 20_000), row(2, '李建国', -37_000)],
  },
}

const open = (path: string, answers: Answers, more: readonly string[] = []) => {
  const permissions = [
    'portal:customerService',
    'receivable:readAmounts',
    'value:read',
    'valueAssumption:read',
    'costEvent:read',
    ...more,
  ]
  const opened = openPortal(portal, path, {
    person: { permissions: permissions as never },
    answers: {
      ProjectsOfMoney: () => ({ projects: [PROJECT] }),
      ValueOverview: () => ({ valueTotals: TOTALS }),
      ValuePlane: () => ROWS,
      ClientValueList: () => ROWS,
      ValueCohortLines: () => ({
        valueCohorts: [
          {
            __typename: 'ValueCohort',
            year: 2025,
            clients: 2,
            quarters: [
              { __typename: 'CohortQuarter', quarter: '2025-01-01', perClientMinor: -500 },
              { __typename: 'CohortQuarter', quarter: '2025-04-01', perClientMinor: 700 },
            ],
          },
        ],
      }),
      ValueGroupList: () => ({ valueGroups: [] }),
      ValueAssumptionHistory: () => ({ valueAssumptions: [] }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

describe('what clients are worth', () => {
  it('is drawn with a way to everything behind it, and walked through by arrow keys', async () => {
    const { user } = open('finance/value', {})
    const first = await screen.findByRole('link', { name: '王小明：利润 ¥200.00，服务成本 ¥10.00' })
    const second = screen.getByRole('link', { name: /^李建国：/ })
    expect([first.tabIndex, second.tabIndex]).toEqual([0, -1])
    first.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(second)
    expect(second.getAttribute('href')).toContain(`clients/${idOf('cli', 2)}`)
    const examine = screen.getByRole('link', { name: /价值低、成本高：查原因/ })
    expect(examine.getAttribute('href')).toContain('quadrant=EXAMINE')
    expect(screen.getByRole('link', { name: /^服务.*¥30\.00$/ }).getAttribute('href')).toContain(
      'finance/costs?class=SERVICE',
    )
    // The lines are for the eye; the table has each figure.
    const cohorts = await screen.findByRole('table', { name: /按建档年份/ })
    expect(within(cohorts).getByRole('cell', { name: '-¥5.00' })).toBeTruthy()
  })

  it('shows what other assumptions would do before they are saved, and saves what was shown', async () => {
    let saved: Record<string, unknown> = {}
    const asked: number[] = []
    const { user } = open(
      'finance/value/assumptions',
      {
        PreviewValue: ({ input }) => {
          const { expectedYears } = input as { expectedYears: number }
          asked.push(expectedYears)
          const after = { ...TOTALS, expectedMinor: expectedYears * 10_000 }
          return { valuePreview: { __typename: 'ValuePreview', before: TOTALS, after } }
        },
        SetValueAssumption: ({ input }) => {
          saved = input as Record<string, unknown>
          return {
            setValueAssumption: {
              __typename: 'ValueAssumptionRevision',
              revision: 1,
              setAt: '2026-11-30T01:00:00.000Z',
            },
          }
        },
      },
      ['valueAssumption:set'],
    )
    await user.click(await screen.findByRole('button', { name: '修改假设' }))
    const form = await screen.findByRole('form', { name: '修改假设' })
    const years = within(form).getByRole('spinbutton', { name: '客户还会留几年' })
    await user.clear(years)
    await user.type(years, '8')
    await within(form).findByRole('cell', { name: '¥800.00' })
    expect(saved).toEqual({})
    await user.type(within(form).getByRole('textbox', { name: '为什么改' }), '续约率比预计高')
    await user.click(within(form).getByRole('button', { name: '修改假设' }))
    await waitFor(() => expect(saved['expectedYears']).toBe(8))
    expect(saved).toMatchObject({ expectedRevision: 0, serviceMarginBasisPoints: 1_200 })
    expect(asked.at(-1)).toBe(8)
  })
})

describe('a cost', () => {
  it('is not sent without anything that costs, and then whole', async () => {
    let sent: Record<string, unknown> | undefined
    const { user } = open(
      'finance/costs?record',
      {
        CostLineList: () => ({ costLines: { __typename: 'CostLines', next: null, lines: [] } }),
        RecordCostEvent: ({ input }) => {
          sent = input as Record<string, unknown>
          return { recordCostEvent: { __typename: 'CostEvent', id: idOf('cst', 1), number: 'K2611-00001' } }
        },
      },
      ['costEvent:record'],
    )
    const form = await screen.findByRole('form', { name: '记一笔成本' })
    await user.click(within(form).getByText('整个项目分摊'))
    await user.click(await within(form).findByRole('combobox', { name: '项目' }))
    await user.click(
      (await screen.findAllByText('翠湖花园', { selector: '.ant-select-item-option-content' })).at(-1)!,
    )
    await user.type(within(form).getByRole('textbox', { name: '做什么' }), '外墙清洗')
    await user.click(within(form).getByRole('button', { name: '记一笔成本' }))
    expect(await within(form).findByText(/至少填一项/)).toBeTruthy()
    expect(sent).toBeUndefined()
    await user.type(within(form).getByRole('spinbutton', { name: '外包' }), '1860.5')
    await user.click(within(form).getByRole('button', { name: '记一笔成本' }))
    await waitFor(() => expect(sent).toBeDefined())
    expect(sent).toMatchObject({
      projectId: PROJECT.id,
      shareRule: 'BY_UNIT',
      costClass: 'SERVICE',
      outsideMinor: 186_050,
      purpose: '外墙清洗',
    })
  })
})
