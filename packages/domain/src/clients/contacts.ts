import type { ClientConsent, ClientContact } from './archive.ts'
import type { ConsentPurpose } from './vocabulary.ts'

type Listed = Pick<ClientContact, 'id' | 'isPrimary' | 'removedAt'>

/**
 * Whose mark of the first one to turn to changes when `chosen` is made it, or, where nobody is chosen, when the first one has gone:
 * then it is the one who has been there longest. `contacts` are in the order of their coming.
 */
export const primaryChanges = (
  contacts: readonly Listed[],
  chosen: string | undefined,
): readonly { readonly id: string; readonly isPrimary: boolean }[] => {
  const present = contacts.filter(({ removedAt }) => removedAt === null)
  const first = present.find(({ id }) => id === chosen) ?? present.find((it) => it.isPrimary) ?? present[0]
  return contacts
    .map((it) => ({ id: it.id, was: it.isPrimary, isPrimary: it.id === first?.id }))
    .filter(({ was, isPrimary }) => was !== isPrimary)
    .map(({ id, isPrimary }) => ({ id, isPrimary }))
}

/** The newest word of each purpose; `consents` come newest first. */
export const presentConsents = <C extends Pick<ClientConsent, 'purpose'>>(
  consents: readonly C[],
): ReadonlyMap<ConsentPurpose, C> => {
  const newest = new Map<ConsentPurpose, C>()
  for (const consent of consents) if (!newest.has(consent.purpose)) newest.set(consent.purpose, consent)
  return newest
}

/** Whether that purpose is agreed to now. */
export const isConsented = (
  consents: readonly Pick<ClientConsent, 'purpose' | 'decision'>[],
  purpose: ConsentPurpose,
): boolean => presentConsents(consents).get(purpose)?.decision === 'GIVEN'
