import { z } from 'zod'
import { STATUS_LABELS } from '../complaints/labels.ts'
import { STATUSES, type Status } from '../complaints/vocabulary.ts'
import { fail, invalidInput, ok, type InvalidInput, type Result } from '../errors.ts'
import { parseInput, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import {
  CLIENT_PLACEHOLDERS,
  CLIENT_TEMPLATES,
  STATEMENT_PLACEHOLDERS,
  STATEMENT_TEMPLATE,
} from './client-templates.ts'
import { NOTICE_KIND_LABELS } from './notice-kind-labels.ts'
import { NOTICE_KINDS, NOTICE_RULES, type NoticeKind } from './notice-kinds.ts'
import type { Placeholder } from './placeholders.ts'
import { NOTICE_TEMPLATES, type NoticeTemplate } from './notice-templates.ts'
import { templateErrors } from './template.ts'

/** Every text that an organization may write anew: those to staff by kind, those to clients by state. */
export type TemplateKey = NoticeKind | `CLIENT_${Status}` | 'CLIENT_STATEMENT' | 'DIGEST'
export const TEMPLATE_KEYS: readonly TemplateKey[] = [
  ...NOTICE_KINDS,
  'DIGEST',
  ...STATUSES.map((status) => `CLIENT_${status}` as const),
  'CLIENT_STATEMENT',
]

const statusOf = (key: TemplateKey): Status | undefined =>
  STATUSES.find((status) => key === `CLIENT_${status}`)

const isKind = (key: TemplateKey): key is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(key)

/** The list of a digest stands below its body. */
const DIGEST: NoticeTemplate = {
  subject: text('管家：{{rows}} 条消息', 'Steward: {{rows}} notices'),
  body: text(
    '{{recipient}}：您好。\n\n以下是上次汇总之后的消息。\n\n全部消息： {{link}}\n\n{{organization}} · 管家',
    'Dear {{recipient}},\n\nthis is what happened since the last digest.\n\nAll notices: {{link}}\n\n{{organization}} · Steward',
  ),
}
const DIGEST_PLACEHOLDERS = ['organization', 'recipient', 'link', 'rows'] as const

/** What holds where the organization wrote nothing. */
export const defaultTemplate = (key: TemplateKey): NoticeTemplate => {
  const status = statusOf(key)
  if (status) return CLIENT_TEMPLATES[status]
  if (key === 'CLIENT_STATEMENT') return STATEMENT_TEMPLATE
  return isKind(key) ? NOTICE_TEMPLATES[key] : DIGEST
}

/** What may stand in the text in double braces. */
export const placeholdersOf = (key: TemplateKey): readonly Placeholder[] => {
  if (statusOf(key)) return CLIENT_PLACEHOLDERS
  if (key === 'CLIENT_STATEMENT') return STATEMENT_PLACEHOLDERS
  return isKind(key) ? NOTICE_RULES[key].placeholders : DIGEST_PLACEHOLDERS
}

export const templateLabel = (key: TemplateKey): Text => {
  const status = statusOf(key)
  if (status) {
    const { zh, en } = STATUS_LABELS[status]
    return text(`客户：${zh}`, `Client: ${en}`)
  }
  if (key === 'CLIENT_STATEMENT') return text('客户：对账单', 'Client: statement of account')
  return isKind(key) ? NOTICE_KIND_LABELS[key] : text('每日汇总', 'Daily digest')
}

const subject = () =>
  words(120).refine((line) => !/[\n\r\u0085\u2028\u2029]/.test(line), {
    params: { text: text('标题只能有一行。', 'A subject is one line.') },
  })

const CHANGE = z.object({
  expectedVersion: z.int().min(0),
  key: z.enum(TEMPLATE_KEYS as readonly [TemplateKey, ...TemplateKey[]]),
  subjectZh: subject(),
  subjectEn: subject(),
  bodyZh: words(4_000),
  bodyEn: words(4_000),
})

const TEXTS = ['subjectZh', 'subjectEn', 'bodyZh', 'bodyEn'] as const

/** Checks a text as somebody wrote it: every unknown placeholder is named, in the field in which it stands. */
export const parseTemplate = (value: unknown): Result<z.output<typeof CHANGE>, InvalidInput> => {
  const parsed = parseInput(CHANGE, value)
  if (!parsed.ok) return parsed
  const offered = placeholdersOf(parsed.value.key)
  const errors = TEXTS.flatMap((field) => templateErrors(field, parsed.value[field], offered))
  return errors.length > 0 ? fail(invalidInput(...errors)) : ok(parsed.value)
}
