/** One's own signing PIN. */
import { parseInput, SIGNATURE_INPUTS } from '@steward/domain'
import { findPin, writePin } from '../access/pin.service.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { withTenant } from '../database/with-tenant.ts'
import { UserError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { PinSet } from './account.type.ts'
import { ownVerb } from './factor.service.ts'

/** Sets or changes it; needs a fresh proof. Who guessed too often before may guess anew. */
export const setPin = async (context: RequestContext, input: object): Promise<PinSet | UserError> => {
  const done = await ownVerb(context, 'account:setPin', input, async (tx, staff) => {
    const { pin } = orRefuse(parseInput(SIGNATURE_INPUTS.setPin, input))
    const before = await findPin(tx.manager, staff)
    await writePin(tx.manager, context.vault, staff, { pin, now: tx.now })
    tx.tell(Staff, staff, 'signingPinSetAt', before?.changedAt ?? null, tx.now)
  })
  if (done instanceof UserError) return done
  await context.throttle.pinSucceeded(done.id)
  return Object.assign(new PinSet(), { setAt: context.now })
}

/** Since when one has a PIN; null without one. */
export const pinSetAt = async ({ signedIn, dataSource }: RequestContext): Promise<Date | null> => {
  if (!signedIn) return null
  const { organizationId: orgId, staffId: id } = signedIn.actor
  const pin = await withTenant(dataSource, orgId, (manager) => findPin(manager, { orgId, id }))
  return pin?.changedAt ?? null
}
