import { leadFacts } from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { revealPhone } from '../clients/reveal-phone.service.ts'
import { withUuids } from '../graphql/id-field.ts'
import { Lead } from './lead.entity.ts'

/** The number of a lead, to whoever has it: with a reason, in the audit and in the ledger of reading. */
export const revealPhoneOfLead = (context: VerbContext, input: { leadId: string; reason: string }) => {
  const { leadId: id, reason } = withUuids(input) as typeof input
  return revealPhone(
    context,
    { read: 'lead:read', reveal: 'lead:revealPhone' },
    Lead,
    { id, reason },
    (row) => row.phone,
    leadFacts,
    (row) => ({ clientId: row.clientId, leadId: row.id }),
  )
}
