/** Texts with `{{placeholders}}`: checked when they are written, rendered without looking anything up. */
import type { FieldError } from '../errors.ts'
import { text } from '../text.ts'
import { PLACEHOLDER_LABELS, type Placeholder } from './notice-kinds.ts'

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

/** Only the addresses that we make ourselves become links. */
const linked = (value: string): string => {
  const safe = escapeHtml(oneLine(value))
  return /^https?:\/\//.test(value) ? `<a href="${safe}">${safe}</a>` : ''
}

/** HTML: the template and every value escaped, paragraphs and line breaks kept, `{{link}}` a link. */
export const renderHtml = (template: string, values: TemplateValues): string =>
  template
    .split(/\n{2,}/)
    .map((paragraph) => {
      const words = fill(escapeHtml(paragraph), (name) =>
        name === 'link' ? linked(values.link ?? '') : escapeHtml(oneLine(values[name] ?? '')),
      )
      return `<p>${words.replaceAll('\n', '<br>')}</p>`
    })
    .join('\n')

/** What stands in a preview where no record is at hand: the placeholder's own word. */
export const sampleValues = (offered: readonly Placeholder[], locale: 'zh' | 'en'): TemplateValues =>
  Object.fromEntries(
    offered.map((name) => [
      name,
      name === 'link' ? 'https://steward.example.com/' : `〔${PLACEHOLDER_LABELS[name][locale]}〕`,
    ]),
  )
