/** What partners' endpoints are sent, as a section of the reference: made from the tables that the sender obeys. */
import {
  say,
  text,
  WEBHOOK_EVENT_LABELS,
  WEBHOOK_EVENTS,
  WEBHOOK_LOG_DAYS,
  WEBHOOK_OVERLAP_HOURS,
  WEBHOOK_PATIENCE_DAYS,
  WEBHOOK_RETRY_PAUSES,
  WEBHOOK_TEST_EVENT,
  type Locale,
  type Text,
} from '@steward/domain'
import { caseBody } from '../webhooks/webhook-body.ts'
import { escapeHtml } from './escape-html.ts'

const pauses = (locale: Locale): string =>
  WEBHOOK_RETRY_PAUSES.map((pause) => {
    const [unit, size] = (
      [
        ['hour', 3_600_000],
        ['minute', 60_000],
        ['second', 1_000],
      ] as const
    ).find(([, ms]) => pause >= ms)!
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(pause / size)
  }).join(locale === 'en' ? ', ' : '、')

const TITLE = text('Webhook', 'Webhooks')
const WHAT = text(
  '管理员在“合作方”页面为合作方登记接收地址后，该合作方自己登记的投诉每有进展，就向该地址 POST 一条消息。签名与头字段遵循 Standard Webhooks（standardwebhooks.com），可直接使用其各语言的库。消息只含编号、状态和版本；内容请凭凭证以 complaint(id) 读取，没有 complaint:read 的合作方收不到消息。',
  'Once an administrator has added an address under Partners, each step of a case that the partner registered itself is sent there by POST. Signature and headers follow Standard Webhooks (standardwebhooks.com), whose libraries verify them. A message holds id, number, status and version; read the rest by complaint(id). A partner without complaint:read is told nothing.',
)

const RULES: readonly { readonly term: Text; readonly says: (locale: Locale) => Text }[] = [
  {
    term: text('地址', 'Address'),
    says: () =>
      text(
        '公网域名、https、443 端口。指向内网的域名不会被连接，转向不会被跟随。',
        'A name of the public internet, https, port 443. A name that leads to a private address is not called, a redirect is not followed.',
      ),
  },
  {
    term: text('头字段', 'Headers'),
    says: () =>
      text(
        'webhook-id：消息的标识，每次尝试相同，据此去重。webhook-timestamp：本次尝试的 Unix 秒，相差超过 5 分钟的请拒绝。webhook-signature：以空格分隔的 v1,… 签名，任一匹配即可。',
        'webhook-id: of the message, the same at every attempt; drop what you have seen. webhook-timestamp: of the attempt, in seconds; refuse what is more than 5 minutes away. webhook-signature: v1,… values with spaces between them; one that fits is enough.',
      ),
  },
  {
    term: text('签名', 'Signature'),
    says: () =>
      text(
        `以 whsec_ 之后的部分（base64）为密钥，对“webhook-id.webhook-timestamp.原始正文”作 HMAC-SHA256，再作 base64。更换密钥后 ${WEBHOOK_OVERLAP_HOURS} 小时内新旧两个签名同时发送。`,
        `HMAC-SHA256 over “webhook-id.webhook-timestamp.raw body”, keyed with what follows whsec_ (base64), in base64. For ${WEBHOOK_OVERLAP_HOURS} hours after a rotation both signatures are sent.`,
      ),
  },
  {
    term: text('应答', 'Answer'),
    says: () =>
      text(
        '10 秒内以 2xx 应答即为送达，请先应答再处理。410 表示不再接收，端点随即暂停。',
        'A 2xx within 10 seconds is taken as delivered: answer first, work afterwards. 410 says that no more is wanted, and pauses the endpoint.',
      ),
  },
  {
    term: text('重试', 'Retries'),
    says: (locale) =>
      text(
        `其他情况依次间隔 ${pauses(locale)}再试。连续 ${WEBHOOK_PATIENCE_DAYS} 天没有一条送达则暂停端点并通知管理员；期间的消息保留，恢复后补发。日志保留 ${WEBHOOK_LOG_DAYS} 天，可逐条或成批重发。`,
        `Anything else is tried again after ${pauses(locale)}. An endpoint that takes nothing for ${WEBHOOK_PATIENCE_DAYS} days is paused and the administrators are told; messages are kept meanwhile and sent when it is resumed. The log is kept for ${WEBHOOK_LOG_DAYS} days, and from there messages are replayed, one or many.`,
      ),
  },
  {
    term: text('次序', 'Order'),
    says: () =>
      text(
        '重试可能使消息晚到：data.version 小于已知版本的请忽略。',
        'A retry may come late: ignore a data.version below the one that you know.',
      ),
  },
]

const EXAMPLE = caseBody('complaint.acknowledged', new Date('2026-03-01T01:23:45.678Z'), {
  id: '0195515d-7a3e-7d2b-8f10-3c5a9e4b2d61',
  number: '2603-0007',
  status: 'ACKNOWLEDGED',
  version: 2,
})

/** The group `webhooks`: how messages come, and one entry for each event. */
export const webhookReference = (
  locale: Locale,
  entry: (id: string, title: string, words: string, body: string) => string,
): { readonly title: string; readonly entries: readonly string[] } => {
  const tell = (words: Text): string => escapeHtml(say(words, locale))
  const rules = RULES.map(
    ({ term, says }) => `<div><dt>${tell(term)}</dt><dd>${tell(says(locale))}</dd></div>`,
  ).join('')
  const events = [...WEBHOOK_EVENTS, WEBHOOK_TEST_EVENT] as const
  return {
    title: say(TITLE, locale),
    entries: [
      entry(
        'webhooks.delivery',
        'POST',
        'webhook signature secret whsec retry standard',
        `<p>${tell(WHAT)}</p><dl>${rules}</dl><pre><code>${escapeHtml(EXAMPLE)}</code></pre>`,
      ),
      ...events.map((event) =>
        entry(`webhooks.${event}`, event, event, `<p>${tell(WEBHOOK_EVENT_LABELS[event])}</p>`),
      ),
    ],
  }
}
