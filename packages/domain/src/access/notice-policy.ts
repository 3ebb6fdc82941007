import { CASE_READERS, CLIENT_FACING } from './complaint-policy.ts'
import { everywhere, type Grants } from './grants.ts'
import { MINE } from './view-policy.ts'

/** What is told to staff is theirs alone. What is told to a client belongs to those who speak with clients. */
export const NOTICES = {
  'notice:read': MINE,
  'notice:markRead': MINE,
  'notice:changePreferences': MINE,
  'noticeTemplate:read': { ...everywhere('ADMIN', 'CS_MANAGER', 'CS_DIRECTOR', 'GM_OFFICE') },
  'noticeTemplate:change': everywhere('ADMIN', 'CS_MANAGER'),
  'clientNotice:read': CASE_READERS,
  'clientNotice:markTold': CLIENT_FACING,
  'clientNotice:waive': CLIENT_FACING,
  'clientNotice:resend': CLIENT_FACING,
  /** Whether mails arrive, never what they say. */
  'mail:read': everywhere('ADMIN'),
  /** How the system fares as a whole: figures, and nothing of any organization. */
  'system:read': everywhere('ADMIN'),
  'failedJob:read': everywhere('ADMIN'),
  'failedJob:retry': everywhere('ADMIN'),
} as const satisfies Record<string, Grants>
