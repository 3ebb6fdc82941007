import { DEFAULT_PROMISE_RULES, type Permission } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const CATEGORIES = [
  { __typename: 'ComplaintCategory', id: 'cat_1', nameZh: '渗漏', nameEn: 'Leakage', parent: null },
]
const REVISION = {
  __typename: 'PromisePolicy',
  id: 'pol_1',
  revision: 4,
  setAt: '2026-11-20T01:00:00.000Z',
  setBy: { __typename: 'Staff', id: 'stf_1', name: '顾明远' },
  rules: DEFAULT_PROMISE_RULES.map((rule) => ({ __typename: 'PromiseRule', ...rule })),
}

let inForce = REVISION
afterEach(() => void (inForce = REVISION))

const open = (...permissions: readonly Permission[]) => {
  const { sent } = openPortal(portal, 'promise-policy', {
    person: { permissions: ['portal:admin', 'promisePolicy:read', ...permissions] },
    answers: {
      PromisePolicies: () => ({ promisePolicies: [inForce], complaintCategories: CATEGORIES }),
      SetPromisePolicy: () => ({
        setPromisePolicy: { __typename: 'PromisePolicy', id: 'pol_2', revision: 5 },
      }),
    },
  })
  return {
    input: () =>
      sent.find(({ operation }) => operation === 'SetPromisePolicy')?.variables['input'] as
        | { readonly expectedRevision: number; readonly rules: readonly object[] }
        | undefined,
  }
}
const press = async (words: string | RegExp) => {
  const found = await screen.findByText(words)
  fireEvent.click(found.closest('button') ?? found)
}
const rulesOf = async (kind: string) =>
  within(await screen.findByRole('list', { name: kind }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('the promise policy', () => {
  it('says what is promised to whom, who is told when, and that cases keep their revision', async () => {
    open()
    const answers = await rulesOf('答复')
    expect(answers[0]).toContain('所有案件当个工作日内')
    expect(answers[1]).toContain('1 小时工作时间内')
    expect(answers[1]).toContain('逾期 30 分钟上报客户关系主管')
    expect(screen.getByText(/每宗案件沿用登记时的版本/)).toBeTruthy()
    expect(screen.getByText('第 4 版')).toBeTruthy()
    expect(screen.queryByText('加一条')).toBeNull()
    expect(screen.queryByText('修改')).toBeNull()
  })

  it('tries a case: the rule that fits best, and why', async () => {
    open()
    const trial = () => screen.getByRole('status', { name: '试一宗案件' }).textContent
    await screen.findByRole('list', { name: '答复' })
    expect(trial()).toContain('答复当个工作日内因为：所有案件')
    expect(trial()).toContain('到场不自动承诺')
    fireEvent.mouseDown(screen.getByLabelText('案件的诉求性质'))
    fireEvent.click(await screen.findByTitle('控告性'))
    await waitFor(() => expect(trial()).toContain('答复4 小时工作时间内因为：控告性 · 优先于另外 1 条'))
  })

  it('is changed as a whole, and saved as the next revision', async () => {
    const { input } = open('promisePolicy:set')
    fireEvent.click(await screen.findByLabelText(/^修改规则：回访/))
    fireEvent.change(await screen.findByLabelText('工作分钟'), { target: { value: '960' } })
    await press(/^采\s?用$/)
    expect(await screen.findByText('有未保存的改动')).toBeTruthy()
    expect(input()).toBeUndefined()
    expect((await rulesOf('回访'))[0]).toContain('16 小时工作时间内')
    await press('保存为第 5 版')
    await waitFor(() => expect(input()?.expectedRevision).toBe(4))
    expect(input()!.rules).toHaveLength(DEFAULT_PROMISE_RULES.length)
    expect(input()!.rules[4]).toEqual({
      kind: 'RETURN_VISIT',
      budgetMinutes: 960,
      warnBeforeMinutes: 240,
      escalateAfterMinutes: [60, 480, 960, 1440],
      pauseCapMinutes: 1440,
    })
    expect(await screen.findByText('第 5 版已生效，用于此后登记的案件')).toBeTruthy()
  })

  it('keeps unsaved changes and a half-written rule through a crash, and says when a newer revision holds', async () => {
    const crash = () => {
      const kept = { ...localStorage }
      clearPage()
      Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value as string))
    }
    const minutes = () => screen.findByLabelText<HTMLInputElement>('工作分钟')
    open('promisePolicy:set')
    fireEvent.click(await screen.findByLabelText(/^修改规则：回访/))
    fireEvent.change(await minutes(), { target: { value: '960' } })
    crash()
    open('promisePolicy:set')
    fireEvent.click(await screen.findByLabelText(/^修改规则：回访/))
    expect((await minutes()).value).toBe('960')
    await press(/^采\s?用$/)
    await screen.findByText('有未保存的改动')
    crash()
    open('promisePolicy:set')
    expect(await screen.findByText('有未保存的改动')).toBeTruthy()
    expect((await rulesOf('回访'))[0]).toContain('16 小时工作时间内')
    expect(screen.queryByText(/此后已有新版/)).toBeNull()
    crash()
    inForce = { ...REVISION, revision: 6 }
    open('promisePolicy:set')
    expect(await screen.findByText(/在第 4 版上做的，此后已有新版/)).toBeTruthy()
    await press('放弃改动')
    crash()
    open('promisePolicy:set')
    expect((await rulesOf('回访'))[0]).not.toContain('16 小时工作时间内')
    expect(screen.queryByText('有未保存的改动')).toBeNull()
  })

  it('refuses a warning before the clock begins, levels that fall, and a second rule with the same conditions', async () => {
    open('promisePolicy:set')
    fireEvent.click(await screen.findByLabelText(/^修改规则：回访/))
    const fill = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    await screen.findByLabelText('工作分钟')
    fill('到期前多少工作分钟提醒（0 = 不提醒）', '2000')
    fill('上报客户服务经理', '30')
    await press(/^采\s?用$/)
    expect(await screen.findByText('提醒须早于期限开始计时之后。')).toBeTruthy()
    expect(screen.getByText('每级须晚于上一级。')).toBeTruthy()
    expect(screen.queryByText('有未保存的改动')).toBeNull()
    await press(/^取\s?消$/)
    fireEvent.click(await screen.findByLabelText('为“答复”加一条规则'))
    await screen.findByLabelText('工作分钟')
    await press(/^采\s?用$/)
    expect(await screen.findByText('已有条件相同的一条。')).toBeTruthy()
    expect(screen.queryByText('有未保存的改动')).toBeNull()
  })
})
