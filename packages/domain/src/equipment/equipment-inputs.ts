import { z } from 'zod'
import { expectedVersion, fieldIssue, id, instant, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import {
  EQUIPMENT_CLASSES,
  INSPECTION_BASES,
  INSPECTION_RESULTS,
  OUTAGE_CAUSES,
  type EquipmentAction,
  type InspectionAction,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const stated = {
  class: z.enum(EQUIPMENT_CLASSES),
  name: words(80),
  projectId: id(),
  buildingId: optional(id()),
  place: words(120),
  maker: optional(words(120)),
  model: optional(words(80)),
  serial: optional(words(80)),
  installedOn: optional(localDay()),
  warrantyUntil: optional(localDay()),
}
const inspected = {
  name: words(80),
  basis: z.enum(INSPECTION_BASES),
  everyMonths: z.int().min(1).max(240),
  lastOn: optional(localDay()),
  nextOn: localDay(),
  byWhom: words(120),
}

const ENDS_EARLY = text('不能早于开始时间。', 'Not before it began.')
const BEFORE_INSTALLED = text('不能早于安装日期。', 'Not before it was installed.')
const BEFORE_LAST = text('不能早于上次检验。', 'Not before the last one.')

const warranted = (
  { installedOn, warrantyUntil }: { installedOn: string | null; warrantyUntil: string | null },
  ctx: { addIssue: (issue: ReturnType<typeof fieldIssue>) => void },
) => {
  if (installedOn !== null && warrantyUntil !== null && warrantyUntil < installedOn)
    ctx.addIssue(fieldIssue('warrantyUntil', BEFORE_INSTALLED))
}
const inOrder = (
  { lastOn, nextOn }: { lastOn: string | null; nextOn: string },
  ctx: { addIssue: (issue: ReturnType<typeof fieldIssue>) => void },
) => {
  if (lastOn !== null && nextOn < lastOn) ctx.addIssue(fieldIssue('nextOn', BEFORE_LAST))
}

export const EQUIPMENT_INPUTS = {
  register: z.object(stated).superRefine(warranted),
  amend: z.object({ ...step, ...stated }).superRefine(warranted),
  /** Absent `startedAt`: now. `endedAt`: it is over already, and is put on record afterwards. */
  reportOutage: z
    .object({
      cause: z.enum(OUTAGE_CAUSES),
      startedAt: optional(instant()),
      endedAt: optional(instant()),
      note: optional(words(500)),
    })
    .superRefine(({ startedAt, endedAt }, ctx) => {
      if (startedAt !== null && endedAt !== null && endedAt.getTime() <= startedAt.getTime())
        ctx.addIssue(fieldIssue('endedAt', ENDS_EARLY))
    }),
  restore: z.object({ ...step, endedAt: optional(instant()) }),
  retire: z.object({ ...step, reason: words(500) }),
} as const satisfies Record<EquipmentAction, z.ZodType>
export type EquipmentInput<A extends EquipmentAction> = z.output<(typeof EQUIPMENT_INPUTS)[A]>

export const INSPECTION_INPUTS = {
  schedule: z.object({ equipmentId: id(), ...inspected }).superRefine(inOrder),
  amend: z.object({ ...step, ...inspected }).superRefine(inOrder),
  /** Absent `nextOn`: so many months after it was done. */
  record: z
    .object({
      ...step,
      doneOn: localDay(),
      byWhom: words(120),
      result: z.enum(INSPECTION_RESULTS),
      certificate: optional(words(80)),
      note: optional(words(500)),
      nextOn: optional(localDay()),
    })
    .superRefine(({ doneOn, nextOn }, ctx) => {
      if (nextOn !== null && nextOn <= doneOn) ctx.addIssue(fieldIssue('nextOn', BEFORE_LAST))
    }),
  end: z.object(step),
} as const satisfies Record<InspectionAction, z.ZodType>
export type InspectionInput<A extends InspectionAction> = z.output<(typeof INSPECTION_INPUTS)[A]>
