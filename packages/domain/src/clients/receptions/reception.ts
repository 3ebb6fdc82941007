import type { Channel } from '../../complaints/vocabulary.ts'
import type { FieldRule } from '../../complaints/complaint-fields.ts'
import type { Permission } from '../../access/policy.ts'
import type { FieldClass } from '../../sign-off/field-class.ts'
import { text, type Text } from '../../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What one does with a reception record. */
export const RECEPTION_ACTIONS = ['record', 'amend', 'finish'] as const
export type ReceptionAction = (typeof RECEPTION_ACTIONS)[number]

export const RECEPTION_ACTION_LABELS: Labels<ReceptionAction> = {
  record: text('记一笔', 'Note it'),
  amend: text('更正', 'Amend'),
  finish: text('已办', 'Done'),
}

/** Who came to whom. */
export const RECEPTION_DIRECTIONS = ['IN', 'OUT'] as const
export type ReceptionDirection = (typeof RECEPTION_DIRECTIONS)[number]

export const RECEPTION_DIRECTION_LABELS: Labels<ReceptionDirection> = {
  IN: text('客户找我们', 'They came to us'),
  OUT: text('我们找客户', 'We went to them'),
}

/** What it was about; a wish or a complaint becomes a case. */
export const RECEPTION_PURPOSES = [
  'INQUIRY',
  'REQUEST',
  'COMPLAINT',
  'PAYMENT',
  'UPDATE',
  'INFORM',
  'CARE',
  'OTHER',
] as const
export type ReceptionPurpose = (typeof RECEPTION_PURPOSES)[number]

export const RECEPTION_PURPOSE_LABELS: Labels<ReceptionPurpose> = {
  INQUIRY: text('咨询', 'Inquiry'),
  REQUEST: text('诉求', 'Request'),
  COMPLAINT: text('抱怨', 'Grievance'),
  PAYMENT: text('缴费', 'Payment'),
  UPDATE: text('资料变更', 'Change of their data'),
  INFORM: text('告知', 'Told them'),
  CARE: text('关怀回访', 'Care'),
  OTHER: text('其他', 'Other'),
}

/** The ways that are offered first; any other one counts as well. */
export const RECEPTION_CHANNELS = [
  'PHONE',
  'COUNTER',
  'VISIT',
  'WECHAT',
  'EMAIL',
] as const satisfies readonly Channel[]

/** How what was written stood before it was amended. */
export interface EarlierReception {
  /** Until when it stood so; ISO instant. */
  readonly until: string
  readonly words: string
  readonly result: string | null
  readonly nextStep: string | null
}

/** One reception or call: what a client said or asked, without a case. */
export interface Reception {
  readonly id: string
  readonly clientId: string
  readonly channel: Channel
  readonly direction: ReceptionDirection
  readonly purpose: ReceptionPurpose
  readonly words: string
  /** With whom of the client's people. */
  readonly contactId: string | null
  readonly memberId: string | null
  readonly result: string | null
  readonly nextStep: string | null
  /** By which day the next step is to be taken. */
  readonly nextOn: string | null
  /** When the next step was taken, by whom, and what came of it. */
  readonly nextDoneAt: Date | null
  readonly nextDoneById: string | null
  readonly nextOutcome: string | null
  /** When it took place. */
  readonly at: Date
  readonly recordedById: string
  readonly recordedAt: Date
  /** The case that it was turned into. */
  readonly complaintId: string | null
  readonly earlier: readonly EarlierReception[]
  readonly version: number
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'reception:read')
const told = rule('personal', 'reception:readWords')

export const RECEPTION_FIELDS: Readonly<Record<keyof Reception, FieldRule>> = {
  id: base,
  clientId: base,
  channel: base,
  direction: base,
  purpose: base,
  at: base,
  recordedById: base,
  recordedAt: base,
  complaintId: base,
  nextOn: base,
  nextDoneAt: base,
  nextDoneById: base,
  nextOutcome: told,
  version: base,
  contactId: told,
  memberId: told,
  words: told,
  result: told,
  nextStep: told,
  earlier: told,
}

/** For so long whoever recorded it may put right what they wrote. */
const AMENDABLE_MS = 24 * 3_600_000

/** Whether what was written may still be put right by who wrote it. */
export const isAmendable = (
  { recordedById, recordedAt }: Pick<Reception, 'recordedById' | 'recordedAt'>,
  staffId: string,
  now: Date,
): boolean => recordedById === staffId && now.getTime() - recordedAt.getTime() <= AMENDABLE_MS
