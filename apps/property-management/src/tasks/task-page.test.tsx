import type { Permission, TaskAction } from '@steward/domain'
import { clearPage, failing, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const id = (prefix: string, n: number) => `${prefix}_0190000000007000800000000000000${n}`
const ID = id('tsk', 7)
const OTHER = id('stf', 2)

const staff = (id: string, name: string) => ({ __typename: 'Staff', id, name })
const ME = staff('stf_孙丽', '孙丽')

/** An order as the server answers it, with what its page asks for. */
const order = (more: object = {}) => ({
  __typename: 'ComplaintTask',
  id: ID,
  version: 3,
  status: 'ACCEPTED',
  instruction: '更换 2 楼水阀',
  evidenceNote: null,
  reason: null,
  dueAt: null,
  dispatchedAt: '2026-11-20T01:00:00.000Z',
  dispatchedBy: staff(OTHER, '陆静怡'),
  dispatchingDepartment: { __typename: 'Department', id: 'dep_2', name: '客户关系部' },
  department: { __typename: 'Department', id: 'dep_1', name: '翠湖花园服务中心' },
  assignee: ME,
  acceptedAt: '2026-11-20T02:00:00.000Z',
  acceptedBy: ME,
  completedAt: null,
  completedBy: null,
  project: { __typename: 'Project', id: 'prj_1', name: '翠湖花园' },
  building: { __typename: 'Building', id: 'bld_1', name: '2栋' },
  complaint: null,
  availableActions: ['COMPLETE', 'RETURN'],
  ...more,
})

const TECHNICIAN: readonly Permission[] = ['portal:propertyManagement', 'task:read']

const open = (task: object, answers: Answers = {}) =>
  openPortal(portal, `tasks/${ID}`, {
    person: { roles: ['TECHNICIAN'], permissions: TECHNICIAN },
    answers: { SiteTask: () => ({ complaintTask: task }), ...answers },
  })

const verbs = async () =>
  within(await screen.findByRole('group', { name: '可以做的' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent)

describe('the verbs of an order', () => {
  it.each([
    ['DISPATCHED', ['ACCEPT', 'RETURN'], ['接单', '退单']],
    ['ACCEPTED', ['RETURN', 'COMPLETE'], ['完成', '退单']],
    ['DISPATCHED', ['CANCEL', 'ASSIGN', 'ACCEPT'], ['接单', '派给', '取消']],
  ])('are exactly those that the server allows: %s %j', async (status, availableActions, shown) => {
    open(order({ status, availableActions }))
    expect(await verbs()).toEqual(shown)
  })

  it('are none where nothing is allowed', async () => {
    open(order({ status: 'DONE', availableActions: [], evidenceNote: '已换阀芯' }))
    await screen.findByText('已换阀芯')
    expect(screen.queryByRole('group', { name: '可以做的' })).toBeNull()
  })

  it('begin with handing it over where the order is somebody else’s', async () => {
    open(order({ assignee: staff(OTHER, '胡大勇'), availableActions: ['ACCEPT', 'ASSIGN'] }))
    expect(await verbs()).toEqual(['派给', '接单'])
  })

  it('cover every verb of the domain with a button', async () => {
    const all: readonly TaskAction[] = ['accept', 'complete', 'assign', 'return', 'cancel']
    open(order({ availableActions: all.map((verb) => verb.toUpperCase()) }))
    expect(await verbs()).toHaveLength(all.length)
  })
})

describe('accepting', () => {
  it('is one press, on the version that was seen', async () => {
    let task = order({ status: 'DISPATCHED', availableActions: ['ACCEPT'] })
    const { sent } = open(task, {
      SiteTask: () => ({ complaintTask: task }),
      SiteAcceptTask: () => {
        task = order({ version: 4 })
        return { acceptTask: task }
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: '接单' }))
    expect(await screen.findByRole('button', { name: '完成' })).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'SiteAcceptTask')?.variables).toEqual({
      input: { taskId: ID, expectedVersion: 3 },
    })
  })
})

describe('an order that was handed on meanwhile', () => {
  it('is explained, and gone', async () => {
    let task: object | null = order({ status: 'DISPATCHED', availableActions: ['ACCEPT'] })
    open(
      {},
      {
        SiteTask: () => ({ complaintTask: task }),
        SiteAcceptTask: () => {
          task = null
          return failing('NOT_FOUND')
        },
      },
    )
    await userEvent.click(await screen.findByRole('button', { name: '接单' }))
    await screen.findByText('没有找到这张执行单')
    expect(await screen.findByText('这已不归您，可能转给了别人。')).toBeTruthy()
  })
})

const openNote = async () => {
  await userEvent.click(await screen.findByRole('button', { name: '完成' }))
  return screen.findByLabelText('做了什么')
}
const submit = async () => {
  const dialog = await screen.findByRole('dialog')
  // After a refusal the kit's button keeps its spinner here: nothing ends animations without a browser.
  await userEvent.click(within(dialog).getByRole('button', { name: /完成$/ }))
}
const NOTE = '更换阀芯，试水 10 分钟不漏'

describe('completing', () => {
  it('wants to know what was done before it asks the server', async () => {
    const { sent } = open(order())
    await userEvent.type(await openNote(), '   ')
    await submit()
    await screen.findByText('此项必填。')
    expect(sent.some(({ operation }) => operation === 'SiteCompleteTask')).toBe(false)
  })

  it('closes and says so when it is done', async () => {
    let task = order()
    const { sent } = open(task, {
      SiteTask: () => ({ complaintTask: task }),
      SiteCompleteTask: () => {
        task = order({ version: 4, status: 'DONE', availableActions: [], evidenceNote: NOTE })
        return { completeTask: task }
      },
    })
    await userEvent.type(await openNote(), NOTE)
    await submit()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText(NOTE)).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'SiteCompleteTask')?.variables).toEqual({
      input: { taskId: ID, expectedVersion: 3, evidenceNote: NOTE },
    })
  })

  it('keeps every word when the connection is lost, also for the next visit', async () => {
    const answers = { SiteCompleteTask: () => failing('UNAVAILABLE') }
    open(order(), answers)
    await userEvent.type(await openNote(), NOTE)
    await submit()
    await screen.findByText(/您写的已存在本机/)
    expect(screen.getByLabelText('做了什么')).toHaveProperty('value', NOTE)

    const kept = { ...localStorage }
    clearPage()
    Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value as string))
    open(order(), answers)
    expect(await openNote()).toHaveProperty('value', NOTE)
    expect(screen.getByText('上次没提交的内容已恢复。')).toBeTruthy()
  })

  it('shows nobody else’s words', async () => {
    localStorage.setItem(
      `steward.draft.stf_somebody.complete.${ID}`,
      JSON.stringify({ at: Date.now(), values: { evidenceNote: NOTE } }),
    )
    open(order())
    expect(await openNote()).toHaveProperty('value', '')
  })

  it('names who was faster, brings the order anew and keeps the note; pressing again acts on what is seen', async () => {
    let task = order()
    let calls = 0
    const { sent } = open(task, {
      SiteTask: () => ({ complaintTask: task }),
      SiteWhoChanged: () => ({ node: staff(OTHER, '杨帆') }),
      SiteCompleteTask: () => {
        calls += 1
        if (calls > 1) return { completeTask: order({ version: 9, status: 'DONE', availableActions: [] }) }
        task = order({ version: 8 })
        return {
          completeTask: {
            __typename: 'StaleRecordError',
            code: 'STALE_RECORD',
            message: '该记录已被他人更新，请刷新后再操作。',
            changedAt: '2026-11-22T01:00:00.000Z',
            changedBy: OTHER,
          },
        }
      },
    })
    await userEvent.type(await openNote(), NOTE)
    await submit()
    await screen.findByText(/杨帆刚刚更新过/)
    expect(screen.getByLabelText('做了什么')).toHaveProperty('value', NOTE)
    await submit()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const versions = sent
      .filter(({ operation }) => operation === 'SiteCompleteTask')
      .map(({ variables }) => (variables['input'] as { expectedVersion: number }).expectedVersion)
    expect(versions).toEqual([3, 8])
  })

  it('gives the words back when somebody else has done it already', async () => {
    let task = order()
    open(task, {
      SiteTask: () => ({ complaintTask: task }),
      SiteWhoChanged: () => ({ node: staff(OTHER, '杨帆') }),
      SiteCompleteTask: () => {
        task = order({ version: 8, status: 'DONE', availableActions: [] })
        return {
          completeTask: {
            __typename: 'StaleRecordError',
            code: 'STALE_RECORD',
            message: '该记录已被他人更新，请刷新后再操作。',
            changedAt: '2026-11-22T01:00:00.000Z',
            changedBy: OTHER,
          },
        }
      },
    })
    await userEvent.type(await openNote(), NOTE)
    await submit()
    const dialog = await screen.findByRole('dialog')
    await within(dialog).findByText('这张单现在是“已完成”，不能再完成了。')
    expect(within(dialog).getByText(NOTE)).toBeTruthy()
  })
})

describe('handing an order over', () => {
  const person = (n: number, name: string, roles: readonly string[], disabledAt: string | null = null) => ({
    __typename: 'StaffEdge',
    node: { ...staff(id('stf', n), name), position: null, roles, disabledAt },
  })
  const answers = {
    SiteColleagues: () => ({
      staff: {
        __typename: 'StaffConnection',
        edges: [
          person(3, '孙立新', ['TECHNICIAN']),
          person(4, '胡大勇', ['TECHNICIAN']),
          person(5, '徐丽', ['INFORMATION_CLERK']),
          person(6, '老张', ['TECHNICIAN'], '2026-01-01T00:00:00.000Z'),
        ],
      },
      complaintTasks: {
        __typename: 'ComplaintTaskConnection',
        edges: [
          {
            __typename: 'ComplaintTaskEdge',
            node: { __typename: 'ComplaintTask', id: 'tsk_9', assignee: staff(id('stf', 3), '') },
          },
        ],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false },
      },
    }),
    SiteAssignTask: () => ({ assignTask: order({ version: 4, status: 'DISPATCHED' }) }),
  }

  it('offers those who carry out orders, whoever is freest first, and hands it over by a press', async () => {
    const { sent } = open(order({ availableActions: ['ASSIGN'] }), answers)
    await userEvent.click(await screen.findByRole('button', { name: '派给' }))
    const dialog = await screen.findByRole('dialog')
    await within(dialog).findByText('胡大勇')
    const people = within(dialog)
      .getAllByRole('button', { name: /手上/ })
      .map(({ textContent }) => textContent)
    expect(people).toEqual(['胡胡大勇维修人员 · 手上没有单', '孙孙立新维修人员 · 手上 1 张'])
    await userEvent.click(within(dialog).getByRole('button', { name: /胡大勇/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent.find(({ operation }) => operation === 'SiteAssignTask')?.variables).toEqual({
      input: { taskId: ID, expectedVersion: 3, assigneeId: id('stf', 4) },
    })
  })
})
