import { text, type Text } from '../text.ts'

/** The bell is always rung; the other ways are a person's choice. */
export const NOTICE_CHANNELS = ['IN_APP', 'MAIL'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

export const NOTICE_CHANNEL_LABELS: Readonly<Record<NoticeChannel, Text>> = {
  IN_APP: text('系统内', 'In the app'),
  MAIL: text('电子邮件', 'E-mail'),
}
