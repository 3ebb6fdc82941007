import { z } from 'zod'
import { optional, words } from '../input.ts'
import { text } from '../text.ts'
import { isTimeZone } from '../time-zone.ts'
import { signInName } from './staff.ts'

const rule = (zh: string, en: string) => ({ params: { text: text(zh, en) } })

/** What stands after the @ of everybody's sign-in name: typed daily, so short and without capitals. */
const organizationCode = () =>
  words(32)
    .transform((typed) => typed.toLowerCase())
    .refine(
      (code) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(code),
      rule('只能用小写字母、数字，中间可用 -', 'Use letters and digits, with - in between.'),
    )

/** A name of the zone database. An offset such as +08:00 is none: PostgreSQL reads its sign the other way round. */
const timeZone = () =>
  words(60).refine(
    (zone) => /^(UTC|[A-Z]\w+(\/[\w+-]+)+)$/.test(zone) && isTimeZone(zone),
    rule('须为时区名称，如 Asia/Shanghai', 'Give the name of a time zone, such as Asia/Shanghai.'),
  )

const currency = () =>
  words(3)
    .transform((typed) => typed.toUpperCase())
    .refine(
      (code) => Intl.supportedValuesOf('currency').includes(code),
      rule('须为 ISO 4217 货币代码，如 CNY', 'Give an ISO 4217 code, such as CNY.'),
    )

/** A new organization and its first administrator. */
export const ORGANIZATION_INPUTS = {
  add: z.object({
    code: organizationCode(),
    name: words(80),
    timeZone: timeZone(),
    currency: currency(),
    administrator: signInName(),
    administratorName: optional(words(50)),
  }),
} as const

export type NewOrganization = z.output<(typeof ORGANIZATION_INPUTS)['add']>
