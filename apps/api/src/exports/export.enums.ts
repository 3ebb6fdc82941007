import {
  COPY_ACTION_LABELS,
  COPY_ACTIONS,
  COPY_STATUS_LABELS,
  COPY_STATUSES,
  EXPORT_ACTION_LABELS,
  EXPORT_ACTIONS,
  EXPORT_COLUMN_RULES,
  EXPORT_COLUMNS,
  EXPORT_FORM_LABELS,
  EXPORT_FORMS,
  EXPORT_STATUS_LABELS,
  EXPORT_STATUSES,
  EXPORT_USE_LABELS,
  EXPORT_USES,
  type Text,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

export const ExportUseEnum = publishEnum(
  'ExportUse',
  EXPORT_USES,
  'Where client information is used; outside the company the general manager alone allows it.',
  EXPORT_USE_LABELS,
)
export const ExportFormEnum = publishEnum(
  'ExportForm',
  EXPORT_FORMS,
  'What is made of it.',
  EXPORT_FORM_LABELS,
)
export const ExportStatusEnum = publishEnum(
  'ExportStatus',
  EXPORT_STATUSES,
  'Where a request for client information stands.',
  EXPORT_STATUS_LABELS,
)
export const ExportColumnEnum = publishEnum(
  'ExportColumn',
  EXPORT_COLUMNS,
  'What of a client can be asked for.',
  Object.fromEntries(EXPORT_COLUMNS.map((it) => [it, EXPORT_COLUMN_RULES[it].label])) as Record<
    (typeof EXPORT_COLUMNS)[number],
    Text
  >,
)
export const ExportActionEnum = publishEnum(
  'ExportRequestAction',
  EXPORT_ACTIONS.map(actionName),
  'A verb of a request for client information.',
  Object.fromEntries(EXPORT_ACTIONS.map((action) => [actionName(action), EXPORT_ACTION_LABELS[action]])),
)
export const CopyStatusEnum = publishEnum(
  'ControlledCopyStatus',
  COPY_STATUSES,
  'Where a controlled copy is.',
  COPY_STATUS_LABELS,
)
export const CopyActionEnum = publishEnum(
  'ControlledCopyAction',
  COPY_ACTIONS.map(actionName),
  'A verb of a controlled copy.',
  Object.fromEntries(COPY_ACTIONS.map((action) => [actionName(action), COPY_ACTION_LABELS[action]])),
)
export const ExportOrderEnum = publishEnum('ExportRequestOrder', ['NEWEST'], 'How requests are ordered.')
export const CopyOrderEnum = publishEnum(
  'ControlledCopyOrder',
  ['DUE', 'NEWEST'],
  'How copies are ordered: DUE, those due first.',
)
