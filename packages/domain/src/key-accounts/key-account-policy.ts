/** How often dossiers come back and tests are repeated, and what each tier earns: a row of the organization. */
import { z } from 'zod'
import { expectedVersion, fieldIssue, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { KEY_ACCOUNT_TIERS, type KeyAccountTier } from './vocabulary.ts'

/** What a tier earns, each in words; null: nothing of that. */
export interface KeyAccountEarning {
  readonly tier: KeyAccountTier
  readonly priority: string | null
  readonly trials: string | null
  readonly discount: string | null
  readonly symposium: string | null
}

export interface KeyAccountPolicy {
  /** A dossier comes back every so many months. */
  readonly dossierMonths: number
  /** The test of four is repeated every so many months. */
  readonly testMonths: number
  /** Days after a dossier was due on which the supervisor of the named manager is told. */
  readonly escalateAfterDays: number
  /** Of each tier, the highest first. */
  readonly earnings: readonly KeyAccountEarning[]
}

/** While an organization has not set its own. */
export const DEFAULT_KEY_ACCOUNT_POLICY: KeyAccountPolicy = {
  dossierMonths: 6,
  testMonths: 12,
  escalateAfterDays: 7,
  earnings: [
    {
      tier: 'CORE',
      priority: '报事 2 小时内到场，重大活动专人保障',
      trials: '新服务先行试用一季',
      discount: '增值服务九折',
      symposium: '座谈会两席，议题可先行提出',
    },
    {
      tier: 'KEY',
      priority: '报事 4 小时内到场',
      trials: '新服务优先试用',
      discount: '增值服务九五折',
      symposium: '座谈会一席',
    },
    { tier: 'GENERAL', priority: '报事当日到场', trials: null, discount: null, symposium: '座谈会一席' },
  ],
}

const MOST_MONTHS = 36
const MOST_DAYS = 90
const promise = () => optional(words(200))

/** The numbers alone, as a form checks them while it is filled in. */
export const KEY_ACCOUNT_LIMITS = z.object({
  dossierMonths: z.int().min(1).max(MOST_MONTHS),
  testMonths: z.int().min(1).max(MOST_MONTHS),
  escalateAfterDays: z.int().min(1).max(MOST_DAYS),
  expectedVersion: expectedVersion().or(z.literal(0)),
})

export const KEY_ACCOUNT_POLICY_INPUT = KEY_ACCOUNT_LIMITS.extend({
  earnings: z
    .array(
      z.object({
        tier: z.enum(KEY_ACCOUNT_TIERS),
        priority: promise(),
        trials: promise(),
        discount: promise(),
        symposium: promise(),
      }),
    )
    .max(KEY_ACCOUNT_TIERS.length),
}).superRefine(({ earnings }, ctx) => {
  const named = new Set(earnings.map(({ tier }) => tier))
  if (named.size !== KEY_ACCOUNT_TIERS.length)
    ctx.addIssue(fieldIssue('earnings', text('每个层级各一行。', 'Give one line for each tier.')))
})
