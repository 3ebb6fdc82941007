import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const DEPARTMENT = {
  __typename: 'Department',
  id: `dep_${'1'.repeat(32)}`,
  name: '客户服务部',
  archivedAt: null,
}
const ID = `stf_${'a'.repeat(32)}`

const staff = (more: object = {}) => ({
  __typename: 'Staff',
  id: ID,
  name: '李娜',
  signInName: 'lina',
  position: '前台客服',
  roles: ['SERVICE_AGENT'],
  createdAt: '2026-01-01T00:00:00.000Z',
  disabledAt: null,
  version: 3,
  department: DEPARTMENT,
  territory: [],
  ...more,
})
const page = (nodes: object[]) => ({
  __typename: 'StaffConnection',
  edges: nodes.map((node) => ({ __typename: 'StaffEdge', cursor: 'c', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})
const NO_HISTORY = {
  auditEntries: { __typename: 'AuditEntryConnection', edges: [] },
}

const personOf = (...roles: Role[]) => ({
  roles,
  permissions: PERMISSIONS.filter((permission) => hasPermission({ roles }, permission)),
})

const open = (path: string, role: Role, answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: personOf(role),
    answers: {
      People: () => ({ staff: page([staff()]), departments: [DEPARTMENT] }),
      Person: () => ({ staffMember: staff(), departments: [DEPARTMENT], projects: [] }),
      SubjectHistory: () => NO_HISTORY,
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { ...opened, inputs, user: userEvent.setup() }
}

describe('the list of people', () => {
  it('lets an administrator hire, and an auditor only look', async () => {
    open('people', 'ADMIN')
    await screen.findByRole('link', { name: /李娜/ })
    expect(screen.getByRole('button', { name: /录用员工/ })).toBeTruthy()
    clearPage()
    open('people', 'AUDITOR')
    await screen.findByRole('link', { name: /李娜/ })
    expect(screen.queryByRole('button', { name: /录用员工/ })).toBeNull()
  })

  it('is narrowed by its address, and drops what the address cannot mean', async () => {
    const asked: unknown[] = []
    open(`people?view=disabled&search=李&role=QUALITY&department=dep_nonsense`, 'AUDITOR', {
      People: (variables) => {
        asked.push(variables.filter)
        return { staff: page([]), departments: [] }
      },
    })
    await screen.findByText('没有符合条件的人员')
    expect(asked[0]).toEqual({ active: false, search: '李', role: 'QUALITY' })
  })
})

describe('hiring', () => {
  const fill = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: /录用员工/ }))
    const form = await screen.findByRole('form', { name: '录用员工' })
    await user.click(within(form).getByLabelText('姓名'))
    await user.paste('赵敏')
    await user.click(within(form).getByLabelText('登录名'))
    await user.paste('zhaomin')
    return form
  }

  it('makes a password, sends it once and shows it once, for handing over', async () => {
    const { user, inputs } = open('people', 'ADMIN', {
      HireStaff: () => ({ hireStaff: { __typename: 'Staff', id: ID, name: '赵敏', signInName: 'zhaomin' } }),
    })
    const form = await fill(user)
    await user.click(within(form).getByRole('button', { name: '录用' }))
    // The kit gives every dialog of a test the same id, so that one cannot be found by its title.
    const title = await screen.findByText(/交给赵敏/)
    const dialog = title.closest<HTMLElement>('[role=dialog]')!
    const [input] = inputs('HireStaff') as { password: string }[]
    expect(input).toMatchObject({ name: '赵敏', signInName: 'zhaomin', roles: [] })
    expect(within(dialog).getByText('zhaomin@jinxiu')).toBeTruthy()
    expect(within(dialog).getByText(input!.password)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: '已转交' }))
    await screen.findByRole('heading', { name: '李娜' })
    expect(document.body.textContent).not.toContain(input!.password)
  })

  it('says beside the field that the sign-in name is taken', async () => {
    const { user } = open('people', 'ADMIN', {
      HireStaff: () => ({ hireStaff: { __typename: 'DuplicateError', code: 'DUPLICATE', message: '重复' } }),
    })
    const form = await fill(user)
    await user.click(within(form).getByRole('button', { name: '录用' }))
    expect(await screen.findByText('这个登录名已经有人用了。')).toBeTruthy()
  })
})

describe('the roles of a person', () => {
  const roleSwitch = (name: string) => screen.findByRole('switch', { name: new RegExp(name) })

  it('are saved as a whole set over the version that was seen; until then one sees what would change', async () => {
    const { user, inputs } = open(`people/${ID}`, 'ADMIN', {
      AssignRoles: () => ({
        assignRoles: staff({ roles: ['QUALITY', 'SERVICE_AGENT'], version: 4 }),
      }),
    })
    await user.click(await roleSwitch('品质管理'))
    expect(inputs('AssignRoles')).toEqual([])
    expect(screen.getByRole('button', { name: /将获得 \d+ 项权限/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /保存角色/ }))
    await screen.findByText(/李娜 的角色已更新/)
    expect(inputs('AssignRoles')).toEqual([
      { staffId: ID, expectedVersion: 3, roles: ['SERVICE_AGENT', 'QUALITY'] },
    ])
    expect(screen.queryByRole('button', { name: /保存角色/ })).toBeNull()
  })

  it('ask once more before somebody becomes an administrator', async () => {
    const { user, inputs } = open(`people/${ID}`, 'ADMIN')
    await user.click(await roleSwitch('系统管理员'))
    await user.click(screen.getByRole('button', { name: /保存角色/ }))
    await screen.findByRole('dialog', { name: '让李娜成为系统管理员？' })
    expect(inputs('AssignRoles')).toEqual([])
  })

  it('are loaded anew when somebody else was faster, and saved by pressing once more', async () => {
    let version = 3
    const { user, inputs } = open(`people/${ID}`, 'ADMIN', {
      Person: () => ({ staffMember: staff({ version }), departments: [DEPARTMENT], projects: [] }),
      AssignRoles: () => {
        if (version === 4) return { assignRoles: staff({ roles: ['FINANCE', 'SERVICE_AGENT'], version: 5 }) }
        version = 4
        return { assignRoles: { __typename: 'StaleRecordError', code: 'STALE_RECORD', message: '已更新' } }
      },
    })
    await user.click(await roleSwitch('财务'))
    await user.click(screen.getByRole('button', { name: /保存角色/ }))
    await screen.findByText(/已载入最新内容，您填写的还在/)
    await user.click(screen.getByRole('button', { name: /保存角色/ }))
    await screen.findByText(/角色已更新/)
    expect(inputs('AssignRoles')).toMatchObject([{ expectedVersion: 3 }, { expectedVersion: 4 }])
  })

  it('cannot be switched by an auditor, who meets no account to reset or disable either', async () => {
    open(`people/${ID}`, 'AUDITOR')
    expect(((await roleSwitch('客服专员')) as HTMLButtonElement).disabled).toBe(true)
    expect(screen.queryByRole('button', { name: /停用账号|重置密码|修改/ })).toBeNull()
  })

  it('let nobody take ADMIN from themselves', async () => {
    const own = 'stf_孙丽'
    open(`people/${own}`, 'ADMIN', {
      Person: () => ({
        staffMember: staff({ id: own, name: '孙丽', roles: ['ADMIN'] }),
        departments: [],
        projects: [],
      }),
    })
    expect(((await roleSwitch('系统管理员')) as HTMLButtonElement).disabled).toBe(true)
    expect(screen.getByText('不能取消自己的系统管理员角色。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '停用账号' })).toBeNull()
  })
})

describe('the territory of a person', () => {
  it('is whole projects or single buildings, never both', async () => {
    const [project, one, two] = [`prj_${'1'.repeat(32)}`, `bld_${'1'.repeat(32)}`, `bld_${'2'.repeat(32)}`]
    const projects = [
      {
        __typename: 'Project',
        id: project,
        name: '翠湖花园',
        buildings: [
          { __typename: 'Building', id: one, name: '10栋' },
          { __typename: 'Building', id: two, name: '2栋' },
        ],
      },
    ]
    const { user, inputs } = open(`people/${ID}`, 'ADMIN', {
      Person: () => ({ staffMember: staff(), departments: [], projects }),
      AssignTerritory: () => ({ assignTerritory: staff({ version: 4 }) }),
    })
    await user.click(await screen.findByRole('checkbox', { name: '2栋' }))
    await user.click(screen.getByRole('checkbox', { name: /翠湖花园/ }))
    expect((screen.getByRole('checkbox', { name: '10栋' }) as HTMLInputElement).disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: /翠湖花园/ }))
    await user.click(screen.getByRole('button', { name: '保存片区' }))
    await waitFor(() =>
      expect(inputs('AssignTerritory')).toEqual([
        { staffId: ID, expectedVersion: 3, projectIds: [], buildingIds: [two] },
      ]),
    )
  })
})

describe('the account of a person', () => {
  it('is disabled after asking once more', async () => {
    const { user, inputs } = open(`people/${ID}`, 'ADMIN', {
      DisableStaff: () => ({
        disableStaff: staff({ disabledAt: '2026-11-22T00:00:00.000Z', version: 4 }),
      }),
    })
    await user.click(await screen.findByRole('button', { name: '停用账号' }))
    const dialog = await screen.findByRole('dialog', { name: '停用李娜的账号？' })
    expect(inputs('DisableStaff')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '停用账号' }))
    await screen.findByText('账号已停用')
    expect(inputs('DisableStaff')).toEqual([{ staffId: ID, expectedVersion: 3 }])
  })
})
