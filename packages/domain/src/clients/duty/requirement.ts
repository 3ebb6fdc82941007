import { z } from 'zod'
import { expectedVersion, fieldIssue, id, optional, words } from '../../input.ts'
import { text, type Text } from '../../text.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import { CLIENT_KINDS, CLIENT_RELATIONS, type ClientKind, type ClientRelation } from '../client.ts'
import { ARCHIVE_PARTS, DUTY_ROLES, type ArchivePart, type DutyRole } from './archive-part.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is done with the requirements of an archive: verb, permission and mutation bear the same name. */
export const ARCHIVE_REQUIREMENT_ACTIONS = ['set', 'retire'] as const
export type ArchiveRequirementAction = (typeof ARCHIVE_REQUIREMENT_ACTIONS)[number]

export const ARCHIVE_REQUIREMENT_ACTION_LABELS: Labels<ArchiveRequirementAction> = {
  set: text('设定', 'Set'),
  retire: text('停用', 'Retire'),
}

export const ARCHIVE_REQUIREMENT_EVENT_LABELS: Labels<ArchiveRequirementAction> = {
  set: text('设定了档案要求', 'set the requirement of archives'),
  retire: text('停用了档案要求', 'retired the requirement of archives'),
}

/** One line of the policy: which part must be there, of which clients, for how long it counts as true, and who owes it. */
export interface ArchiveRequirement {
  readonly id: string
  readonly part: ArchivePart
  /** Of a CUSTOM_FIELD: which. */
  readonly fieldId: string | null
  readonly kinds: readonly ClientKind[]
  readonly relations: readonly ClientRelation[]
  /** Days after which somebody has to confirm it with the client; null: it does not grow stale. */
  readonly staleAfterDays: number | null
  /** Who owes it where nobody answers for the client in person. */
  readonly owedBy: DutyRole
  /** Set: it is asked of nobody any more. */
  readonly retiredAt: Date | null
  readonly version: number
}

/** That somebody went through parts of an archive with the client. */
export interface ArchiveConfirmation {
  readonly id: string
  readonly clientId: string
  /** What was still true. */
  readonly requirementIds: readonly string[]
  readonly note: string | null
  readonly confirmedById: string
  readonly confirmedAt: Date
}

export const ARCHIVE_CONFIRMATION_FIELDS: Readonly<Record<keyof ArchiveConfirmation, FieldRule>> = {
  id: { class: 'internal', permission: 'client:readDuty' },
  clientId: { class: 'internal', permission: 'client:readDuty' },
  requirementIds: { class: 'internal', permission: 'client:readDuty' },
  note: { class: 'personal', permission: 'client:readDuty' },
  confirmedById: { class: 'internal', permission: 'client:readDuty' },
  confirmedAt: { class: 'internal', permission: 'client:readDuty' },
}

/** Ten years. */
const LONGEST = 3_650

export const ARCHIVE_REQUIREMENT_INPUTS = {
  /** Without an id a new one; with the id of one that was retired it is in force again. */
  set: z
    .object({
      requirementId: optional(id()),
      expectedVersion: expectedVersion().optional(),
      part: z.enum(ARCHIVE_PARTS),
      fieldId: optional(id()),
      kinds: z
        .array(z.enum(CLIENT_KINDS))
        .min(1)
        .transform((kinds) => CLIENT_KINDS.filter((kind) => kinds.includes(kind))),
      relations: z
        .array(z.enum(CLIENT_RELATIONS))
        .min(1)
        .transform((relations) => CLIENT_RELATIONS.filter((relation) => relations.includes(relation))),
      staleAfterDays: optional(z.int().min(1).max(LONGEST)),
      owedBy: z.enum(DUTY_ROLES),
    })
    .superRefine((it, ctx) => {
      if ((it.part === 'CUSTOM_FIELD') !== (it.fieldId !== null))
        ctx.addIssue(
          fieldIssue(
            'fieldId',
            it.fieldId === null
              ? text('请选择是哪个自定义字段。', 'Say which custom field.')
              : text('只有自定义字段才选择字段。', 'Only a custom field names one.'),
          ),
        )
      if (it.requirementId !== null && it.expectedVersion === undefined)
        ctx.addIssue(fieldIssue('expectedVersion', text('此项必填。', 'This is required.')))
    }),
  retire: z.object({ requirementId: id(), expectedVersion: expectedVersion() }),
  confirm: z.object({
    clientId: id(),
    requirementIds: z
      .array(id())
      .min(1)
      .max(60)
      .transform((ids) => [...new Set(ids)]),
    note: optional(words(200)),
  }),
} as const

type Covered = Pick<ArchiveRequirement, 'id' | 'part' | 'fieldId' | 'kinds' | 'relations' | 'retiredAt'>

/** Another one in force that asks the same of the same clients: nobody owes one part twice. */
export const requirementBeside = <R extends Covered>(
  wanted: Omit<Covered, 'retiredAt' | 'id'> & { readonly id: string | null },
  all: readonly R[],
): R | undefined =>
  all.find(
    (it) =>
      it.id !== wanted.id &&
      it.retiredAt === null &&
      it.part === wanted.part &&
      it.fieldId === wanted.fieldId &&
      it.kinds.some((kind) => wanted.kinds.includes(kind)) &&
      it.relations.some((relation) => wanted.relations.includes(relation)),
  )
