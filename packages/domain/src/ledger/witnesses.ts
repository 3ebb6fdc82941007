import { z } from 'zod'
import { expectedVersion, words } from '../input.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { isMailAddress } from '../notices/notice-preferences.ts'
import { text, type Text } from '../text.ts'
import { webhookUrlProblem } from '../webhooks/webhook-inputs.ts'

/**
 * Who keeps checkpoints of the ledgers where the database cannot reach. FILE: a file that only grows, of every organization. COSIGNER: a
 * program of somebody else's that compares and signs. MAIL: a mailbox that keeps what it was sent.
 */
export const WITNESS_KINDS = ['FILE', 'COSIGNER', 'MAIL'] as const
export type WitnessKind = (typeof WITNESS_KINDS)[number]

export const WITNESS_KIND_LABELS: Readonly<Record<WitnessKind, Text>> = {
  FILE: text('只增文件', 'Append-only file'),
  COSIGNER: text('副署服务', 'Cosigning service'),
  MAIL: text('审计邮箱', 'Auditor’s mailbox'),
}

/** How often a mailbox is written to; in any case when the key changes, and never when there is nothing new. */
export const WITNESS_RHYTHMS = ['DAILY', 'WEEKLY', 'KEY_CHANGE'] as const
export type WitnessRhythm = (typeof WITNESS_RHYTHMS)[number]

export const WITNESS_RHYTHM_LABELS: Readonly<Record<WitnessRhythm, Text>> = {
  DAILY: text('每天，及更换密钥时', 'Daily, and when the key changes'),
  WEEKLY: text('每周，及更换密钥时', 'Weekly, and when the key changes'),
  KEY_CHANGE: text('仅更换密钥时', 'Only when the key changes'),
}

const DAY_MS = 86_400_000
const PAUSE_MS: Readonly<Record<WitnessRhythm, number>> = {
  DAILY: DAY_MS,
  WEEKLY: 7 * DAY_MS,
  KEY_CHANGE: Number.POSITIVE_INFINITY,
}

/** Whether a mailbox is to be written to now. The first mail goes at once: it tells the root key. */
export const isMailingDue = (
  rhythm: WitnessRhythm,
  it: {
    readonly lastAt: Date | null
    /** Another key signs than when it was written to last. */
    readonly keyChanged: boolean
    /** A checkpoint was made since then. */
    readonly isNew: boolean
  },
  now: Date,
): boolean =>
  it.lastAt === null || it.keyChanged || (it.isNew && now.getTime() - it.lastAt.getTime() >= PAUSE_MS[rhythm])

/** Why a witness does not have the newest checkpoint. */
export const WITNESS_FAILURES = [
  'SAW_MORE',
  'SAW_ANOTHER',
  'UNKNOWN_LEDGER',
  'UNTRUSTED_KEY',
  'WRONG_COSIGNATURE',
  'REFUSED',
  'TIMEOUT',
  'UNREACHABLE',
  'NOT_PUBLIC',
  'NO_MAIL_SERVER',
  'MAIL_REFUSED',
  'NOT_WRITTEN',
] as const
export type WitnessFailure = (typeof WITNESS_FAILURES)[number]

export const WITNESS_FAILURE_LABELS: Readonly<Record<WitnessFailure, Text>> = {
  SAW_MORE: text('它见过更长的账：尾部被截去了', 'It has seen a longer ledger: the tail was cut off'),
  SAW_ANOTHER: text('它见过的账与此不同：历史被改写了', 'It has seen another ledger: history was rewritten'),
  UNKNOWN_LEDGER: text('它还不认识本企业的账', 'It does not know this organization’s ledger yet'),
  UNTRUSTED_KEY: text('它不信任现用的签名密钥', 'It does not trust the key that signs now'),
  WRONG_COSIGNATURE: text('它的副署与登记的公钥不符', 'Its signature does not fit the public key on file'),
  REFUSED: text('它的答复不合约定', 'Its answer is none that was agreed on'),
  TIMEOUT: text('它没有及时答复', 'It did not answer in time'),
  UNREACHABLE: text('无法连接', 'It cannot be reached'),
  NOT_PUBLIC: text('地址不在公网上', 'Its address is not on the public internet'),
  NO_MAIL_SERVER: text('没有配置邮件服务器', 'No mail server is configured'),
  MAIL_REFUSED: text('邮件服务器没有收下', 'The mail server did not take it'),
  NOT_WRITTEN: text('文件写不进去', 'The file could not be written'),
}

/** Nothing that passes by itself: what the witness has seen and what the ledger says now cannot both be true. */
export const isContradiction = (failure: WitnessFailure | null): boolean =>
  failure === 'SAW_MORE' || failure === 'SAW_ANOTHER'

/** Seconds until a witness is told again, after so many failures: 5 s, 10 s … 10 minutes. */
export const nextTellingSeconds = (attempts: number): number =>
  Math.min(600, 5 * 2 ** Math.min(10, Math.max(0, attempts - 1)))

export const MOST_WITNESSES = 8

const NAME = text(
  '用字母、数字、点、斜线或连字符，例如 witness.example.com。',
  'Letters, digits, dots, slashes and hyphens, such as witness.example.com.',
)
const KEY = text(
  '须为 64 位十六进制数字（Ed25519 公钥）。',
  '64 hexadecimal digits are expected: an Ed25519 public key.',
)
const ADDRESS = text('请填写一个邮箱地址。', 'Give one mail address.')

const that = (holds: (value: string) => boolean, message: Text) =>
  [(value: string) => holds(value), { params: { text: message } }] as const

export const WITNESS_INPUTS = {
  appointCosigner: z.object({
    /** As it signs: part of what is signed. */
    name: words(100).refine(...that((value) => /^[A-Za-z0-9][A-Za-z0-9./-]*$/.test(value), NAME)),
    url: words(500).superRefine((value, context) => {
      const problem = webhookUrlProblem(value)
      if (problem) context.addIssue({ code: 'custom', params: { text: problem } })
    }),
    publicKey: words(64)
      .transform((value) => value.toLowerCase())
      .refine(...that((value) => /^[0-9a-f]{64}$/.test(value), KEY)),
  }),
  appointMailbox: z.object({
    mailAddress: words(254).refine(...that(isMailAddress, ADDRESS)),
    rhythm: z.enum(WITNESS_RHYTHMS),
  }),
  tell: z.object({ expectedVersion: expectedVersion() }),
  dismiss: z.object({ expectedVersion: expectedVersion() }),
} as const

/** FIXED: the file, which every organization has and nobody dismisses. */
export const WITNESS_STATUSES = ['FIXED', 'APPOINTED', 'DISMISSED'] as const
export type WitnessStatus = (typeof WITNESS_STATUSES)[number]
export const WITNESS_ACTIONS = ['tell', 'dismiss'] as const
export type WitnessAction = (typeof WITNESS_ACTIONS)[number]

/** A witness is appointed whole and never changed: another key or address is another witness. */
export const WITNESS_TRANSITIONS: readonly Transition<WitnessStatus, WitnessAction>[] = [
  {
    action: 'tell',
    from: ['APPOINTED'],
    to: 'APPOINTED',
    requires: [],
    permission: 'witness:tell',
    accountable: 'ADMIN',
  },
  {
    action: 'dismiss',
    from: ['APPOINTED'],
    to: 'DISMISSED',
    requires: [],
    permission: 'witness:dismiss',
    accountable: 'ADMIN',
  },
]
