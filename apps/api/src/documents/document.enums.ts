import {
  CONTROL_STATUS_LABELS,
  CONTROL_STATUSES,
  DESTROYED_SUBJECT_LABELS,
  DESTROYED_SUBJECTS,
  DOCUMENT_ACTION_LABELS,
  DOCUMENT_ACTIONS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_KINDS,
  INFORMATION_MEDIA,
  INFORMATION_MEDIUM_LABELS,
  PLACE_CHANGE_LABELS,
  PLACE_CHANGES,
  REVISION_STATUS_LABELS,
  REVISION_STATUSES,
  SEGMENT_KINDS,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

export const DocumentKindEnum = publishEnum(
  'DocumentKind',
  DOCUMENT_KINDS,
  'What a controlled document lays down.',
  DOCUMENT_KIND_LABELS,
)
export const ControlStatusEnum = publishEnum(
  'DocumentControlStatus',
  CONTROL_STATUSES,
  'Controlled status of a document; UNCONTROLLED: nothing of it was ever in force.',
  CONTROL_STATUS_LABELS,
)
export const RevisionStatusEnum = publishEnum(
  'DocumentRevisionStatus',
  REVISION_STATUSES,
  'Where a revision stands; the one that is EFFECTIVE is what everybody goes by.',
  REVISION_STATUS_LABELS,
)
export const DocumentActionEnum = publishEnum(
  'DocumentAction',
  DOCUMENT_ACTIONS.map(actionName),
  'A verb of a controlled document.',
  Object.fromEntries(DOCUMENT_ACTIONS.map((action) => [actionName(action), DOCUMENT_ACTION_LABELS[action]])),
)
export const PlaceChangeEnum = publishEnum(
  'DocumentPlaceChange',
  PLACE_CHANGES,
  'What happened in one place of a document.',
  PLACE_CHANGE_LABELS,
)
export const SegmentKindEnum = publishEnum(
  'DocumentSegmentKind',
  SEGMENT_KINDS,
  'A piece of a changed text: in both, only before, only after.',
)
export const DestroyedSubjectEnum = publishEnum(
  'DestroyedSubject',
  DESTROYED_SUBJECTS,
  'What kind of thing was destroyed.',
  DESTROYED_SUBJECT_LABELS,
)
export const InformationMediumEnum = publishEnum(
  'InformationMedium',
  INFORMATION_MEDIA,
  'What client information is kept on.',
  INFORMATION_MEDIUM_LABELS,
)
export const DocumentOrderEnum = publishEnum(
  'ControlledDocumentOrder',
  ['NUMBER', 'RECENTLY_CHANGED'],
  'How documents are ordered.',
)
