import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { CASE_ID, givenCase, givenEvent, givenOption, idOf, SEES_ALL, ZHAO_LEI } from '../../testing/given.ts'
import { actions, form, openCase, sentBy } from '../../testing/open-case.ts'

afterEach(clearPage)

const names = () =>
  actions()
    .getAllByRole('button')
    .map((button) => button.textContent)

describe('what a person can do with a case', () => {
  it('has the steps that the case waits for as buttons, and all other allowed ones behind one', async () => {
    const { user } = await openCase([
      givenCase({ availableActions: ['ASSIGN', 'CONTAIN', 'RECORD_FINDINGS', 'PROPOSE', 'WITHDRAW'] }),
    ])
    expect(names()).toEqual(['提出方案', '登记调查结果', '更多操作'])
    await user.click(actions().getByRole('button', { name: '更多操作' }))
    const menu = await screen.findByRole('menu')
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((item) => item.textContent),
    ).toEqual(['指派', '应急处置', '撤回'])
  })

  it('has no button where the server allows nothing, and none that this portal does not know', async () => {
    await openCase([givenCase({ availableActions: ['TELEPORT'] })])
    expect(screen.queryByRole('group', { name: '可办理' })).toBeNull()
  })
})

describe('what a person sees of a case', () => {
  it('leaves out whole parts that are hidden', async () => {
    const hidden = {
      facts: null,
      client: null,
      contactName: null,
      contactPhoneMasked: null,
      project: null,
      unit: null,
    }
    await openCase([givenCase({ ...hidden, summary: null, purpose: null, options: [], currency: null })])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2611-0042')
    for (const part of ['事情经过', '客户与地点', '调查与原因', '处理方案', '执行单', '办结与回访']) {
      expect(screen.queryByRole('heading', { name: part })).toBeNull()
    }
  })

  it('says plainly that there is none, for an absent case and a hidden one alike', async () => {
    openPortal(portal, `complaints/${CASE_ID}`, {
      person: { permissions: SEES_ALL },
      answers: { ComplaintPage: () => ({ complaint: null }) },
    })
    expect(await screen.findByText('没有找到这件投诉')).toBeTruthy()
  })

  it('compares the options side by side and tells the recommended one and what was refused', async () => {
    await openCase([
      givenCase({
        status: 'PROPOSED',
        amountMinor: 150_050,
        currentOption: {
          __typename: 'ComplaintOption',
          id: idOf('opt', 2),
          kind: 'GIFT',
          description: '补偿',
        },
        options: [
          givenOption(1, { status: 'REFUSED', reason: '工期太长' }),
          givenOption(2, { kind: 'COMPENSATION_MONEY', amountMinor: 150_050, recommended: false }),
        ],
      }),
    ])
    const [first, second] = within(screen.getByRole('list', { name: '第 1 轮备选方案' })).getAllByRole(
      'listitem',
    )
    expect(within(first!).getByText('¥1,200.00')).toBeTruthy()
    expect(within(first!).getByText('客户拒绝')).toBeTruthy()
    expect(within(first!).getByText('推荐')).toBeTruthy()
    expect(within(first!).getByText('理由：工期太长')).toBeTruthy()
    expect(within(second!).getByText('¥1,500.50')).toBeTruthy()
    expect(within(second!).getByText('当前方案')).toBeTruthy()
  })

  it('tells what is missing before closing, and offers the step to whoever may take it', async () => {
    const { user } = await openCase([
      givenCase({
        status: 'FOLLOWED_UP',
        closingGaps: ['PREVENTION'],
        availableActions: ['RECORD_FINDINGS'],
      }),
    ])
    const list = within(screen.getByRole('list', { name: '结案条件' }))
    expect(list.getAllByText('(已完成)')).toHaveLength(7)
    expect(list.getByText('尚未登记预防再发的措施。')).toBeTruthy()
    await user.click(list.getByRole('button', { name: '登记调查结果' }))
    expect(await screen.findByText('登记调查结果 · 2611-0042')).toBeTruthy()
    // Late in the case only cause and prevention may still be added.
    expect(screen.queryByLabelText('调查结果')).toBeNull()
  })

  it('shows a decision with its signature: meaning, role, and the beginning of the hash', async () => {
    await openCase([
      givenCase({
        events: [givenEvent(2, { action: 'APPROVE', from: 'PROPOSED', to: 'APPROVED', by: ZHAO_LEI })],
        signOffs: [
          {
            __typename: 'SignOff',
            id: idOf('sgn', 1),
            meaning: 'APPROVED',
            role: 'CS_MANAGER',
            at: givenEvent(2).at,
            comment: null,
            revision: 6,
            contentHash: 'a1b2c3d4'.repeat(8),

            proofMethod: 'SESSION',
            signer: ZHAO_LEI,
          },
        ],
      }),
    ])
    const timeline = within(screen.getByRole('list', { name: '经过与签核' }))
    expect(timeline.getAllByRole('listitem')).toHaveLength(1)
    expect(timeline.getByText('批准了方案')).toBeTruthy()
    expect(timeline.getByText(/^签核：批准 · 客户服务经理 · 第 6 版内容 · 以登录状态/)).toBeTruthy()
    expect(timeline.getByText('a1b2c3d4')).toBeTruthy()
  })
})

describe('the number of a contact', () => {
  const reveal = (phone: string | null) => ({
    RevealPhoneOfComplaint: () => ({ revealPhoneOfComplaint: { __typename: 'RevealedPhone', phone } }),
  })

  it('is shown whole for a stated reason only', async () => {
    const { user, sent } = await openCase([givenCase()], reveal('13800001234'))
    expect(screen.getByText('138****1234')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '查看号码' }))
    await user.click(form('查看完整号码').getByRole('button', { name: '查看号码' }))
    await screen.findByText(/请输入用途/)
    expect(sentBy(sent, 'RevealPhoneOfComplaint')).toEqual([])
    await user.click(form('查看完整号码').getByRole('button', { name: '回电核实情况' }))
    await user.click(form('查看完整号码').getByRole('button', { name: '查看号码' }))
    const link = await screen.findByRole('link', { name: '13800001234' })
    expect(link.getAttribute('href')).toBe('tel:13800001234')
    expect(sentBy(sent, 'RevealPhoneOfComplaint')).toEqual([
      { input: { complaintId: CASE_ID, reason: '回电核实情况' } },
    ])
  })

  it('stays masked for those who may not see it', async () => {
    await openCase(
      [givenCase()],
      {},
      SEES_ALL.filter((it) => it !== 'complaint:revealPhone'),
    )
    expect(screen.getByText('138****1234')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '查看号码' })).toBeNull()
  })
})
