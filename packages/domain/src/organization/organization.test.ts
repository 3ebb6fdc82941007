import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { LIMITED_ROLES } from './authority-limit.ts'
import { DEPARTMENT_INPUTS } from './department.ts'
import { MINIMUM_PASSWORD_LENGTH, PASSWORD_BYTES, passwordFrom } from './password.ts'
import { numberedUnits, PROJECT_INPUTS } from './project.ts'
import { STAFF_INPUTS } from './staff.ts'

const hire = (more: object = {}) =>
  parseInput(STAFF_INPUTS.hire, {
    signInName: 'li.na',
    name: '李娜',
    roles: ['QUALITY'],
    password: 'x'.repeat(MINIMUM_PASSWORD_LENGTH),
    ...more,
  })
const wrongFields = (result: ReturnType<typeof hire>) =>
  result.ok ? [] : result.error.fields.map(({ path }) => path)

describe('a sign-in name', () => {
  it.each([
    [' Li.Na ', 'li.na'],
    ['李娜', '李娜'],
    ['A1', 'a1'],
    ['wang_wei-2', 'wang_wei-2'],
  ])('%j is kept as %s', (typed, kept) => {
    const result = hire({ signInName: typed })
    expect(result.ok && result.value.signInName).toBe(kept)
  })

  it.each(['li@jinxiu', 'li na', '.li', 'li.', 'a', '', 'x'.repeat(41), 'li/na'])(
    '%j is refused',
    (typed) => {
      expect(wrongFields(hire({ signInName: typed }))).toEqual(['signInName'])
    },
  )
})

describe('a password', () => {
  it('is long, and kept as it was typed', () => {
    expect(wrongFields(hire({ password: 'x'.repeat(MINIMUM_PASSWORD_LENGTH - 1) }))).toEqual(['password'])
    const spaced = `  ${'好'.repeat(MINIMUM_PASSWORD_LENGTH)} `
    const result = hire({ password: spaced })
    expect(result.ok && result.value.password).toBe(spaced)
  })

  it('made from random bytes is long enough, easy to read off, and another for other bytes', () => {
    const bytes = fc.uint8Array({ minLength: PASSWORD_BYTES, maxLength: PASSWORD_BYTES })
    fc.assert(
      fc.property(bytes, fc.nat(PASSWORD_BYTES - 1), (random, at) => {
        const made = passwordFrom(random)
        expect(made).toMatch(/^([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}$/)
        expect(wrongFields(hire({ password: made }))).toEqual([])
        const other = random.slice()
        other[at] = (other[at]! + 1) % 256
        expect(passwordFrom(other)).not.toBe(made)
      }),
    )
    expect(() => passwordFrom(new Uint8Array(3))).toThrow(RangeError)
  })
})

describe('roles', () => {
  it('are a set, in one order, and never include the partner', () => {
    const result = hire({ roles: ['QUALITY', 'ADMIN', 'QUALITY'] })
    expect(result.ok && result.value.roles).toEqual(['ADMIN', 'QUALITY'])
    expect(wrongFields(hire({ roles: ['PARTNER'] }))).toEqual(['roles.0'])
  })

  it('with a limit of authority are those who approve', () => {
    expect(LIMITED_ROLES).toEqual(['GENERAL_MANAGER', 'CS_DIRECTOR', 'CS_MANAGER', 'CR_SUPERVISOR'])
  })
})

describe('a short code', () => {
  it('is kept in capitals', () => {
    const parse = (code: string) => parseInput(DEPARTMENT_INPUTS.add, { code, name: '工程部' })
    expect(parse(' eng-1 ')).toMatchObject({ ok: true, value: { code: 'ENG-1' } })
    for (const wrong of ['', '工程', 'a b', '-a', 'x'.repeat(21)]) expect(parse(wrong).ok).toBe(false)
  })
})

describe('a range of door numbers', () => {
  const range = {
    expectedVersion: 1,
    prefix: '2-',
    fromFloor: 17,
    toFloor: 18,
    fromDoor: 3,
    toDoor: 4,
    skipFloors: [],
  }

  it('is said as people say it', () => {
    const labels = numberedUnits(range).map(({ label }) => label)
    expect(labels).toEqual(['2-1703', '2-1704', '2-1803', '2-1804'])
    expect(numberedUnits({ ...range, skipFloors: [18] }).map(({ floor }) => floor)).toEqual([17, 17])
  })

  it('names each door once, on its floor, whatever the range', () => {
    const small = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(
        small,
        small,
        small,
        small,
        fc.array(small),
        (fromFloor, floors, fromDoor, doors, skipFloors) => {
          const toFloor = fromFloor + floors
          const toDoor = fromDoor + doors
          const units = numberedUnits({ prefix: '', fromFloor, toFloor, fromDoor, toDoor, skipFloors })
          const skipped = new Set(skipFloors.filter((it) => it >= fromFloor && it <= toFloor)).size
          expect(units).toHaveLength((floors + 1 - skipped) * (doors + 1))
          expect(new Set(units.map(({ label }) => label)).size).toBe(units.length)
          for (const { label, floor } of units) expect(label.startsWith(String(floor))).toBe(true)
        },
      ),
    )
  })

  it('goes upwards and stays within what one can mean', () => {
    const refused = (more: object) => {
      const result = parseInput(PROJECT_INPUTS.addUnits, { ...range, ...more })
      return result.ok ? [] : result.error.fields.map(({ path }) => path)
    }
    expect(refused({})).toEqual([])
    expect(refused({ toFloor: 16, toDoor: 2 })).toEqual(['toFloor', 'toDoor'])
    expect(refused({ fromFloor: 1, toFloor: 100, toDoor: 99 })).toEqual(['toFloor'])
    expect(refused({ fromFloor: 0 })).toEqual(['fromFloor'])
  })
})
