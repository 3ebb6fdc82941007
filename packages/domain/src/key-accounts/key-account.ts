/** A key account 大客户: a client on the list, in a tier, with a dossier that is returned and a test that is repeated. */
import type { FieldRule } from '../complaints/complaint-fields.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'
import type { KeyAccountPolicy } from './key-account-policy.ts'
import type { KeyAccountNomination } from './nomination.ts'
import type { KeyAccountLevel, KeyAccountReleaseReason, KeyAccountTier } from './vocabulary.ts'

/** The row of the table `key_account`: one for each time that a client is listed. */
export interface KeyAccount {
  id: string
  clientId: string
  level: KeyAccountLevel
  tier: KeyAccountTier
  /** Day on which the committee listed them. */
  since: string
  nextTestOn: string
  dossierDueOn: string
  releasedOn: string | null
  releaseReason: KeyAccountReleaseReason | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

const base = { class: 'internal', permission: 'keyAccount:read' } as const satisfies FieldRule

export const KEY_ACCOUNT_FIELDS: Readonly<Record<keyof KeyAccount, FieldRule>> = {
  id: base,
  clientId: base,
  level: base,
  tier: base,
  since: base,
  nextTestOn: base,
  dossierDueOn: base,
  releasedOn: base,
  releaseReason: base,
  version: base,
  updatedAt: base,
  updatedById: base,
}

/** The same day some months later, or the last of that month: `2027-02-28` one month after `2027-01-31`. */
export const monthsAfter = (on: string, months: number): string => {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const first = Date.UTC(year, month - 1 + months, 1)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayText(first / 86_400_000 + Math.min(day, last) - 1)
}

/** The first dossier of whoever is listed is owed sooner than the ones that follow it. */
export const FIRST_DOSSIER_MONTHS = 1

type Accepted = Pick<KeyAccountNomination, 'kind' | 'level' | 'tier' | 'releaseReason'>

/** What an accepted nomination makes of the account. @param today day of the organization */
export const accountAfter = (
  { kind, level, tier, releaseReason }: Accepted,
  { testMonths }: Pick<KeyAccountPolicy, 'testMonths'>,
  today: string,
): Partial<KeyAccount> => {
  if (kind === 'RELEASE') return { releasedOn: today, releaseReason }
  const tested = { level, tier: tier!, nextTestOn: monthsAfter(today, testMonths) }
  return kind === 'RETEST'
    ? tested
    : { ...tested, since: today, dossierDueOn: monthsAfter(today, FIRST_DOSSIER_MONTHS) }
}

/** Whole days from one day to another, 0 where the other does not come after it: how long something is overdue. */
export const daysOverdue = (dueOn: string, today: string): number =>
  Math.max(0, dayNumber(today)! - dayNumber(dueOn)!)
