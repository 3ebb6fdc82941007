import { describe, expect, it } from 'vitest'
import { columnsOf, countTaskFilters, EVERYTHING, filterOf, readTasks, writeTasks } from './task-filters.ts'

const id = (prefix: string, digit: string) => `${prefix}_${digit.repeat(32)}`
const DEPARTMENT = id('dep', 'a')
const PROJECTS = [id('prj', '1'), id('prj', '2')]
const NOW = '2026-11-22T02:00:00.000Z'

const read = (address: string) => readTasks(new URLSearchParams(address))

describe('the address of the board', () => {
  it.each([
    ['', EVERYTHING],
    ['mine=1', { ...EVERYTHING, mine: true }],
    ['overdue=1&status=ACCEPTED', { ...EVERYTHING, overdue: true, status: 'ACCEPTED' as const }],
    [
      `department=${DEPARTMENT}&project=${PROJECTS.join('%2C')}&status=DONE`,
      { ...EVERYTHING, department: DEPARTMENT, project: PROJECTS, status: 'DONE' as const },
    ],
  ])('%s means the same when it is written again', (address, state) => {
    expect(read(address)).toEqual(state)
    expect(writeTasks(state).toString()).toBe(address)
  })

  it('opens the board whatever nonsense stands in it', () => {
    expect(read('status=CANCELLED&department=x&project=prj_1,%27--&when=never')).toEqual(EVERYTHING)
  })
})

describe('what the server is asked for', () => {
  it('is one status a column, and each filter that is on', () => {
    const state = read(`mine=1&department=${DEPARTMENT}&project=${PROJECTS[0]}`)
    expect(filterOf(state, 'RETURNED', NOW)).toEqual({
      status: ['RETURNED'],
      mine: true,
      department: DEPARTMENT,
      project: [PROJECTS[0]],
    })
    expect(countTaskFilters(state)).toBe(3)
  })

  it('asks for late orders among those that are still to be done only', () => {
    const state = read('overdue=1')
    expect(columnsOf(state)).toEqual(['DISPATCHED', 'ACCEPTED'])
    expect(filterOf(state, 'DISPATCHED', NOW)).toEqual({ status: ['DISPATCHED'], dueBefore: NOW })
  })

  it('does not count the column in sight as a filter', () => {
    expect(countTaskFilters(read('status=DONE'))).toBe(0)
  })
})
