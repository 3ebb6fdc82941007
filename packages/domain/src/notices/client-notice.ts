/** What a client is owed: a word of every change of state of their case, by their own channel. */
import type { ComplaintEventAction } from '../complaints/complaint.ts'
import { z } from 'zod'
import type { Role } from '../access/roles.ts'
import type { Channel, ConfirmationMode, Status } from '../complaints/vocabulary.ts'
import { expectedVersion, optional, words } from '../input.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'

export const CLIENT_CHANNELS = [
  'PHONE',
  'SMS',
  'WECHAT',
  'MAIL',
  'LETTER',
  'PUBLIC_REPLY',
  'AUTHORITY_REPLY',
] as const
export type ClientChannel = (typeof CLIENT_CHANNELS)[number]

export const CLIENT_CHANNEL_LABELS: Readonly<Record<ClientChannel, Text>> = {
  PHONE: text('电话', 'Phone'),
  SMS: text('短信', 'Text message'),
  WECHAT: text('微信', 'WeChat'),
  MAIL: text('电子邮件', 'E-mail'),
  LETTER: text('书信', 'Letter'),
  PUBLIC_REPLY: text('公开答复', 'Public reply'),
  AUTHORITY_REPLY: text('答复主管部门', 'Reply to the authority'),
}

/** OWED: somebody, or the mail server, has it still to do. TOLD: a person did. SENT: the mail server took it. */
export const CLIENT_NOTICE_STATUSES = ['OWED', 'SENT', 'TOLD', 'FAILED', 'WAIVED'] as const
export type ClientNoticeStatus = (typeof CLIENT_NOTICE_STATUSES)[number]

export const CLIENT_NOTICE_STATUS_LABELS: Readonly<Record<ClientNoticeStatus, Text>> = {
  OWED: text('待告知', 'To be told'),
  SENT: text('已发出', 'Sent'),
  TOLD: text('已告知', 'Told'),
  FAILED: text('未能送达', 'Could not be delivered'),
  WAIVED: text('免告知', 'Waived'),
}

export const CLIENT_NOTICE_ACTIONS = ['markTold', 'waive', 'resend'] as const
export type ClientNoticeAction = (typeof CLIENT_NOTICE_ACTIONS)[number]

export const CLIENT_NOTICE_ACTION_LABELS: Readonly<Record<ClientNoticeAction, Text>> = {
  markTold: text('已告知', 'Mark as told'),
  waive: text('免告知', 'Waive'),
  resend: text('重发', 'Send again'),
}

const AGENT: Role = 'SERVICE_AGENT'

const row = (
  action: ClientNoticeAction,
  from: readonly ClientNoticeStatus[],
  to: ClientNoticeStatus,
): Transition<ClientNoticeStatus, ClientNoticeAction> => ({
  action,
  from,
  to,
  requires: [],
  accountable: AGENT,
  permission: `clientNotice:${action}`,
})

/** Only mail can fail, so only mail is sent again. */
export const CLIENT_NOTICE_TRANSITIONS = [
  row('markTold', ['OWED', 'FAILED'], 'TOLD'),
  row('waive', ['OWED', 'FAILED'], 'WAIVED'),
  row('resend', ['FAILED'], 'OWED'),
]

/** By which way the client is answered who came by this one; the first that we have what it needs for. */
const WAYS: Readonly<Record<Channel, readonly ClientChannel[]>> = {
  PHONE: ['PHONE', 'MAIL'],
  COUNTER: ['PHONE', 'MAIL'],
  VISIT: ['PHONE', 'MAIL'],
  LETTER: ['LETTER'],
  FAX: ['LETTER'],
  EMAIL: ['MAIL', 'PHONE'],
  WEB: ['MAIL', 'PHONE'],
  WECHAT: ['WECHAT'],
  SUGGESTION_BOX: ['PHONE', 'MAIL', 'PUBLIC_REPLY'],
  QUESTIONNAIRE: ['PHONE', 'MAIL', 'PUBLIC_REPLY'],
  OWNERS_FORUM: ['PUBLIC_REPLY'],
  COMMITTEE: ['PHONE', 'PUBLIC_REPLY'],
  HOTLINE_12345: ['AUTHORITY_REPLY'],
  API: ['MAIL', 'PHONE'],
}

export interface ReachOfClient {
  readonly channel: Channel
  readonly anonymous: boolean
  readonly hasPhone: boolean
  readonly hasMail: boolean
}

/** Null: there is no way to reach them (anonymous, or nothing is known to write or call to). */
export const clientChannelFor = ({
  channel,
  anonymous,
  hasPhone,
  hasMail,
}: ReachOfClient): ClientChannel | null => {
  const open = (way: ClientChannel): boolean => {
    if (way === 'PUBLIC_REPLY' || way === 'AUTHORITY_REPLY') return true
    if (anonymous) return false
    if (way === 'PHONE') return hasPhone
    return way === 'MAIL' ? hasMail : true
  }
  return WAYS[channel].find(open) ?? null
}

/** The person stood before us, or was on the line. */
const SPOKEN: readonly Channel[] = ['PHONE', 'COUNTER', 'VISIT']

interface Act {
  readonly action: ComplaintEventAction
  readonly channel: Channel
  readonly confirmationMode: ConfirmationMode | null
  readonly followUpSatisfied: boolean | null
}

/** Did the client take part in the very act that changed the state? Then they know, and it is on record by whom. */
export const clientTookPart = ({ action, channel, confirmationMode, followUpSatisfied }: Act): boolean => {
  switch (action) {
    case 'register':
      return SPOKEN.includes(channel)
    case 'confirm':
      return confirmationMode === 'CLIENT'
    case 'refuseOption':
    case 'withdraw':
      return true
    case 'followUp':
      return followUpSatisfied !== null
    default:
      return false
  }
}

/** Why nothing need be told, where no person decided that. */
export const WAIVER_REASONS = ['ANONYMOUS', 'NO_ADDRESS'] as const
export type WaiverReason = (typeof WAIVER_REASONS)[number]

export const WAIVER_REASON_TEXTS: Readonly<Record<WaiverReason, Text>> = {
  ANONYMOUS: text('匿名，无法告知', 'Anonymous: there is nobody to tell'),
  NO_ADDRESS: text('没有电话或邮箱', 'Neither phone nor e-mail is known'),
}

/** What a change of state makes of the client's notice; undefined where none is owed. */
export const clientNoticeOf = (
  event: Act & { readonly from: Status | null; readonly to: Status; readonly imported: boolean },
  reach: ReachOfClient,
):
  | { readonly status: 'OWED' | 'TOLD'; readonly channel: ClientChannel }
  | { readonly status: 'WAIVED'; readonly channel: null; readonly reason: WaiverReason }
  | undefined => {
  // Imported history promises nothing and tells nobody (decision 39).
  if (event.from === event.to || event.imported) return undefined
  const channel = clientChannelFor(reach)
  if (clientTookPart(event)) return { status: 'TOLD', channel: channel ?? 'PHONE' }
  if (channel !== null) return { status: 'OWED', channel }
  return { status: 'WAIVED', channel: null, reason: reach.anonymous ? 'ANONYMOUS' : 'NO_ADDRESS' }
}

/** One schema a verb. */
export const CLIENT_NOTICE_INPUTS = {
  markTold: z.object({
    expectedVersion: expectedVersion(),
    channel: z.enum(CLIENT_CHANNELS),
    note: optional(words(500)),
  }),
  waive: z.object({ expectedVersion: expectedVersion(), reason: words(200) }),
  resend: z.object({ expectedVersion: expectedVersion() }),
} as const
