import { describe, expect, it } from 'vitest'
import { CHANNELS, COMPLAINT_ACTIONS, STATUSES } from '../complaints/vocabulary.ts'
import { COMPLAINT_TRANSITIONS } from '../complaints/complaint-transitions.ts'
import { clientChannelFor, clientNoticeOf, clientTookPart } from './client-notice.ts'
import { CLIENT_TEMPLATES } from './client-templates.ts'

const reach = { channel: 'PHONE', anonymous: false, hasPhone: true, hasMail: false } as const
const act = {
  action: 'acknowledge',
  channel: 'PHONE',
  confirmationMode: null,
  followUpSatisfied: null,
  from: 'REGISTERED',
  to: 'ACKNOWLEDGED',
  imported: false,
} as const

describe('a change of state', () => {
  it.each(STATUSES)('to %s owes the client a word', (to) => {
    expect(clientNoticeOf({ ...act, from: null, to }, reach)).toEqual({ status: 'OWED', channel: 'PHONE' })
    expect(CLIENT_TEMPLATES[to].body.zh).toContain('{{number}}')
  })

  it('owes nothing where the state stays, and nothing of imported history', () => {
    expect(clientNoticeOf({ ...act, to: 'REGISTERED' }, reach)).toBeUndefined()
    expect(clientNoticeOf({ ...act, imported: true }, reach)).toBeUndefined()
  })

  it('is known to a client who took part in it', () => {
    const confirmed = { ...act, action: 'confirm', confirmationMode: 'CLIENT' } as const
    expect(clientNoticeOf(confirmed, reach)).toEqual({ status: 'TOLD', channel: 'PHONE' })
    expect(clientNoticeOf({ ...confirmed, confirmationMode: 'UNREACHABLE' }, reach)?.status).toBe('OWED')
    expect(clientTookPart({ ...act, action: 'followUp' })).toBe(false)
    expect(clientTookPart({ ...act, action: 'followUp', followUpSatisfied: false })).toBe(true)
    expect(clientTookPart({ ...act, action: 'register', channel: 'WEB' })).toBe(false)
  })

  it('is never taken for told where only staff acted', () => {
    const inside = COMPLAINT_ACTIONS.filter(
      (action) => !['register', 'confirm', 'refuseOption', 'withdraw', 'followUp'].includes(action),
    )
    const moving = new Set(
      COMPLAINT_TRANSITIONS.filter(({ to }) => to !== 'SAME').map(({ action }) => action),
    )
    for (const action of inside.filter((it) => moving.has(it)))
      expect(clientTookPart({ ...act, action, confirmationMode: 'CLIENT', followUpSatisfied: true })).toBe(
        false,
      )
  })

  it('is waived where there is nobody to tell, and says why', () => {
    expect(clientNoticeOf(act, { ...reach, anonymous: true })).toEqual({
      status: 'WAIVED',
      channel: null,
      reason: 'ANONYMOUS',
    })
    expect(clientNoticeOf(act, { ...reach, hasPhone: false })).toMatchObject({ reason: 'NO_ADDRESS' })
  })
})

describe('the way to a client', () => {
  it.each(CHANNELS)('who came by %s is one that we can go', (channel) => {
    const both = [true, false]
    const cases = both.flatMap((hasPhone) =>
      both.flatMap((hasMail) => both.map((anonymous) => ({ channel, anonymous, hasPhone, hasMail }))),
    )
    const wrong = cases.filter((it) => {
      const way = clientChannelFor(it)
      if (it.anonymous) return way !== null && way !== 'PUBLIC_REPLY' && way !== 'AUTHORITY_REPLY'
      return (way === 'PHONE' && !it.hasPhone) || (way === 'MAIL' && !it.hasMail)
    })
    expect(wrong).toEqual([])
  })

  it('answers an authority through the authority, also for a caller without a name', () => {
    expect(clientChannelFor({ ...reach, channel: 'HOTLINE_12345', anonymous: true })).toBe('AUTHORITY_REPLY')
  })

  it('prefers the mail for who wrote, and the phone for who called', () => {
    expect(clientChannelFor({ ...reach, channel: 'EMAIL', hasMail: true })).toBe('MAIL')
    expect(clientChannelFor({ ...reach, channel: 'PHONE', hasMail: true })).toBe('PHONE')
    expect(clientChannelFor({ ...reach, channel: 'EMAIL' })).toBe('PHONE')
  })
})
