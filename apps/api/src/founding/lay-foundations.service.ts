/** What every organization has before its first case, however it came to be. */
import { DEFAULT_PROOF_RULES, USUAL_LEAD_SOURCES } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import { LeadSource } from '../leads/settings/lead-settings.entity.ts'
import { ComplaintCategory } from '../complaints/complaint-category.entity.ts'
import { foundMatrix, foundSignaturePolicy } from '../documents/found-documents.service.ts'
import { DunningDue } from '../money/dunning/dunning.entity.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { CareDue } from '../care/care.entity.ts'
import { MembershipDue } from '../membership/membership.entity.ts'
import { nextNight } from '../silence/silence-sweep.service.ts'
import { SilenceDue } from '../silence/silence.entity.ts'
import { StandingDue } from '../silence/standing/standing.entity.ts'
import { writeProofRules } from '../sign-off/signature-rule.service.ts'
import { foundCalendars } from '../working-time/found-calendars.service.ts'
import { CATEGORIES } from './categories.ts'

export interface Foundations {
  readonly orgId: string
  readonly name: string
  readonly timeZone: string
  readonly currency: string
  readonly foundedAt: Date
}

/** The default limits are sums of this currency and would say something else in any other. */
export const CURRENCY_OF_DEFAULT_LIMITS = 'CNY'

/**
 * Writes profile, categories, authority limits and calendars, inside a transaction of the organization. The promise policy and
 * the words of notices need no rows: what the house ships is in force until the organization sets its own.
 * @returns ids of the categories by their code
 */
export const layFoundations = async (
  manager: EntityManager,
  { orgId, name, timeZone, currency, foundedAt }: Foundations,
): Promise<ReadonlyMap<string, string>> => {
  const row = () => ({ orgId, id: newId() })
  await manager.insert(OrganizationProfile, { ...row(), name, timeZone, currency })
  const categories = planCategories().map((category) => ({ ...category, orgId }))
  await manager.insert(ComplaintCategory, categories)
  await manager.insert(
    LeadSource,
    USUAL_LEAD_SOURCES.map((source) => ({ ...row(), ...source })),
  )
  if (currency === CURRENCY_OF_DEFAULT_LIMITS) await foundMatrix(manager, { orgId, foundedAt })
  // From the first night on clients are looked at for silence.
  await manager.insert(SilenceDue, { orgId, id: orgId, dueAt: nextNight(foundedAt, timeZone), after: null })
  // Where they stand is reckoned at once, so that no page is empty on the first day.
  await manager.insert(StandingDue, { orgId, id: orgId, dueAt: foundedAt, after: null })
  await manager.insert(CareDue, { orgId, id: orgId, dueAt: nextNight(foundedAt, timeZone), after: null })
  await manager.insert(MembershipDue, { orgId, id: orgId, dueAt: nextNight(foundedAt, timeZone) })
  await foundSignaturePolicy(manager, { orgId, foundedAt })
  await manager.insert(DunningDue, { orgId, id: orgId, dueAt: foundedAt })
  await writeProofRules(manager, orgId, DEFAULT_PROOF_RULES)
  await foundCalendars(manager, { orgId, timeZone, foundedAt })
  return new Map(categories.map(({ code, id }) => [code, id]))
}

const planCategories = () =>
  Object.entries(CATEGORIES).flatMap(([code, { zh: nameZh, en: nameEn, children }]) => {
    const branch = { id: newId(), code, nameZh, nameEn, parentId: null as string | null }
    const leaves = Object.entries(children).map(([leaf, text]) => ({
      id: newId(),
      code: leaf,
      nameZh: text.zh,
      nameEn: text.en,
      parentId: branch.id,
    }))
    return [branch, ...leaves]
  })
