import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameGrams, queryGrams, searchKey } from './grams.ts'
import { maskName, maskPhone } from './masking.ts'
import { normalisePhone } from './phone.ts'

describe('grams', () => {
  it('are all single characters and neighbouring pairs of a name', () => {
    expect(nameGrams('王小明')).toEqual(['王', '小', '明', '王小', '小明', '=王小明'])
    expect(nameGrams('李')).toEqual(['李', '=李'])
    expect(nameGrams('Ａnn-Lee 3')).toEqual('a n l e 3 an nn nl le ee e3 =annlee3'.split(' '))
    expect(nameGrams('𠮷野家')).toEqual(['𠮷', '野', '家', '𠮷野', '野家', '=𠮷野家'])
    expect(nameGrams('（）')).toEqual([])
  })

  it('of a query are those that every name with the query in it has', () => {
    expect(queryGrams('明')).toEqual(['明'])
    expect(queryGrams('小明')).toEqual(['小明'])
    expect(queryGrams(' ')).toEqual([])
    const name = fc.array(fc.constantFrom(...'王小明Aa b·9'), { maxLength: 8 }).map((it) => it.join(''))
    fc.assert(
      fc.property(name, name, name, (before, query, after) => {
        const grams = nameGrams(before + query + after)
        expect(queryGrams(query).every((gram) => grams.includes(gram))).toBe(true)
      }),
    )
  })

  it('of one or two characters find exactly the names that contain them', () => {
    const name = fc.string({ unit: fc.constantFrom(...'王小明ab'), maxLength: 6 })
    const query = fc.string({ unit: fc.constantFrom(...'王小明ab'), minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(name, query, (of, wanted) => {
        const found = queryGrams(wanted).every((gram) => nameGrams(of).includes(gram))
        expect(found).toBe(searchKey(of).includes(searchKey(wanted)))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('phone numbers', () => {
  it.each([
    ['138 1234 1234', '13812341234'],
    ['138-1234-1234', '13812341234'],
    ['１３８１２３４１２３４', '13812341234'],
    ['+86 138 1234 1234', '13812341234'],
    ['0086-13812341234', '13812341234'],
    ['013812341234', '13812341234'],
    ['+86 21 1234 5678', '02112345678'],
    ['(021) 1234-5678', '02112345678'],
    ['010-12345678', '01012345678'],
    ['021-12345678转801', '02112345678x801'],
    ['021-12345678 ext. 801', '02112345678x801'],
    ['400-820-8820', '4008208820'],
    ['12345', '12345'],
    ['+1 (212) 555-0100', '+12125550100'],
    ['00852 2345 6789', '+85223456789'],
  ])('%s is stored as %s', (written, stored) => {
    expect(normalisePhone(written)).toBe(stored)
  })

  it.each(['', '无', '12', '138123412341234567', '1381234123a', '+', '+86', 'x801'])(
    '%s is none',
    (written) => {
      expect(normalisePhone(written)).toBeUndefined()
    },
  )

  it('are stored in one form only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- 转x'), maxLength: 16 }), (written) => {
        const stored = normalisePhone(written)
        if (stored !== undefined) expect(normalisePhone(stored)).toBe(stored)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('masks', () => {
  it('show enough of a phone number to recognise it', () => {
    expect(maskPhone('13812341234')).toBe('138****1234')
    expect(maskPhone('02112345678x801')).toBe('021****5678')
    expect(maskPhone('12345678')).toBe('****78')
    expect(maskPhone('12345')).toBe('****')
  })

  it('hide at least three digits of every phone number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3,12}$/), (phone) => {
        expect(maskPhone(phone).replaceAll('*', '').length).toBeLessThanOrEqual(phone.length - 3)
      }),
    )
  })

  it('show the first character of a name, not its length', () => {
    expect(maskName('王小明')).toBe('王**')
    expect(maskName(' 欧阳修 ')).toBe('欧**')
    expect(maskName('𠮷野')).toBe('𠮷**')
    expect(maskName('')).toBe('')
  })
})
