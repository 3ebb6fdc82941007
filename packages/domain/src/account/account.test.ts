import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressPrefix,
  deviceOf,
  factorDueAt,
  isFreshProof,
  readTypedCode,
  RECOVERY_CODE_BYTES,
  recoveryCodeFrom,
  type FactorPolicy,
} from '../index.ts'

const now = new Date('2026-11-23T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('a proof', () => {
  it.each([
    [0, true],
    [5, true],
    [5.001, false],
    [-1, false],
  ])('of %d minutes ago is fresh: %s', (age, fresh) => {
    expect(isFreshProof({ provedAt: minutesAgo(age), provedBy: 'PASSWORD' }, now)).toBe(fresh)
  })
  it('that was never given is not', () => expect(isFreshProof(undefined, now)).toBe(false))
})

describe('the day by which a second factor is due', () => {
  const since = new Date('2026-11-01T00:00:00Z')
  const policies: FactorPolicy[] = [
    { role: 'ADMIN', since, graceDays: 14 },
    { role: 'FINANCE', since, graceDays: 3 },
  ]
  const longAgo = new Date('2020-01-01T00:00:00Z')

  it('is the earliest of one’s roles', () => {
    expect(factorDueAt(policies, ['ADMIN', 'FINANCE'], longAgo)).toEqual(new Date('2026-11-04T00:00:00Z'))
    expect(factorDueAt(policies, ['ADMIN'], longAgo)).toEqual(new Date('2026-11-15T00:00:00Z'))
  })
  it('gives somebody new the same days of grace', () => {
    expect(factorDueAt(policies, ['ADMIN'], now)).toEqual(new Date('2026-12-07T10:00:00Z'))
  })
  it('is none where no row names the role', () => {
    expect(factorDueAt(policies, ['TECHNICIAN'], longAgo)).toBeUndefined()
    expect(factorDueAt([], ['ADMIN'], longAgo)).toBeUndefined()
  })
})

describe('codes', () => {
  it('for recovery are read however they are typed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES }),
        (random) => {
          const code = recoveryCodeFrom(random)
          expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
          const read = readTypedCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)
          expect(read?.code).toBe(code.replaceAll('-', ''))
        },
      ),
    )
  })
  it('of an app may have a gap, also in full width', () => {
    expect(readTypedCode('123 456')).toEqual({ kind: 'ONE_TIME_CODE', code: '123456' })
    expect(readTypedCode('１２３４５６')).toEqual({ kind: 'ONE_TIME_CODE', code: '123456' })
  })
  it.each(['', '12345', '1234567', 'hello', '0000-0000-000l'])('%j is none', (typed) => {
    expect(readTypedCode(typed)).toBeUndefined()
  })
})

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36',
      'Chrome · Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1', 'Safari · iOS'],
    ['Mozilla/5.0 (Linux; Android 14) Chrome/116 MicroMessenger/8.0', 'WeChat · Android'],
    ['curl/8.0', null],
    [undefined, null],
  ])('%s', (said, device) => expect(deviceOf(said)).toBe(device))
})

describe('an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['2001:db8:12:34::1', '2001:db8:12::*'],
    ['::1', '0:0:0::*'],
    ['not an address', null],
  ])('%s is kept as %s', (address, prefix) => expect(addressPrefix(address)).toBe(prefix))
})
