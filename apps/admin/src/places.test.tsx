import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from './portal.tsx'

afterEach(clearPage)

const open = (role: Role, path: string, answers: Answers) => {
  const opened = openPortal(portal, path, {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers,
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}

const department = (name: string, more: object = {}) => ({
  __typename: 'Department',
  id: `dep_${name}`,
  code: 'ENG',
  name,
  archivedAt: null,
  staffCount: 2,
  version: 1,
  ...more,
})
const DEPARTMENTS = {
  departments: [department('停用部', { archivedAt: '2026-01-01T00:00:00.000Z' }), department('工程部')],
}

describe('departments', () => {
  it('stand in use first; an auditor finds nothing to press', async () => {
    open('AUDITOR', 'departments', { Departments: () => DEPARTMENTS })
    const table = await screen.findByRole('table', { name: '部门列表' })
    const names = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent)
    expect(names[0]).toContain('工程部')
    expect(names[1]).toContain('已停用')
    expect(within(table).queryByRole('button')).toBeNull()
  })

  it('are archived after asking, and the reason of a refusal stays in sight', async () => {
    const { user, inputs } = open('ADMIN', 'departments', {
      Departments: () => DEPARTMENTS,
      ArchiveDepartment: () => ({
        archiveDepartment: {
          __typename: 'NotEligibleError',
          code: 'NOT_ELIGIBLE',
          message: '部门里还有在职员工',
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: '停用 工程部' }))
    const dialog = await screen.findByRole('dialog', { name: '停用工程部？' })
    await user.click(within(dialog).getByRole('button', { name: '停用' }))
    expect((await screen.findByRole('alert')).textContent).toContain('部门里还有在职员工')
    expect(inputs('ArchiveDepartment')).toEqual([{ departmentId: 'dep_工程部', expectedVersion: 1 }])
  })
})

const BUILDING = {
  __typename: 'Building',
  id: `bld_${'1'.repeat(32)}`,
  name: '2栋',
  unitCount: 4,
  version: 7,
}
const PROJECT = {
  project: {
    __typename: 'Project',
    id: 'prj_1',
    code: 'CH',
    name: '翠湖花园',
    type: 'RESIDENTIAL',
    tier: 'MEDIUM',
    address: null,
    version: 1,
    buildings: [{ ...BUILDING, id: 'bld_10', name: '10栋' }, BUILDING],
  },
}

describe('a project', () => {
  it('counts its buildings as people do, and unfolds their units by floor', async () => {
    const unit = (label: string, floor: number) => ({ __typename: 'Unit', id: `unt_${label}`, label, floor })
    const { user } = open('AUDITOR', 'projects/prj_1', {
      Project: () => PROJECT,
      BuildingUnits: () => ({
        units: {
          __typename: 'UnitConnection',
          edges: [unit('2-101', 1), unit('2-201', 2)].map((node) => ({
            __typename: 'UnitEdge',
            cursor: 'c',
            node,
          })),
          pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
        },
      }),
    })
    const buildings = await screen.findAllByRole('button', { name: /栋/ })
    expect(buildings.map(({ textContent }) => textContent)).toEqual(['2栋 4 个房号', '10栋 4 个房号'])
    await user.click(buildings[0]!)
    const floors = (await screen.findAllByRole('term')).map(({ textContent }) => textContent)
    expect(floors).toEqual(['2 层', '1 层'])
    expect(screen.queryByRole('button', { name: /新增/ })).toBeNull()
  })

  it('shows what a range of doors would add before it is sent', async () => {
    const { user, inputs } = open('ADMIN', 'projects/prj_1', {
      Project: () => PROJECT,
      AddUnits: () => ({ addUnits: { ...BUILDING, unitCount: 12, version: 8 } }),
    })
    await user.click(await screen.findByRole('button', { name: '新增房号 2栋' }))
    await user.click(await screen.findByLabelText('到第几层'))
    await user.keyboard('4')
    await user.click(screen.getByLabelText('每层到几号'))
    await user.keyboard('2')
    expect((await screen.findByText(/将新增/)).textContent).toBe('将新增 8 个房号：2-101 … 2-402')
    await user.click(screen.getByRole('button', { name: '新增' }))
    await waitFor(() =>
      expect(inputs('AddUnits')).toEqual([
        {
          buildingId: BUILDING.id,
          expectedVersion: 7,
          prefix: '2-',
          fromFloor: 1,
          toFloor: 4,
          fromDoor: 1,
          toDoor: 2,
          skipFloors: [],
        },
      ]),
    )
  })
})
