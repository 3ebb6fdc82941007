import { describe, expect, it } from 'vitest'
import { caseFilterOf, countCaseFilters, OPEN_CASES, readCases, writeCases } from './complaint-filters.ts'

const BUILDING = `bld_${'a'.repeat(32)}`
const read = (address: string) => readCases(new URLSearchParams(address))

describe('the address of the list of cases', () => {
  it.each([
    ['', OPEN_CASES],
    ['all=1', { ...OPEN_CASES, all: true }],
    ['status=REGISTERED%2CEXECUTING', { ...OPEN_CASES, status: ['REGISTERED', 'EXECUTING'] as const }],
    [
      `severity=1%2C2&building=${BUILDING}&number=2611-`,
      { ...OPEN_CASES, severity: [1, 2] as const, building: [BUILDING], number: '2611-' },
    ],
  ])('%s means the same when it is written again', (address, state) => {
    expect(read(address)).toEqual(state)
    expect(writeCases(state).toString()).toBe(address)
  })

  it('opens the list whatever nonsense stands in it', () => {
    expect(read('severity=9&status=ANGRY&building=1&number=%27or')).toEqual(OPEN_CASES)
  })
})

describe('what the server is asked for', () => {
  it('is what is open, unless everything or a status is asked for', () => {
    expect(caseFilterOf(OPEN_CASES)).toEqual({ open: true })
    expect(caseFilterOf(read('all=1'))).toEqual({})
    expect(caseFilterOf(read('status=CLOSED'))).toEqual({ status: ['CLOSED'] })
  })

  it('is narrowed by place, severity and number', () => {
    const state = read(`severity=1&building=${BUILDING}&number=2611-0042`)
    expect(caseFilterOf(state)).toEqual({
      open: true,
      severity: [1],
      building: [BUILDING],
      number: '2611-0042',
    })
    expect(countCaseFilters(state)).toBe(2)
  })
})
