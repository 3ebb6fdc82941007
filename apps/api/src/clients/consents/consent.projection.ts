import { column, id, instant, one, projection } from '../../reads/projection.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { ClientConsent } from './consent.entity.ts'

const internal = { class: 'internal' } as const

export const clientConsentProjection = projection('ClientConsent', {
  table: 'client_consent',
  entity: ClientConsent,
  permission: 'client:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    purpose: column('purpose', internal),
    decision: column('decision', internal),
    way: column('way', internal),
    at: instant('at', internal),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    note: column('note', { class: 'personal', permission: 'client:readName' }),
  },
})
