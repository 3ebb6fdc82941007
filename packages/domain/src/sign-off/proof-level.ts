import { text, type Text } from '../text.ts'
import type { Meaning } from './meanings.ts'

/** How surely a signer has shown that it is them, the weakest first. */
export const PROOF_LEVELS = ['SESSION', 'PIN', 'FULL', 'PASSKEY'] as const
export type ProofLevel = (typeof PROOF_LEVELS)[number]

export const PROOF_LEVEL_LABELS: Readonly<Record<ProofLevel, Text>> = {
  SESSION: text('登录即可', 'Being signed in'),
  PIN: text('签名 PIN 码', 'Signing PIN'),
  FULL: text('密码加验证码，或通行密钥', 'Password and code, or a passkey'),
  PASSKEY: text('只能用通行密钥', 'A passkey only'),
}

/** The levels that a step of a signature policy can ask for by itself. */
export const STEP_LEVELS = ['PIN', 'FULL', 'PASSKEY'] as const satisfies readonly ProofLevel[]
export type StepLevel = (typeof STEP_LEVELS)[number]

/** What whoever signs must give: the end of a sentence. */
export const PROOF_DEMANDS: Readonly<Record<ProofLevel, Text>> = {
  SESSION: text('登录即可', 'being signed in is enough'),
  PIN: text('须用签名 PIN 码或更强的方式签署', 'signed with the PIN or a stronger proof'),
  FULL: text('须用密码加验证码，或通行密钥签署', 'signed with password and code, or with a passkey'),
  PASSKEY: text('须用通行密钥签署', 'signed with a passkey'),
}

/** How a signature was proven; stands on it and in its entry of the ledger. CREDENTIAL: by a program with its credential. */
export const SIGNATURE_PROOFS = ['SESSION', 'CREDENTIAL', 'PIN', 'PASSWORD_AND_CODE', 'PASSKEY'] as const
export type SignatureProof = (typeof SIGNATURE_PROOFS)[number]

export const SIGNATURE_PROOF_LABELS: Readonly<Record<SignatureProof, Text>> = {
  SESSION: text('登录状态', 'Signed-in session'),
  CREDENTIAL: text('程序凭证', 'Program credential'),
  PIN: text('签名 PIN 码', 'Signing PIN'),
  PASSWORD_AND_CODE: text('密码和验证码', 'Password and code'),
  PASSKEY: text('通行密钥', 'Passkey'),
}

const REACHES: Readonly<Record<SignatureProof, ProofLevel>> = {
  SESSION: 'SESSION',
  CREDENTIAL: 'PIN',
  PIN: 'PIN',
  PASSWORD_AND_CODE: 'FULL',
  PASSKEY: 'PASSKEY',
}

const rank = (level: ProofLevel): number => PROOF_LEVELS.indexOf(level)

/**
 * Is a proof of this kind enough for the level? A stronger one always is. A passkey that no administrator has countersigned shows that the
 * signer has a device, and no more: it is the service alone that says whose.
 */
export const reaches = (proof: SignatureProof, level: ProofLevel, isCountersigned = true): boolean =>
  rank(proof === 'PASSKEY' && !isCountersigned ? 'FULL' : REACHES[proof]) >= rank(level)

export const strictest = (...levels: readonly ProofLevel[]): ProofLevel =>
  levels.reduce((one, other) => (rank(other) > rank(one) ? other : one), 'SESSION')

/** The ways at a screen that reach a level, the quickest first. */
export const proofsFor = (level: ProofLevel): readonly SignatureProof[] =>
  (['PIN', 'PASSKEY', 'PASSWORD_AND_CODE'] as const).filter((proof) => reaches(proof, level))

/** What an organization asks for a signature of this meaning; or, for AMOUNT, of whatever is signed from that sum on. */
export const PROOF_SUBJECTS = [
  'PREPARED',
  'REVIEWED',
  'APPROVED',
  'RECORDED',
  'CONFIRMED',
  'RECEIVED',
  'WITNESSED',
  'VERIFIED',
  'CLOSED',
  'REJECTED',
  'AMOUNT',
] as const satisfies readonly (Meaning | 'AMOUNT')[]
export type ProofSubject = (typeof PROOF_SUBJECTS)[number]

export interface ProofRule {
  readonly subject: ProofSubject
  readonly level: ProofLevel
  /** Of AMOUNT: from this sum on, in minor units. */
  readonly fromMinor: number | null
}

const rule = (subject: ProofSubject, level: ProofLevel, fromMinor: number | null = null): ProofRule => ({
  subject,
  level,
  fromMinor,
})

/** 50,000.00: from there on nobody but the signer's own device can have made the signature. */
export const DEFAULT_PASSKEY_FROM_MINOR = 5_000_000

/** What a new organization asks (decision 42). */
export const DEFAULT_PROOF_RULES: readonly ProofRule[] = [
  rule('PREPARED', 'PIN'),
  rule('REVIEWED', 'FULL'),
  rule('APPROVED', 'FULL'),
  rule('RECORDED', 'PIN'),
  rule('CONFIRMED', 'PIN'),
  rule('RECEIVED', 'PIN'),
  rule('WITNESSED', 'PIN'),
  rule('VERIFIED', 'FULL'),
  rule('CLOSED', 'FULL'),
  rule('REJECTED', 'FULL'),
  rule('AMOUNT', 'PASSKEY', DEFAULT_PASSKEY_FROM_MINOR),
]

/** Whoever signs so commits money; a record or a refusal does not. */
const COMMITS: readonly Meaning[] = ['PREPARED', 'REVIEWED', 'APPROVED', 'CONFIRMED']

export interface ToBeProven {
  readonly meaning: Meaning
  /** What the signature commits, in minor units; null where no money is concerned. */
  readonly amountMinor: number | null
  /** What the step of a round asks by itself. */
  readonly step?: ProofLevel | undefined
}

/** The level a signature needs: the strictest of the rule for its meaning, for its amount and of its step. */
export const proofLevelFor = (
  rules: readonly ProofRule[],
  { meaning, amountMinor, step = 'SESSION' }: ToBeProven,
): ProofLevel => {
  const of = (subject: ProofSubject): ProofRule =>
    rules.find((it) => it.subject === subject) ?? DEFAULT_PROOF_RULES.find((it) => it.subject === subject)!
  const amount = of('AMOUNT')
  const isLarge =
    COMMITS.includes(meaning) &&
    amountMinor !== null &&
    amount.fromMinor !== null &&
    amountMinor >= amount.fromMinor
  return strictest(of(meaning).level, step, isLarge ? amount.level : 'SESSION')
}

/** An amount as it stands in a signature: two digits after the point, no separators. */
export const signedAmount = (minor: number): string => {
  const digits = String(minor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
