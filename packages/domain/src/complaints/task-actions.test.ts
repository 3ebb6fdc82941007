import { describe, expect, it } from 'vitest'
import { actor, ENGINEERING, NOW, SERVICE, task, uuid } from '../../test/given.ts'
import { errorOf } from '../../test/run.ts'
import { hasPermission } from '../access/authorize.ts'
import { actionsFrom, canTransition, unreachable } from '../lifecycle/state-machine.ts'
import { acceptTask, assignTask, cancelTask, completeTask, returnTask } from './task-actions.ts'
import { caseAfterTasks, TASK_TRANSITIONS, taskFacts, type ComplaintTask } from './task.ts'
import { TASK_ACTIONS, TASK_STATUSES } from './vocabulary.ts'

const site = actor('SITE_MANAGER', { departmentId: ENGINEERING })
const technician = actor('TECHNICIAN', { departmentId: ENGINEERING })
const giver = actor('SERVICE_AGENT', { departmentId: SERVICE })
const version = (it: ComplaintTask) => ({ expectedVersion: it.version })

describe('the table of orders', () => {
  it('says for every status and action whether it is possible', () => {
    const possible = TASK_STATUSES.map((status) => [
      status,
      TASK_ACTIONS.filter((action) => canTransition(TASK_TRANSITIONS, action, status)),
    ])
    expect(Object.fromEntries(possible)).toEqual({
      DISPATCHED: ['assign', 'accept', 'return', 'cancel'],
      ACCEPTED: ['assign', 'complete', 'return'],
      DONE: [],
      RETURNED: ['assign', 'cancel'],
      CANCELLED: [],
    })
    expect(unreachable(TASK_TRANSITIONS, 'DISPATCHED', TASK_STATUSES)).toEqual([])
  })

  it('names an accountable role that may take the step', () => {
    for (const row of TASK_TRANSITIONS)
      expect(hasPermission({ roles: [row.accountable] }, row.permission)).toBe(true)
  })

  it('offers each person the buttons of their part', () => {
    const offered = (who: typeof site, it_: ComplaintTask) =>
      actionsFrom(TASK_TRANSITIONS, who, taskFacts(it_))
    expect(offered(site, task())).toEqual(['assign', 'accept', 'return'])
    expect(offered(technician, task())).toEqual([])
    expect(offered(technician, task({ status: 'ACCEPTED', assigneeId: technician.staffId }))).toEqual([
      'complete',
      'return',
    ])
    expect(offered(giver, task({ status: 'RETURNED' }))).toEqual(['assign', 'cancel'])
    expect(offered(actor('SITE_MANAGER', { departmentId: uuid(9) }), task())).toEqual([])
  })
})

describe('orders', () => {
  it('are accepted, carried out with evidence, and signed for', () => {
    const accepted = acceptTask(task(), version(task()), site, NOW)
    expect(accepted).toMatchObject({
      ok: true,
      value: {
        to: 'ACCEPTED',
        signs: 'RECEIVED',
        patch: { acceptedById: site.staffId, assigneeId: site.staffId, version: 2 },
      },
    })
    const mine = task({ status: 'ACCEPTED', assigneeId: technician.staffId, version: 3 })
    expect(
      completeTask(mine, { ...version(mine), evidenceNote: '已更换，附照片' }, technician, NOW),
    ).toMatchObject({
      ok: true,
      value: { to: 'DONE', patch: { evidenceNote: '已更换，附照片', completedById: technician.staffId } },
    })
  })

  it('keep the person whom the department chose', () => {
    const chosen = task({ assigneeId: technician.staffId })
    expect(acceptTask(chosen, version(chosen), site, NOW)).toMatchObject({
      value: { patch: { assigneeId: technician.staffId, acceptedById: site.staffId } },
    })
  })

  it('are accepted anew by a new assignee', () => {
    const accepted = task({ status: 'ACCEPTED', acceptedById: site.staffId, acceptedAt: NOW })
    const input = { ...version(accepted), departmentId: null, assigneeId: technician.staffId }
    expect(assignTask(accepted, input, site, NOW)).toMatchObject({
      value: { to: 'DISPATCHED', patch: { assigneeId: technician.staffId, acceptedById: null } },
    })
  })

  it('are sent to another department by the one that gave them only', () => {
    const back = task({ status: 'RETURNED', reason: '非本部门' })
    const elsewhere = { ...version(back), departmentId: uuid(9), assigneeId: null }
    expect(errorOf(assignTask(back, elsewhere, site, NOW))).toMatchObject({ reason: 'ordered' })
    expect(assignTask(back, elsewhere, giver, NOW)).toMatchObject({
      value: { to: 'DISPATCHED', patch: { departmentId: uuid(9), reason: null } },
    })
  })

  it('come back, or are cancelled, with a reason', () => {
    expect(returnTask(task(), { ...version(task()), reason: '缺材料' }, site, NOW)).toMatchObject({
      value: { to: 'RETURNED', note: '缺材料', patch: { reason: '缺材料' } },
    })
    expect(cancelTask(task(), { ...version(task()), reason: '客户改期' }, giver, NOW)).toMatchObject({
      value: { to: 'CANCELLED', patch: { reason: '客户改期' } },
    })
  })

  it('refuse others, wrong moments and old versions', () => {
    const done = task({ status: 'DONE', assigneeId: technician.staffId })
    expect(
      errorOf(completeTask(task(), { ...version(task()), evidenceNote: '好' }, giver, NOW)),
    ).toMatchObject({
      reason: 'permission',
    })
    expect(
      errorOf(completeTask(done, { ...version(done), evidenceNote: '好' }, technician, NOW)),
    ).toMatchObject({
      code: 'WRONG_STATUS',
      allowed: ['ACCEPTED'],
    })
    expect(errorOf(acceptTask(task(), { expectedVersion: 9 }, site, NOW))?.code).toBe('STALE_RECORD')
  })
})

describe('caseAfterTasks', () => {
  it('counts what is open, returned orders too, and forgets cancelled ones', () => {
    const tasks = [
      task({ status: 'DONE', assigneeId: uuid(1) }),
      task({ status: 'RETURNED', departmentId: uuid(9) }),
      task({ status: 'ACCEPTED', assigneeId: uuid(1) }),
      task({ status: 'CANCELLED', assigneeId: uuid(3), departmentId: uuid(8) }),
    ]
    expect(caseAfterTasks(tasks)).toEqual({
      openTaskCount: 2,
      taskAssigneeIds: [uuid(1)],
      dispatchedDepartmentIds: [ENGINEERING, uuid(9)],
    })
    expect(caseAfterTasks([])).toEqual({ openTaskCount: 0, taskAssigneeIds: [], dispatchedDepartmentIds: [] })
  })
})
