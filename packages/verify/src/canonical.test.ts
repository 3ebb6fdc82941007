import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCanonical, readCanonical, readStrict, writeCanonical } from './index.ts'

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeInteger().map((it) => (Object.is(it, -0) ? 0 : it)),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'grapheme' }).map((it) => it.normalize('NFC')),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.string({ unit: 'grapheme' }).map((it) => it.normalize('NFC')),
        fc.integer().map(String),
      ),
      tie('any'),
      { maxKeys: 5 },
    ),
  ),
})).any

describe('canonical JSON', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(value, (it) => {
        const text = writeCanonical(it)
        expect(writeCanonical(readCanonical(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(it)))
      }),
      { numRuns: 500, seed: 20260901 },
    )
  })

  it('sorts keys by UTF-16 code units and escapes only what must be (RFC 8785 3.2)', () => {
    const literals = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\u{1f600}': 5,
      '\x80': 6,
      '\u00f6': 7,
      '10': 8,
      '9': 9,
    }
    const { '\ufb33': _, ...inNfc } = literals
    expect(() => writeCanonical(literals)).toThrow('NFC')
    expect(writeCanonical(inNfc)).toBe('{"\\r":2,"1":4,"10":8,"9":9,"\x80":6,"ö":7,"€":1,"😀":5}')
    expect(writeCanonical('\x00\x08\t\n\f\r\x1f"\\/\x7f')).toBe('"\\u0000\\b\\t\\n\\f\\r\\u001f\\"\\\\/\x7f"')
    expect(writeCanonical([-0, Number.MAX_SAFE_INTEGER])).toBe('[0,9007199254740991]')
    expect(isCanonical('{"10":1,"9":2}')).toBe(true)
    expect(isCanonical('{"9":2,"10":1}')).toBe(false)
    expect(isCanonical('"\\n\u0303"')).toBe(true)
  })

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":1}',
    '{"b":1,"a":2}',
    '{ "a":1}',
    '{"a":1}\n',
    '[1.0]',
    '[1.5]',
    '[1e3]',
    '[-0]',
    '[9007199254740992]',
    '[-9007199254740992]',
    '["\\ud800"]',
    '["\ud800"]',
    '["\\ud83d\\ude00"]',
    '["\\u0041"]',
    '["\\/"]',
    '["\\u001F"]',
    '["\\u0008"]',
    '["e\u0301"]',
    '{"e\u0301":1}',
    '["\\u00e9"]',
    '',
    'a',
    '[1,]',
    '{"a":undefined}',
    '[NaN]',
    '\ufeff[]',
    `${'['.repeat(65)}${']'.repeat(65)}`,
    '{"__proto__":1,"__proto__":2}',
    '{"a":{"b":1,"b":2}}',
  ])('%j is refused', (text) => {
    expect(isCanonical(text)).toBe(false)
  })

  it.each([
    '[]',
    '{}',
    'null',
    '""',
    '-1',
    '{"__proto__":1}',
    '{"":{"":0}}',
    `${'['.repeat(64)}${']'.repeat(64)}`,
  ])('%j is canonical', (text) => {
    expect(isCanonical(text)).toBe(true)
  })

  it.each([
    [undefined],
    [1n],
    [() => 1],
    [new Date(0)],
    [new Map()],
    [{ a: undefined }],
    [0.5],
    [Number.NaN],
  ])('has no form for %s', (it) => {
    expect(() => writeCanonical(it)).toThrow(TypeError)
  })
})

describe('a line spelt freely', () => {
  it('may not say anything twice, at any depth, in any spelling', () => {
    expect(readStrict(' { "a" : [ { "b" : 1.0 } , "b", "a:" ] } ')).toEqual({ a: [{ b: 1 }, 'b', 'a:'] })
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":1, "\\u0061":1}',
      '[{"x":{"b":1,"c":{},"b":2}}]',
      '{"a\\"":1,"a\\"":2}',
    ]) {
      expect(() => readStrict(text)).toThrow('duplicate key')
    }
    expect(readStrict('{"a":{"b":1},"b":{"b":1, "a":2}}')).toEqual({ a: { b: 1 }, b: { b: 1, a: 2 } })
  })
})
