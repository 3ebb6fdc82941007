import { describe, expect, it } from 'vitest'
import * as domain from './index.ts'

const tables = Object.entries(domain)
  .filter(([name]) => /_(LABELS|TEXTS)$/.test(name))
  .map(([name, table]) => [name, table as unknown as Readonly<Record<string, domain.Text>>] as const)

describe.each(tables)('%s', (_, table) => {
  it('has Chinese in zh, none in en, and tells its words apart', () => {
    const words = Object.values(table)
    for (const { zh, en } of words) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/\p{Script=Latin}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
    expect(new Set(words.map((it) => it.zh)).size).toBe(words.length)
    expect(new Set(words.map((it) => it.en)).size).toBe(words.length)
  })
})

describe('say', () => {
  it('speaks the language that is asked for', () => {
    expect(domain.say(domain.STATUS_LABELS.CLOSED, 'zh-CN')).toBe('已结案')
    expect(domain.say(domain.STATUS_LABELS.CLOSED, 'en')).toBe('Closed')
    expect(domain.DEFAULT_LOCALE).toBe('zh-CN')
  })
})

describe('errorText', () => {
  it('prefers the explanation of what is missing', () => {
    expect(domain.errorText(domain.notEligible('x', domain.text('请先登记', 'Record first'))).zh).toBe(
      '请先登记',
    )
    expect(domain.errorText({ code: 'DUPLICATE', existingId: null })).toBe(domain.USER_ERROR_TEXTS.DUPLICATE)
  })
})
