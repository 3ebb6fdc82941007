import { z } from 'zod'
import { expectedVersion, fieldIssue, id, optional, words } from '../../input.ts'
import { text } from '../../text.ts'
import { CLIENT_KINDS } from '../client.ts'
import { NUMBER } from './field-value.ts'
import { CUSTOM_FIELD_CLASSES, CUSTOM_FIELD_TYPES, type CustomField } from './custom-field.ts'

const MOST_CHOICES = 50
const bound = () => z.string().trim().regex(NUMBER)
const KEY = /^[a-z][a-zA-Z0-9]{1,39}$/

const KEY_FORM = text(
  '以小写字母开头，只用字母和数字，2 到 40 个。',
  'Begins with a small letter; letters and digits only, 2 to 40 of them.',
)

const amendable = {
  labelZh: words(20),
  labelEn: words(40),
  kinds: z
    .array(z.enum(CLIENT_KINDS))
    .min(1)
    .transform((kinds) => CLIENT_KINDS.filter((kind) => kinds.includes(kind))),
  /** A choice without a key is new. */
  choices: z
    .array(
      z.object({
        key: z
          .string()
          .regex(/^c\d{1,3}$/)
          .nullish(),
        zh: words(30),
        en: words(60),
      }),
    )
    .max(MOST_CHOICES)
    .default([]),
  isRequired: z.boolean().default(false),
  unit: optional(words(10)),
  least: optional(bound()),
  most: optional(bound()),
  position: z.int().min(0).max(999).default(0),
}

const CHOICES_NEEDED = text('至少要有一个选项。', 'A choice has at least one answer.')
const BOUNDS_CROSSED = text('不得小于下限。', 'Must not be below the least.')

/** What belongs together, by the type of the field. */
export const fieldGaps = ({
  type,
  choices,
  least,
  most,
}: Pick<CustomField, 'type' | 'least' | 'most'> & { readonly choices: readonly object[] }) => [
  ...(type === 'CHOICE' && choices.length === 0 ? [fieldIssue('choices', CHOICES_NEEDED)] : []),
  ...(least !== null && most !== null && Number(most) < Number(least)
    ? [fieldIssue('most', BOUNDS_CROSSED)]
    : []),
]

export const CUSTOM_FIELD_INPUTS = {
  define: z
    .object({
      key: z.string().trim(),
      type: z.enum(CUSTOM_FIELD_TYPES),
      class: z.enum(CUSTOM_FIELD_CLASSES),
      ...amendable,
    })
    .superRefine((field, context) => {
      if (!KEY.test(field.key)) context.addIssue(fieldIssue('key', KEY_FORM))
      for (const issue of fieldGaps(field)) context.addIssue(issue)
    }),
  /** Key, type and class stay: values are kept by them. */
  amend: z.object({ fieldId: id(), expectedVersion: expectedVersion(), ...amendable }),
  retire: z.object({ fieldId: id(), expectedVersion: expectedVersion() }),
  restore: z.object({ fieldId: id(), expectedVersion: expectedVersion() }),
  set: z.object({
    clientId: id(),
    values: z
      .array(
        z.object({
          fieldId: id(),
          value: z.string().max(2_000).nullish(),
          /** Of the value that the person saw; 0 while there was none. */
          expectedVersion: z.int().min(0),
        }),
      )
      .min(1)
      .max(100)
      .superRefine((values, context) => {
        values.forEach(({ fieldId }, at) => {
          if (values.findIndex((it) => it.fieldId === fieldId) < at)
            context.addIssue(
              fieldIssue(`${at}.fieldId`, text('同一字段填了两次。', 'This field is named twice.')),
            )
        })
      }),
  }),
  reveal: z.object({
    clientId: id(),
    fieldIds: z.array(id()).min(1).max(100),
    /** A sentence, as for every other thing that is shown for a reason. */
    reason: words(200).pipe(z.string().min(4)),
  }),
} as const

const CHOICES_STAY = text('已有的选项可以改名，不能删除。', 'Saved choices can be renamed, but not removed.')

/** Values are kept by the keys of choices: each that was there is there still. */
export const lostChoices = (
  stated: readonly { readonly key?: string | null | undefined }[],
  before: readonly { readonly key: string }[],
) =>
  before.some(({ key }) => !stated.some((it) => it.key === key))
    ? [{ path: 'choices', message: CHOICES_STAY }]
    : []

/** Keys for the choices that have none yet: none is used a second time. */
export const withChoiceKeys = (
  stated: readonly { readonly key?: string | null | undefined; readonly zh: string; readonly en: string }[],
  before: readonly { readonly key: string }[] = [],
): CustomField['choices'] => {
  const known = new Set(before.map(({ key }) => key))
  let last = Math.max(0, ...[...known].map((key) => Number(key.slice(1))))
  return stated.map(({ key, zh, en }) => ({
    key: key && known.has(key) ? key : `c${(last += 1)}`,
    zh,
    en,
  }))
}
