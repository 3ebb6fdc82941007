import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unreachable } from '../../lifecycle/state-machine.ts'
import {
  areOfOneSort,
  checkTaken,
  chosenValues,
  isTakeable,
  mergeFields,
  takenByDefault,
} from './merge-choice.ts'
import { CLIENT_MERGE_TRANSITIONS } from './merge.ts'
import { CLIENT_MERGE_STATUSES } from './vocabulary.ts'

const KEYS = ['name', 'phone', 'email', 'referrer', 'profile:birthday', 'field:1'] as const
const isSealed = (key: string) => key.startsWith('profile:')
const archive = fc
  .record(
    Object.fromEntries(KEYS.map((key) => [key, fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })])),
    {
      requiredKeys: [],
    },
  )
  .map((values) => new Map(Object.entries(values) as [string, string | null][]))

describe('which of two archives has the word', () => {
  it('is by default the one that goes on, and nothing that either says is lost to silence', () => {
    fc.assert(
      fc.property(archive, archive, (survivor, merged) => {
        const fields = mergeFields(survivor, merged, isSealed)
        const chosen = chosenValues(survivor, merged, takenByDefault(fields))
        for (const { key } of fields)
          expect(chosen.get(key)).toBe(survivor.get(key) ?? merged.get(key) ?? null)
      }),
    )
  })

  it('is in each field one of the two, the other’s only where it was chosen, and never an empty one', () => {
    fc.assert(
      fc.property(archive, archive, fc.subarray([...KEYS]), (survivor, merged, wanted) => {
        const fields = mergeFields(survivor, merged, isSealed)
        const takeable = fields.filter(isTakeable).map(({ key }) => key)
        const checked = checkTaken(
          fields,
          wanted.filter((key) => takeable.includes(key)),
        )
        if ('error' in checked) throw new Error('what can be taken was refused')
        const chosen = chosenValues(survivor, merged, checked.taken)
        expect([...chosen.keys()].toSorted()).toEqual(
          [...new Set([...survivor.keys(), ...merged.keys()])].toSorted(),
        )
        for (const [key, value] of chosen) {
          const from = checked.taken.includes(key) ? merged : survivor
          expect(value).toBe(from.get(key) ?? null)
          if (checked.taken.includes(key)) expect(value).not.toBeNull()
        }
        // Chosen once more it is the same: the other has nothing left to say but what was not chosen.
        expect(chosenValues(chosen, merged, checked.taken)).toEqual(chosen)
      }),
    )
  })

  it('is refused where there is nothing to choose, by its place', () => {
    fc.assert(
      fc.property(archive, archive, fc.subarray([...KEYS, 'salary']), (survivor, merged, wanted) => {
        const fields = mergeFields(survivor, merged, isSealed)
        const wrong = wanted.flatMap((key, at) =>
          fields.some((field) => field.key === key && isTakeable(field)) ? [] : [`taken.${at}`],
        )
        const checked = checkTaken(fields, wanted)
        expect('error' in checked ? checked.error.fields.map(({ path }) => path) : []).toEqual(wrong)
      }),
    )
  })

  it('tells of sealed values that both are there and never whether they are the same', () => {
    const both = (one: string, other: string) =>
      mergeFields(new Map([['profile:birthday', one]]), new Map([['profile:birthday', other]]), isSealed)
    expect(both('x', 'x')).toEqual(both('x', 'y'))
  })
})

it('merges no person with a company', () => {
  expect(areOfOneSort('INDIVIDUAL', 'HOUSEHOLD')).toBe(true)
  expect(areOfOneSort('COMPANY', 'COMPANY')).toBe(true)
  expect(areOfOneSort('HOUSEHOLD', 'COMPANY')).toBe(false)
})

it('reaches every status of a merge', () => {
  expect(unreachable(CLIENT_MERGE_TRANSITIONS, 'IN_SIGNING', CLIENT_MERGE_STATUSES)).toEqual([])
})
