import { hasPermission } from '../access/authorize.ts'
import { PERMISSIONS, type Permission } from '../access/policy.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'

/** What a credential can be given: every permission of the role PARTNER. Each stands for itself; none brings another along. */
export const PARTNER_SCOPES: readonly Permission[] = PERMISSIONS.filter((permission) =>
  hasPermission({ roles: ['PARTNER'] }, permission),
)

export const CREDENTIAL_STATUSES = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const
export type CredentialStatus = (typeof CREDENTIAL_STATUSES)[number]

export const CREDENTIAL_STATUS_LABELS: Readonly<Record<CredentialStatus, Text>> = {
  ACTIVE: text('有效', 'Active'),
  EXPIRED: text('已到期', 'Expired'),
  REVOKED: text('已撤销', 'Revoked'),
}

export const CREDENTIAL_ACTIONS = ['revokeCredential'] as const
export type CredentialAction = (typeof CREDENTIAL_ACTIONS)[number]

/** A credential is made whole and never changed: other scopes are another credential. It expires by itself. */
export const CREDENTIAL_TRANSITIONS: readonly Transition<CredentialStatus, CredentialAction>[] = [
  {
    action: 'revokeCredential',
    from: ['ACTIVE'],
    to: 'REVOKED',
    requires: [],
    permission: 'partner:revokeCredential',
    accountable: 'ADMIN',
  },
]

/** Revoking is told even of one that has expired since. */
export const credentialStatus = (
  { revokedAt, expiresAt }: { readonly revokedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): CredentialStatus => {
  if (revokedAt) return 'REVOKED'
  return expiresAt <= now ? 'EXPIRED' : 'ACTIVE'
}

/** How long a credential may live; a key that never expires is never looked at again. */
export const CREDENTIAL_DAYS = { shortest: 1, usual: 90, longest: 366 } as const

/** Points that a credential may spend in a minute: one for each object that an answer may hold. */
export const CREDENTIAL_POINTS = { fewest: 60, usual: 3_000, most: 60_000 } as const
