import { column, id, many, projection } from '../../reads/projection.ts'
import { PhoneLookup } from './phone-lookup.entity.ts'

/** One's own only. */
export const phoneLookupProjection = projection('PhoneLookup', {
  table: 'phone_lookup',
  entity: PhoneLookup,
  permission: 'client:readLookups',
  facts: { recipientId: 'staff_id' },
  fields: {
    id: id(),
    tail: column('tail', { class: 'personal' }),
    clients: many('Client', {
      class: 'personal',
      key: 'tail',
      foreign: 'phone_tail',
      order: [['code', 'asc']],
      typically: 3,
    }),
  },
})
