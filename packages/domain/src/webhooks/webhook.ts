/** Endpoints of partners: their life, and how a message fares. */
import type { Transition } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'

/** A paused endpoint keeps its messages until it is resumed. An archived one is told nothing any more, for good. */
export const WEBHOOK_STATUSES = ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number]

export const WEBHOOK_STATUS_LABELS: Readonly<Record<WebhookStatus, Text>> = {
  ACTIVE: text('启用', 'Active'),
  PAUSED: text('已暂停', 'Paused'),
  ARCHIVED: text('已移除', 'Removed'),
}

/** BY_HAND: an administrator. GONE: it answered 410. FAILING: it took nothing for days. */
export const WEBHOOK_PAUSE_REASONS = ['BY_HAND', 'GONE', 'FAILING'] as const
export type WebhookPauseReason = (typeof WEBHOOK_PAUSE_REASONS)[number]

export const WEBHOOK_PAUSE_REASON_LABELS: Readonly<Record<WebhookPauseReason, Text>> = {
  BY_HAND: text('由管理员暂停', 'by an administrator'),
  GONE: text('对方答复 410，表示不再接收', 'it answered 410: it wants no more'),
  FAILING: text('连续数日投递失败', 'it took nothing for days'),
}

export const WEBHOOK_ACTIONS = [
  'change',
  'pause',
  'resume',
  'rotateSecret',
  'test',
  'replayFailed',
  'archive',
] as const
export type WebhookAction = (typeof WEBHOOK_ACTIONS)[number]

const row = (
  action: WebhookAction,
  from: readonly WebhookStatus[],
  to: WebhookStatus | 'SAME',
): Transition<WebhookStatus, WebhookAction> => ({
  action,
  from,
  to,
  requires: [],
  permission: `webhook:${action}`,
  accountable: 'ADMIN',
})

const LIVING = ['ACTIVE', 'PAUSED'] as const satisfies readonly WebhookStatus[]

export const WEBHOOK_TRANSITIONS: readonly Transition<WebhookStatus, WebhookAction>[] = [
  row('change', LIVING, 'SAME'),
  row('pause', ['ACTIVE'], 'PAUSED'),
  row('resume', ['PAUSED'], 'ACTIVE'),
  row('rotateSecret', LIVING, 'SAME'),
  row('test', LIVING, 'SAME'),
  row('replayFailed', LIVING, 'SAME'),
  row('archive', LIVING, 'ARCHIVED'),
]

/** PENDING: to be sent, perhaps again. FAILED: given up after the last attempt; it can be replayed. */
export const WEBHOOK_MESSAGE_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const
export type WebhookMessageStatus = (typeof WEBHOOK_MESSAGE_STATUSES)[number]

export const WEBHOOK_MESSAGE_STATUS_LABELS: Readonly<Record<WebhookMessageStatus, Text>> = {
  PENDING: text('待投递', 'Pending'),
  DELIVERED: text('已送达', 'Delivered'),
  FAILED: text('已放弃', 'Failed'),
}

/** Why an attempt did not deliver. */
export const WEBHOOK_FAILURES = [
  'NO_ADDRESS',
  'NOT_HTTPS',
  'WRONG_PORT',
  'CREDENTIALS_IN_URL',
  'UNKNOWN_HOST',
  'NOT_PUBLIC',
  'TIMEOUT',
  'UNREACHABLE',
  'REDIRECT',
  'REFUSED',
  'NO_ACCESS',
  'FAULT',
] as const
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number]

export const WEBHOOK_FAILURE_LABELS: Readonly<Record<WebhookFailure, Text>> = {
  NO_ADDRESS: text('地址无法识别', 'the address cannot be read'),
  NOT_HTTPS: text('地址不是 https', 'the address is not https'),
  WRONG_PORT: text('端口不是 443', 'the port is not 443'),
  CREDENTIALS_IN_URL: text('地址里有用户名或密码', 'the address holds a user name or password'),
  UNKNOWN_HOST: text('域名无法解析', 'the host name is unknown'),
  NOT_PUBLIC: text('域名指向内网地址，拒绝连接', 'the host is not on the public internet: not called'),
  TIMEOUT: text('10 秒内没有答复', 'no answer within 10 seconds'),
  UNREACHABLE: text('无法建立安全连接', 'no secure connection could be made'),
  REDIRECT: text('要求转到别处，不予跟随', 'it redirects, which is not followed'),
  REFUSED: text('没有以 2xx 答复', 'it did not answer 2xx'),
  NO_ACCESS: text('合作方已无权读取该投诉', 'the partner may no longer read the case'),
  FAULT: text('本系统故障', 'a fault of this system'),
}

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]

/** Pauses between attempts in milliseconds: the schedule of Standard Webhooks. The tenth failure is the last. */
export const WEBHOOK_RETRY_PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** When a message is tried again after so many failed attempts; undefined: no more. */
export const nextWebhookAttempt = (failedAttempts: number, now: Date): Date | undefined => {
  const pause = WEBHOOK_RETRY_PAUSES[failedAttempts - 1]
  return pause === undefined ? undefined : new Date(now.getTime() + pause)
}

/** An endpoint that has taken nothing for this long is paused. */
export const WEBHOOK_PATIENCE_DAYS = 3

/** Why an endpoint is to be paused after a failed attempt; undefined: it is not yet. */
export const webhookPauseAfter = (
  { httpStatus, failingSince }: { readonly httpStatus: number | null; readonly failingSince: Date },
  now: Date,
): WebhookPauseReason | undefined => {
  if (httpStatus === 410) return 'GONE'
  return now.getTime() - failingSince.getTime() >= WEBHOOK_PATIENCE_DAYS * DAY ? 'FAILING' : undefined
}

/** After a rotation messages bear the signatures of the old secret and of the new one for this long. */
export const WEBHOOK_OVERLAP_HOURS = 24

export const webhookOverlapUntil = (now: Date): Date => new Date(now.getTime() + WEBHOOK_OVERLAP_HOURS * HOUR)

/** Messages and their attempts are kept this long. */
export const WEBHOOK_LOG_DAYS = 30

/** Living endpoints that one partner may have. */
export const MOST_WEBHOOK_ENDPOINTS = 10
