import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Handover, HandoverItem } from './handover.ts'

const base = { class: 'internal', permission: 'handover:read' } as const satisfies FieldRule
/** Words of a person, or about one. */
const spoken = { class: 'personal', permission: 'handover:readRemarks' } as const satisfies FieldRule

/** Class and permission of every column of a hand-over. */
export const HANDOVER_FIELDS: Readonly<Record<keyof Handover, FieldRule>> = {
  id: base,
  kind: base,
  status: base,
  giverId: base,
  receiverId: base,
  departmentId: base,
  note: spoken,
  offeredAt: base,
  answeredById: base,
  answeredAt: base,
  reason: spoken,
  version: base,
  updatedAt: base,
  updatedById: base,
}

export const HANDOVER_ITEM_FIELDS: Readonly<Record<keyof HandoverItem, FieldRule>> = {
  id: base,
  handoverId: base,
  position: base,
  complaintId: base,
  promiseId: base,
  number: base,
  severity: base,
  summary: spoken,
  status: base,
  promiseStatus: base,
  promiseKind: base,
  what: spoken,
  dueAt: base,
  remark: spoken,
  question: spoken,
  askedById: base,
  reply: spoken,
  addedAt: base,
  outcome: base,
}

const classesOf = <K extends string>(fields: Readonly<Record<K, FieldRule>>): Record<K, FieldClass> =>
  Object.fromEntries(
    Object.entries<FieldRule>(fields).map(([field, { class: fieldClass }]) => [field, fieldClass]),
  ) as Record<K, FieldClass>

/** What the receiver signs for: the hand-over, and every line with what became of it. */
export const HANDOVER_CONTENT: { readonly [key: string]: ContentShape } = {
  handover: classesOf(HANDOVER_FIELDS),
  items: [classesOf(HANDOVER_ITEM_FIELDS)],
}
