import { revealPhone } from '../clients/reveal-phone.service.ts'
import type { RequestContext } from '../context.ts'
import { withUuids } from '../graphql/id-field.ts'
import { ComplaintEntity } from './complaint.entity.ts'

/** The number of a case's contact, in full; the reason goes to the audit. */
export const revealPhoneOfComplaint = (
  context: RequestContext,
  input: { complaintId: string; reason: string },
) => {
  const { complaintId, reason } = withUuids(input) as typeof input
  const permissions = { read: 'complaint:read', reveal: 'complaint:revealPhone' } as const
  return revealPhone(
    context,
    permissions,
    ComplaintEntity,
    { id: complaintId, reason },
    (row) => row.contactPhone,
    (row) => row,
    (row) => ({ clientId: row.clientId, complaintId: row.id }),
  )
}
