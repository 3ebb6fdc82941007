import {
  HANDOVER_ACTION_LABELS,
  HANDOVER_ACTIONS,
  HANDOVER_ITEM_STATE_LABELS,
  HANDOVER_ITEM_STATES,
  HANDOVER_KIND_LABELS,
  HANDOVER_KINDS,
  HANDOVER_STATUS_LABELS,
  HANDOVER_STATUSES,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

export const HandoverKindEnum = publishEnum(
  'HandoverKind',
  HANDOVER_KINDS,
  'One case, or all that a person answers for at the end of a shift.',
  HANDOVER_KIND_LABELS,
)
export const HandoverStatusEnum = publishEnum(
  'HandoverStatus',
  HANDOVER_STATUSES,
  'Where a hand-over stands; until it is ACCEPTED the giver is responsible.',
  HANDOVER_STATUS_LABELS,
)
export const HandoverActionEnum = publishEnum(
  'HandoverAction',
  HANDOVER_ACTIONS.map(actionName),
  'A verb of a hand-over.',
  Object.fromEntries(HANDOVER_ACTIONS.map((action) => [actionName(action), HANDOVER_ACTION_LABELS[action]])),
)
export const HandoverItemStateEnum = publishEnum(
  'HandoverItemState',
  HANDOVER_ITEM_STATES,
  'What became of a line of the list.',
  HANDOVER_ITEM_STATE_LABELS,
)
export const HandoverOrderEnum = publishEnum(
  'HandoverOrder',
  ['NEWEST', 'OLDEST'],
  'How a list of hand-overs is ordered, by when they were offered.',
)
