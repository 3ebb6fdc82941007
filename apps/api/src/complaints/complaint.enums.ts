import {
  CAUSES,
  CAUSE_LABELS,
  CHANNELS,
  CHANNEL_LABELS,
  CLOSING_GAPS,
  COMPLAINT_ACTIONS,
  COMPLAINT_ACTION_LABELS,
  PROMISE_EVENTS,
  TIMELINE_LABELS,
  CONFIRMATION_MODES,
  CONFIRMATION_MODE_LABELS,
  KINDS,
  HANDOVER_EVENTS,
  KIND_LABELS,
  OPTION_KINDS,
  OPTION_KIND_LABELS,
  OPTION_STATUSES,
  OPTION_STATUS_LABELS,
  PURPOSES,
  PURPOSE_LABELS,
  STATUSES,
  STATUS_LABELS,
  TASK_ACTIONS,
  TASK_ACTION_LABELS,
  TASK_STATUSES,
  TASK_STATUS_LABELS,
  TRACKS,
  TRACK_LABELS,
  type Text,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

/** Verbs are camelCase in the domain and SCREAMING_SNAKE in the schema: `refuseOption` is `REFUSE_OPTION`. */
const published = <A extends string>(labels: Readonly<Record<A, Text>>): Readonly<Record<string, Text>> =>
  Object.fromEntries(Object.entries<Text>(labels).map(([action, words]) => [actionName(action), words]))

export const KindEnum = publishEnum(
  'ComplaintKind',
  KINDS,
  'What came in; all kinds travel one road.',
  KIND_LABELS,
)
export const ChannelEnum = publishEnum(
  'Channel',
  CHANNELS,
  'The way somebody reached us, or we them.',
  CHANNEL_LABELS,
)
export const PurposeEnum = publishEnum(
  'ComplaintPurpose',
  PURPOSES,
  'What is owed: thanks, an answer, a promise.',
  PURPOSE_LABELS,
)
export const CauseEnum = publishEnum(
  'ComplaintCause',
  CAUSES,
  'Where it comes from; neutral towards the client.',
  CAUSE_LABELS,
)
export const TrackEnum = publishEnum(
  'ComplaintTrack',
  TRACKS,
  'Quick within the authority of the agent, or formal.',
  TRACK_LABELS,
)
export const StatusEnum = publishEnum('ComplaintStatus', STATUSES, 'Where a case stands.', STATUS_LABELS)
export const ComplaintActionEnum = publishEnum(
  'ComplaintAction',
  COMPLAINT_ACTIONS.map(actionName),
  'A verb of the life cycle; the mutation of the same name carries it out.',
  published(COMPLAINT_ACTION_LABELS),
)
export const ComplaintEventActionEnum = publishEnum(
  'ComplaintEventAction',
  [...COMPLAINT_ACTIONS, ...PROMISE_EVENTS, ...HANDOVER_EVENTS].map(actionName),
  'What a timeline tells: a verb of the case, or what became of a promise or a hand-over.',
  published(TIMELINE_LABELS),
)
export const OptionKindEnum = publishEnum(
  'RemedyKind',
  OPTION_KINDS,
  'What is done for the client.',
  OPTION_KIND_LABELS,
)
export const OptionStatusEnum = publishEnum(
  'ComplaintOptionStatus',
  OPTION_STATUSES,
  'Where an option stands.',
  OPTION_STATUS_LABELS,
)
export const ConfirmationModeEnum = publishEnum(
  'ConfirmationMode',
  CONFIRMATION_MODES,
  'Whose word ended the question.',
  CONFIRMATION_MODE_LABELS,
)
export const TaskStatusEnum = publishEnum(
  'TaskStatus',
  TASK_STATUSES,
  'Where an action order stands.',
  TASK_STATUS_LABELS,
)
export const TaskActionEnum = publishEnum(
  'TaskAction',
  TASK_ACTIONS.map(actionName),
  'A verb of an action order.',
  published(TASK_ACTION_LABELS),
)
export const ClosingGapEnum = publishEnum(
  'ClosingGap',
  CLOSING_GAPS,
  'What a case still lacks before it can be closed.',
)
export const ComplaintOrderEnum = publishEnum(
  'ComplaintOrder',
  ['NEWEST', 'OLDEST', 'MOST_SEVERE', 'RECENTLY_CHANGED', 'NEXT_DUE'],
  'How a list of cases is ordered; NEXT_DUE: what is owed first, cases that owe nothing last.',
)
