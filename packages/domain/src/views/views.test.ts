import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { VIEW_INPUTS } from './saved-view.ts'
import { canonicalQuery, lostFilters } from './view-query.ts'

const project = `prj_${'0'.repeat(31)}1`
const names = (query: string) => lostFilters('QUEUE', query).map(({ name }) => name)

describe('the address that a view keeps', () => {
  it('holds the filters and the order of its list', () => {
    const whole = `view=open&order=NEXT_DUE&status=REGISTERED,ACKNOWLEDGED&severity=1,2&project=${project}&from=2026-11-01&number=2611-`
    expect(names(whole)).toEqual([])
    expect(names(`${whole}&severity=9&kind=WISH&client=cli_1`)).toEqual(['severity', 'kind', 'client'])
    expect(lostFilters('TASKS', 'mine=1&severity=1').map(({ name }) => name)).toEqual(['severity'])
  })

  it('can hold nothing that reaches beyond them', () => {
    for (const query of [
      '__proto__=1',
      'constructor=1',
      'status=REGISTERED%00',
      'number=%27%20or%201=1',
      '%',
      'x',
    ])
      expect(names(query)).toHaveLength(1)
  })

  it('is stored in one way, however it was put together', () => {
    expect(canonicalQuery('view=open&severity=1%2C2&')).toBe('severity=1,2&view=open')
    expect(canonicalQuery('severity=1,2&view=open')).toBe('severity=1,2&view=open')
  })

  it('names the field that is wrong', () => {
    const view = { place: 'CASES', name: '今天先看', query: 'all=1&order=NEWEST', sharing: 'PRIVATE' }
    expect(parseInput(VIEW_INPUTS.save, view)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'query' }] },
    })
    expect(parseInput(VIEW_INPUTS.save, { ...view, query: 'all=1' })).toMatchObject({ ok: true })
  })
})
