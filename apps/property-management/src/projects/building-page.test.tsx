import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { floorsOf } from './floors.ts'

afterEach(clearPage)

const door = (label: string, floor: number | null) => ({ label, floor })

describe('a house seen from the street', () => {
  it('has its highest floor on top, and its doors as people count', () => {
    const floors = floorsOf([door('2-1002', 10), door('2-201', 2), door('2-1001', 10), door('2-901', 9)])
    expect(floors.map(({ units }) => units.map(({ label }) => label))).toEqual([
      ['2-1001', '2-1002'],
      ['2-901'],
      ['2-201'],
    ])
  })

  it('keeps what has no floor below all others', () => {
    expect(floorsOf([door('车位 1', null), door('2-101', 1)]).map(({ floor }) => floor)).toEqual([1, null])
  })
})

const id = (prefix: string, n: number) => `${prefix}_0190000000007000800000000000000${n}`
const BUILDING = id('bld', 1)
const unit = (n: number, label: string, floor: number) => ({
  __typename: 'UnitEdge',
  node: { __typename: 'Unit', id: id('unt', n), label, floor },
})
const openCase = (n: number, severity: number, at: number) => ({
  __typename: 'ComplaintEdge',
  node: {
    __typename: 'Complaint',
    id: id('cmp', n),
    number: `2611-000${n}`,
    status: 'REGISTERED',
    severity,
    kind: 'COMPLAINT',
    summary: `漏水 ${n}`,
    registeredAt: '2026-11-22T01:00:00.000Z',
    openTaskCount: 0,
    project: null,
    building: null,
    unit: { __typename: 'Unit', id: id('unt', at), label: '2-202' },
  },
})

const answer = (variables: Readonly<Record<string, unknown>>) => ({
  node: {
    __typename: 'Building',
    id: BUILDING,
    name: '2栋',
    unitCount: 3,
    version: 4,
    project: { __typename: 'Project', id: id('prj', 1), name: '翠湖花园' },
  },
  units: {
    __typename: 'UnitConnection',
    // Two pages: the house is of use only as a whole.
    edges: variables['after'] ? [unit(3, '2-101', 1)] : [unit(1, '2-201', 2), unit(2, '2-202', 2)],
    pageInfo: { __typename: 'PageInfo', endCursor: 'c1', hasNextPage: !variables['after'] },
  },
  ...(variables['withCases']
    ? {
        complaints: {
          __typename: 'ComplaintConnection',
          edges: [openCase(1, 1, 2), openCase(2, 3, 2)],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false },
        },
      }
    : {}),
})

describe('the page of a building', () => {
  const open = (readsCases: boolean, keepsUnits = false) =>
    openPortal(portal, `projects/buildings/${BUILDING}`, {
      person: {
        permissions: [
          'portal:propertyManagement',
          'project:read',
          ...(readsCases ? (['complaint:readFacts'] as const) : []),
          ...(keepsUnits ? (['project:addUnits'] as const) : []),
        ],
      },
      answers: {
        SiteBuilding: answer,
        AddUnits: () => ({
          addUnits: { __typename: 'Building', id: BUILDING, name: '2栋', unitCount: 7, version: 5 },
        }),
      },
    })
  const rows = () =>
    screen.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    )

  it('shows all doors, those with open cases with how many', async () => {
    open(true)
    await screen.findByRole('link', { name: '2-101' })
    const grid = within(screen.getByRole('grid', { name: '2栋' }))
    expect(grid.getAllByRole('row').map((row) => row.textContent)).toEqual([
      '2层2-2012-2022 2 件未结',
      '1层2-101',
    ])
    expect(screen.getByText('漏水 1')).toBeTruthy()
  })

  it('is walked through with the arrow keys, one stop for the tab key', async () => {
    open(false)
    const first = await screen.findByRole('link', { name: '2-201' })
    await screen.findByRole('link', { name: '2-101' })
    first.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('2-202')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('2-101')
    expect(rows().flat()).toHaveLength(3)
    const stops = screen.getAllByRole('gridcell').map((cell) => cell.querySelector('a')?.tabIndex)
    expect(stops.filter((tabIndex) => tabIndex === 0)).toHaveLength(1)
  })

  it('lets who keeps the list of units add a floor’s, and nobody else', async () => {
    const { sent } = open(false, true)
    await userEvent.click(await screen.findByRole('button', { name: /新增房号/ }))
    const form = await screen.findByRole('form', { name: '新增房号' })
    const write = (label: string, words: string) => userEvent.type(within(form).getByLabelText(label), words)
    await write('到第几层', '1')
    await write('每层到几号', '4')
    expect((await within(form).findByRole('status')).textContent).toContain('将新增 4 个房号：2-101 … 2-104')
    await userEvent.click(within(form).getByRole('button', { name: /新\s?增/ }))
    await screen.findByText('2栋现有 7 个房号')
    expect(sent.find(({ operation }) => operation === 'AddUnits')?.variables).toMatchObject({
      input: { buildingId: BUILDING, expectedVersion: 4, prefix: '2-', toFloor: 1, toDoor: 4 },
    })
    clearPage()
    open(false)
    await screen.findByRole('link', { name: '2-101' })
    expect(screen.queryByRole('button', { name: /新增房号/ })).toBeNull()
  })

  it('asks for no cases on behalf of who may not read them', async () => {
    const { sent } = open(false)
    await screen.findByRole('link', { name: '2-101' })
    expect(sent.find(({ operation }) => operation === 'SiteBuilding')?.variables).toMatchObject({
      withCases: false,
    })
    expect(screen.queryByText('本楼未结的投诉')).toBeNull()
  })
})
