import { text, type Text } from '../text.ts'

/** One case to a colleague (首问负责制), or all that a person answers for at the end of a shift (交接班). */
export const HANDOVER_KINDS = ['CASE', 'SHIFT'] as const
export type HandoverKind = (typeof HANDOVER_KINDS)[number]

/** LAPSED: everything on the list was settled or given to somebody else before anybody had accepted. */
export const HANDOVER_STATUSES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'LAPSED'] as const
export type HandoverStatus = (typeof HANDOVER_STATUSES)[number]

/** The verbs of a hand-over. One of a single case begins with the case's own verb `handOver`. */
export const HANDOVER_ACTIONS = ['offer', 'accept', 'decline', 'takeBack', 'ask', 'reply'] as const
export type HandoverAction = (typeof HANDOVER_ACTIONS)[number]

/**
 * What became of a line of the list. MOVED: it is the receiver's now. The others were different by then, and stayed where they
 * were: SETTLED, the promise was kept or fell away; ENDED, the case was; ELSEWHERE, somebody else answers for it.
 */
export const HANDOVER_OUTCOMES = ['MOVED', 'SETTLED', 'ENDED', 'ELSEWHERE'] as const
export type HandoverOutcome = (typeof HANDOVER_OUTCOMES)[number]

/** As the reader sees a line: what became of it, or that it still stands as it was written down. */
export const HANDOVER_ITEM_STATES = ['STANDS', ...HANDOVER_OUTCOMES] as const
export type HandoverItemState = (typeof HANDOVER_ITEM_STATES)[number]

/** What the timeline of a case tells of its hand-over, beside `handOver`. */
export const HANDOVER_EVENTS = [
  'offerHandover',
  'acceptHandover',
  'declineHandover',
  'takeBackHandover',
  'lapseHandover',
] as const
export type HandoverEvent = (typeof HANDOVER_EVENTS)[number]

type Labels<K extends string> = Readonly<Record<K, Text>>

export const HANDOVER_KIND_LABELS: Labels<HandoverKind> = {
  CASE: text('案件移交', 'Hand-over of a case'),
  SHIFT: text('交接班', 'Shift hand-over'),
}

export const HANDOVER_STATUS_LABELS: Labels<HandoverStatus> = {
  OFFERED: text('待接收', 'Awaits acceptance'),
  ACCEPTED: text('已接收', 'Accepted'),
  DECLINED: text('未接收', 'Declined'),
  TAKEN_BACK: text('已收回', 'Taken back'),
  LAPSED: text('已失效', 'Lapsed'),
}

export const HANDOVER_ACTION_LABELS: Labels<HandoverAction> = {
  offer: text('交班', 'Hand over the shift'),
  accept: text('接收', 'Accept'),
  decline: text('不接收', 'Decline'),
  takeBack: text('收回', 'Take back'),
  ask: text('询问', 'Ask'),
  reply: text('答复', 'Reply'),
}

export const HANDOVER_ITEM_STATE_LABELS: Labels<HandoverItemState> = {
  STANDS: text('待交接', 'To be taken over'),
  MOVED: text('已转由接收人负责', 'Taken over'),
  SETTLED: text('承诺已了结，不再移交', 'Settled meanwhile, not moved'),
  ENDED: text('案件已结束，不再移交', 'Case ended meanwhile, not moved'),
  ELSEWHERE: text('已由他人负责，不再移交', 'With somebody else meanwhile, not moved'),
}

export const HANDOVER_EVENT_LABELS: Labels<HandoverEvent> = {
  offerHandover: text('交班移交，待接收', 'offered it with the shift; not accepted yet'),
  acceptHandover: text('接收了移交，由其负责', 'accepted the hand-over and answers for it now'),
  declineHandover: text('没有接收移交', 'declined the hand-over'),
  takeBackHandover: text('收回了移交', 'took the hand-over back'),
  lapseHandover: text('移交因此失效', 'the hand-over lapsed with it'),
}
