import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { givenClient, idOf, page, PROJECT } from '../../testing/given.ts'

afterEach(clearPage)

const REQUIREMENT = idOf('arq', 1)
const gap = (n: number, part: string, state: string, more: object = {}) => ({
  __typename: 'ArchiveGap',
  requirementId: idOf('arq', n),
  part,
  fieldLabelZh: null,
  fieldLabelEn: null,
  state,
  since: null,
  note: null,
  ...more,
})
const row = (n: number, gaps: readonly object[]) =>
  givenClient({
    id: idOf('cli', n),
    code: `C000${n}`,
    name: n === 1 ? '王小明' : '赵敏',
    project: PROJECT,
    occupancies: [],
    archiveGaps: gaps,
  })

const OWES = [
  'portal:customerService',
  'client:lookup',
  'client:read',
  'client:readDuty',
  'client:confirmArchive',
] as const

describe('the work list of archives', () => {
  it('tells what each lacks, counts in the menu, and takes a confirmation', async () => {
    let confirmed = false
    const { sent } = openPortal(portal, 'duty', {
      person: { permissions: OWES },
      answers: {
        DutyCount: () => ({ clients: page('Client', [], { totalCount: 7 }) }),
        DutyChoices: () => ({
          projects: [PROJECT],
          archiveRequirements: [
            {
              __typename: 'ArchiveRequirement',
              id: REQUIREMENT,
              part: 'PHONE',
              retiredAt: null,
              field: null,
            },
          ],
        }),
        DutyList: () => ({
          clients: page(
            'Client',
            [
              row(1, [
                gap(2, 'STAY', 'MISSING'),
                ...(confirmed ? [] : [gap(1, 'PHONE', 'STALE', { since: '2025-01-01T00:00:00.000Z' })]),
              ]),
              row(2, [gap(2, 'STAY', 'MISSING')]),
            ],
            { totalCount: 2, totalCountIsCapped: false },
          ),
        }),
        ConfirmArchiveOfClient: () => {
          confirmed = true
          return {
            confirmArchiveOfClient: {
              __typename: 'ArchiveConfirmation',
              id: idOf('acf', 1),
              confirmedAt: '2026-11-27T10:00:00.000Z',
            },
          }
        },
      },
    })
    const user = userEvent.setup({ delay: null })
    const table = within(await screen.findByRole('table', { name: '待完善的档案' }))
    expect((await table.findByRole('link', { name: /王小明/ })).getAttribute('href')).toBe(
      `/customer-service/clients/${idOf('cli', 1)}`,
    )
    expect(table.getByText('待核对 · 电话')).toBeTruthy()
    expect(table.getAllByText('缺少 · 现有房号')).toHaveLength(2)
    // What is missing cannot be confirmed.
    expect(table.queryByRole('button', { name: '已核对：赵敏' })).toBeNull()
    expect(await screen.findByRole('link', { name: /档案待完善.*7/ })).toBeTruthy()
    expect(sent.find(({ operation }) => operation === 'DutyList')?.variables).toMatchObject({
      filter: { owedByMe: true },
    })
    await user.click(table.getByRole('button', { name: '已核对：王小明' }))
    const form = within(await screen.findByRole('form', { name: '已与客户核对' }))
    expect(form.queryByRole('checkbox', { name: '现有房号' })).toBeNull()
    await user.click(form.getByRole('button', { name: '已与客户核对' }))
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'ConfirmArchiveOfClient')?.variables).toEqual({
        input: { clientId: idOf('cli', 1), requirementIds: [REQUIREMENT] },
      }),
    )
    await waitFor(() => expect(table.queryByText('待核对 · 电话')).toBeNull())
  })

  it('that has looked at part of a large organization offers to look at more', async () => {
    openPortal(portal, 'duty?view=all', {
      person: { permissions: OWES },
      answers: {
        DutyCount: () => ({ clients: page('Client', [], { totalCount: 0 }) }),
        DutyChoices: () => ({ projects: [PROJECT], archiveRequirements: [] }),
        DutyList: ({ after }) => ({
          clients: {
            ...page('Client', after ? [row(2, [gap(2, 'STAY', 'MISSING')])] : [], {
              totalCount: 0,
              totalCountIsCapped: true,
            }),
            pageInfo: { __typename: 'PageInfo', endCursor: after ? null : 'far', hasNextPage: !after },
          },
        }),
      },
    })
    const user = userEvent.setup({ delay: null })
    await user.click(await screen.findByRole('button', { name: '继续查看' }))
    expect(await screen.findByRole('link', { name: /赵敏/ })).toBeTruthy()
  })
})
