import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientSearch, doorOf } from './client-search.ts'
import { readingGrams, typedReading } from './reading-grams.ts'

/** Whether somebody who typed this finds the name. */
const isFound = (typed: string, readings: readonly (readonly string[])[]): boolean => {
  const grams = readingGrams(readings)
  return (clientSearch(typed).reading ?? []).some((gram) => grams.includes(gram))
}

const WANG = [['wang'], ['xiao'], ['ming']]

describe('the reading of a name', () => {
  it.each(['w', 'wang', 'wangx', 'Wang Xiaoming', "wang'xiao", 'xiaom', 'ming', 'wxm', 'wx', 'xm', 'wangxm'])(
    '%s finds 王小明',
    (typed) => {
      expect(isFound(typed, WANG)).toBe(true)
    },
  )

  it.each(['ang', 'wm', 'xiaowang', 'wangming', 'wxmx', '', '王', 'w1'])('%s does not', (typed) => {
    expect(isFound(typed, WANG)).toBe(false)
  })

  it('counts in every way in which its characters are read', () => {
    const name = [
      ['shan', 'dan', 'chan'],
      ['le', 'yue'],
    ]
    for (const typed of ['shanle', 'danyue', 'chany', 'sl', 'dy', 'yue'])
      expect(isFound(typed, name)).toBe(true)
  })

  it('has ü, which is typed as v', () => {
    expect(typedReading('LÜ')).toBe('lv')
    expect(typedReading('lu\u0308')).toBe('lv')
    for (const typed of ['lv', 'lü', 'lvm']) expect(isFound(typed, [['lv'], ['meng']])).toBe(true)
  })

  it('ends at a character that has none, and begins anew after it', () => {
    const name = [['wang'], [], ['ming']]
    expect(isFound('wang', name)).toBe(true)
    expect(isFound('ming', name)).toBe(true)
    expect(isFound('wangming', name)).toBe(false)
  })

  it('is found by every beginning of it from each character on', () => {
    const syllable = fc.constantFrom('a', 'wang', 'xi', 'an', 'zhuang', 'lv')
    fc.assert(
      fc.property(
        fc.array(syllable, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.nat(30),
        (name, from, to) => {
          const spoken = name.slice(Math.min(from, name.length - 1)).join('')
          const typed = spoken.slice(0, 1 + (to % spoken.length))
          expect(
            isFound(
              typed,
              name.map((it) => [it]),
            ),
          ).toBe(true)
        },
      ),
    )
  })

  it('stays bounded, however many ways there are', () => {
    const many = Array.from({ length: 30 }, () => ['shan', 'dan', 'chan'])
    expect(readingGrams(many).length).toBeLessThan(4_000)
  })
})

describe('a unit as people say it', () => {
  it.each([
    ['3-1202', ['3-1202']],
    ['3栋1202', ['3-1202']],
    ['3号楼1202室', ['3-1202']],
    ['3 1202', ['3-1202']],
    ['3#1202', ['3-1202']],
    ['３栋１２０２', ['3-1202']],
    ['3栋2单元1202', ['3-2-1202', '3-1202']],
    ['a座1203', ['A-1203']],
  ])('%s is looked for as %s', (typed, labels) => {
    expect(clientSearch(typed).unit?.labels).toEqual(expect.arrayContaining(labels))
  })

  it('may follow the name of its project', () => {
    for (const typed of ['翠湖花园 3-1202', '翠湖花园3栋1202', '翠湖花园 3号楼1202室'])
      expect(clientSearch(typed).unit).toMatchObject({ project: '翠湖花园', labels: ['3-1202'] })
  })

  it('may be the door alone, or the building and what is numbered inside', () => {
    expect(clientSearch('1202').unit).toMatchObject({ door: '1202', project: null })
    expect(clientSearch('3栋1202').unit).toMatchObject({ inside: '1202', door: null })
    expect(clientSearch('3栋1202').unit?.buildings).toEqual(expect.arrayContaining(['3栋', '3号楼']))
    expect(doorOf('3-2-1202')).toBe('1202')
    expect(doorOf('1202')).toBe('1202')
  })

  it.each(['王小明', 'wxm', '翠湖花园', ''])('is not %s', (typed) => {
    expect(clientSearch(typed).unit).toBeNull()
  })
})

describe('what was typed', () => {
  it('is a code, in capitals', () => {
    expect(clientSearch(' c0012').code).toBe('C0012')
  })

  it('is cut where nobody’s name goes on', () => {
    expect([...clientSearch('王'.repeat(5_000)).start]).toHaveLength(64)
  })
})
