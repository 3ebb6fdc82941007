/** The verbs of a lead between its beginning and its conversion. */
import {
  contacted,
  handedTo,
  localDate,
  lost,
  pooled,
  qualified,
  startOfDay,
  tooManyClaims,
} from '@steward/domain'
import { MoreThanOrEqual } from 'typeorm'
import { answersForClients } from '../clients/answers-for-clients.service.ts'
import { emailColumns, phoneColumns, phoneTail } from '../clients/client-columns.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import { leadPolicyOf, leadVerb, patchLead, tellLead } from './kept-lead.service.ts'
import { LeadEvent } from './lead.entity.ts'
import { whereFrom } from './open-lead.service.ts'

/** Of two who claim at once, the second waits for the row and sees another version: STALE_RECORD tells who was first. */
export const claim = leadVerb('claim', async (tx, { lead, to }) => {
  await withinTheDay(tx)
  const { staffId } = tx.actor
  const after = await patchLead(tx, lead, handedTo(staffId, to, tx.now))
  await tellLead(tx, after, lead.status, { action: 'claim', assigneeId: staffId })
  return after
})

/** Their own row is locked: two leads claimed at once are counted one after the other. */
const withinTheDay = async (tx: Transaction): Promise<void> => {
  const { organizationId: orgId, staffId } = tx.actor
  await tx.lock(Staff, staffId)
  const policy = await leadPolicyOf(tx.manager, orgId)
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const since = startOfDay(localDate(tx.now, timeZone), timeZone)
  const made = await tx.manager.countBy(LeadEvent, {
    orgId,
    byId: staffId,
    action: 'claim',
    at: MoreThanOrEqual(since),
  })
  if (made >= policy.claimsADay) throw new Refused(tooManyClaims(policy))
}

export const assign = leadVerb('assign', async (tx, { lead, input: { assigneeId, note }, to }) => {
  await answersForClients(tx, assigneeId, 'assigneeId')
  const after = await patchLead(tx, lead, handedTo(assigneeId, to, tx.now))
  await tellLead(tx, after, lead.status, { action: 'assign', assigneeId, note })
  return after
})

export const release = leadVerb('release', async (tx, { lead, input: { reason } }) => {
  const after = await patchLead(tx, lead, pooled(tx.now))
  await tellLead(tx, after, lead.status, { action: 'release', assigneeId: lead.assigneeId, note: reason })
  return after
})

export const contact = leadVerb('contact', async (tx, { lead, input, to }) => {
  const after = await patchLead(tx, lead, contacted(lead, to, input, tx.now))
  await tellLead(tx, after, lead.status, { action: 'contact', channel: input.channel, note: input.note })
  return after
})

export const qualify = leadVerb('qualify', async (tx, { lead, input }) => {
  const after = await patchLead(tx, lead, qualified(lead, input, tx.now))
  await tellLead(tx, after, lead.status, { action: 'qualify', note: input.note })
  return after
})

export const lose = leadVerb('lose', async (tx, { lead, input }) => {
  const after = await patchLead(tx, lead, lost(input, tx.now))
  await tellLead(tx, after, lead.status, { action: 'lose', assigneeId: lead.assigneeId, note: input.note })
  return after
})

/** What was learnt in between: no touch of its own, a contact is logged for that. */
export const amend = leadVerb('amend', async (tx, { lead, input }) => {
  const stated = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => name !== 'expectedVersion' && value !== undefined),
  )
  const { phone, email, ...others } = stated as typeof input
  // A campaign belongs to one source: whoever changes the source says the campaign anew.
  const from = input.sourceId && input.campaignId === undefined ? { campaignId: null } : {}
  await whereFrom(tx, { sourceId: lead.sourceId, ...others, ...from } as Parameters<typeof whereFrom>[1])
  const after = await patchLead(tx, lead, {
    ...(others as object),
    ...from,
    ...(phone === undefined ? {} : { ...phoneColumns(phone), phoneTail: phoneTail(phone) }),
    ...(email === undefined ? {} : emailColumns(email)),
    ...(input.referrerClientId ? { referrer: null } : {}),
    ...(input.referrer ? { referrerClientId: null } : {}),
  })
  await tellLead(tx, after, lead.status, { action: 'amend' })
  return after
})
