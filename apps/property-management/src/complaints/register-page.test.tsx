import { clearPage, failing, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const id = (prefix: string, n: number) => `${prefix}_0190000000007000800000000000000${n}`
const PROJECT = id('prj', 1)
const BUILDING = id('bld', 2)
const UNIT = id('unt', 3)
const CLIENT = id('cli', 4)

const projects = (...names: readonly string[]) =>
  names.map((name, at) => ({
    __typename: 'Project',
    id: at === 0 ? PROJECT : id('prj', 9),
    name,
    buildings: [{ __typename: 'Building', id: BUILDING, name: '2栋' }],
  }))

const page = { __typename: 'PageInfo', endCursor: null, hasNextPage: false }
const places: Answers = {
  SiteRegisterPage: () => ({
    projects: projects('翠湖花园'),
    node: {
      __typename: 'Unit',
      id: UNIT,
      building: { __typename: 'Building', id: BUILDING },
      project: { __typename: 'Project', id: PROJECT },
    },
  }),
  SiteBuildingUnits: () => ({
    units: {
      __typename: 'UnitConnection',
      edges: [{ __typename: 'UnitEdge', node: { __typename: 'Unit', id: UNIT, label: '2-201' } }],
      pageInfo: page,
    },
  }),
  SiteUnitOccupants: () => ({
    clients: {
      __typename: 'ClientConnection',
      edges: [
        {
          __typename: 'ClientEdge',
          node: {
            __typename: 'Client',
            id: CLIENT,
            name: '王小明',
            code: 'C1',
            relation: 'OWNER',
            phoneMasked: '138****1234',
          },
        },
      ],
    },
  }),
  SiteRegisterComplaint: () => ({
    registerComplaint: { __typename: 'Complaint', id: id('cmp', 5), number: '2611-0042' },
  }),
  SiteCase: () => ({ complaint: null }),
}

const open = (path: string, answers: Answers = {}) =>
  openPortal(portal, path, {
    person: { permissions: ['portal:propertyManagement', 'complaint:register', 'complaint:readFacts'] },
    answers: { ...places, ...answers },
  })
const submit = () => userEvent.click(screen.getByRole('button', { name: /登记$/ }))
const registered = (sent: readonly { operation: string; variables: Readonly<Record<string, unknown>> }[]) =>
  sent.find(({ operation }) => operation === 'SiteRegisterComplaint')?.variables['input']

describe('registering on site', () => {
  it('says what may be promised to whoever stands beside', async () => {
    open('complaints/new', {
      PromiseOutlook: () => ({
        promiseOutlook: [
          {
            __typename: 'PromiseOutlook',
            kind: 'ANSWER',
            // Far away, so that the words are the same whenever the test runs.
            dueAt: '2061-05-06T09:30:00Z',
            explainDueTime: {
              __typename: 'DueTimeExplanation',
              policyRevision: 0,
              ruleSeverity: null,
              calendarRevision: 2,
              lines: [],
            },
          },
        ],
      }),
    })
    expect(await screen.findByText('“我们会在5月6日 周五 17:30 之前答复您。”')).toBeTruthy()
  })

  it('needs what one sees and nothing else, where there is one project', async () => {
    const { sent, router } = open('complaints/new')
    await userEvent.type(await screen.findByLabelText('看到什么'), '3 楼走廊顶板漏水')
    await submit()
    await waitFor(() => expect(registered(sent)).toBeDefined())
    expect(registered(sent)).toMatchObject({
      kind: 'ANOMALY',
      channel: 'VISIT',
      severity: 3,
      projectId: PROJECT,
      summary: '3 楼走廊顶板漏水',
      facts: '3 楼走廊顶板漏水',
    })
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/property-management/complaints/${id('cmp', 5)}`),
    )
  })

  it('starts from the door that one stands at, and offers who lives there', async () => {
    const { sent } = open(`complaints/new?unit=${UNIT}`)
    await userEvent.type(await screen.findByLabelText('看到什么'), '厨房漏水')
    await userEvent.click(screen.getByText('报修'))
    await userEvent.click(await screen.findByLabelText('谁反映的'))
    await userEvent.click(await screen.findByText(/王小明 · 业主 · 138\*\*\*\*1234/))
    expect(screen.queryByLabelText('联系人')).toBeNull()
    await submit()
    await waitFor(() => expect(registered(sent)).toBeDefined())
    expect(registered(sent)).toMatchObject({ kind: 'REQUEST', unitId: UNIT, clientId: CLIENT })
    expect(registered(sent)).not.toHaveProperty('projectId')
  })

  it('wants somebody to answer to, unless one saw a fault oneself', async () => {
    const { sent } = open('complaints/new')
    await userEvent.type(await screen.findByLabelText('看到什么'), '门禁失灵')
    await userEvent.click(within(screen.getByRole('form')).getByText('投诉'))
    await submit()
    await screen.findByText('请填写客户或联系人，或注明匿名。')
    await userEvent.type(screen.getByLabelText('联系人'), '李女士')
    await submit()
    await waitFor(() => expect(registered(sent)).toMatchObject({ contactName: '李女士' }))
  })

  it('keeps what was typed when the connection is lost, also for the next visit', async () => {
    const lost = { SiteRegisterComplaint: () => failing('UNAVAILABLE') }
    open('complaints/new', lost)
    await userEvent.type(await screen.findByLabelText('看到什么'), '外墙砖松动')
    await submit()
    await screen.findByText(/您写的已存在本机/)

    const kept = { ...localStorage }
    clearPage()
    Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value as string))
    open('complaints/new', lost)
    expect(await screen.findByLabelText('看到什么')).toHaveProperty('value', '外墙砖松动')
  })
})
