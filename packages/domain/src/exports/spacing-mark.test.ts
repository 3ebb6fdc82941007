import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOfSpacings, spacedLines } from './spacing-mark.ts'

const LINES = [
  '受控文件　副本编号 K2611-00001',
  '接收人：李',
  '使用期限：2026-11-30 至 2026-12-05',
  '签收使用，不得转借、复制。',
]
const marks = fc.stringMatching(/^[0-9a-f]{10}$/)
const spacingsOf = (mark: string, lines = LINES): number[] =>
  spacedLines(mark, lines)
    .flat()
    .flatMap(({ characterSpacing }) => (characterSpacing === 0 ? [] : characterSpacing))

describe('a mark in the spacing of letters', () => {
  it('is read from any page that bears it once, and changes no word', () => {
    fc.assert(
      fc.property(marks, (mark) => {
        const spaced = spacedLines(mark, LINES)
        expect(spaced.map((line) => line.map(({ text }) => text).join(''))).toEqual(LINES)
        expect(markOfSpacings(spacingsOf(mark))).toBe(mark)
      }),
    )
  })

  it('outlives a distance that was misread where it stands often enough', () => {
    fc.assert(
      fc.property(marks, fc.nat({ max: 19 }), (mark, at) => {
        const spacings = spacingsOf(mark, [...LINES, ...LINES, ...LINES])
        expect(markOfSpacings(spacings.with(at, spacings[at] === 0.1 ? 0.7 : 0.1))).toBe(mark)
      }),
    )
  })

  it('is none where there is too little, or something else', () => {
    expect(markOfSpacings([0.1, 0.3])).toBeUndefined()
    expect(markOfSpacings(Array.from({ length: 40 }, () => 2))).toBeUndefined()
    expect(() => spacedLines('xyz', LINES)).toThrow(TypeError)
  })
})
