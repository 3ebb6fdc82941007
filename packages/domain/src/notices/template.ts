/** Texts with `{{placeholders}}`: checked when they are written, rendered without looking anything up. */
import type { FieldError } from '../errors.ts'
import { text, type Text } from '../text.ts'
import type { Placeholder } from './placeholders.ts'

export type TemplateValues = Readonly<Partial<Record<Placeholder, string>>>

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names between double braces, in their order, each once. */
export const placeholdersIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')),
]

const isStrayBrace = (template: string): boolean => /\{\{|\}\}/.test(template.replace(PLACEHOLDER, ''))

/**
 * What is wrong with a text whose kind offers these placeholders: each unknown one is named, with those that there are.
 * @param path of the field in the input, for the form
 */
export const templateErrors = (
  path: string,
  template: string,
  offered: readonly Placeholder[],
): readonly FieldError[] => {
  const list = offered.map((name) => `{{${name}}}`).join(' ')
  const unknown = placeholdersIn(template).filter((name) => !(offered as readonly string[]).includes(name))
  const errors = unknown.map((name) => ({
    path,
    message: text(
      `没有占位符 {{${name}}}；可用的有 ${list}。`,
      `There is no placeholder {{${name}}}; there are ${list}.`,
    ),
  }))
  if (!isStrayBrace(template)) return errors
  return [
    ...errors,
    {
      path,
      message: text(
        '花括号不成对：占位符写作 {{number}}。',
        'Braces do not match: a placeholder is written {{number}}.',
      ),
    },
  ]
}

/** A value never brings a line of its own: a name with a line break must not become a header of the mail. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Values are put in once: a placeholder inside a value stays as it is. A value that is not known is left out. */
const fill = (template: string, valueOf: (name: Placeholder) => string): string =>
  template.replace(PLACEHOLDER, (_, name: string) => valueOf(name as Placeholder))

/** Plain text. */
export const renderText = (template: string, values: TemplateValues): string =>
  fill(template, (name) => oneLine(values[name] ?? ''))

/** One line of plain text: a subject. */
export const renderLine = (template: string, values: TemplateValues): string =>
  oneLine(renderText(template, values))

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (plain: string): string =>
  plain.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

/**
 * HTML of a text that is ready: everything escaped, paragraphs and line breaks kept. Only addresses that begin with our own
 * become links: nobody else's can be slipped into a mail of ours by way of a name.
 */
export const textToHtml = (ready: string, ownAddress: string): string => {
  const own = escapeHtml(ownAddress)
  const line = (plain: string): string =>
    escapeHtml(plain)
      .split(' ')
      .map((word) => (word.startsWith(own) ? `<a href="${word}">${word}</a>` : word))
      .join(' ')
  return ready
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>')}</p>`)
    .join('\n')
}

const SAMPLE_ADDRESS = 'https://steward.example.com/'

const same = (value: string): Text => text(value, value)

/** What stands in a preview, where no record is at hand. */
const SAMPLES: Readonly<Record<Placeholder, Text>> = {
  organization: text('锦绣物业', 'Jinxiu Property Services'),
  recipient: text('李静', 'Li Jing'),
  actor: text('陈志远', 'Chen Zhiyuan'),
  link: same(SAMPLE_ADDRESS),
  number: same('2611-0042'),
  severity: text('2 级', 'level 2'),
  status: text('调查中', 'Investigating'),
  department: text('工程维修部', 'Engineering'),
  dueAt: same('2026-11-24 17:30'),
  promise: text('答复', 'Answer'),
  level: same('2'),
  matter: text('投诉处理方案', 'Complaint proposal'),
  step: text('批准', 'Approve'),
  charges: same('7'),
  tasks: same('3'),
  reasons: same('5'),
  asOfOn: same('2026-10-31'),
  sum: same('1280.00'),
  details: text(
    '物业费 2026-10 R2610-00042 应收 1280.00，已收 0.00，未结 1280.00',
    'Management fee 2026-10 R2610-00042: 1280.00, paid 0.00, open 1280.00',
  ),
  giver: text('王敏', 'Wang Min'),
  cases: same('6'),
  rows: same('128'),
  refused: same('3'),
  outcome: text('已完成', 'Done'),
  hours: same('24'),
  partner: text('市民热线平台', 'City hotline'),
  endpoint: same('hotline.example.com'),
}

/** The samples of these placeholders in one language. */
export const sampleValues = (offered: readonly Placeholder[], locale: 'zh' | 'en'): TemplateValues =>
  Object.fromEntries(offered.map((name) => [name, SAMPLES[name][locale]]))
