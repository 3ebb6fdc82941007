import { clearPage, openPortal } from '@steward/portal/testing'
import { PROFILE_FIELDS, type Permission } from '@steward/domain'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { AT, givenClient, idOf, LI_NA, page, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const KEEPS: readonly Permission[] = [
  'client:readStatus',
  'client:recordStatus',
  'client:readProfile',
  'client:setProfile',
]
const DECIDES: readonly Permission[] = ['client:revealStatus', 'client:revealProfile']
const AGREES = [
  {
    __typename: 'ClientConsent',
    id: idOf('cns', 1),
    purpose: 'PROFILE',
    decision: 'GIVEN',
    way: 'SIGNED',
    at: AT,
    note: null,
    recordedBy: LI_NA,
  },
]

const givenProfile = () => ({
  __typename: 'ClientProfile',
  id: idOf('cpf', 1),
  onFile: ['occupation', 'idDocumentNumber'],
  idDocumentNumberMasked: '3101********91',
  isReadable: true,
  setAt: AT,
  version: 2,
  setBy: LI_NA,
})

const givenVersion = (ordinal: number, more: object = {}) => ({
  __typename: 'ClientStatusRecord',
  id: idOf('csr', ordinal),
  ordinal,
  legalRepresentative: '周立',
  generalManager: null,
  contactPerson: null,
  businessLicence: null,
  taxRegistration: null,
  website: null,
  mainBusiness: null,
  headcount: 120,
  businessCondition: 'STEADY',
  bankAccountMasked: '6225********93',
  paymentHandler: null,
  paymentAttitude: null,
  paymentInstrument: null,
  highestMonthlyPurchaseMinor: null,
  averageMonthlyPurchaseMinor: 4_180_000,
  serviceChannel: null,
  serviceFrequency: null,
  potential: null,
  satisfaction: null,
  remark: null,
  onFile: ['bankAccount', 'loans'],
  changedFields: [],
  isReadable: true,
  recordedAt: AT,
  recordedBy: LI_NA,
  ...more,
})

const open = (client: object, permissions: readonly Permission[], answers: object = {}) => {
  const opened = openPortal(portal, `clients/${givenClient().id}`, {
    person: { permissions: [...SEES_ALL, ...permissions] },
    answers: {
      ClientPage: () => ({ client: givenClient(client), complaints: page('Complaint', []) }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}
const panel = (name: string) => screen.findByRole('region', { name })

describe('the profile of a person', () => {
  it('says what is on file, and no more', async () => {
    open({ profile: givenProfile(), consents: AGREES }, KEEPS)
    const profile = within(await panel('个人资料'))
    expect(profile.getByText('职业')).toBeTruthy()
    expect(profile.getByText('3101********91')).toBeTruthy()
    expect(profile.queryByText('学历')).toBeNull()
    // Who keeps it does not look at it.
    expect(profile.queryByRole('button', { name: '查看内容' })).toBeNull()
  })

  it('is shown line by line, for a reason, and forgotten when closed', async () => {
    const { user, sent } = open({ profile: givenProfile(), consents: AGREES }, [...KEEPS, ...DECIDES], {
      RevealProfileOfClient: () => ({
        revealProfileOfClient: {
          __typename: 'RevealedProfile',
          ...Object.fromEntries(PROFILE_FIELDS.map((field) => [field, null])),
          occupation: '钟表匠',
        },
      }),
    })
    await user.click(within(await panel('个人资料')).getByRole('button', { name: '查看内容' }))
    await user.click(await screen.findByRole('checkbox', { name: '职业' }))
    await user.click(screen.getByRole('button', { name: '准备拜访' }))
    await user.click(screen.getByRole('button', { name: '查看' }))
    expect(await screen.findByText('钟表匠')).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'RevealProfileOfClient')?.variables).toEqual({
      input: { clientId: givenClient().id, fields: ['occupation'], reason: '准备拜访' },
    })
    await user.click(screen.getByRole('button', { name: '看完了' }))
    await waitFor(() => expect(screen.queryByText('钟表匠')).toBeNull())
  })

  it('is neither filled in nor shown without the client’s consent', async () => {
    open({ profile: givenProfile(), consents: [] }, [...KEEPS, ...DECIDES])
    const profile = within(await panel('个人资料'))
    expect(profile.getByText(/没有同意记录个人情况/)).toBeTruthy()
    expect(profile.queryByRole('button', { name: /查看内容|修改|填写/ })).toBeNull()
  })

  it('is filled in without a trace of it in the browser', async () => {
    const { user, sent } = open({ consents: AGREES }, KEEPS, {
      SetProfileOfClient: () => ({ setProfileOfClient: { ...givenProfile(), version: 1 } }),
    })
    await user.click(within(await panel('个人资料')).getByRole('button', { name: '填写' }))
    await user.type(await screen.findByLabelText('职业'), '钟表匠')
    await user.type(screen.getByLabelText('购房面积'), '98.5')
    expect(JSON.stringify(localStorage)).not.toContain('钟表匠')
    await user.click(screen.getByRole('button', { name: '加密保存' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'SetProfileOfClient')?.variables).toEqual({
        input: {
          clientId: givenClient().id,
          expectedVersion: 0,
          clear: [],
          occupation: '钟表匠',
          purchaseArea: 9_850,
        },
      }),
    )
  })
})

describe('the status record of a company', () => {
  const COMPANY = {
    kind: 'COMPANY',
    relation: 'COMMERCIAL',
    statusRecords: [
      givenVersion(2, { headcount: 80, changedFields: ['headcount', 'loans'] }),
      givenVersion(1),
    ],
  }

  it('has the version in force, and of its money that it is on file', async () => {
    open(COMPANY, KEEPS)
    const record = within(await panel('客户状况记录'))
    expect(record.getByText('80')).toBeTruthy()
    expect(record.getByText('平稳')).toBeTruthy()
    expect(record.getByText('6225********93')).toBeTruthy()
    expect(record.getByText('已登记（加密）')).toBeTruthy()
    expect(record.queryByRole('button', { name: '查看资金与信用' })).toBeNull()
  })

  it('tells what was different from one version to the next', async () => {
    const { user } = open(COMPANY, KEEPS)
    await user.click(within(await panel('客户状况记录')).getByRole('button', { name: '历次记录' }))
    const table = within(await screen.findByRole('table', { name: '与上一版的不同' }))
    expect(table.getByRole('row', { name: '员工人数 120 80' })).toBeTruthy()
    expect(table.getByRole('row', { name: /贷款情况 已登记（加密） 已变动/ })).toBeTruthy()
  })

  it('begins a new version from the last one; what is sealed is left out, and not kept in the browser', async () => {
    const { user, sent } = open(COMPANY, KEEPS, {
      RecordStatusOfClient: () => ({
        recordStatusOfClient: { __typename: 'ClientStatusRecord', id: idOf('csr', 3), ordinal: 3 },
      }),
    })
    await user.click(within(await panel('客户状况记录')).getByRole('button', { name: '登记新版' }))
    const headcount = await screen.findByLabelText('员工人数')
    await user.clear(headcount)
    await user.type(headcount, '95')
    await user.type(screen.getByLabelText('往来银行'), '招商银行')
    expect(JSON.stringify(localStorage)).toContain('95')
    expect(JSON.stringify(localStorage)).not.toContain('招商银行')
    await user.click(screen.getByRole('button', { name: '登记' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'RecordStatusOfClient')?.variables).toEqual({
        input: {
          clientId: givenClient().id,
          expectedOrdinal: 2,
          clear: [],
          legalRepresentative: '周立',
          headcount: 95,
          businessCondition: 'STEADY',
          averageMonthlyPurchaseMinor: 4_180_000,
          banks: '招商银行',
        },
      }),
    )
  })
})
