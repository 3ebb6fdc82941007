import { clearPage } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CASE_ID, givenCase, SEES_ALL } from '../../testing/given.ts'
import { openCase } from '../../testing/open-case.ts'

afterEach(clearPage)

const MAY = [...SEES_ALL, 'document:draft', 'portal:admin'] as const
const AT = '2026-11-20T02:00:00.000Z'
const agreement = (more: object = {}) => ({
  __typename: 'ControlledDocument',
  id: 'doc_0193ac2d00007000800000000000abcd',
  number: 'SA-2611-001',
  title: '处理协议',
  controlStatus: 'UNCONTROLLED',
  openStatus: 'IN_SIGNING',
  option: { __typename: 'ComplaintOption', id: 'opt_1' },
  effectiveRevision: null,
  openRevision: { __typename: 'DocumentRevision', id: 'rev_1' },
  ...more,
})
const inForce = agreement({
  controlStatus: 'CONTROLLED',
  openStatus: null,
  openRevision: null,
  effectiveRevision: { __typename: 'DocumentRevision', id: 'rev_1' },
})
const currentOption = {
  __typename: 'ComplaintOption',
  id: 'opt_1',
  kind: 'COMPENSATION_MONEY',
  description: '赔偿',
}
const panel = async () =>
  within((await screen.findByRole('heading', { name: '处理协议' })).closest('section') ?? document.body)

describe('the agreement of a case', () => {
  it('that is missing is said to be, and whoever may drafts it from the case', async () => {
    await openCase([givenCase({ status: 'CLIENT_CONFIRMED', approvedAt: AT, agreementOwed: true })], {}, MAY)
    const shown = await panel()
    expect(shown.getByText(/签署之前不能派单，也不能结案/)).toBeTruthy()
    expect(shown.getByRole('link', { name: '起草处理协议' }).getAttribute('href')).toMatch(
      new RegExp(`documents/new\\?kind=SETTLEMENT_AGREEMENT&case=${CASE_ID}$`),
    )
  })

  it('that is on its way leads to its document and is not drafted twice', async () => {
    await openCase(
      [
        givenCase({
          status: 'APPROVED',
          approvedAt: AT,
          agreementOwed: true,
          agreements: [agreement()],
          currentOption,
        }),
      ],
      {},
      MAY,
    )
    const shown = await panel()
    expect(shown.getByText('会签中')).toBeTruthy()
    expect(shown.getByRole('link', { name: /SA-2611-001/ }).getAttribute('href')).toContain('documents/doc_')
    expect(shown.queryByRole('link', { name: '起草处理协议' })).toBeNull()
    expect(shown.queryByText('打印协议')).toBeNull()
  })

  it('about an earlier remedy does not stand for the one on the table', async () => {
    const earlier = { ...inForce, option: { __typename: 'ComplaintOption', id: 'opt_0' } }
    await openCase(
      [
        givenCase({
          status: 'APPROVED',
          approvedAt: AT,
          agreementOwed: true,
          agreements: [earlier],
          currentOption,
        }),
      ],
      {},
      MAY,
    )
    const shown = await panel()
    expect(shown.getByText(/签署之前不能派单/)).toBeTruthy()
    expect(shown.getByRole('link', { name: '起草处理协议' })).toBeTruthy()
  })

  it('that is in force is printed, and recorded once the client has signed', async () => {
    const { user, sent } = await openCase(
      [
        givenCase({
          status: 'CLIENT_CONFIRMED',
          approvedAt: AT,
          agreementOwed: true,
          agreements: [inForce],
          currentOption,
          availableActions: ['RECORD_AGREEMENT'],
        }),
      ],
      {
        RecordAgreementOfComplaint: () => ({
          recordAgreementOfComplaint: { __typename: 'Complaint', id: CASE_ID },
        }),
      },
    )
    const shown = await panel()
    expect(shown.getByRole('link', { name: /打印协议/ }).getAttribute('href')).toBe(
      '/files/documents/rev_1.pdf?lang=zh-CN',
    )
    await user.click(shown.getByRole('button', { name: '登记客户已签协议' }))
    const form = await screen.findByRole('form', { name: /登记客户已签协议/ })
    await user.type(within(form).getByLabelText('客户方签署人'), '王小明')
    await user.type(within(form).getByLabelText('签署日期'), '2026-11-20')
    await user.click(within(form).getByRole('button', { name: '登记客户已签协议' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'RecordAgreementOfComplaint')?.variables).toEqual({
        input: {
          complaintId: CASE_ID,
          expectedVersion: 5,
          signer: '王小明',
          signedOn: '2026-11-20',
        },
      }),
    )
  })

  it('that was signed says by whom; where none is needed or possible nothing stands', async () => {
    await openCase([
      givenCase({
        status: 'EXECUTING',
        approvedAt: AT,
        agreementSigner: '王小明',
        agreementSignedOn: '2026-11-20',
        agreements: [inForce],
      }),
    ])
    expect((await panel()).getByText('客户已签署：王小明，2026-11-20')).toBeTruthy()
    clearPage()
    await openCase([givenCase()])
    expect(screen.queryByRole('heading', { name: '处理协议' })).toBeNull()
  })
})
