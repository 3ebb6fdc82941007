import { z } from 'zod'
import { fail, invalidInput, ok, type FieldError, type InvalidInput, type Result } from './errors.ts'
import { normalisePhone } from './search/phone.ts'
import { text, type Text } from './text.ts'
import { dayNumber } from './working-time/local-day.ts'

/** In a page zod would try whether it may compile its checks, which the page's Content-Security-Policy refuses and reports. */
if ('document' in globalThis) z.config({ jitless: true })

/** Control characters (PostgreSQL refuses NUL) and lone surrogates (no canonical form): never part of a text. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u

const complain = (zh: string, en: string) => ({ params: { text: text(zh, en) } })

const plain = z
  .string()
  .refine(
    (value) => !UNPRINTABLE.test(value),
    complain('含有不可用的字符。', 'Contains characters that cannot be used.'),
  )
  .transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim())

/** Required words of a person, up to `max` characters (UTF-16 units); trimmed, NFC. */
export const words = (max: number) => plain.pipe(z.string().min(1).max(max))

const blank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

/** May be absent: undefined, null and blank all read null. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (blank(value) ? null : value), schema.nullable())
    .optional()
    .default(null)

/** A phone number as it is stored, however it was written. */
export const phone = () =>
  words(40).transform((written, ctx) => {
    const stored = normalisePhone(written)
    if (stored !== undefined) return stored
    ctx.addIssue({ code: 'custom', ...complain('电话号码无效。', 'This is not a phone number.') })
    return z.NEVER
  })

/** An address of e-mail, up to 200 characters. */
export const email = () =>
  words(200).refine(
    (value) => z.email().safeParse(value).success,
    complain('邮箱地址无效，例如 wang@example.com。', 'This is not an address such as wang@example.com.'),
  )

/** A day of the calendar, `yyyy-mm-dd`. */
export const day = () =>
  z
    .string()
    .refine((value) => z.iso.date().safeParse(value).success, complain('日期无效。', 'This is no day.'))

/**
 * A member of an amendment: absent leaves what there is, blank or null takes it away. For values that a screen shows masked only,
 * so that nobody has to send them back.
 */
export const amended = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (value !== undefined && blank(value) ? null : value), schema.nullable().optional())
    .optional()

export const id = () => z.uuid()
export const amountMinor = () => z.int().min(0)
/** An instant, also as the text in which it travels. */
export const instant = () =>
  z.preprocess((value) => (typeof value === 'string' ? new Date(value) : value), z.date())
/** A day of the organization's calendar, `2026-11-20`. */
export const localDay = () =>
  z
    .string()
    .refine((value) => dayNumber(value) !== undefined, complain('请填写有效的日期。', 'Give a valid date.'))
export const percent = () => z.int().min(0).max(100)

/** Every verb's input states the version that the person saw. */
export const expectedVersion = () => z.int().min(1)

/** The field errors of a custom rule: used in `superRefine` as `ctx.addIssue(fieldIssue('path', text))`. */
export const fieldIssue = (path: string, message: Text) => ({
  code: 'custom' as const,
  path: [path],
  params: { text: message },
})

const REQUIRED = text('此项必填。', 'This is required.')
const INVALID = text('此项无效。', 'This is not valid.')

const bound = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text => {
  const small = issue.code === 'too_small'
  const limit = String(small ? issue.minimum : issue.maximum)
  const [zh, en] = small ? ['不少于', 'at least'] : ['不超过', 'at most']
  switch (issue.origin) {
    case 'string':
      return small && limit === '1'
        ? REQUIRED
        : text(`${zh} ${limit} 个字。`, `Use ${en} ${limit} characters.`)
    case 'array':
      return text(`${zh} ${limit} 项。`, `Give ${en} ${limit}.`)
    default:
      return text(`${zh} ${limit}。`, `Must be ${en} ${limit}.`)
  }
}

const messageOf = (issue: z.core.$ZodIssue): Text => {
  if (issue.code !== 'custom' && (issue.input === undefined || issue.input === null)) return REQUIRED
  switch (issue.code) {
    case 'custom':
      return (issue.params?.['text'] as Text | undefined) ?? INVALID
    case 'invalid_type':
      return issue.expected === 'int' ? text('请填写整数。', 'Give a whole number.') : INVALID
    case 'invalid_value':
      return text('请从列表中选择。', 'Choose from the list.')
    case 'too_small':
    case 'too_big':
      return bound(issue)
    default:
      return INVALID
  }
}

const fieldErrors = (issues: readonly z.core.$ZodIssue[]): readonly FieldError[] =>
  issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: messageOf(issue) }))

/** Validates and cleans one input; every wrong field is named at once, in both languages. */
export const parseInput = <T extends z.ZodType>(
  schema: T,
  value: unknown,
): Result<z.output<T>, InvalidInput> => {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? ok(parsed.data) : fail(invalidInput(...fieldErrors(parsed.error.issues)))
}
