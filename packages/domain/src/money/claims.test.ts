import { describe, expect, it } from 'vitest'
import {
  DEFAULT_DUNNING_RULES,
  DUNNING_STEPS,
  dunningOf,
  dunningRulesInForce,
  fillWording,
  type DunningFacts,
} from './dunning.ts'
import {
  isInDispute,
  RECONCILIATION_FROM,
  RECONCILIATION_STATES,
  stateByLines,
  type ReconciliationState,
} from './reconciliation.ts'

const facts = (more: Partial<DunningFacts>): DunningFacts => ({
  state: 'OPEN',
  daysLate: 40,
  isDisputed: false,
  isHeld: false,
  taken: [],
  ...more,
})
const of = (more: Partial<DunningFacts>) => {
  const { state, step } = dunningOf(facts(more), dunningRulesInForce([]))
  return step ? `${state} ${step}` : state
}

describe('asking for what is overdue', () => {
  it('goes by age, one step at a time, and never back', () => {
    expect([0, 2, 3, 14, 15, 30, 60, 179, 180].map((daysLate) => of({ daysLate }))).toEqual([
      'NOT_DUE', 'NOT_DUE', 'DUE REMINDER', 'DUE REMINDER', 'DUE CALL', 'DUE LETTER', 'DUE VISIT', 'DUE VISIT', 'DUE LEGAL_LETTER',
    ]) // prettier-ignore
    expect(of({ taken: ['REMINDER', 'CALL'] })).toBe('DUE LETTER')
    expect(of({ taken: ['LETTER'] })).toBe('WAITING')
    expect(of({ taken: ['LEGAL_LETTER'] })).toBe('WAITING')
  })

  it('rests in every state but one, whatever else holds', () => {
    for (const state of ['SETTLED', 'VOID'] as const)
      for (const isHeld of [true, false])
        for (const isDisputed of [true, false]) expect(of({ state, isHeld, isDisputed })).toBe('CLOSED')
    for (const daysLate of [0, 3, 40, 400])
      for (const taken of [[], [...DUNNING_STEPS]]) {
        expect(of({ isHeld: true, daysLate, taken })).toBe('HELD')
        expect(of({ isDisputed: true, daysLate, taken })).toBe('DISPUTED')
        expect(of({ isDisputed: true, isHeld: true, daysLate, taken })).toBe('DISPUTED')
      }
  })

  it('follows the days that the organization has set', () => {
    const early = { ...DEFAULT_DUNNING_RULES[2]!, afterDays: 5 }
    const rules = dunningRulesInForce([early])
    expect(rules.map(({ step }) => step)).toEqual(['REMINDER', 'LETTER', 'CALL', 'VISIT', 'LEGAL_LETTER'])
    expect(dunningOf(facts({ daysLate: 6 }), rules).step).toBe('LETTER')
    expect(fillWording('{client}：{what}{nothing}', { client: '王', what: '物业费' })).toBe(
      '王：物业费{nothing}',
    )
  })
})

describe('a statement', () => {
  it('takes each step from where it may, and from nowhere else', () => {
    const table: Record<ReconciliationState, string> = {
      ISSUED: 'send',
      SENT: 'markTold resend confirm dispute',
      DISPUTED: 'markTold resend dispute answer',
      ANSWERED: 'markTold resend confirm dispute',
      CONFIRMED: '',
      SUPERSEDED: '',
    }
    for (const state of RECONCILIATION_STATES) {
      const open = Object.entries(RECONCILIATION_FROM)
        .filter(([, from]) => from.includes(state))
        .map(([action]) => action)
      expect([state, open.join(' ')]).toEqual([state, table[state]])
    }
  })

  it('keeps a line from dunning until it is answered, and for good where the client is right', () => {
    const at = new Date(0)
    expect(isInDispute({ disputedAt: null, verdict: null })).toBe(false)
    expect(isInDispute({ disputedAt: at, verdict: null })).toBe(true)
    expect(isInDispute({ disputedAt: at, verdict: 'GRANTED' })).toBe(true)
    expect(isInDispute({ disputedAt: at, verdict: 'UPHELD' })).toBe(false)
    expect(
      stateByLines([
        { disputedAt: at, answeredAt: at },
        { disputedAt: at, answeredAt: null },
      ]),
    ).toBe('DISPUTED')
    expect(
      stateByLines([
        { disputedAt: at, answeredAt: at },
        { disputedAt: null, answeredAt: null },
      ]),
    ).toBe('ANSWERED')
  })
})
