import { z } from 'zod'
import { optional } from '../input.ts'
import { LOCALES, text, type Locale } from '../text.ts'
import { minuteIn, minuteOfDay, nextLocalMinute } from './local-time.ts'
import { NOTICE_KINDS, NOTICE_RULES, type NoticeKind } from './notice-kinds.ts'

/** What a person chose. Times of day are minutes after midnight in the organization's zone. */
export interface NoticePreference {
  readonly locale: Locale
  /** Null: no mail ever, for want of an address. */
  readonly mailAddress: string | null
  /** Kinds whose mail differs from the rule of the kind. */
  readonly mail: Readonly<Partial<Record<NoticeKind, boolean>>>
  /** Both null: there are none. From may lie after to: over midnight. */
  readonly quietFrom: number | null
  readonly quietTo: number | null
  /** When what may wait is sent together; null: nothing waits. */
  readonly digestAt: number | null
}

/** What holds until a person chooses. */
export const DEFAULT_NOTICE_PREFERENCE: NoticePreference = {
  locale: 'zh-CN',
  mailAddress: null,
  mail: {},
  quietFrom: 21 * 60,
  quietTo: 8 * 60,
  digestAt: 8 * 60 + 30,
}

type Quiet = Pick<NoticePreference, 'quietFrom' | 'quietTo'>

/** Is this minute of the day quiet? The first minute is, the last is not. */
export const isQuiet = (minute: number, { quietFrom, quietTo }: Quiet): boolean => {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false
  return quietFrom < quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo
}

/** The end of the quiet hours in which `at` lies; `at` itself where it lies in none. */
export const afterQuietHours = (at: Date, quiet: Quiet, timeZone: string): Date =>
  quiet.quietTo !== null && isQuiet(minuteOfDay(at, timeZone), quiet)
    ? nextLocalMinute(at, quiet.quietTo, timeZone)
    : at

/** Does this person get a mail of this kind at all? */
export const isMailed = (kind: NoticeKind, preference: NoticePreference): boolean => {
  const rule = NOTICE_RULES[kind]
  return preference.mailAddress !== null && (rule.fixed ? rule.mail : (preference.mail[kind] ?? rule.mail))
}

/**
 * When the mail of a notice is due: at once, after the quiet hours, or with the next digest; null: never. What goes out
 * together is grouped by `digestGroups` when it is due.
 */
export const mailDueAt = (
  kind: NoticeKind,
  preference: NoticePreference,
  at: Date,
  timeZone: string,
): Date | null => {
  if (!isMailed(kind, preference)) return null
  const { mayWait, breaksQuietHours } = NOTICE_RULES[kind]
  const due =
    mayWait && preference.digestAt !== null ? nextLocalMinute(at, preference.digestAt, timeZone) : at
  return breaksQuietHours ? due : afterQuietHours(due, preference, timeZone)
}

const minute = () =>
  z
    .string()
    .refine((written) => minuteIn(written) !== undefined, {
      params: { text: text('请按 24 小时制填写，如 21:30。', 'Give a time of day such as 21:30.') },
    })
    .transform((written) => minuteIn(written) ?? 0)

/** One address, as it may stand in a header: no display name, no list, no control character. */
const MAIL_ADDRESS =
  /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,190}\.[^\s@<>()[\]\\,;:".\p{Cc}]{2,63}$/u

export const isMailAddress = (written: string): boolean => MAIL_ADDRESS.test(written)

export const mailAddress = () =>
  z
    .string()
    .transform((written) => written.trim())
    .refine(isMailAddress, {
      params: {
        text: text(
          '请填写一个邮箱地址，如 name@example.com。',
          'Give one e-mail address such as name@example.com.',
        ),
      },
    })

/** What the mutation accepts and the form checks. The whole is stated: a kind that is not named follows its rule. */
export const CHANGE_NOTICE_PREFERENCES = z
  .object({
    expectedVersion: z.int().min(0),
    locale: z.enum(LOCALES),
    mailAddress: optional(mailAddress()),
    mail: z.array(z.object({ kind: z.enum(NOTICE_KINDS), on: z.boolean() })),
    quietFrom: optional(minute()),
    quietTo: optional(minute()),
    digestAt: optional(minute()),
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    if ((quietFrom === null) === (quietTo === null)) return
    context.addIssue({
      code: 'custom',
      path: [quietFrom === null ? 'quietFrom' : 'quietTo'],
      params: { text: text('免打扰时段要有开始和结束。', 'Quiet hours have a beginning and an end.') },
    })
  })
