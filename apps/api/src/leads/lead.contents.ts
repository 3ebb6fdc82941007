/** The leads' page of the API's contents. */
import { leadEventProjection, leadProjection, leadRoots } from './lead.projection.ts'
import { LeadResolver, LeadsOfClientResolver } from './lead.resolver.ts'
import {
  campaignProjection,
  leadPolicyProjection,
  leadSettingRoots,
  leadSourceProjection,
} from './settings/lead-settings.projection.ts'
import { LeadSettingsResolver } from './settings/lead-settings.resolver.ts'
import { plainRoot } from '../reads/roots.ts'

export const LEAD_RESOLVERS = [LeadResolver, LeadsOfClientResolver, LeadSettingsResolver] as const

export const LEAD_PROJECTIONS = [
  leadProjection,
  leadEventProjection,
  leadSourceProjection,
  campaignProjection,
  leadPolicyProjection,
] as const

export const LEAD_ROOTS = { ...leadRoots, ...leadSettingRoots, leadYield: plainRoot() } as const
