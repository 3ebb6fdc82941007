import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalContent,
  sha256Hex,
  verifyContent,
  verifyOpening,
  type ContentShape,
} from './canonical-content.ts'

const salt = () => randomBytes(16)
const SHAPE = {
  number: 'public',
  amountMinor: 'internal',
  approvedAt: 'internal',
  name: 'personal',
  phone: 'sensitive',
  options: [{ kind: 'internal', description: 'personal' }],
  place: { unit: 'internal', 'a/b~c': 'personal' },
} as const satisfies ContentShape
const VALUE = {
  number: '2611-0042',
  amountMinor: 100_00,
  approvedAt: new Date('2026-11-20T10:00:00+08:00'),
  name: '王小明',
  phone: '13812341234',
  options: [
    { kind: 'GIFT', description: '果篮' },
    { kind: 'REFUND', description: null },
  ],
  place: { unit: null, 'a/b~c': '三单元' },
}
const content = (value: object = VALUE) => canonicalContent('complaint', value, SHAPE, salt)

describe('canonical content', () => {
  it('is RFC 8785 text: sorted keys, no spaces, instants in UTC', () => {
    const bare = canonicalContent(
      'x',
      { b: 1, a: '我"\n', c: new Date(0), d: false },
      { d: 'public', c: 'public', b: 'public', a: 'public' },
      salt,
    )
    expect(bare.text).toBe(
      '{"content":{"a":"我\\"\\n","b":1,"c":"1970-01-01T00:00:00.000Z","d":false},"subject":"x","v":1}',
    )
    expect(bare.hash).toBe(createHash('sha256').update(bare.text).digest('hex'))
    expect(bare.openings).toEqual([])
  })

  it('binds a member that came later where it is there, and is written as before where it is not', () => {
    const write = (value: object, shape: Readonly<Record<string, ContentShape>>) =>
      canonicalContent('x', value, shape, salt).text
    const before = { rows: [{ a: 'public' }] } as const
    const since = { rows: [{ a: 'public', 'b?': 'public' }] } as const
    expect(write({ rows: [{ a: 1 }] }, since)).toBe(write({ rows: [{ a: 1 }] }, before))
    expect(write({ rows: [{ a: 1, b: 'x' }] }, since)).toBe(
      '{"content":{"rows":[{"a":1,"b":"x"}]},"subject":"x","v":1}',
    )
    expect(() => write({ rows: [{}] }, since)).toThrow(TypeError)
  })

  it('holds personal and sensitive values as commitments only', () => {
    const { text, openings } = content()
    for (const secret of ['王小明', '13812341234', '果篮', '三单元']) expect(text).not.toContain(secret)
    expect(text).toContain('2026-11-20T02:00:00.000Z')
    expect(openings.map((it) => it.path)).toEqual([
      '/name',
      '/phone',
      '/options/0/description',
      '/place/a~1b~0c',
    ])
    expect(new Set(openings.map((it) => it.salt)).size).toBe(4)
    for (const opening of openings) expect(opening.salt).toMatch(/^[0-9a-f]{32}$/)
  })

  it('commits to SHA-256 of salt and value, as an independent program computes it', () => {
    const { text, openings } = content()
    const { name } = (JSON.parse(text) as { content: { name: { c: string } } }).content
    const expected = createHash('sha256')
      .update(Buffer.from(openings[0]!.salt, 'hex'))
      .update('"王小明"')
      .digest('hex')
    expect(name).toEqual({ c: expected })
  })

  it('does not tell equal values apart or together: each leaf has its own salt', () => {
    const twice = canonicalContent('x', { a: '王', b: '王' }, { a: 'personal', b: 'personal' }, salt)
    const { a, b } = (JSON.parse(twice.text) as { content: Record<string, { c: string }> }).content
    expect(a).not.toEqual(b)
  })

  it('binds the subject, the version and every value', () => {
    const fixed = () => new Uint8Array(16)
    const hash = (subject: string, value: object) =>
      canonicalContent(subject, { ...VALUE, ...value }, SHAPE, fixed).hash
    const hashes = [
      hash('complaint', {}),
      hash('client', {}),
      hash('complaint', { amountMinor: 100_01 }),
      hash('complaint', { name: '王小萌' }),
      hash('complaint', { options: [] }),
      hash('complaint', { approvedAt: new Date('2026-11-20T02:00:00.001Z') }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hash('complaint', {})).toBe(hashes[0])
  })

  it('writes one text for one meaning: composed or not, in whatever order, with whatever else beside it', () => {
    const shape = { name: 'internal', unit: 'internal' } as const
    const one = canonicalContent('x', { name: 'é', unit: '1' }, shape, salt)
    const other = canonicalContent('x', { unit: '1', other: 'unsigned', name: 'e\u0301' }, shape, salt)
    expect(other.text).toBe(one.text)
  })

  it.each([
    ['a float', 1.5],
    ['an unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['a lone surrogate', 'a\ud800'],
    ['no date', new Date(Number.NaN)],
    ['nothing at all', undefined],
    ['an object in the place of a leaf', { c: 'forged' }],
    ['a list in the place of a leaf', ['x']],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => content({ ...VALUE, number: value })).toThrow(TypeError)
    expect(() => content({ ...VALUE, name: value })).toThrow(TypeError)
  })

  it('refuses another shape and a short salt', () => {
    expect(() => content({ ...VALUE, options: 'none' })).toThrow('/options')
    expect(() => content({ ...VALUE, place: 'none' })).toThrow('/place')
    expect(() => content({ ...VALUE, place: [] })).toThrow('/place')
    expect(() => canonicalContent('x', { a: 'b' }, { a: 'personal' }, () => randomBytes(8))).toThrow(
      '16 bytes',
    )
  })
})

describe('verification', () => {
  it('holds for what was signed and for no other text', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const { text, hash } = content()
        expect(verifyContent(text, hash)).toBe('VALID')
        const bytes = Buffer.from(text)
        bytes[at % bytes.length]! ^= flip
        expect(verifyContent(bytes.toString('latin1'), hash)).toBe('HASH_DIFFERS')
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a text that is spelt otherwise, even under its own hash', () => {
    for (const text of ['{"b":1,"a":2}', '{"a":1,"a":2}', '{ "a":1}', '{"a":1.0}', 'a', '']) {
      expect(verifyContent(text, sha256Hex(text))).toBe('NOT_CANONICAL')
    }
  })

  it('opens a commitment with its salt and value, and with no other', () => {
    const { text, openings } = content()
    const of = (path: string) => openings.find((it) => it.path === path)!
    expect(verifyOpening(text, of('/name'), '王小明')).toBe(true)
    expect(verifyOpening(text, of('/options/0/description'), '果篮')).toBe(true)
    expect(verifyOpening(text, of('/place/a~1b~0c'), '三单元')).toBe(true)
    expect(verifyOpening(text, of('/name'), '王小萌')).toBe(false)
    expect(verifyOpening(text, { ...of('/name'), salt: of('/phone').salt }, '王小明')).toBe(false)
    expect(verifyOpening(text, { ...of('/name'), path: '/phone' }, '王小明')).toBe(false)
    expect(verifyOpening(text, { ...of('/name'), path: '/number' }, '2611-0042')).toBe(false)
    expect(verifyOpening(text, { ...of('/name'), path: '/constructor' }, '王小明')).toBe(false)
  })

  it('still verifies the content after every salt is gone', () => {
    const { text, hash } = content()
    expect(verifyContent(text, hash)).toBe('VALID')
  })
})
