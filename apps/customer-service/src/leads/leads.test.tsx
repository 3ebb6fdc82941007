import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { AT, givenClient, givenLead, idOf, page, PROJECT, ZHAO_LEI } from '../testing/given.ts'

beforeEach(() => localStorage.clear())
afterEach(clearPage)

const WORKS = [
  'portal:customerService',
  'complaint:read',
  'client:read',
  'client:lookup',
  'client:open',
  'staff:read',
  'project:read',
  'lead:read',
  'lead:readName',
  'lead:open',
  'lead:claim',
  'lead:contact',
  'lead:convert',
  'lead:revealPhone',
] as const
const LEADS = [
  'portal:customerService',
  'lead:read',
  'lead:readName',
  'lead:assign',
  'lead:readYield',
  'campaign:readCost',
] as const

const COUNT = { __typename: 'LeadConnection', totalCount: 3, totalCountIsCapped: false }
const row = (more: object) => ({
  __typename: 'LeadYieldRow',
  contacted: 0,
  qualified: 0,
  lost: 0,
  clients: 0,
  medianHours: null,
  costMinor: null,
  costPerClientMinor: null,
  ...more,
})

const open = (path: string, permissions: readonly string[] = WORKS, answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: { permissions: permissions as never },
    answers: {
      LeadViews: () => ({ mine: COUNT, due: COUNT, pool: COUNT, open: COUNT, all: COUNT }),
      LeadOrigins: () => ({
        leadSources: [{ ...givenLead().source, retiredAt: null }],
        campaigns: [],
        projects: [PROJECT],
      }),
      LeadColumn: ({ filter }) => {
        const [status] = (filter as { status: string[] }).status
        const leads =
          status === 'NEW'
            ? [
                givenLead({
                  id: idOf('led', 2),
                  status,
                  name: '吴远',
                  availableActions: ['CLAIM'],
                  assignee: null,
                  returnsAt: null,
                }),
              ]
            : status === 'ASSIGNED'
              ? [givenLead()]
              : []
        return { leads: page('Lead', leads), counted: { ...COUNT, totalCount: leads.length } }
      },
      LeadPage: () => ({ lead: givenLead() }),
      SavedViews: () => ({ savedViews: [] }),
      ColleaguesByName: () => ({ staff: page('Staff', [ZHAO_LEI]) }),
      ...answers,
    },
  })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

describe('the board of leads', () => {
  it('has a column for each state, and lets whoever works on leads claim from the pool', async () => {
    let claimed: object | undefined
    const { user } = open('leads?view=open', WORKS, {
      ClaimLead: ({ input }) => {
        claimed = input as object
        return { claimLead: { __typename: 'Lead', id: idOf('led', 2), version: 3 } }
      },
    })
    const pool = await screen.findByRole('region', { name: '公海' })
    expect(await within(pool).findByText('吴远')).toBeTruthy()
    for (const name of ['待联系', '已联系', '意向明确'])
      expect(screen.getByRole('region', { name })).toBeTruthy()
    await user.click(within(pool).getByRole('button', { name: '认领 吴远' }))
    await screen.findByText('已认领，请尽快联系')
    expect(claimed).toEqual({ leadId: idOf('led', 2), expectedVersion: 2 })
  })

  it('says who was first when two claim the same', async () => {
    const { user } = open('leads?view=pool', WORKS, {
      ClaimLead: () => ({
        claimLead: {
          __typename: 'StaleRecordError',
          code: 'STALE_RECORD',
          message: '…',
          changedAt: AT,
          changedBy: '赵磊',
          version: 3,
        },
      }),
    })
    await user.click(await screen.findByRole('button', { name: '认领 吴远' }))
    expect(await screen.findByText('刚被同事认领了')).toBeTruthy()
  })
})

describe('the page of a lead', () => {
  it('logs a contact with what comes next, and asks for the day of it', async () => {
    let sent: object | undefined
    const { user } = open(`leads/${idOf('led', 1)}`, WORKS, {
      ContactLead: ({ input }) => {
        sent = input as object
        return { contactLead: { __typename: 'Lead', id: idOf('led', 1), version: 3 } }
      },
    })
    await user.click(await screen.findByRole('button', { name: '登记联系' }))
    const form = within(await screen.findByRole('form', { name: '登记联系' }))
    await user.type(form.getByLabelText('谈了什么'), '约周六看房')
    await user.type(form.getByLabelText('下一步'), '带看')
    await user.click(form.getByRole('button', { name: '登记联系' }))
    expect(sent).toBeUndefined()
    await user.type(form.getByLabelText('哪一天'), '2026-11-28')
    await user.click(form.getByRole('button', { name: '登记联系' }))
    await waitFor(() =>
      expect(sent).toEqual({
        leadId: idOf('led', 1),
        expectedVersion: 2,
        channel: 'PHONE',
        note: '约周六看房',
        nextStep: '带看',
        nextStepOn: '2026-11-28',
      }),
    )
  })

  it('offers only what the server says can be done, and keeps the number back in the pool', async () => {
    open(`leads/${idOf('led', 1)}`, WORKS, {
      LeadPage: () => ({
        lead: givenLead({
          status: 'NEW',
          assignee: null,
          pooledAt: AT,
          returnsAt: null,
          availableActions: ['CLAIM'],
        }),
      }),
    })
    expect(await screen.findByRole('button', { name: '认领 周新' })).toBeTruthy()
    expect(screen.getByText('认领后可查看号码')).toBeTruthy()
    for (const name of ['查看号码', '登记联系', '修改资料'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('converting', () => {
  it('offers the client who is on file already, and joins them with one press', async () => {
    const sent: Record<string, unknown>[] = []
    const { user, router } = open(`leads/convert?lead=${idOf('led', 1)}`, WORKS, {
      ConvertLeadPage: () => ({ lead: givenLead({ status: 'QUALIFIED', availableActions: ['CONVERT'] }) }),
      SameClientAsLead: () => ({ client: givenClient() }),
      ClientPage: () => ({ client: givenClient(), complaints: page('Complaint', []) }),
      ConvertLead: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return {
          convertLead: (input as { clientId?: string }).clientId
            ? {
                __typename: 'Lead',
                id: idOf('led', 1),
                version: 4,
                client: { __typename: 'Client', id: idOf('cli', 1), name: '王小明' },
              }
            : { __typename: 'DuplicateError', code: 'DUPLICATE', message: '…', existingId: idOf('cli', 1) },
        }
      },
    })
    await user.click(await screen.findByRole('checkbox', { name: /已向客户说明/ }))
    await user.click(screen.getByRole('button', { name: '转为客户' }))
    const dialog = within(await screen.findByRole('dialog', { name: '档案里可能已有此人' }))
    await user.click(await dialog.findByRole('button', { name: '归入此客户' }))
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/customer-service/clients/${idOf('cli', 1)}`),
    )
    // Source and referrer are said as the lead has them; the number is the server's to fill in.
    expect(sent[0]!['opening']).toMatchObject({
      name: '周新',
      source: 'REFERRAL',
      referrer: '老王',
      relation: 'PROSPECT',
    })
    expect(sent[0]!['opening']).not.toHaveProperty('phone')
    expect(sent[1]).toEqual({ leadId: idOf('led', 1), expectedVersion: 2, clientId: idOf('cli', 1) })
  })
})

describe('the yield', () => {
  it('leads from each figure to the list behind it', async () => {
    open('leads/yield?from=2026-09-01&to=2026-11-30', LEADS, {
      LeadYield: () => ({
        leadYield: {
          __typename: 'LeadYield',
          total: row({
            id: null,
            name: null,
            leads: 9,
            converted: 3,
            contacted: 6,
            qualified: 4,
            clients: 2,
            medianHours: 252,
            costPerClientMinor: 50_001,
          }),
          bySource: [
            row({
              id: idOf('lsr', 1),
              name: '活动',
              leads: 9,
              converted: 3,
              contacted: 6,
              qualified: 4,
              clients: 2,
              costMinor: 100_001,
            }),
          ],
          byCampaign: [],
        },
      }),
    })
    const table = within(await screen.findByRole('table', { name: '明细' }))
    expect(table.getByRole('link', { name: '3' }).getAttribute('href')).toBe(
      `/customer-service/leads?view=all&layout=list&from=2026-09-01&to=2026-11-30&reached=CONVERTED&source=${encodeURIComponent(idOf('lsr', 1))}`,
    )
    expect(screen.getByText('10.5 天')).toBeTruthy()
    expect(within(screen.getByRole('list', { name: '漏斗' })).getAllByRole('link')).toHaveLength(4)
  })
})
