import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { CLIENT_INPUTS } from './client-inputs.ts'
import { isConsented, primaryChanges } from './contacts.ts'
import { isPresent, occupancyFault, overlap, placeOfArchive, type Stay } from './occupancy.ts'
import { openingGaps } from './opening.ts'

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']
const stay: fc.Arbitrary<Stay> = fc
  .tuple(fc.nat({ max: 4 }), fc.option(fc.nat({ max: 4 })))
  .map(([from, length]) => ({
    fromOn: DAYS[from]!,
    toOn: length === null ? null : DAYS[Math.min(4, from + length)]!,
  }))
const daysOf = ({ fromOn, toOn }: Stay) =>
  DAYS.filter((day) => day >= fromOn && (toOn === null || day <= toOn))

describe('stays', () => {
  it('overlap where they share a day, whichever is asked first', () => {
    fc.assert(
      fc.property(stay, stay, (one, other) => {
        const shared = daysOf(one).some((day) => daysOf(other).includes(day))
        // Two that never end share a day after those of this calendar.
        expect(overlap(one, other)).toBe(shared || (one.toOn === null && other.toOn === null))
        expect(overlap(other, one)).toBe(overlap(one, other))
      }),
    )
  })

  it('put the archive where the newest present one is, else where the last one was', () => {
    const past = { fromOn: '2020-01-01', toOn: '2024-12-31', at: 'past' }
    const older = { fromOn: '2021-01-01', toOn: '2022-12-31', at: 'older' }
    const first = { fromOn: '2023-01-01', toOn: null, at: 'first' }
    const second = { fromOn: '2025-01-01', toOn: null, at: 'second' }
    expect(placeOfArchive([past, first, second, older], '2026-01-01')?.at).toBe('second')
    expect(placeOfArchive([older, past], '2026-01-01')?.at).toBe('past')
    expect(placeOfArchive([past, first], '2024-06-01')?.at).toBe('first')
    expect(placeOfArchive([], '2026-01-01')).toBeUndefined()
    expect(isPresent(past, '2024-12-31')).toBe(true)
    expect(isPresent(past, '2025-01-01')).toBe(false)
  })
})

describe('an occupancy beside others', () => {
  const known = {
    clientId: 'c1',
    unitId: 'u1',
    relation: 'OWNER',
    fromOn: '2026-01-02',
    toOn: '2026-01-04',
    shareBasisPoints: 6_000,
  } as const
  const fault = (more: object) => occupancyFault({ ...known, ...more }, [known])?.path

  it.each([
    ['the same again', {}, 'fromOn'],
    ['the same, later', { fromOn: '2026-01-05', toOn: null }, undefined],
    ['the same at another door', { unitId: 'u2' }, undefined],
    ['the same client as a user', { relation: 'OCCUPANT', shareBasisPoints: null }, undefined],
    ['another owner with what is left', { clientId: 'c2', shareBasisPoints: 4_000 }, undefined],
    ['another owner with more', { clientId: 'c2', shareBasisPoints: 4_001 }, 'sharePercent'],
    [
      'another owner with all, later',
      { clientId: 'c2', shareBasisPoints: 10_000, fromOn: '2026-01-05', toOn: null },
      undefined,
    ],
    ['another owner whose share nobody knows', { clientId: 'c2', shareBasisPoints: null }, undefined],
  ])('%s', (_, more, path) => {
    expect(fault(more)).toBe(path)
  })
})

describe('contacts', () => {
  const contact = fc.record({ isPrimary: fc.boolean(), removed: fc.boolean() })

  it('have exactly one that comes first while anybody is there, and the chosen one where one is chosen', () => {
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 5 }), fc.nat({ max: 5 }), (drawn, n) => {
        const contacts = drawn.map(({ isPrimary, removed }, at) => ({
          id: `c${at}`,
          isPrimary,
          removedAt: removed ? new Date(0) : null,
        }))
        const changes = new Map(primaryChanges(contacts, `c${n}`).map((it) => [it.id, it.isPrimary]))
        const after = contacts.map((it) => ({ ...it, isPrimary: changes.get(it.id) ?? it.isPrimary }))
        const present = after.filter(({ removedAt }) => removedAt === null)
        const first = after.filter(({ isPrimary }) => isPrimary)
        expect(first).toHaveLength(present.length > 0 ? 1 : 0)
        if (present.some(({ id }) => id === `c${n}`)) expect(first[0]?.id).toBe(`c${n}`)
      }),
    )
  })
})

describe('consents', () => {
  it('hold by the newest word about their purpose', () => {
    const words = [
      { purpose: 'CARE', decision: 'WITHDRAWN' },
      { purpose: 'SURVEY', decision: 'GIVEN' },
      { purpose: 'CARE', decision: 'GIVEN' },
    ] as const
    expect(isConsented(words, 'CARE')).toBe(false)
    expect(isConsented(words, 'SURVEY')).toBe(true)
    expect(isConsented(words, 'PROFILE')).toBe(false)
  })
})

describe('opening an archive', () => {
  const complete = {
    kind: 'HOUSEHOLD',
    relation: 'OWNER',
    phone: '13900005678',
    email: null,
    explained: true,
    contacts: [],
    members: [],
    occupancies: [{ unitId: 'u1' }],
  } as const

  it.each([
    ['nothing, when all is told', {}, []],
    ['the explanation', { explained: false }, ['explained']],
    ['a way to reach them', { phone: null }, ['phone']],
    [
      'nothing, when a contact can be reached',
      { phone: null, contacts: [{ phone: '1', email: null, primary: false }] },
      [],
    ],
    ['a unit', { occupancies: [] }, ['occupancies']],
    ['no unit for a prospect', { relation: 'PROSPECT', occupancies: [] }, []],
    [
      'a contact for a company, and no household',
      { kind: 'COMPANY', members: [{}] },
      ['contacts', 'members'],
    ],
  ])('lacks %s', (_, more, paths) => {
    expect(
      openingGaps({ ...complete, ...more } as Parameters<typeof openingGaps>[0]).map(({ path }) => path),
    ).toEqual(paths)
  })
})

describe('an amendment', () => {
  const amend = (given: object) => {
    const parsed = parseInput(CLIENT_INPUTS.amend, { expectedVersion: 1, ...given })
    return parsed.ok ? parsed.value : parsed.error
  }

  it('leaves what is absent, and takes away what is blank', () => {
    expect(amend({})).toEqual({ expectedVersion: 1 })
    expect(amend({ phone: ' ' })).toEqual({ expectedVersion: 1, phone: null })
    expect(amend({ phone: '138 0000 1234' })).toEqual({ expectedVersion: 1, phone: '13800001234' })
  })
})
