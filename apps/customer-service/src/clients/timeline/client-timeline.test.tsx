import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { givenClient, givenContact, idOf, LI_NA, page, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const RECEIVES: readonly Permission[] = [
  ...SEES_ALL,
  'client:readTimeline',
  'reception:read',
  'reception:readWords',
  'reception:record',
  'reception:amend',
  'complaint:register',
]
const entry = (kind: string, at: string, more: object = {}) => ({
  __typename: 'TimelineEntry',
  key: `${kind}:${at}`,
  kind,
  at,
  channel: null,
  by: LI_NA,
  change: null,
  contact: null,
  occupancy: null,
  consent: null,
  statusRecord: null,
  reception: null,
  complaint: null,
  event: null,
  promise: null,
  notice: null,
  signOff: null,
  receivable: null,
  payment: null,
  merge: null,
  formerClientCode: null,
  ...more,
})
const RECEPTION = {
  __typename: 'Reception',
  id: idOf('rcp', 1),
  version: 1,
  channel: 'WECHAT',
  direction: 'IN',
  purpose: 'COMPLAINT',
  words: '电梯里总有烟味',
  result: null,
  nextStep: '请保安多巡',
  nextOn: '2026-12-01',
  recordedAt: '2026-11-20T02:00:00.000Z',
  recordedBy: LI_NA,
  contact: null,
  member: null,
  complaint: null,
  earlier: [],
}
const timelineOf = (nodes: readonly object[]) => ({
  client: {
    __typename: 'Client',
    id: idOf('cli', 1),
    contacts: [givenContact(1)],
    members: [],
    timeline: page('TimelineEntry', nodes),
  },
})

async function openPage(answers: Answers = {}, permissions = RECEIVES, search = '') {
  const shown = openPortal(portal, `clients/${idOf('cli', 1)}${search}`, {
    person: { permissions },
    answers: {
      ClientPage: () => ({ client: givenClient(), complaints: page('Complaint', []) }),
      ClientTimeline: () =>
        timelineOf([
          entry('RECEPTION', '2026-11-20T02:00:00.000Z', { channel: 'WECHAT', reception: RECEPTION }),
          entry('OPENED', '2026-05-14T02:00:00.000Z'),
        ]),
      RecordReception: () => ({
        recordReception: { __typename: 'Reception', id: idOf('rcp', 2), version: 1 },
      }),
      ...answers,
    },
  })
  await screen.findByRole('heading', { name: '王小明' })
  return { ...shown, user: userEvent.setup({ delay: null }) }
}
const region = () => within(screen.getByRole('region', { name: '时间线' }))
const sentTo = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent.filter((it) => it.operation === operation).map(({ variables }) => variables)

describe('the timeline of a client', () => {
  it('stands month by month, says what was said, and leads on to a case of it', async () => {
    await openPage()
    const november = within(await region().findByRole('region', { name: '2026年11月' }))
    expect(november.getByText('微信 · 抱怨')).toBeTruthy()
    expect(november.getByText('电梯里总有烟味')).toBeTruthy()
    expect(november.getByText('请保安多巡', { exact: false })).toBeTruthy()
    expect(november.getByRole('button', { name: '转为投诉或诉求' })).toBeTruthy()
    expect(within(region().getByRole('region', { name: '2026年5月' })).getByText('建档')).toBeTruthy()
  })

  it('takes a word down with one sentence and Enter, keeps it while it cannot be sent, and asks anew', async () => {
    let isDown = true
    const { user, sent } = await openPage({
      RecordReception: () =>
        isDown
          ? {
              recordReception: {
                __typename: 'NotEligibleError',
                code: 'NOT_ELIGIBLE',
                message: '该操作不在您的职责范围内。',
                reason: 'permission',
              },
            }
          : { recordReception: { __typename: 'Reception', id: idOf('rcp', 2), version: 1 } },
    })
    await user.click(await region().findByRole('button', { name: /记一笔/ }))
    await user.keyboard('问车位{Enter}')
    await screen.findByText('该操作不在您的职责范围内。')
    expect(
      localStorage.getItem(Object.keys(localStorage).find((key) => key.includes('reception'))!),
    ).toContain('问车位')
    isDown = false
    const asked = sentTo(sent, 'ClientTimeline').length
    await user.click(region().getByLabelText(/说了什么/))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(sentTo(sent, 'ClientTimeline').length).toBeGreaterThan(asked))
    expect(sentTo(sent, 'RecordReception').at(-1)).toEqual({
      input: {
        clientId: idOf('cli', 1),
        channel: 'PHONE',
        direction: 'IN',
        purpose: 'INQUIRY',
        words: '问车位',
      },
    })
    expect(Object.keys(localStorage).filter((key) => key.includes('reception'))).toEqual([])
  })

  it('is narrowed by the address', async () => {
    const { sent } = await openPage({}, RECEIVES, '?show=TALKS&from=2026-11-01')
    await region().findByText('电梯里总有烟味')
    expect(sentTo(sent, 'ClientTimeline')[0]).toMatchObject({
      filter: {
        kind: ['RECEPTION', 'NEXT_STEP_DONE', 'LEAD_STEP', 'NOTICE', 'SILENT', 'SILENCE_ENDED'],
        from: '2026-10-31T16:00:00.000Z',
      },
    })
  })

  it('is not there for whoever may not read it', async () => {
    await openPage({}, SEES_ALL)
    expect(screen.queryByRole('region', { name: '时间线' })).toBeNull()
  })
})
