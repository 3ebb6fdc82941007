import type { Role } from '../access/roles.ts'
import { text, type Text } from '../text.ts'

/** What a person can hold besides a password. A passkey stands alone: the device asks for a finger, a face or a PIN itself. */
export const FACTOR_KINDS = ['ONE_TIME_CODE', 'PASSKEY'] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

export const FACTOR_KIND_LABELS: Readonly<Record<FactorKind, Text>> = {
  ONE_TIME_CODE: text('动态验证码', 'One-time code'),
  PASSKEY: text('通行密钥', 'Passkey'),
}

/** How somebody last showed that it is them. DEMONSTRATION: by a click, where that signs in as well. */
export const PROOF_METHODS = [
  'PASSWORD',
  'ONE_TIME_CODE',
  'RECOVERY_CODE',
  'PASSKEY',
  'DEMONSTRATION',
] as const
export type ProofMethod = (typeof PROOF_METHODS)[number]

export const PROOF_METHOD_LABELS: Readonly<Record<ProofMethod, Text>> = {
  PASSWORD: text('密码', 'Password'),
  ONE_TIME_CODE: text('密码和动态验证码', 'Password and one-time code'),
  RECOVERY_CODE: text('密码和备用码', 'Password and recovery code'),
  PASSKEY: text('通行密钥', 'Passkey'),
  DEMONSTRATION: text('演示点名', 'Click in the demonstration'),
}

/** When and how it was shown; kept with the session. */
export interface Proof {
  readonly provedAt: Date
  readonly provedBy: ProofMethod
}

/** A proof older than this does not carry a signature or a change of one's own keys. */
export const PROOF_FRESH_MINUTES = 5

/** Is the proof young enough? One from the future (a clock set back) is none. */
export const isFreshProof = (proof: Proof | undefined, now: Date): boolean => {
  const age = proof ? now.getTime() - proof.provedAt.getTime() : Number.NaN
  return age >= 0 && age <= PROOF_FRESH_MINUTES * 60_000
}

/** Roles that a new organization (a demonstration apart) asks for a second factor: they decide over money or over people. */
export const DEFAULT_FACTOR_ROLES: readonly Role[] = ['ADMIN', 'GENERAL_MANAGER', 'CS_DIRECTOR', 'FINANCE']
export const DEFAULT_GRACE_DAYS = 14
export const MAXIMUM_GRACE_DAYS = 90

/** A row of the organization's policy: this role needs a second factor, from `since` with so many days of grace. */
export interface FactorPolicy {
  readonly role: Role
  readonly since: Date
  readonly graceDays: number
}

/** By when a person in these roles must have a second factor; undefined where none of the rows asks. */
export const factorDueAt = (
  policies: readonly FactorPolicy[],
  roles: readonly Role[],
  hiredAt: Date,
): Date | undefined => {
  const dues = policies
    .filter(({ role }) => roles.includes(role))
    .map(({ since, graceDays }) => Math.max(since.getTime(), hiredAt.getTime()) + graceDays * 86_400_000)
  return dues.length > 0 ? new Date(Math.min(...dues)) : undefined
}
