import { describe, expect, it } from 'vitest'
import { holdsWords, registrationOf, summarize, USUAL } from './registration.ts'

describe('what a case is called at first', () => {
  it.each([
    ['昨晚十点起天花板滴水。今早吊顶鼓起。', '昨晚十点起天花板滴水'],
    ['门禁坏了！三天没人修', '门禁坏了！'],
    ['The lift stopped. Nobody came.', 'The lift stopped'],
    ['Paid 3.50 too much', 'Paid 3.50 too much'],
    ['电梯困人\n四十分钟', '电梯困人'],
    ['  ', ''],
  ])('%j is %j', (facts, summary) => {
    expect(summarize(facts)).toBe(summary)
  })

  it('fits a line', () => {
    expect(summarize('水'.repeat(200))).toHaveLength(60)
  })
})

describe('what is sent', () => {
  it('names the closest place only, and no empty answer', () => {
    expect(
      registrationOf({ ...USUAL, projectId: 'p', buildingId: 'b', unitId: 'u', facts: '灯不亮', demand: '' }),
    ).toEqual({
      kind: 'COMPLAINT',
      channel: 'PHONE',
      severity: 3,
      unitId: 'u',
      facts: '灯不亮',
      summary: '灯不亮',
      anonymous: false,
      readBack: false,
    })
    expect(registrationOf({ ...USUAL, projectId: 'p', buildingId: 'b' })).toMatchObject({ buildingId: 'b' })
  })

  it('takes thanks for a suggestion to be owed', () => {
    expect(registrationOf({ kind: 'SUGGESTION', channel: 'WECHAT', facts: '加个雨棚' })).toMatchObject({
      purpose: 'SUGGESTION',
      severity: 4,
    })
  })

  it('is a draft once something was told', () => {
    expect(holdsWords(USUAL)).toBe(false)
    expect(holdsWords({ ...USUAL, facts: ' ' })).toBe(false)
    expect(holdsWords({ ...USUAL, contactPhone: '138' })).toBe(true)
  })
})
