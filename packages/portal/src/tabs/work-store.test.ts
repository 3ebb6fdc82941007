import { describe, expect, it } from 'vitest'
import {
  closed,
  MOST_TABS,
  neighbourOf,
  NOTHING_OPEN,
  readWork,
  stepFrom,
  visited,
  type OpenWork,
} from './work-store.ts'

const visit = (name: string, at: number) => ({ to: `/${name}`, title: name, at })
const open = (...names: string[]): OpenWork =>
  names.reduce((work, name, at) => visited(work, visit(name, at), true), NOTHING_OPEN)
const paths = ({ tabs }: OpenWork) => tabs.map(({ to }) => to)

describe('open work', () => {
  it('keeps a tab in its place when it is looked at again, and puts a new one last', () => {
    const work = visited(open('a', 'b', 'c'), visit('a', 9), true)
    expect(paths(work)).toEqual(['/a', '/b', '/c'])
    expect(work.recent.map(({ to }) => to)).toEqual(['/a', '/c', '/b'])
  })

  it('never grows beyond a dozen: the tab not looked at for longest makes way', () => {
    const names = Array.from({ length: MOST_TABS }, (_, at) => `t${at}`)
    const again = visited(open(...names), visit('t0', 50), true)
    const work = visited(again, visit('new', 51), true)
    expect(paths(work)).toHaveLength(MOST_TABS)
    expect(paths(work)).not.toContain('/t1')
    expect(paths(work)).toContain('/t0')
  })

  it('lets a tab with unsent words make way last', () => {
    const names = Array.from({ length: MOST_TABS }, (_, at) => `t${at}`)
    const work = visited(open(...names), visit('new', 99), true, (to) => to === '/t0')
    expect(paths(work)).toContain('/t0')
    expect(paths(work)).not.toContain('/t1')
  })

  it('remembers a page of the menu without making it a tab', () => {
    const work = visited(open('a'), { to: '/queue', at: 5 }, false)
    expect(paths(work)).toEqual(['/a'])
    expect(work.recent[0]).toEqual({ to: '/queue', at: 5 })
  })

  it('goes on to the right when the tab that is looked at is closed, at the end to the left', () => {
    const { tabs } = open('a', 'b', 'c')
    expect(neighbourOf(tabs, '/b')).toBe('/c')
    expect(neighbourOf(tabs, '/c')).toBe('/b')
    expect(neighbourOf(open('a').tabs, '/a')).toBeUndefined()
    expect(paths(closed(open('a', 'b'), '/a'))).toEqual(['/b'])
  })

  it('is walked around its ends', () => {
    const { tabs } = open('a', 'b', 'c')
    expect(stepFrom(tabs, '/c', 1)).toBe('/a')
    expect(stepFrom(tabs, '/a', -1)).toBe('/c')
    expect(stepFrom(tabs, '/elsewhere', 1)).toBe('/a')
  })

  it('survives being stored, and takes nothing from the store that is not an address of ours', () => {
    const work = open('a', 'b')
    expect(readWork(JSON.stringify(work))).toEqual(work)
    expect(readWork('not json')).toEqual(NOTHING_OPEN)
    expect(
      paths(readWork(JSON.stringify({ tabs: [{ to: 'javascript:alert(1)', at: 1 }, visit('a', 1), 7] }))),
    ).toEqual(['/a'])
  })
})
