import { z } from 'zod'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import { notEligible } from '../../errors.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../../input.ts'
import { text, type Text } from '../../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What a supervisor does with a spot check: verb, permission and mutation bear the same name. */
export const SPOT_CHECK_ACTIONS = ['draw', 'record'] as const
export type SpotCheckAction = (typeof SPOT_CHECK_ACTIONS)[number]

export const SPOT_CHECK_ACTION_LABELS: Labels<SpotCheckAction> = {
  draw: text('抽取', 'Draw'),
  record: text('登记结果', 'Record the result'),
}

export const SPOT_CHECK_EVENT_LABELS: Labels<SpotCheckAction> = {
  draw: text('抽取了档案抽查', 'drew a spot check of archives'),
  record: text('登记了抽查结果', 'recorded a result of the spot check of'),
}

export const SPOT_CHECK_RESULTS = ['COMPLETE', 'WRONG'] as const
export type SpotCheckResult = (typeof SPOT_CHECK_RESULTS)[number]

export const SPOT_CHECK_RESULT_LABELS: Labels<SpotCheckResult> = {
  COMPLETE: text('完整无误', 'Complete'),
  WRONG: text('有误', 'Wrong'),
}

/** One draw: clients chosen by a seed that nobody chose, kept with it. */
export interface SpotCheck {
  readonly id: string
  /** What the draw was made by: whoever has it can draw the same again. */
  readonly seed: string
  /** Of how many it was drawn. */
  readonly population: number
  readonly size: number
  readonly projectId: string | null
  readonly managerId: string | null
  readonly drawnById: string
  readonly drawnAt: Date
}

/** One archive of a draw, and what was found. */
export interface SpotCheckEntry {
  readonly id: string
  readonly spotCheckId: string
  readonly position: number
  readonly clientId: string
  /** Who answered for the client when it was drawn; null: nobody in person. */
  readonly ownerId: string | null
  readonly result: SpotCheckResult | null
  /** Of a WRONG one: which part. */
  readonly requirementId: string | null
  readonly note: string | null
  readonly checkedById: string | null
  readonly checkedAt: Date | null
  readonly version: number
}

const base: FieldRule = { class: 'internal', permission: 'spotCheck:read' }

export const SPOT_CHECK_ENTRY_FIELDS: Readonly<Record<keyof SpotCheckEntry, FieldRule>> = {
  id: base,
  spotCheckId: base,
  position: base,
  clientId: base,
  ownerId: base,
  result: base,
  requirementId: base,
  note: { class: 'personal', permission: 'spotCheck:read' },
  checkedById: base,
  checkedAt: base,
  version: base,
}

export const LARGEST_SPOT_CHECK = 50

export const SPOT_CHECK_INPUTS = {
  draw: z.object({
    size: z.int().min(1).max(LARGEST_SPOT_CHECK),
    projectId: optional(id()),
    managerId: optional(id()),
  }),
  record: z
    .object({
      entryId: id(),
      expectedVersion: expectedVersion(),
      result: z.enum(SPOT_CHECK_RESULTS),
      requirementId: optional(id()),
      note: optional(words(300)),
    })
    .superRefine((it, ctx) => {
      if (it.result === 'COMPLETE') return
      if (it.requirementId === null)
        ctx.addIssue(fieldIssue('requirementId', text('请选择哪一项有误。', 'Say which part is wrong.')))
      if (it.note === null)
        ctx.addIssue(fieldIssue('note', text('请写明错在哪里。', 'Say what is wrong about it.')))
    }),
} as const

export const NOBODY_TO_DRAW = notEligible(
  'population',
  text('这个范围内没有在用的客户档案。', 'There is no archive in use to draw from.'),
)

/** Whoever answers for a client does not check their own work. */
export const OWN_ARCHIVE = notEligible(
  'actorIsNotOwner',
  text('不能抽查自己负责的客户。', 'Nobody checks the clients whom they answer for.'),
)
