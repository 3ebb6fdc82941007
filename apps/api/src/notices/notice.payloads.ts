import { payload, verbPayload } from '../graphql/payload.ts'
import {
  ClientNoticeType,
  NoticePreferenceType,
  NoticesRead,
  NoticeTemplateType,
  NoticeType,
} from './notice.type.ts'

export const MarkNoticeReadPayload = payload('MarkNoticeRead', NoticeType)
export const MarkAllNoticesReadPayload = payload('MarkAllNoticesRead', NoticesRead)
export const ChangeNoticePreferencesPayload = payload(
  'ChangeNoticePreferences',
  NoticePreferenceType,
  'stale',
  'eligible',
)
export const ChangeNoticeTemplatePayload = payload('ChangeNoticeTemplate', NoticeTemplateType, 'stale')
export const MarkClientToldPayload = verbPayload('MarkClientTold', ClientNoticeType)
export const WaiveClientNoticePayload = verbPayload('WaiveClientNotice', ClientNoticeType)
export const ResendClientNoticePayload = verbPayload('ResendClientNotice', ClientNoticeType)
