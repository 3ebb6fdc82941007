import { text, type Text } from '../text.ts'

/** What a signature says about the content it is bound to. */
export const MEANINGS = [
  'PREPARED',
  'REVIEWED',
  'APPROVED',
  'RECORDED',
  'CONFIRMED',
  'RECEIVED',
  'WITNESSED',
  'VERIFIED',
  'CLOSED',
  'REJECTED',
] as const
export type Meaning = (typeof MEANINGS)[number]

export const MEANING_LABELS: Readonly<Record<Meaning, Text>> = {
  PREPARED: text('编制', 'Prepared'),
  REVIEWED: text('审核', 'Reviewed'),
  APPROVED: text('批准', 'Approved'),
  RECORDED: text('登记', 'Recorded'),
  CONFIRMED: text('确认', 'Confirmed'),
  RECEIVED: text('签收', 'Received'),
  WITNESSED: text('见证', 'Witnessed'),
  VERIFIED: text('验证', 'Verified'),
  CLOSED: text('结案', 'Closed'),
  REJECTED: text('驳回', 'Rejected'),
}
