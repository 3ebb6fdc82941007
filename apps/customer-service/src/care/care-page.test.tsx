import { clearPage, openPortal } from '@steward/portal/testing'
import { localDate } from '@steward/domain'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { idOf, page } from '../testing/given.ts'

afterEach(clearPage)

const PERMISSIONS = [
  'portal:customerService',
  'careOccasion:read',
  'careOccasion:complete',
  'careOccasion:postpone',
  'careOccasion:skip',
  'carePolicy:read',
  'client:read',
] as const
const today = () => localDate(new Date(), 'Asia/Shanghai')

const occasion = (more: object = {}) => ({
  __typename: 'CareOccasion',
  id: idOf('cro', 1),
  version: 3,
  kind: 'BIRTHDAY',
  festival: null,
  occursOn: today(),
  dueOn: today(),
  means: 'CALL',
  status: 'PLANNED',
  reason: null,
  despite: null,
  withdrawal: null,
  postponed: 0,
  closed: false,
  consented: true,
  refusals: [],
  settledAt: null,
  settledBy: null,
  availableActions: ['COMPLETE', 'POSTPONE', 'SKIP'],
  client: {
    __typename: 'Client',
    id: idOf('cli', 1),
    code: 'C0042',
    name: '王小明',
    project: { __typename: 'Project', id: idOf('prj', 1), name: '翠湖花园' },
  },
  contact: {
    __typename: 'ClientContact',
    id: idOf('cct', 1),
    name: '王太太',
    channels: ['PHONE'],
    preferredHours: null,
    doNotContact: false,
  },
  reception: null,
  recentContacts: [],
  earlier: [
    { __typename: 'EarlierCare', kind: 'ANNIVERSARY', means: 'CARD', at: '2026-05-01T02:00:00.000Z' },
  ],
  ...more,
})

/** At no hour of the day is anybody disturbed, so that the test may run at any. */
const rules = {
  __typename: 'CarePolicy',
  version: 1,
  horizonDays: 14,
  quietFrom: 0,
  quietTo: 0,
  capContacts: 1,
  capDays: 7,
  rules: [],
}

const open = (item: object, sent: object[] = []) =>
  openPortal(portal, 'care', {
    person: { name: '徐文静', permissions: [...PERMISSIONS] },
    answers: {
      CareRules: () => ({ carePolicy: rules }),
      CareList: ({ filter }) => ({
        careOccasions: page('CareOccasion', (filter as { from?: string }).from ? [item] : []),
      }),
      CompleteCareOccasion: ({ input }) => {
        sent.push(input as object)
        return { completeCareOccasion: { ...item, status: 'DONE', availableActions: [] } }
      },
    },
  })

describe('the care calendar', () => {
  it('says why, what was done last time and that now is a good moment; recording takes one press more', async () => {
    const sent: object[] = []
    open(occasion(), sent)
    expect(await screen.findByText('现在可以联系')).toBeTruthy()
    expect(screen.getByText(/上次.*入伙\/购房周年，寄贺卡/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '记录关怀' }))
    const words = await screen.findByRole('textbox', { name: /说了什么、做了什么/ })
    expect((words as HTMLTextAreaElement).value).toBe('生日：已打电话')
    await userEvent.click(screen.getAllByRole('button', { name: '记录关怀' }).at(-1)!)
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      occasionId: idOf('cro', 1),
      expectedVersion: 3,
      channel: 'PHONE',
      direction: 'OUT',
      words: '生日：已打电话',
    })
  })

  it('tells when somebody was called this week, and asks why they are called all the same', async () => {
    const at = new Date(Date.now() - 86_400_000).toISOString()
    open(occasion({ recentContacts: [{ __typename: 'RecentContact', at, channel: 'PHONE' }] }))
    expect(await screen.findByText('暂不宜联系：近期已联系过，达到上限')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '记录关怀' }))
    expect(await screen.findByRole('textbox', { name: /为何仍然联系/ })).toBeTruthy()
  })
})
