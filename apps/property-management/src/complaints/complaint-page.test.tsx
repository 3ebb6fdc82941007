import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const ID = 'cmp_01900000000070008000000000000007'

const complaint = (more: object = {}) => ({
  __typename: 'Complaint',
  id: ID,
  version: 2,
  number: '2611-0042',
  status: 'REGISTERED',
  severity: 1,
  track: 'FORMAL',
  kind: 'COMPLAINT',
  channel: 'PHONE',
  summary: '水管爆裂',
  facts: '三楼水管爆裂，水流到电梯井。',
  demand: null,
  containment: null,
  anonymous: false,
  occurredAt: null,
  contactName: '王小明',
  contactPhoneMasked: '138****1234',
  client: null,
  project: { __typename: 'Project', id: 'prj_1', name: '翠湖花园' },
  building: { __typename: 'Building', id: 'bld_1', name: '2栋' },
  unit: null,
  cause: null,
  causeNote: null,
  preventionNote: null,
  registeredAt: '2026-11-22T01:00:00.000Z',
  registeredBy: null,
  handlingDepartment: null,
  assignee: null,
  handover: null,
  closedAt: null,
  tasks: [],
  events: [],
  availableActions: [],
  ...more,
})

const open = (it: object, answers: Answers = {}) =>
  openPortal(portal, `complaints/${ID}`, {
    person: { permissions: ['portal:propertyManagement', 'complaint:readFacts', 'complaint:revealPhone'] },
    answers: { SiteCase: () => ({ complaint: it }), ...answers },
  })

describe('a case as the site sees it', () => {
  it('is read-only but for what the site itself may do', async () => {
    open(complaint({ availableActions: ['CONTAIN', 'ACKNOWLEDGE', 'CLOSE'] }))
    const bar = await screen.findByRole('group', { name: '可以做的' })
    expect(
      within(bar)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['应急处置'])
  })

  it('offers nothing where the server allows nothing', async () => {
    open(complaint())
    await screen.findByText('三楼水管爆裂，水流到电梯井。')
    expect(screen.queryByRole('group', { name: '可以做的' })).toBeNull()
  })

  it('records what was done on the spot', async () => {
    let it = complaint({ availableActions: ['CONTAIN'] })
    const { sent } = open(it, {
      SiteCase: () => ({ complaint: it }),
      SiteContainComplaint: () => {
        it = complaint({ version: 3, containment: '已关总阀', availableActions: ['CONTAIN'] })
        return { containComplaint: it }
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: '应急处置' }))
    await userEvent.type(await screen.findByLabelText('当场做了什么'), '已关总阀')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '应急处置' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('已关总阀')).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'SiteContainComplaint')?.variables).toEqual({
      input: { complaintId: ID, expectedVersion: 2, containment: '已关总阀' },
    })
  })

  it('shows a number for a reason only, and then as something to call', async () => {
    const { sent } = open(complaint(), {
      SiteRevealPhoneOfComplaint: () => ({
        revealPhoneOfComplaint: { __typename: 'RevealedPhone', phone: '13800001234' },
      }),
    })
    await screen.findByText('138****1234')
    await userEvent.click(screen.getByRole('button', { name: '显示号码' }))
    await userEvent.type(await screen.findByLabelText('为什么需要号码'), '上门前联系')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '显示号码' }))
    expect((await screen.findByText('13800001234')).getAttribute('href')).toBe('tel:13800001234')
    expect(sent.find(({ operation }) => operation === 'SiteRevealPhoneOfComplaint')?.variables).toEqual({
      input: { complaintId: ID, reason: '上门前联系' },
    })
  })

  it('says so when it lies elsewhere', async () => {
    openPortal(portal, `complaints/${ID}`, {
      person: { permissions: ['portal:propertyManagement', 'complaint:readFacts'] },
      answers: { SiteCase: () => ({ complaint: null }) },
    })
    expect(await screen.findByText('没有找到这件投诉')).toBeTruthy()
  })
})

describe('a case that is being handed over', () => {
  const staff = (name: string) => ({ __typename: 'Staff', id: `stf_${name}`, name })
  const handover = (availableActions: readonly string[]) => ({
    __typename: 'Handover',
    id: 'hov_1',
    version: 1,
    kind: 'CASE',
    status: 'OFFERED',
    caseCount: 1,
    note: '水阀已关，请跟进',
    offeredAt: '2026-11-22T01:00:00.000Z',
    answeredAt: null,
    availableActions,
    giver: staff('赵磊'),
    receiver: staff('孙丽'),
    department: null,
    answeredBy: null,
  })

  it('says who is responsible until it is accepted, and is accepted from the case', async () => {
    let waits = true
    const { sent } = open(complaint(), {
      SiteCase: () => ({
        complaint: complaint({ handover: waits ? handover(['ACCEPT', 'DECLINE']) : null }),
      }),
      AcceptHandover: () => {
        waits = false
        return { acceptHandover: { __typename: 'Handover', id: 'hov_1' } }
      },
    })
    expect(await screen.findByText('赵磊 移交给 孙丽，尚未接收；接收之前仍由 赵磊 负责。')).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: /^接\s?收$/ }))
    expect(await screen.findByText('已接收，现在由您负责')).toBeTruthy()
    await waitFor(() => expect(screen.queryByText('水阀已关，请跟进')).toBeNull())
    expect(sent.find(({ operation }) => operation === 'AcceptHandover')?.variables).toEqual({
      input: { handoverId: 'hov_1', expectedVersion: 1 },
    })
  })
})
