import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const HERE = ['portal:propertyManagement', 'project:read'] as const satisfies readonly Permission[]
const TECHNICIAN: readonly Permission[] = [...HERE, 'task:read', 'task:accept', 'task:complete']
const SITE_MANAGER: readonly Permission[] = [
  ...TECHNICIAN,
  'task:assign',
  'complaint:read',
  'complaint:readFacts',
  'complaint:register',
]

const order = (
  id: string,
  instruction: string,
  dueAt: string | null,
  availableActions: readonly string[],
) => ({
  __typename: 'ComplaintTaskEdge',
  node: {
    __typename: 'ComplaintTask',
    id,
    version: 1,
    status: 'DISPATCHED',
    instruction,
    dueAt,
    dispatchedAt: '2026-11-20T01:00:00.000Z',
    completedAt: null,
    assignee: { __typename: 'Staff', id: 'stf_孙丽', name: '孙丽' },
    department: null,
    project: { __typename: 'Project', id: 'prj_1', name: '翠湖花园' },
    building: { __typename: 'Building', id: 'bld_1', name: '2栋' },
    complaint: null,
    availableActions,
  },
})
const orders = (...edges: readonly object[]) => ({
  __typename: 'ComplaintTaskConnection',
  edges,
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  totalCount: edges.length,
  totalCountIsCapped: false,
})
const counted = (totalCount: number) => ({
  __typename: 'ComplaintTaskConnection',
  totalCount,
  totalCountIsCapped: false,
})
const cases = (totalCount: number) => ({ __typename: 'ComplaintConnection', totalCount })

const open = (permissions: readonly Permission[], answers: Answers) =>
  openPortal(portal, '', { person: { permissions }, answers })

describe('a technician', () => {
  it('meets the next order first, with its button, and the others below', async () => {
    open(TECHNICIAN, {
      SiteMyDay: () => ({
        complaintTasks: orders(
          order('tsk_b', '通下水', null, ['ACCEPT']),
          order('tsk_a', '换水阀', '2020-01-01T00:00:00.000Z', ['ACCEPT', 'RETURN']),
        ),
      }),
    })
    const next = await screen.findByRole('list', { name: '下一张' })
    expect(within(next).getByText('换水阀')).toBeTruthy()
    expect(within(next).getByText('2栋')).toBeTruthy()
    expect(
      within(next)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['接单', '退单'])
    expect(within(screen.getByRole('list', { name: '之后' })).getByText('通下水')).toBeTruthy()
    expect(screen.getByText('2 张待做 · 1 张已逾期')).toBeTruthy()
  })

  it('is told when there is nothing to do, and offered no cases', async () => {
    open(TECHNICIAN, { SiteMyDay: () => ({ complaintTasks: orders() }) })
    await screen.findByText('现在没有要做的单')
    expect(screen.queryByRole('link', { name: '投诉' })).toBeNull()
    expect(screen.queryByRole('button', { name: /登记/ })).toBeNull()
  })
})

describe('a site manager', () => {
  it('sees what waits, runs and is late, and what is open; each figure leads to its list', async () => {
    const { sent } = open(SITE_MANAGER, {
      SiteDay: () => ({
        waiting: counted(5),
        running: counted(3),
        late: counted(2),
        returned: counted(0),
        urgent: orders(order('tsk_a', '换水阀', null, [])),
        severity1: cases(1),
        severity2: cases(0),
        severity3: cases(7),
        severity4: cases(4),
        newest: { __typename: 'ComplaintConnection', edges: [] },
      }),
    })
    const figures = await screen.findByRole('region', { name: '执行单' })
    const links = within(figures)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')])
    expect(links).toEqual([
      ['待接单5', '/property-management/tasks?department=dep_1&status=DISPATCHED'],
      ['进行中3', '/property-management/tasks?department=dep_1&status=ACCEPTED'],
      ['已逾期2', '/property-management/tasks?overdue=1&department=dep_1'],
      ['已退回0', '/property-management/tasks?department=dep_1&status=RETURNED'],
    ])
    const severe = within(screen.getByRole('list', { name: '按等级' })).getAllByRole('link')
    expect(severe.map(({ textContent }) => textContent)).toEqual([
      '一级（重大）1',
      '二级（较大）0',
      '三级（一般）7',
      '四级（轻微）4',
    ])
    expect(severe[2]?.getAttribute('href')).toBe('/property-management/complaints?severity=3')
    expect(screen.getByRole('button', { name: /现场登记/ })).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'SiteDay')?.variables).toMatchObject({
      department: 'dep_1',
    })
  })
})

describe('an information clerk', () => {
  it('meets the places and looks people up, without a word of cases', async () => {
    open([...HERE, 'client:read', 'client:lookup'], {
      SiteProjects: () => ({
        projects: [
          {
            __typename: 'Project',
            id: 'prj_1',
            name: '翠湖花园',
            type: 'RESIDENTIAL',
            address: null,
            buildings: ['10栋', '2栋'].map((name) => ({
              __typename: 'Building',
              id: `bld_${name}`,
              name,
              unitCount: 22,
              openComplaintCount: null,
            })),
          },
        ],
      }),
    })
    const names = (await screen.findAllByText(/^\d+栋$/)).map(({ textContent }) => textContent)
    expect(names).toEqual(['2栋', '10栋'])
    expect(screen.getAllByText('22 个房号')).toHaveLength(2)
    expect(screen.getByRole('searchbox')).toBeTruthy()
    expect(screen.queryByText(/未结/)).toBeNull()
  })
})

describe('somebody without business here', () => {
  it('is told so', async () => {
    open([], {})
    expect(await screen.findByText('这里不归您的岗位')).toBeTruthy()
  })
})
