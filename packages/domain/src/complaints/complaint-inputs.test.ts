import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuid } from '../../test/given.ts'
import { INPUTS, type CaseAction } from '../../test/run.ts'
import { parseInput } from '../input.ts'
import { COMPLAINT_INPUTS } from './complaint-inputs.ts'
import { COMPLAINT_ACTIONS } from './vocabulary.ts'

const REGISTER = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  severity: 3,
  contactName: '王小明',
  summary: '卫生间漏水',
  facts: '楼上漏水三天',
}
const errors = (action: keyof typeof COMPLAINT_INPUTS, value: unknown) => {
  const parsed = parseInput(COMPLAINT_INPUTS[action], value)
  return parsed.ok ? [] : parsed.error.fields
}
const paths = (action: keyof typeof COMPLAINT_INPUTS, value: unknown) =>
  errors(action, value).map((it) => it.path)

describe('register', () => {
  it('needs no more than a person on the phone says', () => {
    expect(parseInput(COMPLAINT_INPUTS.register, REGISTER)).toMatchObject({
      ok: true,
      value: { anonymous: false, readBack: false, clientId: null, track: null, demand: null },
    })
  })

  it('names every missing field at once, in both languages', () => {
    expect(errors('register', {})).toEqual(
      ['kind', 'channel', 'severity', 'summary', 'facts'].map((path) => ({
        path,
        message: { zh: '此项必填。', en: 'This is required.' },
      })),
    )
    expect(paths('register', null)).toEqual([''])
  })

  it('treats blank as absent', () => {
    expect(paths('register', { ...REGISTER, summary: ' \n ' })).toEqual(['summary'])
    expect(parseInput(COMPLAINT_INPUTS.register, { ...REGISTER, demand: '  ', clientId: '' })).toMatchObject({
      ok: true,
      value: { demand: null, clientId: null },
    })
  })

  it('takes an instant as the text in which it travels', () => {
    const occurredAt = '2026-11-22T03:47:38.000Z'
    expect(parseInput(COMPLAINT_INPUTS.register, { ...REGISTER, occurredAt })).toMatchObject({
      value: { occurredAt: new Date(occurredAt) },
    })
    expect(paths('register', { ...REGISTER, occurredAt: 'yesterday' })).toEqual(['occurredAt'])
  })

  it('wants somebody to answer to, or the word "anonymous", not both', () => {
    const { contactName: _, ...nobody } = REGISTER
    expect(paths('register', nobody)).toEqual(['contactName'])
    expect(paths('register', { ...nobody, anonymous: true })).toEqual([])
    expect(paths('register', { ...nobody, clientId: uuid(1) })).toEqual([])
    expect(paths('register', { ...nobody, contactPhone: '13812341234' })).toEqual([])
    expect(paths('register', { ...nobody, kind: 'ANOMALY' })).toEqual([])
    expect(paths('register', { ...REGISTER, anonymous: true })).toEqual(['anonymous'])
  })

  it('never takes a severe case to the quick track', () => {
    expect(paths('register', { ...REGISTER, severity: 2, track: 'QUICK' })).toEqual(['track'])
    expect(paths('register', { ...REGISTER, severity: 3, track: 'QUICK' })).toEqual([])
    expect(paths('register', { ...REGISTER, severity: 5 })).toEqual(['severity'])
  })

  it('stores phone numbers in one form, and refuses what is none', () => {
    expect(
      parseInput(COMPLAINT_INPUTS.register, { ...REGISTER, contactPhone: '+86 138-1234-1234' }),
    ).toMatchObject({
      value: { contactPhone: '13812341234' },
    })
    expect(errors('register', { ...REGISTER, contactPhone: '请回电' })).toEqual([
      { path: 'contactPhone', message: { zh: '电话号码无效。', en: 'This is not a phone number.' } },
    ])
  })

  it('refuses characters that no database or signature can hold', () => {
    for (const facts of ['a\u0000b', '\ud800', 'a\u001bb']) {
      expect(paths('register', { ...REGISTER, facts })).toEqual(['facts'])
    }
    expect(
      parseInput(COMPLAINT_INPUTS.register, { ...REGISTER, facts: ' e\u0301\r\n第二行\t😀 ' }),
    ).toMatchObject({
      value: { facts: '\u00e9\n第二行\t😀' },
    })
  })

  it('tells the limit of a text that is too long', () => {
    expect(errors('register', { ...REGISTER, summary: '水'.repeat(201) })).toEqual([
      { path: 'summary', message: { zh: '不超过 200 个字。', en: 'Use at most 200 characters.' } },
    ])
    expect(paths('register', { ...REGISTER, summary: '水'.repeat(200) })).toEqual([])
  })
})

describe('propose', () => {
  const option = { kind: 'REPAIR', description: '更换立管', amountMinor: 100, recommended: true }
  const other = { ...option, recommended: false }
  const propose = (...options: object[]) => paths('propose', { expectedVersion: 1, options })

  it('takes one to four options, one of them recommended', () => {
    expect(propose(option)).toEqual([])
    expect(propose(other, option, other, other)).toEqual([])
    expect(propose()).toContain('options')
    expect(propose(option, other, other, other, other)).toEqual(['options'])
    expect(propose(other)).toEqual(['options'])
    expect(propose(option, option)).toEqual(['options'])
  })

  it('takes whole, safe, non-negative minor units only, and says which option is wrong', () => {
    for (const amountMinor of [-1, 0.5, Number.NaN, Infinity, 2 ** 53, '100', 100n]) {
      expect(propose(option, { ...other, amountMinor })).toEqual(['options.1.amountMinor'])
    }
    expect(propose({ ...option, amountMinor: 0 })).toEqual([])
  })
})

describe('every verb', () => {
  const verbs = COMPLAINT_ACTIONS.filter((it): it is CaseAction => it !== 'register')

  it.each(verbs)('%s states the version that was seen', (action) => {
    expect(paths(action, { expectedVersion: 1, ...INPUTS[action] })).toEqual([])
    expect(paths(action, INPUTS[action])).toEqual(['expectedVersion'])
    for (const expectedVersion of [0, 1.5, '1']) {
      expect(paths(action, { ...INPUTS[action], expectedVersion })).toEqual(['expectedVersion'])
    }
  })

  it('answers anything at all with a value or with fields, never by throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPLAINT_ACTIONS), fc.anything(), (action, value) => {
        const parsed = parseInput(COMPLAINT_INPUTS[action], value)
        if (parsed.ok) return
        expect(parsed.error.fields.length).toBeGreaterThan(0)
        for (const { message } of parsed.error.fields) {
          expect(message.zh).toMatch(/\p{Script=Han}/u)
          expect(message.en).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
