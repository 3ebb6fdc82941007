import { clearPage } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { choose } from '../../testing/choose.ts'
import { CASE_ID, ENGINEERING, givenCase, LI_NA } from '../../testing/given.ts'
import { actions, form, openCase, sentBy } from '../../testing/open-case.ts'

afterEach(clearPage)

describe('signing for somebody else', () => {
  const signing = (waysToSign: readonly object[], meaning = 'APPROVED') => ({
    __typename: 'Signing',
    id: 'sig_1',
    kind: 'COMPLAINT_PROPOSAL',
    state: 'OPEN',
    part: 1,
    openedAt: '2026-11-20T02:00:00.000Z',
    steps: [
      {
        __typename: 'SigningStep',
        position: 1,
        part: 1,
        meaning,
        roles: ['CS_MANAGER'],
        state: 'OPEN',
        amountMinor: 0,
        openedAt: null,
        dueAt: null,
        endedAt: null,
        signedBy: null,
        onBehalfOf: null,
        signedAs: null,
        proofMethod: null,
        couldSign: ['周建国'],
      },
    ],
    waysToSign,
  })
  const behalf = {
    __typename: 'WayToSign',
    delegationId: 'dlg_00000000000070008000000000000001',
    onBehalfOf: '周建国',
    until: '2026-12-01T02:00:00.000Z',
  }
  const own = { __typename: 'WayToSign', delegationId: null, onBehalfOf: null, until: null }
  const answers = { ApproveComplaint: () => ({ approveComplaint: { __typename: 'Complaint', id: CASE_ID } }) }

  it('gives whoever has nothing but a delegation the step that is open, in the other’s name', async () => {
    const pending = givenCase({ status: 'PROPOSED', availableActions: [], signings: [signing([behalf])] })
    const { user, sent } = await openCase([pending], answers)
    await user.click(actions().getByRole('button', { name: '批准' }))
    expect(form('批准').getByRole('radio', { name: /^代 周建国/, checked: true })).toBeTruthy()
    await user.click(form('批准').getByRole('button', { name: '批准' }))
    await waitFor(() =>
      expect(sentBy(sent, 'ApproveComplaint')).toEqual([
        { input: { complaintId: CASE_ID, expectedVersion: 5, delegationId: behalf.delegationId } },
      ]),
    )
  })

  it('begins with one’s own right, where there is one, and names no delegation then', async () => {
    const pending = givenCase({
      status: 'PROPOSED',
      availableActions: ['APPROVE'],
      signings: [signing([own, behalf])],
    })
    const { user, sent } = await openCase([pending], answers)
    await user.click(actions().getByRole('button', { name: '批准' }))
    expect(form('批准').getByRole('radio', { name: '本人', checked: true })).toBeTruthy()
    await user.click(form('批准').getByRole('button', { name: '批准' }))
    await waitFor(() =>
      expect(sentBy(sent, 'ApproveComplaint')).toEqual([
        { input: { complaintId: CASE_ID, expectedVersion: 5 } },
      ]),
    )
  })

  it('offers no approval while a review is awaited, and nothing without a way', async () => {
    const reviewed = givenCase({
      status: 'PROPOSED',
      availableActions: [],
      signings: [signing([behalf], 'REVIEWED')],
    })
    await openCase([reviewed])
    expect(
      actions()
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['审核'])
    clearPage()
    await openCase([givenCase({ status: 'PROPOSED', availableActions: [], signings: [signing([])] })])
    expect(screen.queryByRole('group', { name: '可办理' })).toBeNull()
  })
})

describe('taking a step', () => {
  const proposable = givenCase({ availableActions: ['PROPOSE'], cause: 'OPERATION', faultShare: 60 })

  it('sends amounts in fen, the recommended option first, and the version that was seen', async () => {
    const done = givenCase({ status: 'PROPOSED', availableActions: [] })
    const { user, sent } = await openCase([proposable, done], {
      ProposeComplaint: () => ({ proposeComplaint: { __typename: 'Complaint', id: CASE_ID } }),
    })
    await user.click(actions().getByRole('button', { name: '提出方案' }))
    await user.click(form('提出方案').getByRole('button', { name: /再加一个备选方案/ }))
    const kinds = form('提出方案').getAllByLabelText('方式')
    await choose(user, kinds[0]!, '致歉')
    await choose(user, kinds[1]!, '维修')
    const words = form('提出方案').getAllByLabelText('具体内容')
    await user.type(words[0]!, '登门致歉')
    await user.type(words[1]!, '重做防水')
    const amount = form('提出方案').getAllByLabelText('金额')[1]!
    await user.clear(amount)
    await user.type(amount, '1200.5')
    await user.click(form('提出方案').getByRole('button', { name: '设为推荐' }))
    await user.click(form('提出方案').getByRole('button', { name: '提出方案' }))
    await screen.findByText('提出方案：2611-0042 已完成')
    expect(sentBy(sent, 'ProposeComplaint')).toEqual([
      {
        input: {
          complaintId: CASE_ID,
          expectedVersion: 5,
          cause: 'OPERATION',
          faultShare: 60,
          options: [
            { kind: 'REPAIR', description: '重做防水', amountMinor: 120_050, recommended: true },
            { kind: 'APOLOGY', description: '登门致歉', amountMinor: 0, recommended: false },
          ],
        },
      },
    ])
    await waitFor(() => expect(screen.queryByRole('group', { name: '可办理' })).toBeNull())
  })

  it('puts what the server refuses beside its field, also inside a list', async () => {
    const { user } = await openCase([proposable], {
      ProposeComplaint: () => ({
        proposeComplaint: {
          __typename: 'InvalidInputError',
          code: 'INVALID_INPUT',
          message: '填写的内容有误。',
          fields: [{ __typename: 'FieldError', path: 'options.0.amountMinor', message: '超出本类上限。' }],
        },
      }),
    })
    await user.click(actions().getByRole('button', { name: '提出方案' }))
    await choose(user, form('提出方案').getByLabelText('方式'), '维修')
    await user.type(form('提出方案').getByLabelText('具体内容'), '重做防水')
    await user.click(form('提出方案').getByRole('button', { name: '提出方案' }))
    const sentence = await screen.findByText('超出本类上限。')
    expect(sentence.closest('.ant-form-item')?.querySelector('input')?.id).toContain('amountMinor')
    expect(form('提出方案').getByLabelText('具体内容')).toHaveProperty('value', '重做防水')
  })

  it('asks the rules of the domain before the server', async () => {
    const { user, sent } = await openCase([givenCase({ availableActions: ['WITHDRAW'] })])
    await user.click(actions().getByRole('button', { name: '撤回' }))
    await user.type(form('撤回').getByLabelText('客户撤回的原因'), '   ')
    await user.click(form('撤回').getByRole('button', { name: '撤回' }))
    expect(await screen.findByText('此项必填。')).toBeTruthy()
    expect(sentBy(sent, 'WithdrawComplaint')).toEqual([])
  })

  it('tells limit and amount when the authority does not reach', async () => {
    const { user } = await openCase([givenCase({ status: 'PROPOSED', availableActions: ['APPROVE'] })], {
      ApproveComplaint: () => ({
        approveComplaint: {
          __typename: 'LimitExceededError',
          code: 'LIMIT_EXCEEDED',
          message: '金额超出您的核决权限。',
          amountMinor: 620_000,
          limitMinor: 500_000,
        },
      }),
    })
    await user.click(actions().getByRole('button', { name: '批准' }))
    await user.click(form('批准').getByRole('button', { name: '批准' }))
    expect(await screen.findByText(/须核决 ¥6,200.00，您的权限为 ¥5,000.00/)).toBeTruthy()
  })

  it('keeps the words of whoever was slower, tells who was faster, and acts on the new version', async () => {
    const before = givenCase({ status: 'PROPOSED', availableActions: ['APPROVE'] })
    let tries = 0
    const { user, sent } = await openCase([before, { ...before, version: 6 }], {
      ApproveComplaint: () => ({
        approveComplaint:
          tries++ === 0
            ? {
                __typename: 'StaleRecordError',
                code: 'STALE_RECORD',
                message: '该记录已被他人更新。',
                changedAt: '2026-11-20T03:05:00.000Z',
                changedBy: LI_NA.id,
              }
            : { __typename: 'Complaint', id: CASE_ID },
      }),
      WhoChanged: () => ({ node: LI_NA }),
    })
    await user.click(actions().getByRole('button', { name: '批准' }))
    await user.type(form('批准').getByLabelText('审批意见'), '同意，尽快落实')
    await user.click(form('批准').getByRole('button', { name: '批准' }))
    await screen.findByText(/李娜在 2026年11月20日 11:05 更新了此单/)
    await user.click(screen.getByRole('button', { name: '载入最新内容' }))
    await waitFor(() => expect(sentBy(sent, 'ComplaintPage')).toHaveLength(2))
    expect(screen.getByLabelText('审批意见')).toHaveProperty('value', '同意，尽快落实')
    await user.click(form('批准').getByRole('button', { name: '批准' }))
    await waitFor(() =>
      expect(sentBy(sent, 'ApproveComplaint').map((it) => (it as { input: object }).input)).toEqual([
        { complaintId: CASE_ID, expectedVersion: 5, comment: '同意，尽快落实' },
        { complaintId: CASE_ID, expectedVersion: 6, comment: '同意，尽快落实' },
      ]),
    )
  })

  it('hands a case to a department and nobody in particular', async () => {
    const { user, sent } = await openCase(
      [givenCase({ status: 'REGISTERED', availableActions: ['ACKNOWLEDGE'] })],
      {
        AcknowledgeComplaint: () => ({ acknowledgeComplaint: { __typename: 'Complaint', id: CASE_ID } }),
      },
    )
    await user.click(actions().getByRole('button', { name: '受理' }))
    await choose(user, form('受理').getByLabelText('承办部门'), '工程', '工程部')
    await user.click(form('受理').getByRole('button', { name: '受理' }))
    await waitFor(() =>
      expect(sentBy(sent, 'AcknowledgeComplaint')).toEqual([
        {
          input: {
            complaintId: CASE_ID,
            expectedVersion: 5,
            handlingDepartmentId: ENGINEERING.id,
            severity: 2,
            purpose: 'CRITICISM',
          },
        },
      ]),
    )
  })
})
