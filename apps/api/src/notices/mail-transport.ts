/** The way to the mail server of STEWARD_SMTP_URL. */
import { isMailAddress } from '@steward/domain'
import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'

type MailConfig = Pick<Config, 'smtpUrl' | 'publicUrl'>

const transports = new Map<string, Transporter>()

/** A server that does not answer must not hold the queue for longer. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const

/** One for each address of a server; a connection for each mail, so that a server that restarts is no trouble. */
export const transportOf = (smtpUrl: string): Transporter => {
  const known = transports.get(smtpUrl) ?? createTransport({ url: smtpUrl, ...PATIENCE })
  transports.set(smtpUrl, known)
  return known
}

/** Who writes: the account at the mail server where its name is an address, else Steward at its own host. */
export const senderOf = ({ smtpUrl, publicUrl }: MailConfig): string => {
  const user = smtpUrl ? decodeURIComponent(new URL(smtpUrl).username) : ''
  return isMailAddress(user) ? user : `steward@${publicUrl.hostname}`
}

/** The same for every try at one mail, so that one which arrived twice is recognised as one. */
export const messageIdOf = (mailId: string, { publicUrl }: MailConfig): string =>
  `<${mailId}@${publicUrl.hostname}>`
