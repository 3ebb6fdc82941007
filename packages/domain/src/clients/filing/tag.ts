import { z } from 'zod'
import type { Permission } from '../../access/policy.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import { notEligible } from '../../errors.ts'
import { expectedVersion, id, words } from '../../input.ts'
import type { FieldClass } from '../../sign-off/field-class.ts'
import { text, type Text } from '../../text.ts'
import { CLIENT_KINDS, type ClientKind } from '../client.ts'
import { MOST_ASSIGNED_AT_ONCE } from '../manager-assignment.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is done with the vocabulary of tags: verb, permission and mutation bear the same name. */
export const TAG_ACTIONS = ['define', 'amend', 'retire', 'restore'] as const
export type TagAction = (typeof TAG_ACTIONS)[number]

export const TAG_ACTION_LABELS: Labels<TagAction> = {
  define: text('新增标签', 'Define a tag'),
  amend: text('修改标签', 'Amend the tag'),
  retire: text('停用标签', 'Retire the tag'),
  restore: text('恢复标签', 'Restore the tag'),
}

export const TAG_EVENT_LABELS: Labels<TagAction> = {
  define: text('新增了标签', 'defined the tag'),
  amend: text('修改了标签', 'amended the tag'),
  retire: text('停用了标签', 'retired the tag'),
  restore: text('恢复了标签', 'restored the tag'),
}

/** Colours of the theme, by what they say; a tag has its word beside. */
export const TAG_TONES = ['NEUTRAL', 'PRIMARY', 'INFO', 'GOOD', 'WARN', 'BAD', 'SEAL'] as const
export type TagTone = (typeof TAG_TONES)[number]

export const TAG_TONE_LABELS: Labels<TagTone> = {
  NEUTRAL: text('灰', 'Grey'),
  PRIMARY: text('青', 'Jade'),
  INFO: text('蓝', 'Blue'),
  GOOD: text('绿', 'Green'),
  WARN: text('黄', 'Amber'),
  BAD: text('红', 'Red'),
  SEAL: text('朱', 'Vermilion'),
}

/** A word that clients are filed by. */
export interface Tag {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  readonly tone: TagTone
  /** Of which clients it is a word. */
  readonly kinds: readonly ClientKind[]
  /** Set: it is given to nobody any more; whoever bears it keeps it. */
  readonly retiredAt: Date | null
  readonly version: number
}

/** That a client bears a tag, as long as they do. */
export interface ClientTag {
  readonly id: string
  readonly clientId: string
  readonly tagId: string
  readonly taggedById: string
  readonly taggedAt: Date
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
/** The words tell of nobody; that somebody bears one tells of them. */
const borne = rule('personal', 'client:readName')

export const CLIENT_TAG_FIELDS: Readonly<Record<keyof ClientTag, FieldRule>> = {
  id: rule('internal', 'client:readName'),
  clientId: rule('internal', 'client:readName'),
  tagId: borne,
  taggedById: rule('internal', 'client:readName'),
  taggedAt: rule('internal', 'client:readName'),
}

const particulars = {
  nameZh: words(20),
  nameEn: words(40),
  tone: z.enum(TAG_TONES),
  kinds: z
    .array(z.enum(CLIENT_KINDS))
    .min(1)
    .transform((kinds) => CLIENT_KINDS.filter((kind) => kinds.includes(kind))),
}
const step = { tagId: id(), expectedVersion: expectedVersion() }
const clients = { clientIds: z.array(id()).min(1).max(MOST_ASSIGNED_AT_ONCE), tagId: id() }

export const TAG_INPUTS = {
  define: z.object(particulars),
  amend: z.object({ ...step, ...particulars }),
  retire: z.object(step),
  restore: z.object(step),
  tag: z.object(clients),
  untag: z.object(clients),
} as const

/** Why a client of the list neither gets nor loses the tag. */
export const UNTAGGED = {
  otherKind: notEligible('kind', text('该标签不用于这类客户。', 'The tag is no word for such a client.')),
} as const

export const RETIRED_TAG = notEligible(
  'tagIsRetired',
  text('该标签已停用，请另选。', 'This tag is retired; choose another.'),
)
