import { z } from 'zod'
import { expectedVersion, instant, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import { WEBHOOK_EVENTS } from './webhook-events.ts'

const HTTPS = text('地址须以 https:// 开头。', 'The address must begin with https://.')
const MALFORMED = text(
  '请填写完整地址，例如 https://hooks.example.com/steward。',
  'Give a whole address such as https://hooks.example.com/steward.',
)
const CREDENTIALS = text(
  '地址里不能写用户名和密码；请求的真伪由签名证明。',
  'The address must not hold a user name or password; the signature proves who sends.',
)
const PORT = text('只能使用 443 端口，请去掉端口号。', 'Only port 443 is called: leave the port out.')
const FRAGMENT = text('请去掉 # 及其后的部分。', 'Leave out the # and what follows it.')
const PUBLIC_NAME = text(
  '须填写公网域名；不能用 IP 地址、localhost 或内网名称。',
  'Give a host name of the public internet; no address of digits, localhost or name of an inner network.',
)

const PARTS = /^https:\/\/(?:([^/?#@]*)@)?([^/?#:@]*)(?::([^/?#]*))?([/?][^#\s\\]*)?(#.*)?$/i
const HOST = /^(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i
/** Names that no public resolver answers. */
const INNER = /\.(local|localhost|internal|intranet|lan|home|corp|arpa|invalid)$/i

/** What is wrong with the address of an endpoint; undefined: nothing that can be seen without asking for the name. */
export const webhookUrlProblem = (url: string): Text | undefined => {
  if (!/^https:/i.test(url)) return HTTPS
  if (/^https:\/\/\[/i.test(url)) return PUBLIC_NAME
  const parts = PARTS.exec(url)
  if (!parts) return MALFORMED
  const [, credentials, host = '', port, , fragment] = parts
  if (credentials !== undefined) return CREDENTIALS
  if (port !== undefined && port !== '443') return PORT
  if (!HOST.test(host) || INNER.test(host)) return host === '' ? MALFORMED : PUBLIC_NAME
  return fragment === undefined ? undefined : FRAGMENT
}

const url = () =>
  words(500).superRefine((value, context) => {
    const problem = webhookUrlProblem(value)
    if (problem) context.addIssue({ code: 'custom', params: { text: problem } })
  })

const once = <T>(values: readonly T[]): T[] => [...new Set(values)]

const stated = {
  url: url(),
  description: optional(words(80)),
  events: z
    .array(z.enum(WEBHOOK_EVENTS as [string, ...string[]]))
    .min(1)
    .transform(once),
}
const version = { expectedVersion: expectedVersion() }

export const WEBHOOK_INPUTS = {
  add: z.object(stated),
  change: z.object({ ...stated, ...version }),
  pause: z.object(version),
  resume: z.object(version),
  rotateSecret: z.object(version),
  archive: z.object(version),
  test: z.object({}),
  replay: z.object({}),
  replayFailed: z.object({ since: instant() }),
} as const

export type WebhookVerb = keyof typeof WEBHOOK_INPUTS
