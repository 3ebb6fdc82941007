import { ADMINISTRATION, COLLEAGUES, everywhere, type Grants } from './grants.ts'

/** One's own way in, and what an administrator may do to somebody else's. */
export const ACCOUNTS_OF_STAFF = {
  'account:setUpOneTimeCode': COLLEAGUES,
  'account:confirmOneTimeCode': COLLEAGUES,
  'account:addPasskey': COLLEAGUES,
  'account:removeFactor': COLLEAGUES,
  'account:renewRecoveryCodes': COLLEAGUES,
  'account:setPin': COLLEAGUES,
  'account:makeCalendarFeed': COLLEAGUES,
  'account:revokeCalendarFeed': COLLEAGUES,
  'account:endSession': COLLEAGUES,
  'account:endOtherSessions': COLLEAGUES,
  'account:usePasswordReset': COLLEAGUES,
  'staff:readAccess': ADMINISTRATION,
  'staff:resetFactors': ADMINISTRATION,
  /** Says that a passkey is that person's; never of one's own. */
  'staff:countersignPasskey': ADMINISTRATION,
  'staff:endSessions': ADMINISTRATION,
  'staff:issuePasswordReset': ADMINISTRATION,
  'factorPolicy:read': everywhere('ADMIN', 'AUDITOR', 'GENERAL_MANAGER'),
  'factorPolicy:set': ADMINISTRATION,
  'factorPolicy:remove': ADMINISTRATION,
  'signatureProof:read': everywhere('ADMIN', 'AUDITOR', 'GENERAL_MANAGER'),
  'signatureProof:set': ADMINISTRATION,
} as const satisfies Record<string, Grants>
