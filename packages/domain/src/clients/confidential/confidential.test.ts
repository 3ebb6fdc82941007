import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../../input.ts'
import { maskNumber } from '../../search/masking.ts'
import { CONFIDENTIAL_INPUTS } from './confidential-inputs.ts'
import { readParticular, writeParticular } from './particular.ts'
import { PROFILE, PROFILE_FIELDS } from './profile.ts'
import { revealVerdict } from './reveal.ts'
import {
  FIELDS_OF_STATUS_GROUP,
  STATUS_GROUPS,
  STATUS_OPEN_FIELDS,
  STATUS_RECORD,
  STATUS_SEALED_FIELDS,
  statusDifference,
  type StatusField,
} from './status-record.ts'

const CLIENT = '01900000-0000-7000-8000-000000000001'

describe('the forms', () => {
  it('keep every particular of a person sealed, and of a company what is listed as sealed', () => {
    for (const field of PROFILE_FIELDS) expect(PROFILE[field].class).toBe('sensitive')
    const sealed = Object.entries(STATUS_RECORD).filter(([, row]) => row.class === 'sensitive')
    expect(sealed.map(([field]) => field).toSorted()).toEqual(STATUS_SEALED_FIELDS.toSorted())
  })

  it('have each line of a status record in one group', () => {
    const grouped = STATUS_GROUPS.flatMap((group) => FIELDS_OF_STATUS_GROUP[group])
    expect(grouped.toSorted()).toEqual([...STATUS_OPEN_FIELDS, ...STATUS_SEALED_FIELDS].toSorted())
  })

  it('take what fits, leave out what is left out, and name what does not fit', () => {
    const stated = {
      clientId: CLIENT,
      expectedVersion: 0,
      purchaseArea: 12_050,
      ageBand: 'FROM_36',
      birthday: ' ',
    }
    expect(parseInput(CONFIDENTIAL_INPUTS.setProfile, stated)).toMatchObject({
      ok: true,
      value: { purchaseArea: 12_050, ageBand: 'FROM_36', birthday: null, occupation: null, clear: [] },
    })
    const wrong = { ...stated, birthday: '1987-13-01', ageBand: 'YOUNG', purchaseArea: 1.5, clear: ['name'] }
    const parsed = parseInput(CONFIDENTIAL_INPUTS.setProfile, wrong)
    expect(parsed.ok ? [] : parsed.error.fields.map(({ path }) => path).toSorted()).toEqual([
      'ageBand',
      'birthday',
      'clear.0',
      'purchaseArea',
    ])
  })

  it('read from a sealed column what was written to it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1 }), (number, text) => {
        for (const field of PROFILE_FIELDS) {
          const { kind } = PROFILE[field]
          const value = kind === 'money' || kind === 'area' ? number : text
          expect(readParticular(PROFILE[field], writeParticular(value))).toBe(value)
        }
      }),
    )
  })
})

describe('the difference of two versions', () => {
  const fields = Object.keys(STATUS_RECORD) as StatusField[]
  const version = fc.record(
    Object.fromEntries(fields.map((field) => [field, fc.constantFrom('a', 'b', null)])) as Record<
      StatusField,
      fc.Arbitrary<string | null>
    >,
    { requiredKeys: [] },
  )

  it('names exactly the lines that say something else, and none between a version and itself', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const named = statusDifference(before, after)
        for (const field of fields)
          expect(named.includes(field)).toBe((before[field] ?? null) !== (after[field] ?? null))
        expect(statusDifference(after, { ...after })).toEqual([])
        expect(statusDifference(after, before)).toEqual(named)
      }),
    )
  })
})

describe('how many clients a day', () => {
  it('passes in silence up to the first number, is told once beyond it, and ends at the second', () => {
    const policy = { tellAbove: 3, refuseAbove: 5 }
    const verdicts = [1, 2, 3, 4, 5, 6].map((clientsToday) =>
      revealVerdict(policy, { clientsToday, isNew: true }),
    )
    expect(verdicts).toEqual(['SHOWN', 'SHOWN', 'SHOWN', 'SHOWN_AND_TOLD', 'SHOWN', 'REFUSED'])
  })

  it('does not count somebody again who was shown today', () => {
    expect(revealVerdict({ tellAbove: 1, refuseAbove: 1 }, { clientsToday: 9, isNew: false })).toBe('SHOWN')
  })
})

describe('a masked number', () => {
  it('shows the ends, and never more than six characters of it', () => {
    expect(maskNumber('310104198706057391')).toBe('3101********91')
    expect(maskNumber('E 1234567')).toBe('****4567')
    expect(maskNumber('12345')).toBe('****45')
    expect(maskNumber('1234')).toBe('****')
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,30}$/), (number) => {
        const shown = maskNumber(number).replaceAll('*', '')
        expect(shown.length).toBeLessThanOrEqual(Math.min(6, Math.max(0, number.length - 3)))
      }),
    )
  })
})
