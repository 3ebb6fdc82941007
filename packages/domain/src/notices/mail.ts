/** How a mail fared. Of the server's words only its code is kept: the rest may repeat an address. */
import { text, type Text } from '../text.ts'

/**
 * QUEUED: to be sent, perhaps again. SENT: the server took it. REFUSED: it will never take it. FAILED: given up after the last
 * try. NOT_CONFIGURED: there is no mail server. NO_ADDRESS: nobody to send it to any more.
 */
export const MAIL_STATUSES = ['QUEUED', 'SENT', 'REFUSED', 'FAILED', 'NOT_CONFIGURED', 'NO_ADDRESS'] as const
export type MailStatus = (typeof MAIL_STATUSES)[number]

export const MAIL_STATUS_LABELS: Readonly<Record<MailStatus, Text>> = {
  QUEUED: text('待发送', 'To be sent'),
  SENT: text('已发送', 'Sent'),
  REFUSED: text('被拒收', 'Refused'),
  FAILED: text('已放弃', 'Given up'),
  NOT_CONFIGURED: text('未配置邮件服务器', 'No mail server configured'),
  NO_ADDRESS: text('没有邮箱地址', 'No address'),
}

/** Tries before a mail is given up: with the queue's pauses, about two days. */
export const MAIL_TRIES = 12

export interface MailFailure {
  /** Code of the SMTP reply; absent where there was no reply. */
  readonly responseCode?: number
  /** Of the connection: `ECONNREFUSED`, `ETIMEDOUT`, `EAUTH` … */
  readonly code?: string
}

/** What to do after a failure, and what may be written down of it. */
export const mailFailure = (
  { responseCode, code }: MailFailure,
  tries: number,
): { readonly status: 'QUEUED' | 'REFUSED' | 'FAILED'; readonly errorCode: string } => {
  const reply = responseCode === undefined ? undefined : String(responseCode)
  const errorCode = reply ?? (/^E[A-Z]{2,20}$/.test(code ?? '') ? code! : 'EUNKNOWN')
  // A wrong password of ours (535) is put right by the administrator: only what concerns this one mail is final.
  const final = reply !== undefined && /^5[05]/.test(reply) && code !== 'EAUTH'
  if (final) return { status: 'REFUSED', errorCode }
  return { status: tries >= MAIL_TRIES ? 'FAILED' : 'QUEUED', errorCode }
}
