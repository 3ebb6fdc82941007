/** Every table of leads. */
import { Lead, LeadDue, LeadEvent } from './lead.entity.ts'
import { Campaign, LeadPolicyEntity, LeadSource } from './settings/lead-settings.entity.ts'

export const LEAD_ENTITIES = [Lead, LeadDue, LeadEvent, LeadSource, Campaign, LeadPolicyEntity] as const
