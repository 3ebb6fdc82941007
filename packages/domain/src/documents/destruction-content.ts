/** What was destroyed 销毁, as the content of its certificate: a row for each thing, each with how, where, when and before whom. */
import { z } from 'zod'
import { id, localDay, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import type { Unit } from './places.ts'

/** What can be destroyed: a copy that was handed out, the file that an import was read from, anything else that bears client information. */
export const DESTROYED_SUBJECTS = ['CONTROLLED_COPY', 'IMPORT_SOURCE', 'CLIENT_ARCHIVE', 'OTHER'] as const
export type DestroyedSubject = (typeof DESTROYED_SUBJECTS)[number]

export const DESTROYED_SUBJECT_LABELS: Readonly<Record<DestroyedSubject, Text>> = {
  CONTROLLED_COPY: text('受控副本', 'Controlled copy'),
  IMPORT_SOURCE: text('导入数据源', 'Source of an import'),
  CLIENT_ARCHIVE: text('客户档案', 'Archive of a client'),
  OTHER: text('其他', 'Other'),
}

/** The three media that client information is kept on, each with rules of its own. */
export const INFORMATION_MEDIA = ['PAPER', 'FILE', 'SYSTEM'] as const
export type InformationMedium = (typeof INFORMATION_MEDIA)[number]

export const INFORMATION_MEDIUM_LABELS: Readonly<Record<InformationMedium, Text>> = {
  PAPER: text('纸质', 'Paper'),
  FILE: text('电子文件', 'Electronic file'),
  SYSTEM: text('系统数据', 'System data'),
}

/** One thing that was destroyed. */
export interface DestroyedThing {
  readonly subject: DestroyedSubject
  /** The record of it; null of what the system keeps none of. */
  readonly subjectId: string | null
  readonly what: string
  readonly medium: InformationMedium
  /** Shredded, burned, erased … */
  readonly method: string
  readonly place: string
  /** The local day. */
  readonly destroyedOn: string
  /** Who watched, beside the two who sign; null: nobody else. */
  readonly witnesses: string | null
}

export interface DestructionContent {
  readonly destroyed: readonly DestroyedThing[]
}

export const DESTRUCTION_FIELDS = {
  method: words(200),
  place: words(120),
  destroyedOn: localDay(),
  witnesses: optional(words(200)),
}

export const DESTRUCTION_CONTENT = z.object({
  destroyed: z
    .array(
      z.object({
        subject: z.enum(DESTROYED_SUBJECTS),
        subjectId: optional(id()),
        what: words(300),
        medium: z.enum(INFORMATION_MEDIA),
        ...DESTRUCTION_FIELDS,
      }),
    )
    .min(1)
    .max(200),
})

/** `粉碎，项目档案室，2026-11-30；见证：王芳`. */
const circumstances = ({ method, place, destroyedOn, witnesses }: DestroyedThing): Text =>
  text(
    `${method}，${place}，${destroyedOn}${witnesses === null ? '' : `；见证：${witnesses}`}`,
    `${method}, ${place}, ${destroyedOn}${witnesses === null ? '' : `; witnessed by ${witnesses}`}`,
  )

export const destructionUnits = (
  { destroyed }: DestructionContent,
  say: (words: Text) => string,
): readonly Unit<DestroyedThing>[] =>
  destroyed.map((thing, at) => ({
    key: JSON.stringify(thing),
    text: `${thing.what}（${say(INFORMATION_MEDIUM_LABELS[thing.medium])}）${say(circumstances(thing))}`,
    where: text(`第 ${at + 1} 项`, `Item ${at + 1}`),
    opens: false,
    value: thing,
  }))

/** A row is the same row while it is about the same thing. */
export const destructionPairs = (before: Unit<DestroyedThing>, after: Unit<DestroyedThing>): boolean =>
  before.value.subject === after.value.subject && before.value.subjectId === after.value.subjectId
