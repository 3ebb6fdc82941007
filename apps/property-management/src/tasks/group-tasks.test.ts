import { describe, expect, it } from 'vitest'
import { nextFirst } from '../home/next-first.ts'
import { groupTasks, type Placed } from './group-tasks.ts'

const task = (id: string, more: Partial<Placed>): Placed => ({
  id,
  status: 'DISPATCHED',
  dueAt: null,
  dispatchedAt: '2026-11-20T01:00:00.000Z',
  completedAt: null,
  ...more,
})
const ids = (tasks: readonly Placed[]) => tasks.map(({ id }) => id)

describe('orders on the board', () => {
  it('stand where they are now, each once, whatever list brought them', () => {
    const accepted = task('a', { status: 'ACCEPTED' })
    const { DISPATCHED, ACCEPTED } = groupTasks([accepted, task('b', {}), accepted])
    expect(ids(ACCEPTED)).toEqual(['a'])
    expect(ids(DISPATCHED)).toEqual(['b'])
  })

  it('come with what is due first; those without a date last, oldest first', () => {
    const { DISPATCHED } = groupTasks([
      task('whenever', { dispatchedAt: '2026-11-19T01:00:00.000Z' }),
      task('newer', {}),
      task('tomorrow', { dueAt: '2026-11-23T01:00:00.000Z' }),
      task('late', { dueAt: '2026-11-21T01:00:00.000Z' }),
    ])
    expect(ids(DISPATCHED)).toEqual(['late', 'tomorrow', 'whenever', 'newer'])
  })

  it('show the latest first once they are done; a cancelled one is no work', () => {
    const groups = groupTasks([
      task('first', { status: 'DONE', completedAt: '2026-11-20T09:00:00.000Z' }),
      task('last', { status: 'DONE', completedAt: '2026-11-21T09:00:00.000Z' }),
      task('gone', { status: 'CANCELLED' }),
    ])
    expect(ids(groups.DONE)).toEqual(['last', 'first'])
    expect(Object.values(groups).flat()).toHaveLength(2)
  })
})

describe('the next order', () => {
  it('is what must be done first; between equals the one in hand', () => {
    const dueAt = '2026-11-22T09:00:00.000Z'
    const order = nextFirst([
      task('new', { dueAt }),
      task('in hand', { status: 'ACCEPTED', dueAt }),
      task('whenever', { status: 'ACCEPTED' }),
      task('late', { dueAt: '2026-11-21T09:00:00.000Z' }),
    ])
    expect(ids(order)).toEqual(['late', 'in hand', 'new', 'whenever'])
  })
})
