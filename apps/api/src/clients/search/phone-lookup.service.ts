/** Clients by the last four digits of their phone: on record, and not for working through all ten thousand of them. */
import { MOST_LOOKUPS_AN_HOUR, parseInput, PHONE_LOOKUP_INPUT, TOO_MANY_LOOKUPS } from '@steward/domain'
import { MoreThan } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { PhoneLookup } from './phone-lookup.entity.ts'

const HOUR = 3_600_000

export const lookupByPhone = (context: RequestContext, input: object): Promise<PhoneLookup | UserError> =>
  transaction(context, 'client:lookupByPhone', async (tx) => {
    const { tail } = orRefuse(parseInput(PHONE_LOOKUP_INPUT, input))
    const { organizationId: orgId, staffId } = tx.actor
    // Their own row is locked: two windows at once do not get two last ones.
    await tx.lock(Staff, staffId)
    const since = new Date(tx.now.getTime() - HOUR)
    const made = await tx.manager.countBy(PhoneLookup, { orgId, staffId, at: MoreThan(since) })
    if (made >= MOST_LOOKUPS_AN_HOUR) throw new Refused(TOO_MANY_LOOKUPS)
    return tx.insert(PhoneLookup, { staffId, tail, at: tx.now })
  })
