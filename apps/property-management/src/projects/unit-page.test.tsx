import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'

afterEach(clearPage)

const id = (prefix: string, n: number) => `${prefix}_0190000000007000800000000000000${n}`
const UNIT = id('unt', 1)
const SITE: readonly Permission[] = [
  'portal:propertyManagement',
  'project:read',
  'client:read',
  'client:lookup',
  'client:open',
  'client:recordOccupancy',
  'client:endOccupancy',
  'client:amend',
]
const client = (n: number, name: string) => ({
  __typename: 'Client',
  id: id('cli', n),
  version: 4,
  code: `C000${n}`,
  kind: 'HOUSEHOLD',
  name,
  phoneMasked: '138****1234',
})
const stay = (n: number, name: string, more: object = {}) => ({
  __typename: 'ClientOccupancy',
  id: id('occ', n),
  version: 2,
  relation: 'OWNER',
  fromOn: '2020-05-01',
  toOn: null,
  movedInOn: null,
  shareBasisPoints: null,
  client: client(n, name),
  ...more,
})

async function openUnit(answers: Answers = {}, permissions = SITE) {
  const shown = openPortal(portal, `projects/units/${UNIT}`, {
    person: { permissions },
    answers: {
      SiteUnit: ({ withClients }) => ({
        node: {
          __typename: 'Unit',
          id: UNIT,
          label: '2-201',
          floor: 2,
          version: 1,
          developer: null,
          warrantyEndsOn: null,
          building: null,
          project: null,
          ...(withClients
            ? {
                occupants: [stay(1, '王小明'), stay(2, '李旧', { toOn: '2019-12-31', fromOn: '2015-01-01' })],
              }
            : {}),
        },
      }),
      SiteMovingClients: () => ({
        clients: {
          __typename: 'ClientConnection',
          edges: [{ __typename: 'ClientEdge', node: client(3, '赵新') }],
        },
      }),
      ...answers,
    },
  })
  await screen.findByRole('heading', { name: '2-201' })
  return { ...shown, user: userEvent.setup({ delay: null }) }
}
const inputOf = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent
    .filter((it) => it.operation === operation)
    .map(({ variables }) => (variables as { input: object }).input)
const moveIn = async (user: ReturnType<typeof userEvent.setup>, option: RegExp) => {
  await user.click(screen.getByRole('button', { name: /登记入住/ }))
  const form = within(await screen.findByRole('form', { name: '登记入住' }))
  await user.type(form.getByLabelText('谁搬进来'), '赵新')
  await user.click(await screen.findByText(option))
  return form
}

describe('at the door', () => {
  it('stand those who are there, and behind a fold those who were', async () => {
    await openUnit()
    expect(screen.getByText('王小明')).toBeTruthy()
    expect(screen.getByText('以前的业主和住户（1）')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /登记迁出/ })).toHaveLength(1)
  })

  it('somebody on file moves in with a name and a press', async () => {
    const { user, sent } = await openUnit({
      SiteRecordOccupancy: () => ({ recordOccupancy: { __typename: 'Client', id: id('cli', 3) } }),
    })
    const form = await moveIn(user, /赵新 · 138/)
    await user.click(form.getByRole('button', { name: '登记入住' }))
    await waitFor(() => expect(inputOf(sent, 'SiteRecordOccupancy')).toHaveLength(1))
    expect(inputOf(sent, 'SiteRecordOccupancy')[0]).toMatchObject({
      clientId: id('cli', 3),
      unitId: UNIT,
      relation: 'OCCUPANT',
      fromOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  })

  it('somebody new gets an archive in the same act, once it was explained to them', async () => {
    const { user, sent } = await openUnit({
      SiteOpenClient: () => ({ openClient: { __typename: 'Client', id: id('cli', 4) } }),
    })
    const form = await moveIn(user, /^新住户：赵新$/)
    await user.type(await form.findByLabelText('电话'), '13900005678')
    await user.click(form.getByRole('button', { name: '登记入住' }))
    await form.findByText('请先向客户说明建档的用途和好处。')
    await user.click(form.getByRole('checkbox', { name: /已当面说明/ }))
    await user.click(form.getByRole('button', { name: '登记入住' }))
    await waitFor(() => expect(inputOf(sent, 'SiteOpenClient')).toHaveLength(1))
    expect(inputOf(sent, 'SiteOpenClient')[0]).toMatchObject({
      name: '赵新',
      phone: '13900005678',
      explained: true,
      occupancies: [{ unitId: UNIT, relation: 'OCCUPANT' }],
    })
  })

  it('somebody who turns out to be on file is taken from there', async () => {
    const { user, sent } = await openUnit({
      SiteOpenClient: () => ({
        openClient: {
          __typename: 'DuplicateError',
          code: 'DUPLICATE',
          message: '已存在',
          existingId: id('cli', 5),
        },
      }),
      SiteKnownClient: () => ({ client: client(5, '赵新（原租户）') }),
      SiteRecordOccupancy: () => ({ recordOccupancy: { __typename: 'Client', id: id('cli', 5) } }),
    })
    const form = await moveIn(user, /^新住户：赵新$/)
    await user.type(await form.findByLabelText('电话'), '13900005678')
    await user.click(form.getByRole('checkbox', { name: /已当面说明/ }))
    await user.click(form.getByRole('button', { name: '登记入住' }))
    await screen.findByText(/原租户/)
    await user.click(screen.getByRole('button', { name: '就是这位' }))
    await waitFor(() =>
      expect(inputOf(sent, 'SiteRecordOccupancy')).toMatchObject([{ clientId: id('cli', 5), unitId: UNIT }]),
    )
  })

  it('moves out today with one press', async () => {
    const { user, sent } = await openUnit({
      SiteEndOccupancy: () => ({ endOccupancy: { __typename: 'Client', id: id('cli', 1) } }),
    })
    await user.click(screen.getByRole('button', { name: '登记迁出 王小明' }))
    const form = within(await screen.findByRole('form', { name: '登记迁出' }))
    await user.click(form.getByRole('button', { name: '登记迁出' }))
    await waitFor(() =>
      expect(inputOf(sent, 'SiteEndOccupancy')).toMatchObject([
        { occupancyId: id('occ', 1), expectedVersion: 2, recordedInError: false },
      ]),
    )
  })

  it('takes down a number that the archive lacks, and nothing else', async () => {
    const silent = { ...client(1, '王小明'), phoneMasked: null }
    const { user, sent } = await openUnit({
      SiteUnit: () => ({
        node: {
          __typename: 'Unit',
          id: UNIT,
          label: '2-201',
          floor: 2,
          version: 1,
          developer: null,
          warrantyEndsOn: null,
          building: null,
          project: null,
          occupants: [stay(1, '王小明', { client: silent }), stay(2, '李新')],
        },
      }),
      SiteAddPhone: () => ({ amendClient: { ...silent, version: 5, phoneMasked: '139****5678' } }),
    })
    expect(screen.queryByRole('button', { name: '补登电话 李新' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '补登电话 王小明' }))
    const form = within(await screen.findByRole('form', { name: '补登电话' }))
    await user.type(form.getByLabelText('电话'), '13900005678')
    await user.click(form.getByRole('button', { name: '补登电话' }))
    await waitFor(() =>
      expect(inputOf(sent, 'SiteAddPhone')).toEqual([
        { clientId: id('cli', 1), expectedVersion: 4, phone: '13900005678' },
      ]),
    )
  })

  it('is nobody for who may not know them', async () => {
    const { sent } = await openUnit({}, ['portal:propertyManagement', 'project:read'])
    expect(sent.find(({ operation }) => operation === 'SiteUnit')?.variables).toMatchObject({
      withClients: false,
    })
    expect(screen.queryByRole('button', { name: /登记入住/ })).toBeNull()
  })
})
